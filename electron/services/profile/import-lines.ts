import type { SubjectId } from "../../../shared/domain/ids.ts";
import {
  blankEntry,
  EntryInput,
  EntryKind,
  entryFields,
  leadField,
  type ProfileEntry,
} from "../../../shared/domain/profile/entry.ts";
import { type ImportLine, LineProblem, type ProfileMapping } from "../../../shared/domain/profile/import.ts";
import { isDated, type Period } from "../../../shared/domain/profile/period.ts";
import { readPeriod } from "../../../shared/domain/profile/period-text.ts";
import { type RawEntry, type ReadProfile, rawEntry } from "../../parsing/profile/raw-entry.ts";

/** What lines are made for. */
export interface LineContext {
  readonly subjectId: SubjectId;
  readonly fileName: string;
  readonly mapping: ProfileMapping | null;
  readonly known: readonly ProfileEntry[];
}

type Unnumbered = Omit<ImportLine, "id">;

/** Every record of a file as the entry it would become, with what stands against it. */
export function importLines(read: ReadProfile, context: LineContext): ImportLine[] {
  const { mapping } = context;
  const raw = mapping === null ? read.entries : read.rows.slice(1).map((row) => rowAsEntry(row, mapping));
  const known = new Map(
    context.known.filter((entry) => entry.subjectId === context.subjectId).map((entry) => [sameKey(entry), entry.id]),
  );
  const byNumber = new Map(
    context.known
      .filter((entry) => entry.subjectId === context.subjectId && entry.number !== "")
      .map((entry) => [numberKey(entry), entry.id]),
  );
  const lines = raw.map((one): Unnumbered => {
    const { entry, problem } = toEntry(one, context);
    const duplicate =
      entry && (known.get(sameKey(entry)) ?? (entry.number === "" ? undefined : byNumber.get(numberKey(entry))));
    return { line: one.line, entry, problem, shown: shownOf(one), duplicateOf: duplicate ?? null };
  });
  const broken = read.refused.map(({ line, shown }): Unnumbered => {
    return { line: Math.max(1, line), entry: null, problem: "unreadable", shown, duplicateOf: null };
  });
  return [...lines, ...broken].toSorted((a, b) => a.line - b.line).map((one, at) => ({ ...one, id: at + 1 }));
}

const kindWords: readonly (readonly [EntryKind, RegExp])[] = [
  ["education", /学歴|学位|大学院|education|degree/iu],
  ["funding", /資金|研究費|助成|課題|funding|grant/iu],
  ["patent", /特許|発明|産業財産|patent/iu],
  ["publication", /論文|業績|著書|発表|publication|paper|book/iu],
  ["holding", /持分|株|share/iu],
  ["post", /職歴|役職|委員|経歴|所属|post|employment|job/iu],
];

function rowAsEntry({ line, cells }: ReadProfile["rows"][number], mapping: ProfileMapping): RawEntry {
  const at = (column: number | null): string => (column === null ? "" : (cells[column] ?? "").trim());
  const word = at(mapping.kind);
  const kind =
    EntryKind.safeParse(word).data ??
    kindWords.find(([, pattern]) => pattern.test(word))?.[0] ??
    mapping.kindWhenAbsent;
  return rawEntry(line, word === "" ? mapping.kindWhenAbsent : kind, {
    title: at(mapping.title),
    organisation: at(mapping.organisation),
    unit: at(mapping.unit),
    people: at(mapping.people),
    number: at(mapping.number),
    amount: at(mapping.amount),
    from: at(mapping.from),
    to: at(mapping.to),
    note: at(mapping.note),
  });
}

type Made = Pick<ImportLine, "entry" | "problem">;

function toEntry(raw: RawEntry, { subjectId, fileName }: LineContext): Made {
  const period = periodOf(raw);
  if (!period.ok) return { entry: null, problem: period.problem };
  const flat = (text: string): string => text.replace(/\s+/gu, " ").trim();
  const fields = Object.fromEntries(entryFields[raw.kind].map((field) => [field, flat(raw[field])]));
  const candidate = {
    ...blankEntry(subjectId, raw.kind),
    ...fields,
    period: period.value,
    source: { evidenceId: null, text: `${fileName} (${raw.line})`.slice(0, 500) },
    note: raw.note,
  };
  const parsed = EntryInput.safeParse(candidate);
  if (!parsed.success) {
    const isLong = parsed.error.issues.some((issue) => issue.code === "too_big");
    return { entry: null, problem: isLong ? "too-long" : "unreadable" };
  }
  if (parsed.data[leadField(raw.kind)] === "") return { entry: null, problem: "no-lead" };
  return { entry: parsed.data, problem: null };
}

type ReadDates = { readonly ok: true; readonly value: Period } | { readonly ok: false; readonly problem: LineProblem };

function periodOf({ from, to }: RawEntry): ReadDates {
  const text = to === "" ? from : `${from}〜${to}`;
  const read = readPeriod(text);
  if (read.ok) return { ok: true, value: read.value };
  // A date that can be stored is worth more than none: the other one is asked for by the problem.
  return { ok: false, problem: LineProblem.parse(`dates-${read.error}`) };
}

function shownOf(raw: RawEntry): string {
  const parts = [raw.organisation, raw.title, raw.people, raw.number, [raw.from, raw.to].filter(Boolean).join("〜")];
  return parts
    .filter((part) => part !== "")
    .join(" / ")
    .replace(/\s+/gu, " ")
    .slice(0, 300);
}

/** Two entries say the same when they name the same thing at the same time, however it is spaced or cased. */
function sameKey(entry: EntryInput): string {
  const plain = (text: string): string =>
    text
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, "");
  const dates = isDated(entry.period) ? String(entry.period.from ?? entry.period.to).slice(0, 4) : "";
  return [
    entry.kind,
    plain(entry[leadField(entry.kind)]),
    entry.kind === "publication" ? "" : plain(entry.title),
    dates,
  ].join("|");
}

function numberKey(entry: EntryInput): string {
  return `${entry.kind}|${entry.number.toLowerCase().replace(/^https?:\/\/(?:dx\.)?doi\.org\//u, "")}`;
}
