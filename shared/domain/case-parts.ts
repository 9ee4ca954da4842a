import { z } from "zod";
import { maskText, restrictedIntakeFields, restrictedSubjectParts } from "./restricted.ts";

/** Everything of a case that history knows, by place and row; a body is what history keeps of the row. */
export type CaseParts = ReadonlyMap<string, ReadonlyMap<string, unknown>>;

/** One field that differs between two states of a case. Null: it was not there, or held nothing. */
export const Difference = z.object({
  place: z.string(),
  rowId: z.string(),
  /** Empty where the part is one value. */
  field: z.string(),
  before: z.json(),
  after: z.json(),
  /** Whether the whole row came or went. */
  row: z.enum(["added", "removed", "changed"]),
});
export type Difference = z.infer<typeof Difference>;

/** Fields that say when and by whom a row was touched, or count; they differ whenever anything does. */
const quietFields: ReadonlySet<string> = new Set([
  "id",
  "itemId",
  "measureId",
  "gateId",
  "subjectId",
  "revision",
  "updatedAt",
  "updatedBy",
  "setAt",
  "setBy",
  "judgedAt",
  "judgedBy",
  "checkedAt",
]);

/** A part's body as a row of named values; empty where it is none. */
export function rowOf(body: unknown): Record<string, unknown> {
  return typeof body === "object" && body !== null && !Array.isArray(body) ? { ...body } : {};
}

/** The fields of a part: of a row its own, of a single value the value under an empty name. */
export function fieldsOf(body: unknown): ReadonlyMap<string, unknown> {
  if (body === null || body === undefined) return new Map();
  if (typeof body !== "object" || Array.isArray(body)) return new Map([["", body]]);
  const entries = Object.entries(body);
  if (entries.length === 1 && entries[0]?.[0] === "value") return new Map([["", entries[0][1]]]);
  return new Map(entries.filter(([name]) => !quietFields.has(name)));
}

/** What differs from one state of a case to another, in the order of places and rows. */
export function differencesBetween(before: CaseParts, after: CaseParts): Difference[] {
  const places = [...new Set([...before.keys(), ...after.keys()])];
  return places.flatMap((place) => {
    const was = before.get(place) ?? new Map<string, unknown>();
    const is = after.get(place) ?? new Map<string, unknown>();
    const rows = [...new Set([...was.keys(), ...is.keys()])].sort();
    return rows.flatMap((rowId) => differencesOfRow({ place, rowId, was: was.get(rowId), is: is.get(rowId) }));
  });
}

interface RowPair {
  readonly place: string;
  readonly rowId: string;
  readonly was: unknown;
  readonly is: unknown;
}

function differencesOfRow({ place, rowId, was, is }: RowPair): Difference[] {
  const before = fieldsOf(was);
  const after = fieldsOf(is);
  const row = was === undefined ? "added" : is === undefined ? "removed" : "changed";
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((field) => {
    const one = jsonOf(before.get(field));
    const other = jsonOf(after.get(field));
    if (JSON.stringify(one) === JSON.stringify(other)) return [];
    // Of a row that came or went, what it never held says nothing.
    if (row !== "changed" && isBlank(one) && isBlank(other)) return [];
    return [{ place, rowId, field, before: one, after: other, row }];
  });
}

function jsonOf(value: unknown): z.infer<ReturnType<typeof z.json>> {
  const parsed = z.json().safeParse(value);
  return parsed.success ? parsed.data : null;
}

/** Whether a value says nothing: not there, no text, no entry, not ticked. */
function isBlank(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    value === "" ||
    value === false ||
    (Array.isArray(value) && value.length === 0)
  );
}

/** Whether a field of a part is shown only to somebody who asks for it with the passphrase. */
export function isMasked(place: string, rowId: string, field: string): boolean {
  if (place === "intake") return restrictedIntakeFields.includes(rowId);
  return place === "subject" && restrictedSubjectParts.some((part) => part === field);
}

/** A value as a window may show it without asking. */
export function shownValue<V>(place: string, rowId: string, field: string, value: V): V | string | readonly string[] {
  if (!isMasked(place, rowId, field) || isBlank(value)) return value;
  return Array.isArray(value) ? [maskText] : maskText;
}

/** A difference as a window may show it without asking: that it changed, not what it held. */
export function shownDifference(one: Difference): Difference {
  const { place, rowId, field } = one;
  // A mask is a text or a list of one, and both are JSON.
  const mask = (value: Difference["before"]): Difference["before"] =>
    shownValue(place, rowId, field, value) as Difference["before"];
  return { ...one, before: mask(one.before), after: mask(one.after) };
}
