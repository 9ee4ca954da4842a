import { FolderOpen } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { Evidence } from "../../../shared/domain/evidence.ts";
import type { DossierId, ItemId } from "../../../shared/domain/ids.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Progress } from "../../ui/Progress.tsx";
import { EvidenceFields } from "./EvidenceFields.tsx";
import { detailsOf, draftFor, type EvidenceDraft, type Expected } from "./evidence-draft.ts";
import css from "./evidence-form.module.css";
import { useAttach } from "./use-attach.ts";

interface AttachDialogProps {
  readonly title: string;
  readonly dossierId: DossierId;
  /** The item the evidence is tied to from the start, or null. */
  readonly itemId: ItemId | null;
  readonly expected: Expected;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onTaken: (evidence: Evidence) => void;
}

/** What a piece of evidence is, then the file itself. What has been typed stays for the next opening. */
export function AttachDialog(props: AttachDialogProps): ReactNode {
  const { title, dossierId, itemId, expected, isOpen, onClose, onTaken } = props;
  const text = useText();
  const [draft, setDraft] = useState<EvidenceDraft>(() => draftFor(expected));
  const work = useAttach({
    dossierId,
    itemId,
    onDone: (evidence) => {
      setDraft(draftFor(expected));
      onTaken(evidence);
      onClose();
    },
  });
  const { attach, cancel, fault, progress, isBusy } = work;
  const details = detailsOf(draft);
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={isBusy ? cancel : onClose}
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
        <EvidenceFields
          draft={draft}
          onChange={(part) => setDraft((known) => ({ ...known, ...part }))}
          askedTypes={expected.types}
          takesFocus
        />
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

/** Bytes as a person reads them, in mebibytes with one decimal; the same in both languages. */
function sizeWords(doneBytes: number, totalBytes: number): string {
  const mebibytes = (bytes: number): string => (bytes / 1_048_576).toFixed(1);
  return totalBytes === 0 ? `${mebibytes(doneBytes)} MiB` : `${mebibytes(doneBytes)} / ${mebibytes(totalBytes)} MiB`;
}
