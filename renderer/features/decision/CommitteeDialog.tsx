import { type ReactNode, useState } from "react";
import { z } from "zod";
import { ApprovalAnswer, type Decision } from "../../../shared/domain/decision.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { textLimits } from "../../../shared/domain/text.ts";
import { dayOf } from "../../../shared/domain/time.ts";
import { host } from "../../host.ts";
import { ReauthDialog } from "../../parts/reauth/ReauthDialog.tsx";
import { useFormDraft } from "../../stores/form-draft.ts";
import { notify } from "../../stores/notice-store.ts";
import { useText } from "../../stores/text.ts";
import { ChoiceGroup } from "../../ui/ChoiceGroup.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { TextField } from "../../ui/TextField.tsx";
import css from "./AnswerCard.module.css";
import { reloadDecisions } from "./decision-store.ts";

const KeptResolution = z.object({
  meeting: z.string(),
  day: z.string().nullable(),
  outcome: ApprovalAnswer.nullable(),
  note: z.string(),
});

interface CommitteeDialogProps {
  readonly dossier: Dossier;
  readonly decision: Decision;
  readonly onClose: () => void;
}

/** Records what the committee resolved, with the meeting and its day; asks for the passphrase again. */
export function CommitteeDialog({ dossier, decision, onClose }: CommitteeDialogProps): ReactNode {
  const text = useText();
  const [meeting, setMeeting] = useState("");
  const [day, setDay] = useState<string | undefined>();
  const [outcome, setOutcome] = useState<ApprovalAnswer>();
  const [note, setNote] = useState("");
  const kept = useFormDraft({
    dossierId: dossier.id,
    form: `committee.${decision.id}`,
    schema: KeptResolution,
    value: { meeting, day: day ?? null, outcome: outcome ?? null, note },
    isTouched: meeting !== "" || day !== undefined || outcome !== undefined || note !== "",
    onRestore: (restored) => {
      setMeeting(restored.meeting);
      setDay(restored.day ?? undefined);
      setOutcome(restored.outcome ?? undefined);
      setNote(restored.note);
    },
  });
  const isShort = outcome === "return" && note.trim().length < textLimits.reasonMinimum;
  return (
    <ReauthDialog<never, Decision>
      title={text("decision.committeeTitle")}
      lead={text("decision.committeeLead")}
      confirmLabel={text("decision.recordCommittee")}
      startsInFields
      isConfirmDisabled={meeting.trim() === "" || day === undefined || outcome === undefined || isShort}
      onConfirm={async ({ passphrase }) =>
        host.decision.recordCommittee({
          dossierId: dossier.id,
          decisionId: decision.id,
          meeting: meeting.trim(),
          day: day ?? "",
          outcome: outcome ?? "return",
          note,
          passphrase,
        })
      }
      onDone={() => {
        kept.drop();
        onClose();
        notify({ tone: "success", text: text("decision.committeeRecorded") });
        void reloadDecisions(dossier.id);
      }}
      onClose={onClose}
    >
      <div className={css["fields"]}>
        <TextField
          label={text("decision.committeeMeeting")}
          help={text("decision.committeeMeetingHelp")}
          necessity="required"
          value={meeting}
          onChange={setMeeting}
          autoFocus
          maxLength={textLimits.name}
        />
        <DateField
          label={text("decision.committeeDay")}
          necessity="required"
          value={day}
          onChange={setDay}
          max={dayOf(Date.now())}
        />
        <ChoiceGroup
          label={text("decision.committeeOutcome")}
          necessity="required"
          value={outcome}
          onChange={(chosen) => setOutcome(chosen === "approve" ? "approve" : "return")}
          choices={[
            { value: "approve", label: text("decision.answer-approve") },
            { value: "return", label: text("decision.answer-return") },
          ]}
        />
        <TextArea
          label={text("decision.committeeNote")}
          {...(outcome === "return" && { help: text("decision.returnNoteHelp") })}
          necessity={outcome === "return" ? "required" : "optional"}
          value={note}
          onChange={setNote}
          characterLimit={textLimits.shortNote}
          rows={3}
        />
      </div>
    </ReauthDialog>
  );
}
