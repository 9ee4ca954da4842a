import { hanReadings, hanSlots, surnameLengthOf } from "./han-readings.ts";
import { japaneseReadings, type ReadPart } from "./japanese-readings.ts";
import { remembered, rememberedOf } from "./remembered.ts";
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
  return [...japanese, ...chineseNames([...runs.join("")], surnameRun)];
}

/** One part of a Chinese name in each system; nothing in Cantonese where a character has no spelling. */
interface ChinesePart {
  readonly pinyin: SpokenWord;
  readonly wadeGiles: SpokenWord;
  readonly cantonese: SpokenWord | undefined;
}

/** Longest name that is read, in characters. */
const longestName = 40;

function chineseNames(characters: readonly string[], surnameRun: number | undefined): readonly SpokenName[] {
  const surnameLength = surnameLengthOf(characters);
  const cut = surnameRun !== undefined && surnameRun <= 2 ? surnameRun : surnameLength;
  if (characters.length > longestName) return [];
  if (cut !== surnameLength)
    return hanReadings(characters.join(""), "person").map((parts) => spokenParts(parts, characters, cut));
  const surname = surnamePart(characters.slice(0, cut).join(""));
  const given = givenPart(characters.slice(cut).join(""));
  if (surname === undefined || (given === undefined && characters.length > cut)) return [];
  return (["pinyin", "wadeGiles", "cantonese"] as const).flatMap((system): readonly SpokenName[] => {
    const [first, second] = [surname[system], given?.[system]];
    if (first === undefined || (given !== undefined && second === undefined)) return [];
    return [second === undefined ? [first] : [first, second]];
  });
}

/** Parts of names in Chinese characters, which names share. */
const keptChinese = 60_000;

const surnamePart = remembered(keptChinese, (source) => chinesePart(source, "surname"));
const givenPart = remembered(keptChinese, (source) => chinesePart(source, "given"));

function chinesePart(source: string, place: "surname" | "given"): ChinesePart | undefined {
  if (!/^\p{Script=Han}+$/u.test(source)) return undefined;
  const slots = hanSlots(source, place);
  const word = (parts: readonly (readonly string[])[]): SpokenWord => ({ source, spellings: joinSpellings(parts) });
  const cantonese = slots.map((slot) => slot.cantonese);
  return {
    pinyin: word(slots.map(({ pinyin }) => pinyin)),
    wadeGiles: word(slots.map(({ wadeGiles }) => wadeGiles)),
    cantonese: cantonese.every((spellings) => spellings.length > 0) ? word(cantonese) : undefined,
  };
}

/** Readings, which many names share. */
const keptReadings = 50_000;

const latinOfTyped = remembered(keptReadings, (typed) => plainLatin(hepburnOf(typed)));

/** Parts are remembered where they are read, so that what is made of them may be kept beside them. */
const spokenPart = rememberedOf(
  keptReadings,
  ({ written, readings }: ReadPart): SpokenWord => ({
    source: written,
    spellings: distinct(readings.map((typed) => latinOfTyped(typed))),
  }),
);

/** A family name written apart that is longer or shorter than Chinese ones are. */
function spokenParts({ parts }: SpelledParts, characters: readonly string[], cut: number): SpokenName {
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
