import { latinSpelling } from "../names/latin-spelling.ts";
import { consonantSkeleton, looseKey } from "../names/sound-keys.ts";
import { acronymOf, countedWords, hanTermsOf, type SpokenWord, spokenWords } from "./name-terms.ts";
import type { IndexName, IndexWord } from "./name-words.ts";

/** A spelling that is sought with the spellings near it. */
export interface SoughtSpelling {
  readonly loose: string;
  readonly skeleton: string;
}

/**
 * One part of a searched name and the terms that may stand for it in a listed one. Of several terms of one name the nearest
 * counts. `characters` and `letters` are chosen from apart: else names that only sound alike crowd out those that look alike.
 */
export interface SoughtPart {
  readonly weight: number;
  readonly route: "letters" | "characters";
  readonly exact: readonly (readonly [term: string, nearness: number])[];
  readonly spellings: readonly SoughtSpelling[];
  /** Consonants of an Arabic or Latin word; empty where the word has none to go by. */
  readonly arabic: string;
  /** Terms taken for this part in one edition, at most. */
  readonly breadth: number;
}

const part = (given: Partial<SoughtPart>): SoughtPart => ({
  weight: 1,
  route: "letters",
  exact: [],
  spellings: [],
  arabic: "",
  breadth: 48,
  ...given,
});

/** Parts of a searched name, in no order. */
export function soughtParts(name: IndexName): readonly SoughtPart[] {
  const words = countedWords(name);
  return [
    ...words.map(partOfWord),
    ...joinedWords(words),
    ...acronymParts(name, words),
    ...characterParts(name),
    ...readingParts(name),
    ...syllableParts(words),
  ];
}

/** Whether the name is written in a script whose vowels are not: more names have to be compared then. */
export function isWrittenByConsonants({ words }: IndexName): boolean {
  return words.some(({ script }) => script === "arabic");
}

function partOfWord(word: IndexWord): SoughtPart {
  const { script, text, loose, skeleton, arabic } = word;
  if (script === "number") return part({ weight: 0.6, exact: [[text, 1]] });
  if (script === "arabic" && arabic.length >= 2) return part({ exact: [[`a:${arabic}`, 1]], arabic, breadth: 600 });
  const own: (readonly [string, number])[] = [[script === "hangul" ? `k:${text}` : `o:${text}`, 1]];
  if (arabic.length >= 2) own.push([`a:${arabic}`, 0.8]);
  const spellings = loose.map((spelling, at) => ({ loose: spelling, skeleton: at === 0 ? skeleton : "" }));
  // Kana writes f, v and b of other languages with the same signs.
  if (script === "kana" && skeleton.includes("h"))
    spellings.push(
      { loose: "", skeleton: skeleton.replaceAll("h", "b") },
      { loose: "", skeleton: skeleton.replace(/h$/, "b") },
    );
  return part({ exact: own, spellings });
}

/** Two words that a list may write as one. */
function joinedWords(words: readonly IndexWord[]): readonly SoughtPart[] {
  if (words.length < 2 || words.length > 6) return [];
  return words.slice(1).flatMap((word, at) => {
    const before = words[at];
    if (before === undefined || before.script === "number" || word.script === "number") return [];
    if (before.script === "arabic" && word.script === "arabic") return joinedConsonants(before.arabic + word.arabic);
    const joined = looseKey((before.loose[0] ?? "") + (word.loose[0] ?? ""));
    return joined === "" ? [] : [part({ exact: [[joined, 0.95]] })];
  });
}

/** حمد الله is Hamdullah, ولی جان Walijan: Latin spellings write as one what Arabic and Persian write as two. */
function joinedConsonants(letters: string): readonly SoughtPart[] {
  const joined = letters.replace(/(.)\1+/g, "$1");
  return joined.length < 3 ? [] : [part({ exact: [[`a:${joined}`, 0.95]], arabic: joined, breadth: 200 })];
}

/** A body by its initials, and initials by the body. */
function acronymParts(name: IndexName, words: readonly IndexWord[]): readonly SoughtPart[] {
  if (name.type === "person") return [];
  const own = acronymOf(name);
  const initials = own === undefined ? [] : [part({ exact: [[looseKey(own), 0.9]] })];
  const short = words.filter(({ script, text }) => script === "latin" && text.length >= 3 && text.length <= 8);
  return words.length > 2 ? initials : [...initials, ...short.map(({ text }) => part({ exact: [[`c:${text}`, 0.9]] }))];
}

function characterParts(name: IndexName): readonly SoughtPart[] {
  return hanTermsOf(name).map((term) =>
    part({ route: "characters", weight: term.startsWith("H:") ? 2 : 0.7, exact: [[term, 1]] }),
  );
}

/** Readings too short for a spelling error to be told from another reading. */
const shortReading = 5;
/** Readings of one place that are also sought misspelled; beyond them only as they are. */
const misspelledReadings = 4;

/** Readings of one place in the name stand for each other, and so do the answers for one word of a translation. */
function readingParts(name: IndexName): readonly SoughtPart[] {
  const places = new Map<string, SpokenWord[]>();
  for (const word of spokenWords(name)) {
    places.set(word.group, [...(places.get(word.group) ?? []), word]);
  }
  return [...places.values()].map((words) => {
    const long = words.filter(({ loose }) => loose.length > shortReading).slice(0, misspelledReadings);
    return part({
      weight: 0.9,
      exact: words.map(({ loose }) => [loose, 1] as const),
      spellings: long.map(({ loose, skeleton }) => ({ loose, skeleton })),
      breadth: 24,
    });
  });
}

/** Korean given names are written as one word or as two: each syllable is sought by itself too. */
function syllableParts(words: readonly IndexWord[]): readonly SoughtPart[] {
  return words
    .filter(({ script, text }) => script === "hangul" && text.length >= 2)
    .flatMap(({ text }) =>
      [...text].map((syllable) => {
        const latin = latinSpelling(syllable);
        const spelling = { loose: looseKey(latin), skeleton: consonantSkeleton(latin) };
        return part({ weight: 0.5, spellings: [spelling], breadth: 16 });
      }),
    );
}
