import { hanReadings } from "./han-readings.ts";
import { japaneseReadings, type ReadPart } from "./japanese-readings.ts";
import { remembered } from "./remembered.ts";
import type { SpelledParts } from "./spelled-parts.ts";
import { hepburnOf } from "./typed-kana.ts";

/** A word of a name in Latin letters. */
export interface SpokenWord {
  /** What is spelled, in its own script. */
  readonly source: string;
  /** Small Latin letters without marks; the likelier first, never empty. */
  readonly spellings: readonly string[];
}

/** One way of saying a name in Latin letters. */
export type SpokenName = readonly SpokenWord[];

/** Spellings of one word that are put together from those of its parts, at most. */
const mostSpellings = 12;

/** Latin letters as lists print them: without macrons, dots and apostrophes. */
export function plainLatin(spelled: string): string {
  return spelled
    .normalize("NFD")
    .replace(/[^a-zA-Z]/g, "")
    .toLowerCase();
}

/**
 * Ways in which the name of a person in Chinese characters is said in Latin letters: Japanese readings, pinyin,
 * Wade–Giles, Cantonese. Family name first. `runs` are the parts written apart.
 */
export function spokenPersonNames(runs: readonly string[]): readonly SpokenName[] {
  const surnameRun = runs.length === 2 ? [...(runs[0] ?? "")].length : undefined;
  const japanese = japaneseReadings(runs.join(" ")).map(({ surname, given }) =>
    given === undefined ? [spokenPart(surname)] : [spokenPart(surname), spokenPart(given)],
  );
  const chinese = hanReadings(runs.join(""), "person").map((parts) =>
    spokenParts(parts, [...runs.join("")], surnameRun),
  );
  return [...japanese, ...chinese];
}

/** Readings, which many names share. */
const keptReadings = 50_000;

const latinOfTyped = remembered(keptReadings, (typed) => plainLatin(hepburnOf(typed)));

function spokenPart({ written, readings }: ReadPart): SpokenWord {
  return { source: written, spellings: distinct(readings.map((typed) => latinOfTyped(typed))) };
}

function spokenParts(
  { parts, surnameLength }: SpelledParts,
  characters: readonly string[],
  surnameRun: number | undefined,
): SpokenName {
  const cut = surnameRun !== undefined && surnameRun <= 2 ? surnameRun : surnameLength;
  const words = [parts.slice(0, cut), parts.slice(cut)];
  const sources = [characters.slice(0, cut).join(""), characters.slice(cut).join("")];
  return words.flatMap((word, at) =>
    word.length === 0 ? [] : [{ source: sources[at] ?? "", spellings: joinSpellings(word) }],
  );
}

const latinOfSyllable = remembered(keptReadings, plainLatin);

/** Spellings of a word from those of its syllables, those of the likelier ones first. */
export function joinSpellings(parts: readonly (readonly string[])[]): readonly string[] {
  let ways: readonly { spelled: string; rank: number }[] = [{ spelled: "", rank: 0 }];
  for (const part of parts) {
    ways = ways
      .flatMap(({ spelled, rank }) =>
        part.map((spelling, at) => ({ spelled: spelled + latinOfSyllable(spelling), rank: rank + at })),
      )
      .sort((a, b) => a.rank - b.rank)
      .slice(0, mostSpellings * 2);
  }
  return distinct(ways.map(({ spelled }) => spelled)).slice(0, mostSpellings);
}

function distinct(spellings: readonly string[]): readonly string[] {
  return [...new Set(spellings)];
}
