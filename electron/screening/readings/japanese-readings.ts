import { dictionaryKey, readingFields } from "./reading-file.ts";
import { remembered } from "./remembered.ts";
import { typeKana } from "./typed-kana.ts";

/** Part of a name with its readings. */
export interface ReadPart {
  readonly written: string;
  /** As typed (oono, shin'ichi), the more usual first; `hepburnOf` and `untypeKana` make Latin spellings and kana of them. */
  readonly readings: readonly string[];
  /** Whether a dictionary of names holds it; otherwise the readings are put together from single characters. */
  readonly known: boolean;
}

/** One way of taking a run of characters as family name and given name. */
export interface NameSplit {
  readonly surname: ReadPart;
  /** Absent where the run is a family name alone. */
  readonly given?: ReadPart;
}

/** Most readings given for a part; what is rarer is left to the person who knows it. */
export const readingLimits = { splits: 3, surname: 8, given: 12, composed: 6 } as const;

type Kind = "surname" | "given";

/** Splits by number of characters, the likeliest first: 2 of 3 are family name, and so on. */
const usualCuts: Readonly<Record<number, readonly number[]>> = {
  2: [1],
  3: [2, 1],
  4: [2, 3, 1],
  5: [2, 3],
  6: [3, 2, 4],
  7: [4, 3],
};

/**
 * How a Japanese name in Chinese characters may be cut and read. A space between family and given name decides the cut;
 * without one the dictionary does, and a run may also be a family name alone. Nothing for other text.
 */
export function japaneseReadings(text: string): readonly NameSplit[] {
  const parts = text.trim().split(/[\s・･]+/u);
  const [first = "", second] = parts;
  if (parts.length > 2 || !parts.every(isReadable) || !/\p{Script=Han}/u.test(text)) return [];
  if (second !== undefined) {
    const surname = readPart(first, "surname");
    const given = readPart(second, "given");
    return surname.readings.length === 0 || given.readings.length === 0 ? [] : [{ surname, given }];
  }
  return splitsOf(first);
}

function isReadable(part: string): boolean {
  return (
    part.length <= 12 &&
    /^(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]|\p{Default_Ignorable_Code_Point})+$/u.test(part)
  );
}

function splitsOf(run: string): readonly NameSplit[] {
  const letters = [...dictionaryKey(run)];
  const known = knownPart(run, "surname");
  const alone: readonly NameSplit[] = known === undefined ? [] : [{ surname: known }];
  const cuts = usualCuts[letters.length] ?? [];
  const found = cuts.flatMap((at): NameSplit[] => {
    const surname = knownPart(letters.slice(0, at).join(""), "surname");
    const given = knownPart(letters.slice(at).join(""), "given");
    return surname === undefined || given === undefined ? [] : [{ surname, given }];
  });
  if (found.length > 0) return [...found, ...alone].slice(0, readingLimits.splits);
  const half = cuts.flatMap((at): NameSplit[] => {
    const surname = knownPart(letters.slice(0, at).join(""), "surname");
    const given = readPart(letters.slice(at).join(""), "given");
    return surname === undefined || given.readings.length === 0 ? [] : [{ surname, given }];
  });
  return [...alone, ...half].slice(0, readingLimits.splits);
}

/** A part by the dictionary, or put together from the readings of its characters. */
function readPart(written: string, kind: Kind): ReadPart {
  return knownPart(written, kind) ?? composedParts[kind](written);
}

/** Parts are what names share: family names above all. */
const keptParts = 30_000;

const knownParts = {
  surname: remembered(keptParts, (written) => lookUpPart(written, "surname")),
  given: remembered(keptParts, (written) => lookUpPart(written, "given")),
} as const;

const composedParts = {
  surname: remembered(keptParts, (written) => composePart(written, "surname")),
  given: remembered(keptParts, (written) => composePart(written, "given")),
} as const;

function composePart(written: string, kind: Kind): ReadPart {
  return { written, known: false, readings: composed(dictionaryKey(written), kind) };
}

function knownPart(written: string, kind: Kind): ReadPart | undefined {
  return knownParts[kind](written);
}

function lookUpPart(written: string, kind: Kind): ReadPart | undefined {
  const key = dictionaryKey(written);
  const typed = typedReadings("n", key, kind).slice(0, readingLimits[kind]);
  return typed.length === 0 ? undefined : { written, known: true, readings: typed };
}

function typedReadings(table: "n" | "k", key: string, kind: Kind): readonly string[] {
  const field = readingFields(table, key)?.[kind === "surname" ? 0 : 1] ?? "";
  return field === "" ? [] : field.split(" ");
}

/** Readings of the characters side by side, those that take the more usual ones first. */
function composed(key: string, kind: Kind): readonly string[] {
  const letters = [...key];
  if (letters.length > 4) return [];
  let ways: readonly { typed: string; rank: number }[] = [{ typed: "", rank: 0 }];
  for (const letter of letters) {
    const own = /\p{Script=Han}/u.test(letter)
      ? typedReadings("k", letter, kind).slice(0, 4)
      : [typeKana(letter) ?? "ga"];
    ways = ways
      .flatMap(({ typed, rank }) => own.map((reading, at) => ({ typed: joinTyped(typed, reading), rank: rank + at })))
      .sort((a, b) => a.rank - b.rank)
      .slice(0, readingLimits.composed * 2);
  }
  return ways.map(({ typed }) => typed).slice(0, readingLimits.composed);
}

function joinTyped(typed: string, reading: string): string {
  return typed.endsWith("n") && /^[aiueoy]/.test(reading) ? `${typed}'${reading}` : typed + reading;
}
