import type { Block, Row } from "../document/model.ts";
import type { PaperData } from "./paper-data.ts";
import type { Wording } from "./wording.ts";

/** Annex 1: every question with its answer, reason and evidence numbers. */
export function annexChecklist(words: Wording): Block[] {
  const { say, data } = words;
  const heading: Block = { kind: "heading", level: 2, text: say("annexChecklist"), bookmark: 1 };
  if (data.checklist === null) return [heading, { kind: "paragraph", text: say("withheld") }];
  const rows = data.checklist.flatMap((section): Row[] => [
    { kind: "group", cells: [{ text: section.section, span: 5 }] },
    ...section.rows.map(
      (row): Row => ({
        kind: "body",
        cells: [
          { text: row.number, headsRow: true },
          { text: row.question },
          {
            text: `${say(`answer_${row.answer}`)}${row.isAwaitingCorroboration ? say("awaitingCorroboration") : ""}`,
            role: "cellStrong",
          },
          { text: row.reason === "" ? say("noEntry") : row.reason },
          { text: row.evidence.length === 0 ? say("noEntry") : row.evidence.join(", ") },
        ],
      }),
    ),
  ]);
  return [
    heading,
    { kind: "paragraph", role: "fine", text: basis(words) },
    { kind: "paragraph", role: "fine", text: answerCounts(words, data.checklist) },
    {
      kind: "table",
      summary: say("checklistSummary"),
      columns: [
        { header: say("checklistNumber"), share: 9 },
        { header: say("checklistQuestion"), share: 35 },
        { header: say("checklistAnswer"), share: 15 },
        { header: say("checklistReason"), share: 45 },
        { header: say("checklistEvidence"), share: 12 },
      ],
      rows,
    },
  ];
}

/** At the end of annex 1: scope and limits in whole, who signed them off, and every look into a source. */
export function annexScope(words: Wording): Block[] {
  const { say, data } = words;
  const { scope } = data;
  if (scope === undefined) return [];
  const signed =
    scope.signedMs === null
      ? say("scopeUnsigned")
      : say(scope.isCurrent ? "scopeSigned" : "scopeReopened", {
          name: scope.signedBy,
          at: words.dateTimeShort(scope.signedMs),
        });
  return [
    { kind: "space", heightPt: 8 },
    { kind: "heading", level: 3, text: say("annexScope") },
    ...scope.text
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line): Block => ({ kind: "paragraph", text: line })),
    { kind: "paragraph", role: "fine", text: signed },
    ...(scope.looks.length === 0 ? [] : [looksTable(words, scope.looks)]),
  ];
}

function looksTable({ say, dateShort }: Wording, looks: NonNullable<PaperData["scope"]>["looks"]): Block {
  const orNone = (text: string): string => (text === "" ? say("noEntry") : text);
  return {
    kind: "table",
    summary: say("scopeSummary"),
    columns: [
      { header: say("scopeSource"), share: 20 },
      { header: say("scopeName"), share: 20 },
      { header: say("scopeQuery"), share: 24 },
      { header: say("scopeEdition"), share: 14 },
      { header: say("scopeLookedOn"), share: 12 },
      { header: say("scopeResult"), share: 11 },
      { header: say("scopeItems"), share: 17 },
    ],
    rows: looks.map((look) => ({
      kind: "body",
      cells: [
        { text: look.isStated ? `${look.source}${say("scopeStated")}` : look.source, headsRow: true },
        { text: orNone(look.name) },
        { text: orNone(look.query) },
        { text: orNone(look.edition) },
        { text: dateShort(look.lookedOn) },
        { text: say(`look_${look.result}`), role: "cellStrong" },
        { text: look.items },
      ],
    })),
  };
}

function basis(words: Wording): string {
  const { say, data } = words;
  const template = say("headerTemplateValue", {
    id: data.template.id,
    version: data.template.version,
    hash: data.template.sha256.slice(0, 16),
  });
  const gap = data.locale === "ja" ? "　" : "   ";
  const policy = say("headerPolicyValue", { version: data.policyVersion });
  return [`${say("headerTemplate")} ${template}`, `${say("headerPolicy")} ${policy}`].join(gap);
}

