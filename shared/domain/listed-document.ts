import type { EntryField, EntryLine, EntryValue, FieldChange } from "./list-editions.ts";

/** What belongs to the file or to the store, and is shown apart or not at all. */
const apart: ReadonlySet<string> = new Set(["rowNumber", "entryKey"]);

function partsOf(document: unknown): Readonly<Record<string, unknown>> {
  return typeof document === "object" && document !== null ? { ...document } : {};
}

/**
 * Everything an entry says, field by field in its own order, whichever reader made it. Fields that say nothing are left out.
 */
export function fieldsOf(document: unknown): EntryField[] {
  return Object.entries(partsOf(document)).flatMap(([field, held]) => {
    const values = apart.has(field) ? [] : valuesOf(held);
    return values.length === 0 ? [] : [{ field, values }];
  });
}

/** The values of one field. */
function valuesOf(held: unknown): EntryValue[] {
  if (held === null || held === undefined || held === "" || held === false) return [];
  if (held === true) return [{ text: "", kind: "yes" }];
  if (Array.isArray(held)) return held.flatMap((part: unknown) => valuesOf(part));
  if (typeof held !== "object") return [{ text: String(held), kind: null }];
  const { text, kind, scheme, script: _script, ...others } = partsOf(held);
  const words = text === undefined ? Object.values(others).flatMap(wordsOf) : [text];
  return [{ text: words.map(String).join(" · "), kind: kindOf(kind ?? scheme) }];
}

function wordsOf(held: unknown): string[] {
  return valuesOf(held)
    .map((value) => value.text)
    .filter((words) => words !== "");
}

function kindOf(kind: unknown): string | null {
  return typeof kind === "string" && kind !== "" ? kind : null;
}

/** What two documents of one entry say differently in these fields. */
export function changesIn(fields: readonly string[], before: unknown, after: unknown): FieldChange[] {
  const [earlier, later] = [partsOf(before), partsOf(after)];
  return fields.map((field) => {
    const [old, now] = [valuesOf(earlier[field]), valuesOf(later[field])];
    return { field, gone: without(old, now), come: without(now, old) };
  });
}

function without(values: readonly EntryValue[], known: readonly EntryValue[]): EntryValue[] {
  const keys = new Set(known.map((value) => `${value.kind}\n${value.text}`));
  return values.filter((value) => !keys.has(`${value.kind}\n${value.text}`));
}

/** The line that stands for an entry among many. */
export function lineOf(content: number, document: unknown): EntryLine {
  const { entryKey, rowNumber, type, names, countries, programmes } = partsOf(document);
  const named = valuesOf(names);
  return {
    content,
    entryKey: String(entryKey ?? ""),
    row: typeof rowNumber === "number" ? rowNumber : null,
    type: String(type ?? "unknown"),
    name: named[0]?.text ?? "",
    otherNames: Math.max(0, named.length - 1),
    countries: wordsOf(countries),
    programmes: wordsOf(programmes),
  };
}

/** All words of an entry, for looking through. */
export function wordsOfEntry(document: unknown): string {
  return fieldsOf(document)
    .flatMap(({ values }) => values.map((value) => value.text))
    .join("\n");
}
