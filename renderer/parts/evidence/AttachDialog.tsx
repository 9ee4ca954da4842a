import { FolderOpen } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { Evidence } from "../../../shared/domain/evidence.ts";
import type { DossierId, ItemId } from "../../../shared/domain/ids.ts";
import { type FormDraft, useFormDraft } from "../../stores/form-draft.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Progress } from "../../ui/Progress.tsx";
import { EvidenceFields } from "./EvidenceFields.tsx";
import { detailsOf, draftFor, type EvidenceDraft, type Expected, KeptEvidence } from "./evidence-draft.ts";
import css from "./evidence-form.module.css";
import { type AttachWork, useAttach } from "./use-attach.ts";

interface AttachDialogProps {
  readonly title: string;
  readonly dossierId: DossierId;
  /** The item the evidence is tied to from the start, or null. */
  readonly itemId: ItemId | null;
  readonly expected: Expected;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onTaken: (evidence: Evidence) => void;
  /** What was begun before a lock is back; the dialog wants to be open. */
  readonly onRestored: () => void;
}

/** What a piece of evidence is, then the file itself. What has been typed stays for the next opening. */
export function AttachDialog(props: AttachDialogProps): ReactNode {
  const { title, expected, isOpen, onClose } = props;
  const text = useText();
  const { draft, change, kept, work } = useAttachForm(props);
  const { attach, cancel, fault, progress, isBusy } = work;
  const details = detailsOf(draft);
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={() => {
        if (isBusy) {
          cancel();
          return;
        }
        // Put aside by the person, it does not come back by itself.
        kept.drop();
        onClose();
      }}
      actions={
        <Button
          tone="primary"
          icon={FolderOpen}
          isDisabled={details === undefined}
          isBusy={isBusy}
          onPress={() => details !== undefined && void attach(details)}
        >
          {text("evidenceform.go")}
        </Button>
      }
    >
      <div className={css["form"]}>
        <p className={css["lead"]}>{text("evidenceform.lead")}</p>
        {fault !== undefined && fault.code !== "cancelled" && (
          <Banner tone="error" title={faultText(text, fault)} isLive />
        )}
        <EvidenceFields draft={draft} onChange={change} askedTypes={expected.types} takesFocus />
        {details === undefined && <p className={css["lead"]}>{text("evidenceform.needs")}</p>}
        {isBusy && (
          <Progress
            label={text(progress === undefined ? "evidenceform.waiting" : "evidenceform.busy")}
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

interface AttachForm {
  readonly draft: EvidenceDraft;
  readonly kept: FormDraft;
  readonly work: AttachWork;
  change(part: Partial<EvidenceDraft>): void;
}

function useAttachForm(props: AttachDialogProps): AttachForm {
  const { dossierId, itemId, expected, onClose, onTaken, onRestored } = props;
  // What is expected may change while the form is open; what was typed is measured against what it began with.
  const [start, setStart] = useState<EvidenceDraft>(() => draftFor(expected));
  const [draft, setDraft] = useState(start);
  const kept = useFormDraft({
    dossierId,
    form: itemId === null ? "attach" : `attach.${itemId}`,
    schema: KeptEvidence,
    value: draft,
    isTouched: JSON.stringify(draft) !== JSON.stringify(start),
    onRestore: (restored) => {
      setDraft((known) => ({ ...known, ...restored }));
      onRestored();
    },
  });
  const work = useAttach({
    dossierId,
    itemId,
    onDone: (evidence) => {
      kept.drop();
      const next = draftFor(expected);
      setStart(next);
      setDraft(next);
      onTaken(evidence);
      onClose();
    },
  });
  return { draft, kept, work, change: (part) => setDraft((known) => ({ ...known, ...part })) };
}

/** Bytes as a person reads them, in mebibytes with one decimal; the same in both languages. */
function sizeWords(doneBytes: number, totalBytes: number): string {
  const mebibytes = (bytes: number): string => (bytes / 1_048_576).toFixed(1);
  return totalBytes === 0 ? `${mebibytes(doneBytes)} MiB` : `${mebibytes(doneBytes)} / ${mebibytes(totalBytes)} MiB`;
}
