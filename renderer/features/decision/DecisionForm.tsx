import { type ReactNode, useEffect, useRef } from "react";
import { decisionLimits } from "../../../shared/domain/decision.ts";
import { dayOf } from "../../../shared/domain/time.ts";
import { useContent } from "../../stores/content-store.ts";
import { useSpeaker } from "../../stores/speaker.ts";
import { usePick, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Card } from "../../ui/Card.tsx";
import { ChoiceGroup } from "../../ui/ChoiceGroup.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { TextField } from "../../ui/TextField.tsx";
import css from "./DecisionForm.module.css";
import { departs, needsReviewDay } from "./decision-draft.ts";
import type { Recording } from "./use-recording.ts";

/** What takes focus inside the first field that is marked as wrong: its input, or the first part of a date. */
const firstProblem = "[data-invalid] :is(input, textarea, [role='spinbutton'])";

/** The form: outcome, reason, what goes with it, and who decided when. */
export function DecisionForm({ recording }: { recording: Recording }): ReactNode {
  const text = useText();
  const form = useRef<HTMLDivElement>(null);
  const { attempts } = recording;
  useEffect(() => {
    // The list of problems stands at the foot; the person is taken to the first of them.
    if (attempts > 0) form.current?.querySelector<HTMLElement>(firstProblem)?.focus();
  }, [attempts]);
  return (
    <Card title={text("decision.formTitle")} lead={text("decision.room")}>
      <div ref={form} className={css["form"]}>
        <Outcome recording={recording} />
        <Departure recording={recording} />
        <LimitedText recording={recording} field="reason" />
        <LimitedText recording={recording} field="conditions" />
        <LimitedText recording={recording} field="dissent" />
        <ReviewDay recording={recording} />
        <Meeting recording={recording} />
      </div>
    </Card>
  );
}

function Outcome({ recording }: { recording: Recording }): ReactNode {
  const text = useText();
  const pick = usePick();
  const { vocabulary } = useContent();
  return (
    <ChoiceGroup
      label={text("decision.outcome")}
      necessity="required"
      choices={vocabulary.decisions.map((one) => ({ value: one.id, label: pick(one.name), help: pick(one.meaning) }))}
      value={recording.draft.outcome}
      onChange={(outcome) => recording.change({ outcome })}
      error={recording.errorOf("outcome")}
    />
  );
}

/** Appears only where the outcome is another than recommended, and says what follows from that. */
function Departure({ recording }: { recording: Recording }): ReactNode {
  const text = useText();
  const { nameOf } = useSpeaker();
  const { draft, assessment } = recording;
  const { advice } = assessment;
  if (draft.outcome === undefined || !departs(draft.outcome, assessment)) return null;
  if (advice.recommendation === "pend" && draft.outcome !== "avoid") return null;
  return (
    <div className={css["departure"]}>
      <Banner
        tone="warning"
        title={text("decision.departs", { recommended: nameOf("recommendation", advice.recommendation) })}
      >
        {text("decision.departsWho", { approver: nameOf("role", advice.approverOnDeparture) })}
      </Banner>
      <TextArea
        label={text("decision.departureReason")}
        help={text("decision.departureHelp")}
        necessity="required"
        value={draft.departureReason}
        onChange={(departureReason) => recording.change({ departureReason })}
        characterLimit={decisionLimits.departureReason}
        error={recording.errorOf("departureReason")}
        rows={2}
      />
    </div>
  );
}

interface LimitedTextProps {
  readonly recording: Recording;
  readonly field: "reason" | "conditions" | "dissent";
}

const helps = { reason: "decision.reasonHelp", conditions: "decision.conditionsHelp", dissent: undefined } as const;

function LimitedText({ recording, field }: LimitedTextProps): ReactNode {
  const text = useText();
  const help = helps[field];
  return (
    <TextArea
      label={text(`decision.${field}`)}
      {...(help !== undefined && { help: text(help) })}
      necessity={field === "reason" ? "required" : "optional"}
      value={recording.draft[field]}
      onChange={(value) => recording.change({ [field]: value })}
      characterLimit={decisionLimits[field]}
      error={recording.errorOf(field)}
      rows={field === "reason" ? 4 : 2}
    />
  );
}

function ReviewDay({ recording }: { recording: Recording }): ReactNode {
  const text = useText();
  const { draft, assessment } = recording;
  const isNeeded = needsReviewDay(draft.outcome, assessment);
  return (
    <DateField
      label={text("decision.reviewDay")}
      help={text(isNeeded ? "decision.reviewDayNeeded" : "decision.reviewDayFree")}
      necessity={isNeeded ? "required" : "optional"}
      value={draft.reviewDay ?? undefined}
      onChange={(day) => recording.change({ reviewDay: day ?? null })}
      error={recording.errorOf("reviewDay")}
    />
  );
}

function Meeting({ recording }: { recording: Recording }): ReactNode {
  const text = useText();
  const { draft } = recording;
  return (
    <fieldset className={css["meeting"]}>
      <legend className={css["legend"]}>{text("decision.meeting")}</legend>
      <div className={css["fields"]}>
        <TextField
          label={text("decision.decidedBy")}
          help={text("decision.decidedByHelp")}
          necessity="required"
          value={draft.decidedBy}
          onChange={(decidedBy) => recording.change({ decidedBy })}
          error={recording.errorOf("decidedBy")}
          isName
        />
        <DateField
          label={text("decision.decidedDay")}
          necessity="required"
          value={draft.decidedDay ?? undefined}
          onChange={(day) => recording.change({ decidedDay: day ?? null })}
          max={dayOf(Date.now())}
          error={recording.errorOf("decidedDay")}
        />
        <TextArea
          label={text("decision.attendees")}
          necessity="optional"
          value={draft.attendees}
          onChange={(attendees) => recording.change({ attendees: oneLine(attendees) })}
          characterLimit={decisionLimits.attendees}
          error={recording.errorOf("attendees")}
          rows={2}
        />
        <TextArea
          label={text("decision.recusals")}
          necessity="optional"
          value={draft.recusals}
          onChange={(recusals) => recording.change({ recusals: oneLine(recusals) })}
          characterLimit={decisionLimits.recusals}
          error={recording.errorOf("recusals")}
          rows={2}
        />
      </div>
    </fieldset>
  );
}

/** The paper has one line for these; a pasted list of names becomes one. */
function oneLine(value: string): string {
  return value.replace(/\s*[\n\t]\s*/gu, " ");
}
