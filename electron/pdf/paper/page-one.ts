import type { Block, Row } from "../document/model.ts";
import type { PaperData } from "./paper-data.ts";
import { riskFigure } from "./risk-figure.ts";
import type { Wording } from "./wording.ts";

/** Page one: what the paper is, what is to be decided, what is proposed, and the risk. */
export function pageOne(words: Wording, dataSha256: string): Block[] {
  const { data, say } = words;
  return [
    { kind: "heading", level: 1, text: say("documentKind"), bookmark: 1 },
    { kind: "paragraph", text: data.case.title, role: "subtitle" },
    headerStrip(words, dataSha256),
    { kind: "space", heightPt: 5 },
    prose(words, "1", "request", "strong"),
    proposal(words),
    {
      kind: "section",
      number: "3",
      title: say("section_outline"),
      place: "side",
      blocks: [
        { kind: "paragraph", text: caseLine(words), role: "label" },
        { kind: "paragraph", text: data.sections.outline ?? say("withheld") },
      ],
    },
    prose(words, "4", "value"),
    { kind: "section", number: "6", title: say("section_risk"), place: "top", blocks: riskBlocks(words) },
  ];
}

/** A numbered section that is prose and nothing else. */
export function prose(
  words: Wording,
  number: string,
  section: keyof PaperData["sections"],
  role: "body" | "compact" | "strong" = "body",
): Block {
  const text = words.data.sections[section] ?? words.say("withheld");
  return {
    kind: "section",
    number,
    title: words.say(`section_${section}`),
    place: "side",
    blocks: [{ kind: "paragraph", text, role }],
  };
}

function headerStrip(words: Wording, dataSha256: string): Block {
  const { data, say } = words;
  const { document } = data;
  return {
    kind: "grid",
    rows: [
      [
        { label: say("headerNumber"), value: document.number, share: 30 },
        {
          label: say("headerVersion"),
          value: say("headerVersionValue", { version: String(document.version) }),
          share: 12,
        },
        { label: say("headerCreated"), value: words.dateTime(document.createdMs), share: 41 },
        { label: say("headerOffice"), value: document.office, share: 30 },
      ],
      [
        { label: say("headerHandling"), value: document.handlingClass, share: 30 },
        { label: say("headerLevel"), value: say(`level_${document.redactionLevel}`), share: 30 },
        {
          label: say("headerCopy"),
          value: document.copyNumber === "" ? say("noEntry") : document.copyNumber,
          share: 20,
        },
        { label: say("headerRetain"), value: words.date(document.retainUntil), share: 34 },
      ],
      [{ label: say("headerSha256"), value: dataSha256, role: "fine", share: 1 }],
    ],
  };
}

function caseLine(words: Wording): string {
  const { data, say } = words;
  const { kind, technologyTier, accessLevel, depth, from, to } = data.case;
  return say("caseLine", {
    kind: say(`kind_${kind}`),
    tier: technologyTier,
    access: accessLevel,
    depth: say(`depth_${depth}`),
    period:
      from === null && to === null
        ? say("noEntry")
        : say("periodFromTo", { from: words.date(from), to: words.date(to) }),
  });
}

function proposal(words: Wording): Block {
  const { data, say } = words;
  const { proposal: made, risk } = data;
  const rows = [
    ...(risk === null
      ? []
      : [
          [
            {
              label: say("proposalInherent"),
              value: say(`band_${risk.overall.inherent}`),
              role: "strong" as const,
              share: 1,
            },
            {
              label: say("proposalPlanned"),
              value: say(`band_${risk.overall.planned}`),
              role: "strong" as const,
              share: 1,
            },
            {
              label: say("proposalActual"),
              value: say(`band_${risk.overall.actual}`),
              role: "strong" as const,
              share: 1,
            },
          ],
        ]),
    [
      { label: say("proposalApprover"), value: made.approver, share: 2 },
      { label: say("proposalReplyBy"), value: words.date(made.replyBy), share: 1 },
    ],
  ];
  const departure: Block[] =
    made.departure === null
      ? []
      : [
          {
            kind: "paragraph",
            role: "label",
            text: say("proposalDeparture", { recommended: say(`outcome_${made.departure.recommended}`) }),
          },
          { kind: "paragraph", text: made.departure.reason },
        ];
  return {
    kind: "section",
    number: "2",
    title: say("section_conclusion"),
    place: "side",
    blocks: [
      {
        kind: "columns",
        columns: [
          {
            share: 30,
            blocks: [
              {
                kind: "panel",
                label: say("proposalLabel"),
                word: say(`outcome_${made.outcome}`),
                note: say(`outcomeNote_${made.outcome}`),
              },
            ],
          },
          { share: 70, blocks: [{ kind: "grid", rows }] },
        ],
      },
      { kind: "paragraph", text: data.sections.conclusion ?? say("withheld") },
      ...departure,
    ],
  };
}

