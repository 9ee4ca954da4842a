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

const nothingYet: z.infer<typeof KeptResolution> = { meeting: "", day: null, outcome: null, note: "" };

function useResolution({ dossier, decision }: CommitteeDialogProps) {
  const [resolution, setResolution] = useState(nothingYet);
  const kept = useFormDraft({
    dossierId: dossier.id,
    form: `committee.${decision.id}`,
    schema: KeptResolution,
    value: resolution,
    isTouched: resolution !== nothingYet,
    onRestore: setResolution,
  });
  const change = (part: Partial<typeof nothingYet>): void => setResolution((before) => ({ ...before, ...part }));
  return { resolution, change, kept };
}

/** Records what the committee resolved, with the meeting and its day; asks for the passphrase again. */
export function CommitteeDialog(props: CommitteeDialogProps): ReactNode {
  const { dossier, decision, onClose } = props;
  const text = useText();
  const { resolution, change, kept } = useResolution(props);
  const { meeting, day, outcome, note } = resolution;
  const isShort = outcome === "return" && note.trim().length < textLimits.reasonMinimum;
  return (
    <ReauthDialog<never, Decision>
      title={text("decision.committeeTitle")}
      lead={text("decision.committeeLead")}
      confirmLabel={text("decision.recordCommittee")}
      startsInFields
      isConfirmDisabled={meeting.trim() === "" || day === null || outcome === null || isShort}
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
          onChange={(next) => change({ meeting: next })}
          autoFocus
          maxLength={textLimits.name}
        />
        <DateField
          label={text("decision.committeeDay")}
          necessity="required"
          value={day ?? undefined}
          onChange={(next) => change({ day: next ?? null })}
          max={dayOf(Date.now())}
        />
        <ChoiceGroup
          label={text("decision.committeeOutcome")}
          necessity="required"
          value={outcome ?? undefined}
          onChange={(chosen) => change({ outcome: chosen === "approve" ? "approve" : "return" })}
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
          onChange={(next) => change({ note: next })}
          characterLimit={textLimits.shortNote}
          rows={3}
        />
      </div>
    </ReauthDialog>
  );
}
