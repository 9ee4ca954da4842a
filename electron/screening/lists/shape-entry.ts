import { scriptOf } from "../names/scripts.ts";
import { birthYearOf } from "./birth-year.ts";
import { cellText, hasPrivateUse, hasReplacementCharacter, isUsableName, looksLikeFormula } from "./cell-values.ts";
import { withEmbedded } from "./embedded-names.ts";
import type { EntryDraft, EntryParts, IdPart, NamePart } from "./entry-parts.ts";
import type { ImportNotes } from "./import-notes.ts";
import type { RefusalCode } from "./list-codes.ts";
import { birthYearsOf, listDay } from "./list-day.ts";
import type { ListEntry, ListedName } from "./list-entry.ts";
import type { ListLimits } from "./list-limits.ts";

/** Where a shaped entry stands and who is told about it. */
export interface Shaping {
  readonly line: number;
  readonly file?: number | undefined;
  readonly limits: ListLimits;
  readonly notes: ImportNotes;
  /** Position of the entry from 1, for lists that number nothing. */
  readonly position: number;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON and XML can spell characters that no text holds
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
const everyControl = new RegExp(controls.source);

/** A printed text without control characters, lone surrogates and the space around it; runs of space inside a line become one. */
export function printed(text: string): string {
  const clean = everyControl.test(text) ? text.replace(controls, " ") : text;
  return cellText(clean.toWellFormed()).replace(/[^\S\n]+/g, " ");
}

/**
 * Makes an entry of what a reader found: texts cleaned, empty and repeated ones dropped, limits kept. Answers the code of the
 * refusal when it has no name that could be searched for.
 */
export function shapeEntry(parts: EntryParts, shaping: Shaping): EntryDraft | RefusalCode {
  const names = shapeNames(parts.names, shaping);
  if (typeof names === "string") return names;
  const list = (texts: readonly string[] | undefined): string[] => shapeValues(texts, shaping);
  const nationalities = list(parts.nationalities);
  const countries = list([...nationalities, ...(parts.countries ?? [])]);
  const ids = shapeIds(parts.ids ?? [], shaping);
  const birthDates = list(parts.birthDates);
  const remarks = list(parts.remarks).join("\n").slice(0, shaping.limits.cellUnits).toWellFormed();
  const effectiveDay = parts.effectiveDay === undefined ? undefined : listDay(parts.effectiveDay);
  const sourceId = printed(parts.sourceId ?? "").slice(0, shaping.limits.cellUnits);
  if (parts.type === "unknown") shaping.notes.warnOnce(shaping.line, "type-unclear", shaping.file);
  if (birthDates.some((date) => birthYearOf(date) === undefined))
    shaping.notes.warnOnce(shaping.line, "birth-date-unread", shaping.file);
  pointAtOddText(parts, names, shaping);
  return {
    type: parts.type,
    names,
    countries,
    identifiers: [...new Set(ids.map(({ value }) => value))],
    birthDates,
    programmes: list(parts.programmes),
    wmd: [...(parts.wmd ?? [])],
    conventional: parts.conventional ?? false,
    remarks,
    sourceId: sourceId === "" ? null : sourceId,
    rowNumber: parts.rowNumber ?? shaping.position,
    ...given("birthYears", yearsOf(birthDates, shaping.limits)),
    ...given("birthPlaces", list(parts.birthPlaces)),
    ...given("nationalities", nationalities),
    ...given("addresses", list(parts.addresses)),
    ...given("ids", ids),
    ...given("positions", list(parts.positions)),
    ...(effectiveDay === undefined ? {} : { effectiveDay }),
  };
}

function given<K extends keyof ListEntry, V>(key: K, values: readonly V[]): Partial<Record<K, V[]>> {
  // Safe: a computed key of a literal type makes a record of that one key.
  return values.length === 0 ? {} : ({ [key]: [...values] } as Partial<Record<K, V[]>>);
}

function yearsOf(birthDates: readonly string[], limits: ListLimits): number[] {
  const found = birthDates.flatMap((date) => {
    const years = birthYearsOf(date);
    const [only] = years.length === 0 ? [birthYearOf(date)] : [];
    return only === undefined ? years : [only];
  });
  return [...new Set(found)].sort((a, b) => a - b).slice(0, limits.valuesPerField);
}

function shapeValues(texts: readonly string[] | undefined, { limits, notes, line, file }: Shaping): string[] {
  if (texts === undefined || texts.length === 0) return [];
  const kept = new Set<string>();
  let isCut = false;
  for (const text of texts) {
    const clean = printed(text);
    if (clean.length > limits.cellUnits) isCut = true;
    if (clean !== "") kept.add(clean.slice(0, limits.cellUnits).toWellFormed());
  }
  if (isCut || kept.size > limits.valuesPerField) notes.warn(line, "values-cut", file);
  return [...kept].slice(0, limits.valuesPerField);
}

function shapeIds(ids: readonly IdPart[], shaping: Shaping): { scheme: string; value: string }[] {
  const kept = new Map<string, { scheme: string; value: string }>();
  for (const { scheme, value } of ids) {
    const [clean] = shapeValues([value], shaping);
    const [kind] = shapeValues([scheme], shaping);
    if (clean !== undefined) kept.set(`${kind ?? ""}\n${clean}`, { scheme: kind ?? "ID", value: clean });
  }
  if (kept.size > shaping.limits.valuesPerField) shaping.notes.warn(shaping.line, "values-cut", shaping.file);
  return [...kept.values()].slice(0, shaping.limits.valuesPerField);
}

function shapeNames(parts: readonly NamePart[], shaping: Shaping): ListedName[] | RefusalCode {
  const { limits, notes, line, file } = shaping;
  const cleaned = withEmbedded(parts).map(({ text, kind }) => ({
    text: printed(text).replace(/\s*\n\s*/g, " "),
    kind,
  }));
  const named = cleaned.filter(({ text }) => text !== "");
  if (named.length === 0) return "name-empty";
  const usable = named.filter(({ text }) => isUsableName(text));
  if (usable.length === 0) return "name-unusable";
  const fitting = usable.filter(({ text }) => text.length <= limits.nameUnits);
  const first = fitting.find(({ kind }) => kind === "primary") ?? fitting[0];
  if (first === undefined) return "name-too-long";
  const firstScript = scriptOf(first.text);
  const names = new Map<string, ListedName>([[first.text, { text: first.text, kind: "primary", script: firstScript }]]);
  for (const { text, kind } of fitting) {
    if (names.has(text)) continue;
    const script = scriptOf(text);
    const isOther = firstScript === "latin" && script !== "latin" && script !== "none";
    const plain = kind === "primary" ? "alias" : kind;
    names.set(text, { text, kind: plain === "alias" && isOther ? "original-script" : plain, script });
  }
  if (fitting.length < usable.length || names.size > limits.namesPerEntry) notes.warn(line, "names-cut", file);
  const kept = [...names.values()].slice(0, limits.namesPerEntry);
  if (kept.some(({ text }) => isOneLetter(text))) notes.warn(line, "name-one-character", file);
  return kept;
}

/** One letter, whatever marks and selectors stand on it. */
function isOneLetter(text: string): boolean {
  return (text.match(/[\p{L}\p{N}]/gu) ?? []).length === 1;
}

/** Texts that a person should look at once; they are kept as they stand. */
function pointAtOddText(parts: EntryParts, names: readonly ListedName[], { line, file, notes }: Shaping): void {
  const texts = [...names.map(({ text }) => text), ...(parts.remarks ?? []), ...(parts.addresses ?? [])];
  if (texts.some((text) => looksLikeFormula(text))) notes.warnOnce(line, "formula-like-cell", file);
  if (texts.some(hasPrivateUse)) notes.warn(line, "private-use-characters", file);
  if (texts.some((text) => hasReplacementCharacter(text) || !text.isWellFormed()))
    notes.warn(line, "replacement-characters", file);
  if (parts.names.some(({ text }) => everyControl.test(text))) notes.warn(line, "control-characters", file);
}
