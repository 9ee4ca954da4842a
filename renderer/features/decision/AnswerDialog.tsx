import { type ReactNode, useState } from "react";
import { z } from "zod";
import type { ApprovalAnswer, Decision } from "../../../shared/domain/decision.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { textLimits } from "../../../shared/domain/text.ts";
import { host } from "../../host.ts";
import { ReauthDialog } from "../../parts/reauth/ReauthDialog.tsx";
import { useFormDraft } from "../../stores/form-draft.ts";
import { notify } from "../../stores/notice-store.ts";
import { useSpeaker } from "../../stores/speaker.ts";
import { useText } from "../../stores/text.ts";
import { TextArea } from "../../ui/TextArea.tsx";
import { reloadDecisions } from "./decision-store.ts";

const KeptNote = z.object({ note: z.string() });

/** What an approver says. */
export type AnswerKind = ApprovalAnswer;

interface AnswerDialogProps {
  readonly dossier: Dossier;
  readonly decision: Decision;
  readonly kind: AnswerKind;
  readonly onClose: () => void;
}

/** Approves or returns the decision put forward; says what follows and asks for the passphrase again. */
export function AnswerDialog({ dossier, decision, kind, onClose }: AnswerDialogProps): ReactNode {
  const text = useText();
  const { nameOf } = useSpeaker();
  const [note, setNote] = useState("");
  const kept = useFormDraft({
    dossierId: dossier.id,
    form: `decision-answer.${decision.id}`,
    schema: KeptNote,
    value: { note },
    isTouched: note !== "",
    onRestore: (restored) => setNote(restored.note),
  });
  const isReturn = kind === "return";
  const outcome = nameOf("recommendation", decision.outcome);
  return (
    <ReauthDialog<never, Decision>
      title={text(isReturn ? "decision.returnTitle" : "decision.approveTitle", { outcome })}
      lead={text(isReturn ? "decision.returnLead" : "decision.approveLead", { by: decision.recordedBy })}
      confirmLabel={text(`decision.${kind}`)}
      startsInFields={isReturn}
      isConfirmDisabled={isReturn && note.trim().length < textLimits.reasonMinimum}
      onConfirm={({ passphrase }) =>
        host.decision.answer({ dossierId: dossier.id, decisionId: decision.id, answer: kind, note, passphrase })
      }
      onDone={() => {
        kept.drop();
        onClose();
        notify({ tone: "success", text: text(isReturn ? "decision.returned" : "decision.approved") });
        void reloadDecisions(dossier.id);
      }}
      onClose={onClose}
    >
      <TextArea
        label={text(isReturn ? "decision.returnNote" : "decision.approveNote")}
        {...(isReturn && { help: text("decision.returnNoteHelp") })}
        necessity={isReturn ? "required" : "optional"}
        value={note}
        onChange={setNote}
        characterLimit={textLimits.shortNote}
        rows={3}
        autoFocus={isReturn}
      />
    </ReauthDialog>
  );
}