function answerCounts(words: Wording, checklist: NonNullable<PaperData["checklist"]>): string {
  const { say, data } = words;
  const rows = checklist.flatMap((section) => section.rows);
  const answers = ["none", "minor", "material", "serious", "unknown", "na", "not_checked"] as const;
  const counts = answers.flatMap((answer) => {
    const count = rows.filter((row) => row.answer === answer).length;
    return count === 0 ? [] : [say("checklistCount", { answer: say(`answer_${answer}`), count: String(count) })];
  });
  const separator = data.locale === "ja" ? "、" : ", ";
  return say("checklistCounts", { total: String(rows.length), counts: counts.join(separator) });
}

/** Annex 2: what was screened against what, what came up, and how it was judged. */
export function annexScreening(words: Wording): Block[] {
  const { say, data } = words;
  const heading: Block = { kind: "heading", level: 2, text: say("annexScreening"), bookmark: 1 };
  const { screening } = data;
  if (screening === null) return [heading, { kind: "paragraph", text: say("withheld") }];
  const names = new Map(screening.names.map(({ id, name }) => [id, name]));
  const lists = new Map(screening.editions.map(({ id, name }) => [id, name]));
  const cutOff = decimal(screening.cutOffPermille);
  return [
    heading,
    {
      kind: "paragraph",
      role: "cell",
      text: say("screeningCutOff", { cutOff, at: words.dateTime(screening.screenedMs) }),
    },
    ...(screening.matcherVersion === undefined || screening.matcherVersion === ""
      ? []
      : [
          {
            kind: "paragraph",
            role: "cell",
            text: say("screeningMatcher", { version: screening.matcherVersion }),
          } as const,
        ]),
    ...(screening.changedOnly === undefined ? [] : [changedOnlyLine(words, screening.changedOnly)]),
    { kind: "paragraph", role: "strong", text: say("screeningCaution") },
    { kind: "heading", level: 3, text: say("screeningLists") },
    editionsTable(words, screening.editions),
    { kind: "heading", level: 3, text: say("screeningNames") },
    { kind: "list", items: screening.names.map(({ id, name }) => ({ label: id, text: name })) },
    { kind: "heading", level: 3, text: say("screeningCandidates") },
    screening.candidates.length === 0
      ? { kind: "paragraph", text: say("screeningNoCandidates"), role: "cell" }
      : candidatesTable(words, screening.candidates, { names, lists }),
  ];
}

type Screening = NonNullable<PaperData["screening"]>;

/** Candidates rest on an earlier comparison of everything and on what changed since. */
function changedOnlyLine(words: Wording, { wholeMs, compared }: NonNullable<Screening["changedOnly"]>): Block {
  const values = { at: words.dateTime(wholeMs), count: String(compared) };
  return { kind: "paragraph", role: "cell", text: words.say("screeningChangedOnly", values) };
}

function editionsTable(words: Wording, editions: Screening["editions"]): Block {
  const { say } = words;
  return {
    kind: "table",
    summary: say("screeningListsSummary"),
    columns: [
      { header: say("screeningListId"), share: 7 },
      { header: say("screeningListName"), share: 32 },
      { header: say("screeningListEdition"), share: 20 },
      { header: say("screeningListPublished"), share: 12 },
      { header: say("screeningListEntries"), share: 9, align: "right" },
      { header: say("screeningListSha256"), share: 34 },
    ],
    rows: editions.map((edition) => ({
      kind: "body",
      cells: [
        { text: edition.id, headsRow: true },
        { text: edition.name },
        { text: edition.edition },
        { text: words.dateShort(edition.publishedOn) },
        { text: String(edition.entryCount) },
        { text: twoLines(edition.sha256), role: "fine" },
      ],
    })),
  };
}