function riskBlocks(words: Wording): Block[] {
  const { data, say } = words;
  const { risk } = data;
  if (risk === null) return [{ kind: "paragraph", text: say("withheld"), role: "cell" }];
  const shown = risk.rows.filter(({ inherent, planned, actual }) => inherent.score + planned.score + actual.score > 0);
  const others = risk.rows.filter((row) => !shown.includes(row));
  const isJapanese = data.locale === "ja";
  const scoreShare = isJapanese ? 21 : 25;
  const blocks: Block[] = [gates(words, risk.openGates)];
  blocks.push({
    kind: "table",
    summary: say("riskSummary"),
    columns: [
      { header: say("riskFactor"), share: isJapanese ? 42 : 35 },
      { header: say("riskInherent"), share: scoreShare },
      { header: say("riskPlanned"), share: scoreShare },
      { header: say("riskActual"), share: scoreShare },
      { header: say("riskFigure"), share: isJapanese ? 23 : 19 },
    ],
    rows: [...shown.map((row) => riskRow(words, row, Object.values(risk.bandStarts))), overallRow(words, risk.overall)],
  });
  const { moderate, high, critical } = risk.bandStarts;
  const starts = { moderate: String(moderate), high: String(high), critical: String(critical) };
  blocks.push({ kind: "paragraph", role: "fine", text: say("riskKey", starts) });
  if (others.length > 0) {
    const separator = data.locale === "ja" ? "、" : "; ";
    const factors = others.map(({ factor }) => factor).join(separator);
    blocks.push({ kind: "paragraph", role: "fine", text: say("riskOthers", { factors }) });
  }
  return blocks;
}

type Risk = NonNullable<PaperData["risk"]>;

function gates(words: Wording, open: Risk["openGates"]): Block {
  const { say } = words;
  if (open.length === 0) return { kind: "paragraph", role: "cell", text: say("gatesNone") };
  return {
    kind: "list",
    items: open.map(({ id, name, needsSecondPerson, confirmedBy }, index) => ({
      label: index === 0 ? say("gatesOpen") : "",
      text:
        confirmedBy !== null
          ? say("gateConfirmed", { id, name, by: confirmedBy })
          : say(needsSecondPerson ? "gateUnconfirmed" : "gateSingle", { id, name }),
    })),
  };
}

function riskRow(words: Wording, row: Risk["rows"][number], bandStarts: readonly number[]): Row {
  const { say } = words;
  const factor = row.isCounted ? row.factor : say("riskNotCounted", { factor: row.factor });
  const alt = say("riskFigureAlt", {
    factor: row.factor,
    inherent: String(row.inherent.score),
    planned: String(row.planned.score),
  });
  const figure = riskFigure({ inherent: row.inherent.score, planned: row.planned.score }, bandStarts, alt);
  const score = ({ band, score: points, likelihood, impact }: Risk["rows"][number]["inherent"]): string =>
    say("riskScore", {
      band: say(`band_${band}`),
      score: String(points),
      likelihood: String(likelihood),
      impact: String(impact),
    });
  return {
    kind: "body",
    cells: [
      { text: factor, headsRow: true },
      { text: score(row.inherent) },
      { text: score(row.planned) },
      { text: score(row.actual) },
      { text: "", figure },
    ],
  };
}

function overallRow(words: Wording, overall: Risk["overall"]): Row {
  const { say } = words;
  return {
    kind: "group",
    cells: [
      { text: say("riskOverall") },
      { text: say(`band_${overall.inherent}`) },
      { text: say(`band_${overall.planned}`) },
      { text: say(`band_${overall.actual}`) },
      { text: "" },
    ],
  };
}
