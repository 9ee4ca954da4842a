import type { ReactNode } from "react";
import { Band } from "../../../shared/domain/content/vocabulary.ts";
import type { Decision } from "../../../shared/domain/decision.ts";
import { useContent } from "../../stores/content-store.ts";
import { useSpeaker } from "../../stores/speaker.ts";
import { usePick, useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { BandTag } from "../../ui/BandTag.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { type DescriptionItem, DescriptionList } from "../../ui/DescriptionList.tsx";
import { HashText } from "../../ui/HashText.tsx";
import { NameText } from "../../ui/NameText.tsx";
import css from "./DecisionFacts.module.css";

/** Everything a recorded decision states, with the hash of what it rested on. */
export function DecisionFacts({ decision }: { decision: Decision }): ReactNode {
  const text = useText();
  const pick = usePick();
  const { nameOf } = useSpeaker();
  const { vocabulary } = useContent();
  const outcome = vocabulary.decisions.find((one) => one.id === decision.outcome);
  const recommended = nameOf("recommendation", decision.recommendation);
  const isRouted = decision.recommendation === "escalate";
  const standing = decision.departs ? "decision.departed" : isRouted ? "decision.routed" : "decision.followed";
  return (
    <div className={css["facts"]}>
      <p className={css["head"]}>
        <span className={css["outcome"]}>{outcome === undefined ? decision.outcome : pick(outcome.name)}</span>
        <Badge tone={decision.departs ? "warning" : "neutral"}>{text(standing, { recommended })}</Badge>
        {decision.approval !== null && <Badge>{text(`decision.answer-${decision.approval.answer}`)}</Badge>}
        <span>
          <DateText iso={decision.decidedDay} />
        </span>
      </p>
      <DescriptionList items={[...useTexts(decision), ...useGrounds(decision), ...useAnswer(decision)]} />
    </div>
  );
}

/** What people wrote; empty fields are left out. */
function useTexts(decision: Decision): DescriptionItem[] {
  const text = useText();
  const fields = [
    "reason",
    "departureReason",
    "conditions",
    "dissent",
    "decidedBy",
    "attendees",
    "recusals",
  ] as const satisfies readonly (keyof Decision)[];
  return fields
    .filter((field) => decision[field].trim() !== "")
    .map((field) => ({
      id: field,
      term: text(`decision.${field}`),
      value: <span className={css["written"]}>{decision[field]}</span>,
    }));
}

/** What it rested on and who recorded it. */
function useGrounds(decision: Decision): DescriptionItem[] {
  const text = useText();
  const { nameOf } = useSpeaker();
  const band = (id: string): ReactNode => {
    const known = Band.safeParse(id);
    return known.success ? <BandTag band={known.data} label={nameOf("band", known.data)} /> : id;
  };
  const { reviewDay } = decision;
  return [
    ...(reviewDay === null
      ? []
      : [{ id: "review", term: text("decision.reviewDay"), value: <DateText iso={reviewDay} /> }]),
    { id: "inherent", term: text("decision.inherent"), value: band(decision.inherent) },
    { id: "residual", term: text("decision.residual"), value: band(decision.residual) },
    { id: "route", term: text("decision.routeTitle"), value: nameOf("role", decision.route) },
    {
      id: "recorded",
      term: text("decision.recordedBy"),
      value: (
        <>
          <NameText name={decision.recordedBy} /> <DateText instantMs={decision.recordedAt} />
        </>
      ),
    },
    {
      id: "snapshot",
      term: text("decision.snapshot"),
      value: (
        <>
          <HashText value={decision.snapshotHash} />
          <span className={css["hint"]}>{text("decision.snapshotHint")}</span>
        </>
      ),
    },
  ];
}

/** What the second person or the committee said, by whom and with which key; nothing while it waits. */
function useAnswer({ approval }: Decision): DescriptionItem[] {
  const text = useText();
  if (approval === null) return [];
  return [
    {
      id: "answer",
      term: text(`decision.answeredBy-${approval.kind}`),
      value: (
        <>
          {text(`decision.answer-${approval.answer}`)} <NameText name={approval.personName} />{" "}
          <DateText instantMs={approval.answeredAt} />
        </>
      ),
    },
    ...(approval.meeting === null
      ? []
      : [
          {
            id: "meeting",
            term: text("decision.committeeMeeting"),
            value: (
              <>
                <bdi>{approval.meeting}</bdi> {approval.meetingDay !== null && <DateText iso={approval.meetingDay} />}
              </>
            ),
          },
        ]),
    ...(approval.note.trim() === ""
      ? []
      : [
          {
            id: "answerNote",
            term: text("decision.answerNote"),
            value: <span className={css["written"]}>{approval.note}</span>,
          },
        ]),
    ...(approval.keyFingerprint === null
      ? []
      : [{ id: "answerKey", term: text("people.fingerprint"), value: <HashText value={approval.keyFingerprint} /> }]),
  ];
}
