import { z } from "zod";
import { Depth, DecisionId as Outcome } from "../content/vocabulary.ts";
import { DossierKind, DossierState, isOpenForWork } from "../dossier.ts";
import { line, textLimits } from "../text.ts";
import { type Day, daysBetween } from "../time.ts";
import type { DeskCase } from "./desk-case.ts";
import { foldText, foldWords, orderKey } from "./fold.ts";
import { WaitingKind } from "./waiting.ts";

/** Columns by which a list of cases can be put in order. */
export const caseSortColumns = [
  "number",
  "title",
  "principal",
  "kind",
  "state",
  "depth",
  "outcome",
  "progress",
  "minutes",
  "due",
  "review",
  "created",
  "updated",
] as const;
export const CaseSortColumn = z.enum(caseSortColumns);
export type CaseSortColumn = z.infer<typeof CaseSortColumn>;

/** By which column and which way; the first of several decides. */
export const CaseSort = z.strictObject({ column: CaseSortColumn, direction: z.enum(["ascending", "descending"]) });
export type CaseSort = z.infer<typeof CaseSort>;

/** How a case stands with its due day. */
export const CaseDue = z.enum(["overdue", "week", "month", "later", "none"]);
export type CaseDue = z.infer<typeof CaseDue>;

/** Which cases a list shows; an empty choice leaves nothing out. */
export const CaseFilter = z.strictObject({
  text: line(textLimits.title),
  states: z.array(DossierState).max(DossierState.options.length),
  kinds: z.array(DossierKind).max(DossierKind.options.length),
  depths: z.array(Depth).max(Depth.options.length),
  outcomes: z.array(Outcome).max(Outcome.options.length),
  due: z.array(CaseDue).max(CaseDue.options.length),
  /** Cases this person has worked on. */
  mine: z.boolean(),
  /** Cases in which this waits for the person; "any" for whatever it is. */
  waiting: z.union([WaitingKind, z.literal("any")]).nullable(),
});
export type CaseFilter = z.infer<typeof CaseFilter>;

export const everyCase: CaseFilter = {
  text: "",
  states: [],
  kinds: [],
  depths: [],
  outcomes: [],
  due: [],
  mine: false,
  waiting: null,
};

/** The latest change first, until a reader asks for another order. */
export const defaultCaseSort: readonly CaseSort[] = [{ column: "updated", direction: "descending" }];

/** A case with its texts made ready to look through and to put in order. */
export interface ListedCase {
  readonly desk: DeskCase;
  readonly keys: { readonly number: string; readonly title: string; readonly principal: string };
  readonly hay: string;
}

/** Makes a case ready to be filtered and put in order. Texts are worked out when somebody first looks through them. */
export function listedCase(desk: DeskCase): ListedCase {
  let keys: ListedCase["keys"] | undefined;
  let hay: string | undefined;
  return {
    desk,
    get keys() {
      // Japanese lists go by the reading where there is one.
      const principal = desk.reading === "" ? desk.principal : desk.reading;
      keys ??= { number: orderKey(desk.number), title: orderKey(desk.title), principal: orderKey(principal) };
      return keys;
    },
    get hay() {
      hay ??= foldText(`${desk.number}\n${desk.title}\n${desk.principal}\n${desk.reading}`);
      return hay;
    },
  };
}

/** How an open case stands with its due day; a decided one is no longer due. */
export function dueOf({ dueDay, state }: Pick<DeskCase, "dueDay" | "state">, today: Day): CaseDue {
  if (dueDay === null || !isOpenForWork(state)) return "none";
  const left = daysBetween(today, dueDay);
  if (left < 0) return "overdue";
  if (left <= 7) return "week";
  return left <= 31 ? "month" : "later";
}

/** What a filter needs to know of the person who asks. */
export interface AskedBy {
  readonly today: Day;
  isMine(dossierId: string): boolean;
  /** Whether something of this kind waits in the case for the person. */
  waits(dossierId: string, kind: WaitingKind | "any"): boolean;
}

/** Says of a case whether a filter lets it through. */
export function caseMatcher(filter: CaseFilter, by: AskedBy): (listed: ListedCase) => boolean {
  const words = foldWords(filter.text);
  const lets = <T>(chosen: readonly T[], value: T | null): boolean =>
    chosen.length === 0 || (value !== null && chosen.includes(value));
  return ({ desk, hay }) =>
    lets(filter.states, desk.state) &&
    lets(filter.kinds, desk.kind) &&
    lets(filter.depths, desk.depth) &&
    lets(filter.outcomes, desk.decision?.outcome ?? null) &&
    lets(filter.due, dueOf(desk, by.today)) &&
    words.every((word) => hay.includes(word)) &&
    (!filter.mine || by.isMine(desk.id)) &&
    (filter.waiting === null || by.waits(desk.id, filter.waiting));
}

type SortValue = string | number | null;

const columnValues: Readonly<Record<CaseSortColumn, (listed: ListedCase) => SortValue>> = {
  number: ({ keys }) => keys.number,
  title: ({ keys }) => keys.title,
  principal: ({ keys }) => (keys.principal === "" ? null : keys.principal),
  kind: ({ desk }) => DossierKind.options.indexOf(desk.kind),
  state: ({ desk }) => DossierState.options.indexOf(desk.state),
  depth: ({ desk }) => Depth.options.indexOf(desk.depth),
  outcome: ({ desk }) => (desk.decision === null ? null : Outcome.options.indexOf(desk.decision.outcome)),
  progress: ({ desk }) => desk.answered / Math.max(1, desk.required),
  minutes: ({ desk }) => desk.minutes,
  due: ({ desk }) => desk.dueDay,
  review: ({ desk }) => desk.decision?.reviewDay ?? null,
  created: ({ desk }) => desk.createdAt,
  updated: ({ desk }) => desk.updatedAt,
};

/** Order of two cases; what has no value comes last either way, and the number settles what is still equal. */
export function caseOrder(sorts: readonly CaseSort[]): (a: ListedCase, b: ListedCase) => number {
  const steps = sorts.map(({ column, direction }) => ({
    value: columnValues[column],
    sign: direction === "ascending" ? 1 : -1,
  }));
  return (a, b) => {
    for (const { value, sign } of steps) {
      const order = compare(value(a), value(b), sign);
      if (order !== 0) return order;
    }
    return compare(a.keys.number, b.keys.number, 1);
  };
}

function compare(a: SortValue, b: SortValue, sign: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (a === b) return 0;
  return a < b ? -sign : sign;
}

/** Where the next row lies whose text in the leading column begins with what was typed, looking on from `from` and round. */
export function seekCase(
  rows: readonly ListedCase[],
  { prefix, column, from }: { readonly prefix: string; readonly column: CaseSortColumn; readonly from: number },
): number | undefined {
  const sought = foldText(prefix);
  if (sought === "" || rows.length === 0) return undefined;
  const textOf = ({ desk }: ListedCase): readonly string[] => {
    if (column === "title") return [desk.title];
    if (column === "principal") return [desk.reading, desk.principal];
    return [desk.number, lastPart(desk.number)];
  };
  const begins = (row: ListedCase): boolean => textOf(row).some((text) => foldText(text).startsWith(sought));
  const start = Math.max(0, Math.min(from, rows.length - 1));
  for (let step = 0; step < rows.length; step += 1) {
    const index = (start + step) % rows.length;
    const row = rows[index];
    if (row !== undefined && begins(row)) return index;
  }
  return undefined;
}

/** `42` of `DD-2026-0042`: what people call a case by. */
function lastPart(number: string): string {
  return (number.split("-").at(-1) ?? "").replace(/^0+/u, "");
}
