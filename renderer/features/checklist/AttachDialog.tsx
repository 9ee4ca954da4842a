import { FolderOpen } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { EventPayload } from "../../../shared/contract/events.ts";
import { howFarAt } from "../../../shared/domain/checklist.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { host, onEvent } from "../../host.ts";
import { sessionStore } from "../../stores/session-store.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Progress } from "../../ui/Progress.tsx";
import css from "./AttachDialog.module.css";
import { AttachFields } from "./AttachFields.tsx";
import { type AttachDraft, detailsOf, draftFor } from "./attach-draft.ts";
import { adoptEvidence } from "./checklist-store.ts";
import type { ItemView } from "./item-view.ts";

interface AttachDialogProps {
  readonly view: ItemView;
  readonly dossier: Dossier;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** What a piece of evidence is, then the file itself; tied to the item from the start. */
export function AttachDialog({ view, dossier, isOpen, onClose }: AttachDialogProps): ReactNode {
  const text = useText();
  const [draft, setDraft] = useState<AttachDraft>(() => emptyDraft(view));
  const { attach, cancel, fault, progress, isBusy } = useAttach({ view, dossier, onDone });
  const details = detailsOf(draft);
  function onDone(): void {
    setDraft(emptyDraft(view));
    onClose();
  }
  return (
    <Dialog
      title={text("checklist.attachTitle", { item: view.itemId })}
      isOpen={isOpen}
      // What has been typed stays for the next opening.
      onClose={isBusy ? cancel : onClose}
      actions={
        <Button
          tone="primary"
          icon={FolderOpen}
          isDisabled={details === undefined}
          isBusy={isBusy}
          onPress={() => details !== undefined && void attach(details)}
        >
          {text("checklist.attachGo")}
        </Button>
      }
    >
      <div className={css["form"]}>
        <p className={css["lead"]}>{text("checklist.attachLead")}</p>
        {fault !== undefined && fault.code !== "cancelled" && (
          <Banner tone="error" title={faultText(text, fault)} isLive />
        )}
        <AttachFields draft={draft} onChange={(part) => setDraft((known) => ({ ...known, ...part }))} view={view} />
        {details === undefined && <p className={css["lead"]}>{text("checklist.attachNeeds")}</p>}
        {isBusy && (
          <Progress
            label={text(progress === undefined ? "checklist.attachWaiting" : "checklist.attachBusy")}
            done={progress?.done}
            total={progress === undefined || progress.total === 0 ? undefined : progress.total}
            detail={progress === undefined ? "" : sizeWords(progress.done, progress.total)}
            onCancel={cancel}
          />
        )}
      </div>
    </Dialog>
  );
}

function emptyDraft(view: ItemView): AttachDraft {
  const asked = howFarAt(view.row.item, view.one.depth).sources.map((entry) => entry.source);
  return draftFor(view.row.item, asked, sessionStore.getState().status?.personName ?? "");
}

interface UseAttachParts {
  readonly view: ItemView;
  readonly dossier: Dossier;
  readonly onDone: () => void;
}

/** Takes one file in at a time, with its progress and a way to stop it. */
function useAttach({ view, dossier, onDone }: UseAttachParts): {
  attach: (details: NonNullable<ReturnType<typeof detailsOf>>) => Promise<void>;
  cancel: () => void;
  fault: Fault | undefined;
  progress: EventPayload<"task.progress"> | undefined;
  isBusy: boolean;
} {
  const taskId = useRef<string>(undefined);
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault>();
  const [progress, setProgress] = useState<EventPayload<"task.progress">>();
  useEffect(
    () =>
      onEvent("task.progress", (event) => {
        if (event.taskId === taskId.current) setProgress(event);
      }),
    [],
  );
  return {
    isBusy,
    fault,
    progress,
    cancel: () => {
      if (taskId.current !== undefined) void host.app.cancelTask({ taskId: taskId.current });
    },
    attach: async (details) => {
      if (isBusy) return;
      const id = crypto.randomUUID();
      taskId.current = id;
      setBusy(true);
      setFault(undefined);
      setProgress(undefined);
      const taken = await host.evidence.attach({ dossierId: dossier.id, itemId: view.itemId, taskId: id, details });
      taskId.current = undefined;
      setBusy(false);
      if (!taken.ok) {
        setFault(taken.error);
        return;
      }
      adoptEvidence(taken.value);
      onDone();
    },
  };
}

/** Bytes as a person reads them, in mebibytes with one decimal; the same in both languages. */
function sizeWords(doneBytes: number, totalBytes: number): string {
  const mebibytes = (bytes: number): string => (bytes / 1_048_576).toFixed(1);
  return totalBytes === 0 ? `${mebibytes(doneBytes)} MiB` : `${mebibytes(doneBytes)} / ${mebibytes(totalBytes)} MiB`;
}
