import { useCallback, useEffect, useRef, useState } from "react";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { TemplateFile } from "../../../shared/domain/content/template.ts";
import type { OfficeTemplate, OpenDraft } from "../../../shared/domain/office-template.ts";
import { host } from "../../host.ts";
import { beforeLock } from "../../stores/hand-in.ts";

/** A draft while it is written. */
export interface DraftWork {
  readonly template: OfficeTemplate;
  readonly draft: OpenDraft;
  readonly takenIds: readonly string[];
  readonly isSaving: boolean;
  readonly canUndo: boolean;
  /** Shows the change at once and stores it; changes are stored one after another. */
  change(edit: (file: TemplateFile) => TemplateFile): void;
  undo(): void;
}

interface Opened {
  readonly template: OfficeTemplate;
  readonly draft: OpenDraft;
  readonly takenIds: readonly string[];
}

/** Opens the draft of a template and keeps it stored while it changes. Every change can be undone until the page is left. */
export function useDraft(templateId: string): { work: DraftWork | undefined; fault: Fault | undefined } {
  const [opened, setOpened] = useState<Opened>();
  const [fault, setFault] = useState<Fault>();
  const [past, setPast] = useState<readonly TemplateFile[]>([]);
  const [pending, setPending] = useState(0);
  const revision = useRef(0);
  const latest = useRef<TemplateFile>(undefined);
  const line = useRef(Promise.resolve());
  const underWay = useRef<TemplateFile>(undefined);
  useEffect(
    () =>
      beforeLock(async (leaving) => {
        if (!leaving) return line.current;
        const file = latest.current;
        const last = underWay.current;
        // One call at most is under way and raises the revision by one; what queues behind it would come too late.
        if (last !== undefined && file !== undefined && file !== last)
          await host.templates.saveDraft({ templateId, revision: revision.current + 1, file });
      }),
    [templateId],
  );
  useEffect(() => {
    void host.templates.openDraft({ templateId }).then((read) => {
      if (!read.ok) return setFault(read.error);
      revision.current = read.value.draft.revision;
      latest.current = read.value.draft.file;
      setOpened(read.value);
    });
  }, [templateId]);
  const store = useCallback(
    (file: TemplateFile) => {
      latest.current = file;
      setOpened((now) => now && { ...now, draft: { ...now.draft, file } });
      setPending((count) => count + 1);
      line.current = line.current.then(async () => {
        underWay.current = file;
        const saved = await host.templates.saveDraft({ templateId, revision: revision.current, file });
        underWay.current = undefined;
        setPending((count) => count - 1);
        if (!saved.ok) return setFault(saved.error);
        revision.current = saved.value.draft.revision;
        const { problems } = saved.value.draft;
        setOpened((now) => now && { ...now, draft: { ...now.draft, revision: revision.current, problems } });
      });
    },
    [templateId],
  );
  if (opened === undefined) return { work: undefined, fault };
  return {
    fault,
    work: {
      ...opened,
      isSaving: pending > 0,
      canUndo: past.length > 0,
      change: (edit) => {
        const before = latest.current ?? opened.draft.file;
        const after = edit(before);
        if (after === before) return;
        setPast((stack) => [...stack.slice(-99), before]);
        store(after);
      },
      undo: () => {
        const before = past.at(-1);
        if (before === undefined) return;
        setPast(past.slice(0, -1));
        store(before);
      },
    },
  };
}
