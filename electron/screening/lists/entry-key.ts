import { createHash } from "node:crypto";
import { countryCode } from "../names/country-code.ts";
import { stableSpelling } from "../names/normalise-name.ts";
import type { ListEntry } from "./list-entry.ts";

const keyHexDigits = 32;

/**
 * Gives every entry of one edition its key: a hash of its first name and its countries in a spelling that survives
 * typesetting. Namesakes are told apart by what else the list prints about them; only the first of them, in the order of
 * that text and not of the file, has the plain key. Entries that agree in everything get a running suffix.
 */
export function withEntryKeys(entries: readonly Omit<ListEntry, "entryKey">[]): {
  readonly entries: ListEntry[];
  /** Row positions of entries that agree in everything with one before them, from 0. */
  readonly repeated: readonly number[];
} {
  const groups = new Map<string, number[]>();
  entries.forEach((entry, at) => {
    const base = hashOf(baseText(entry));
    const group = groups.get(base);
    if (group === undefined) groups.set(base, [at]);
    else group.push(at);
  });
  const keys = new Array<string>(entries.length).fill("");
  const repeated: number[] = [];
  for (const [base, group] of groups) nameGroup(base, group, { entries, keys, repeated });
  return { entries: entries.map((entry, at) => ({ entryKey: keys[at] ?? "", ...entry })), repeated };
}

interface Naming {
  readonly entries: readonly Omit<ListEntry, "entryKey">[];
  readonly keys: string[];
  readonly repeated: number[];
}

function nameGroup(base: string, group: readonly number[], { entries, keys, repeated }: Naming): void {
  const described = group.map((at) => ({ at, detail: detailText(entries[at]) }));
  described.sort((a, b) => (a.detail < b.detail ? -1 : a.detail > b.detail ? 1 : a.at - b.at));
  let same = 0;
  described.forEach(({ at, detail }, position) => {
    const before = described[position - 1];
    same = before?.detail === detail ? same + 1 : 0;
    if (same > 0) repeated.push(at);
    const plain = position === same ? base : hashOf(`${base}\n${detail}`);
    keys[at] = same === 0 ? plain : `${plain}-${same + 1}`;
  });
}

/** Countries count by their code, so that a country printed in another way or in one language more makes no new entry. */
function baseText({ names, countries }: Omit<ListEntry, "entryKey">): string {
  const places = new Set(countries.map((country) => countryCode(country) ?? stableSpelling(country)));
  return [stableSpelling(names[0]?.text ?? ""), ...[...places].sort()].join("\n");
}

function detailText(entry: Omit<ListEntry, "entryKey"> | undefined): string {
  if (entry === undefined) return "";
  const { type, sourceId, birthDates, identifiers, programmes, names, remarks } = entry;
  const aliases = names.slice(1).map(({ text }) => text);
  return JSON.stringify([sourceId ?? "", birthDates, identifiers, type, programmes, aliases, remarks]);
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, keyHexDigits);
}