function candidatesTable(
  words: Wording,
  candidates: Screening["candidates"],
  known: { names: ReadonlyMap<string, string>; lists: ReadonlyMap<string, string> },
): Block {
  const { say } = words;
  return {
    kind: "table",
    summary: say("screeningCandidatesSummary"),
    columns: [
      { header: say("screeningSearched"), share: 19 },
      { header: say("screeningCandidate"), share: 23 },
      { header: say("screeningList"), share: 15 },
      { header: say("screeningScore"), share: 10, align: "right" },
      { header: say("screeningDisposition"), share: 13 },
      { header: say("screeningReason"), share: 24 },
      { header: say("screeningBy"), share: 15 },
    ],
    rows: candidates.map((row) => ({
      kind: "body",
      cells: [
        { text: known.names.get(row.nameId) ?? row.nameId },
        { text: row.isNameOnly ? `${row.listedName}\n${say("screeningNameOnly")}` : row.listedName },
        { text: known.lists.get(row.editionId) ?? row.editionId },
        { text: decimal(row.similarityPermille) },
        { text: dispositionText(say, row), role: "cellStrong" },
        { text: row.reason === "" ? say("noEntry") : row.reason },
        { text: [row.decidedBy, row.confirmedBy].filter((name) => name !== "").join("\n") || say("noEntry") },
      ],
    })),
  };
}

function dispositionText(say: Wording["say"], { disposition, pending }: Screening["candidates"][number]): string {
  if (pending === "judgement") return say("screeningUnjudged");
  const said = say(`disposition_${disposition}`);
  return pending === "confirmation" ? `${said}\n${say("screeningUnconfirmed")}` : said;
}

/** Annex 3: what the paper rests on, with the hashes by which each file can be recognised. */
export function annexEvidence(words: Wording): Block[] {
  const { say, data } = words;
  const heading: Block = { kind: "heading", level: 2, text: say("annexEvidence"), bookmark: 1 };
  if (data.evidence === null) return [heading, { kind: "paragraph", text: say("withheld") }];
  if (data.evidence.length === 0) return [heading, { kind: "paragraph", text: say("evidenceNone") }];
  return [
    heading,
    { kind: "paragraph", role: "fine", text: say("evidenceReliabilityKey") },
    {
      kind: "table",
      summary: say("evidenceSummary"),
      columns: [
        { header: say("evidenceNumber"), share: 7 },
        { header: say("evidenceTitle"), share: 34 },
        { header: say("evidenceSource"), share: 19 },
        { header: say("evidenceReliability"), share: 8, align: "center" },
        { header: say("evidenceCaptured"), share: 14 },
        { header: say("evidenceSha256"), share: 38 },
      ],
      rows: data.evidence.map((row) => ({
        kind: "body",
        cells: [
          { text: row.number, headsRow: true },
          { text: row.title },
          { text: row.sourceKind === "" ? say("noEntry") : row.sourceKind },
          { text: row.reliability },
          { text: row.capturedMs === null ? say("noEntry") : words.dateTimeShort(row.capturedMs) },
          { text: row.url === "" ? twoLines(row.sha256) : `${twoLines(row.sha256)}\n${row.url}`, role: "fine" },
        ],
      })),
    },
  ];
}

/** Annex 4: who decided and changed what, and the state of the audit trail. */
export function annexHistory(words: Wording): Block[] {
  const { say, data } = words;
  const heading: Block = { kind: "heading", level: 2, text: say("annexHistory"), bookmark: 1 };
  const trail: Block = {
    kind: "grid",
    rows: [
      [
        {
          label: say("trail"),
          value: say("trailText", { count: String(data.trail.count), hash: data.trail.headHash }),
          share: 1,
          role: "cell",
        },
      ],
    ],
  };
  if (data.history === null) return [heading, { kind: "paragraph", text: say("withheld") }, trail];
  if (data.history.length === 0) return [heading, { kind: "paragraph", text: say("historyNone") }, trail];
  return [
    heading,
    trail,
    { kind: "space", heightPt: 5 },
    {
      kind: "table",
      summary: say("historySummary"),
      columns: [
        { header: say("historyAt"), share: 16 },
        { header: say("historyActor"), share: 22 },
        { header: say("historyText"), share: 62 },
      ],
      rows: data.history.map((row) => ({
        kind: "body",
        cells: [
          { text: words.dateTimeShort(row.atMs) },
          { text: row.actor === "" ? say("noEntry") : row.actor },
          { text: row.text },
        ],
      })),
    },
  ];
}

/** A hash in two equal lines, which the eye compares more easily than a line broken anywhere. */
function twoLines(sha256: string): string {
  return `${sha256.slice(0, 32)}\n${sha256.slice(32)}`;
}

/** Thousandths as a decimal fraction, without asking the machine how numbers look. */
function decimal(permille: number): string {
  const hundredths = Math.round(permille / 10);
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")}`;
}
