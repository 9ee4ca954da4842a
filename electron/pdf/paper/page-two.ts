import type { Block, GridItem } from "../document/model.ts";
import { prose } from "./page-one.ts";
import type { Wording } from "./wording.ts";

/** Page two: the facts, the measures, what was not seen, and the committee's decision. */
export function pageTwo(words: Wording): Block[] {
  const { say, data } = words;
  return [
    { kind: "section", number: "5", title: say("section_facts"), place: "top", blocks: [facts(words)] },
    { kind: "section", number: "7", title: say("section_measures"), place: "top", blocks: [measures(words)] },
    prose(words, "8", "coverage", "compact"),
    prose(words, "9", "law", "compact"),
    {
      kind: "section",
      number: "10",
      title: say("section_fairness"),
      place: "side",
      blocks: [fairness(words)],
    },
    {
      kind: "section",
      number: "11",
      title: say("section_precedents"),
      place: "side",
      blocks: [precedents(words)],
    },
    {
      kind: "section",
      number: "12",
      title: say(data.decision === null ? "sectionDecisionBlank" : "section_decision"),
      place: "side",
      blocks: [decision(words)],
    },
  ];
}

function facts(words: Wording): Block {
  const { say, data } = words;
  if (data.facts === null) return { kind: "paragraph", text: say("withheld"), role: "cell" };
  if (data.facts.length === 0) return { kind: "paragraph", text: say("factsNone"), role: "cell" };
  const isJapanese = data.locale === "ja";
  return {
    kind: "table",
    summary: say("factsSummary"),
    columns: [
      { header: say("factsFactor"), share: isJapanese ? 16 : 18 },
      { header: say("factsFact"), share: isJapanese ? 31 : 30 },
      { header: say("factsSource"), share: isJapanese ? 10 : 9 },
      { header: say("factsExplanation"), share: isJapanese ? 23 : 22 },
      { header: say("factsAssessment"), share: 26 },
    ],
    rows: data.facts.map((row) => ({
      kind: "body",
      cells: [
        { text: row.factor, role: "cellStrong", headsRow: true },
        { text: row.fact },
        {
          text: row.sources.map(({ reliability, evidence }) => say("factSource", { reliability, evidence })).join("\n"),
        },
        { text: row.explanation === "" ? say("noEntry") : row.explanation },
        { text: row.assessment },
      ],
    })),
  };
}

function measures(words: Wording): Block {
  const { say, data } = words;
  if (data.measures.length === 0) return { kind: "paragraph", text: say("measuresNone"), role: "cell" };
  const isJapanese = data.locale === "ja";
  return {
    kind: "table",
    summary: say("measuresSummary"),
    columns: [
      { header: say("measuresNumber"), share: isJapanese ? 7 : 6, align: "center" },
      { header: say("measuresTitle"), share: isJapanese ? 24 : 27 },
      { header: say("measuresFactors"), share: isJapanese ? 18 : 16 },
      { header: say("measuresOwner"), share: isJapanese ? 15 : 12 },
      { header: say("measuresDue"), share: isJapanese ? 13.5 : 14 },
      { header: say("measuresVerification"), share: isJapanese ? 24 : 23 },
      { header: say("measuresBurden"), share: isJapanese ? 6 : 10.5, align: "center" },
      { header: say("measuresBeforeStart"), share: isJapanese ? 8 : 9, align: "center" },
      { header: say("measuresStatus"), share: isJapanese ? 9 : 12, align: "center" },
    ],
    rows: data.measures.map((row, index) => ({
      kind: "body",
      cells: [
        { text: String(index + 1) },
        { text: row.title, headsRow: true },
        { text: row.factors },
        { text: row.owner === "" ? say("noEntry") : row.owner },
        { text: words.dateShort(row.dueOn) },
        { text: row.verification === "" ? say("noEntry") : row.verification },
        { text: say(`burden_${row.burden}`) },
        { text: row.isBeforeStart ? say("beforeStart") : say("noEntry") },
        { text: say(`status_${row.status}`) },
      ],
    })),
  };
}

function fairness(words: Wording): Block {
  const { say, data } = words;
  const item = (isChecked: boolean, text: string): { isChecked: boolean; text: string; spoken: string } => ({
    isChecked,
    text,
    spoken: say(isChecked ? "checked" : "unchecked"),
  });
  return {
    kind: "checks",
    items: [
      item(data.fairness.noAttribute, say("fairnessNoAttribute")),
      item(data.fairness.heard, say("fairnessHeard")),
      item(data.fairness.consistent, say("fairnessConsistent")),
    ],
  };
}

function precedents(words: Wording): Block {
  const { say, data } = words;
  if (data.precedents.length === 0) return { kind: "paragraph", text: say("precedentsNone"), role: "cell" };
  return { kind: "list", items: data.precedents };
}

function decision(words: Wording): Block {
  const { say, data } = words;
  const made = data.decision;
  const orNone = (text: string | undefined): string =>
    made === null ? "" : text === undefined || text === "" ? say("none") : text;
  const item = (label: string, value: string, share: number, minHeightPt: number): GridItem => ({
    label,
    value,
    share,
    role: "cell",
    // Room to write in while there is no decision yet.
    minHeightPt: made === null ? minHeightPt : 0,
  });
  const outcome = made === null ? say("decisionOutcomeBlank") : say(`outcome_${made.outcome}`);
  const rows: GridItem[][] = [
    [
      { label: say("decisionOutcome"), value: outcome, share: 60, role: made === null ? "value" : "strong" },
      item(say("decisionDecidedOn"), made === null ? "" : words.date(made.decidedOn), 24, 10),
      item(say("decisionReviewDate"), made === null ? "" : words.date(made.reviewDate), 24, 10),
    ],
    [
      item(say("decisionReason"), orNone(made?.reason), 1, 19),
      item(say("decisionConditions"), orNone(made?.conditions), 1, 19),
    ],
    [
      item(say("decisionDissent"), orNone(made?.dissent), 1, 14),
      item(say("decisionDeparture"), orNone(made?.departureReason), 1, 14),
    ],
    [
      item(say("decisionAttendees"), orNone(made?.attendees), 60, 11),
      item(say("decisionRecused"), orNone(made?.recused), 40, 11),
    ],
  ];
  return { kind: "grid", rows };
}
