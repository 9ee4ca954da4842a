import { consonantSkeleton, looseKey } from "../names/sound-keys.ts";
import { remembered, rememberedOf } from "../readings/remembered.ts";
import { mixBits } from "./hash-bytes.ts";
import type { IndexName, IndexWord } from "./name-words.ts";
import { spokenPlaces } from "./spoken-places.ts";

/**
 * Terms a listed name is filed under. Bare: loose key of a word, or digits. With a mark in front: `h:` two Chinese
 * characters side by side (`^` before the first of a person's name), `H:` a whole run, `k:` a word in Hangul, `a:` the
 * consonants of an Arabic word, `c:` the initials of a body's name.
 */
export function filedTerms(name: IndexName): readonly string[] {
  const terms = new Set<string>();
  for (const word of countedWords(name)) {
    for (const term of termsOfWord(word)) terms.add(term);
  }
  const acronym = acronymOf(name);
  if (acronym !== undefined) terms.add(`c:${acronym}`);
  for (const run of hanTermsOf(name)) terms.add(run);
  for (const term of filedReadings(name)) terms.add(term);
  return [...terms];
}

/** The words that say something; all of them where a name has nothing else. */
export function countedWords({ words, han }: IndexName): readonly IndexWord[] {
  const counted = words.filter((word) => !word.isLight && !word.isInitial);
  return counted.length > 0 || han.length > 0 ? counted : words;
}

function termsOfWord({ script, text, loose, arabic }: IndexWord): readonly string[] {
  const [first] = loose;
  if (script === "arabic") return arabic.length >= 2 ? [`a:${arabic}`] : [`o:${text}`];
  if (script === "hangul") return first === undefined ? [`k:${text}`] : [`k:${text}`, first];
  return first === undefined ? [`o:${text}`] : loose;
}

const longestAcronym = 10;

/** The initials of three words or more; of bodies alone. */
export function acronymOf({ type, words }: IndexName): string | undefined {
  if (type === "person") return undefined;
  const counted = words.filter((word) => word.script === "latin" && !word.isLight);
  if (counted.length < 3 || counted.length > longestAcronym) return undefined;
  return counted.map(({ text }) => text.charAt(0)).join("");
}

/** Terms of the Chinese characters of a name, in their own script. */
export function hanTermsOf({ type, han }: IndexName): readonly string[] {
  if (han.length === 0) return [];
  const characters = [...han.join("")];
  const terms = [`H:${characters.join("")}`];
  if (type !== "organisation") terms.push(`h:^${characters[0] ?? ""}`);
  for (let at = 0; at + 1 < characters.length; at += 1)
    terms.push(`h:${characters[at] ?? ""}${characters[at + 1] ?? ""}`);
  return terms;
}

/** Spellings of one word and of all words a listed name is filed under, at most; the likeliest stand first. */
const filedSpellings = 8;
const mostReadings = 48;

/** A word of a reading or translation: which of the words may stand for each other, and the keys of the word. */
export interface SpokenWord {
  /** Words of one group stand for each other: readings of one place in the name, or answers for one word. */
  readonly group: string;
  readonly loose: string;
  readonly skeleton: string;
}

/** Words of all readings and translations of a name, in each of their spellings, once for each group. */
export function spokenWords(name: IndexName): readonly SpokenWord[] {
  const found = new Map<string, SpokenWord>();
  for (const { group, spellings } of spokenPlaces(name)) {
    for (const spelled of spellings) {
      const loose = looseOf(spelled);
      const key = `${group} ${loose}`;
      if (loose !== "" && !found.has(key)) found.set(key, { group, loose, skeleton: skeletonOf(spelled) });
    }
  }
  return [...found.values()];
}

/** The spellings a listed name is filed under: of each word the likeliest. */
function filedReadings(name: IndexName): ReadonlySet<string> {
  const filed = new Set<string>();
  for (const { spellings } of spokenPlaces(name)) {
    for (const loose of filedUnder(spellings)) filed.add(loose);
    if (filed.size >= mostReadings) return filed;
  }
  return filed;
}

/** Spellings, which names share. */
const keptSpellings = 60_000;

const rememberedKeys = rememberedOf(keptSpellings, (spellings: readonly string[]) => likeliestKeys(spellings));

function likeliestKeys(spellings: readonly string[]): readonly string[] {
  const keys = spellings.slice(0, filedSpellings).map(looseOf);
  return [...new Set(keys.filter((loose) => loose !== ""))];
}

/** Lists of several spellings are remembered where they are made; a single one is mostly new. */
function filedUnder(spellings: readonly string[]): readonly string[] {
  return spellings.length > 1 ? rememberedKeys(spellings) : likeliestKeys(spellings);
}

const looseOf = remembered(keptSpellings, (spelled) => (/^\d/.test(spelled) ? spelled : looseKey(spelled)));
const skeletonOf = remembered(keptSpellings, (spelled) => (/^\d/.test(spelled) ? spelled : consonantSkeleton(spelled)));

/**
 * One number for all names that are equal in their letters, whatever their order, spacing, case, width or standard of
 * romanisation: such names are always proposed to each other. Names in different scripts may not agree in it.
 */
export function equalityHash(name: IndexName): number {
  const letters = countedWords(name).map(({ script, text, loose, arabic }) =>
    script === "arabic" && arabic.length >= 2 ? arabic : (loose[0] ?? text),
  );
  let hash = 0;
  // Adding forgets the order of letters and words alike.
  for (const run of [...letters, ...name.han])
    for (let at = 0; at < run.length; at += 1) hash = (hash + mixBits(run.charCodeAt(at) + 1)) | 0;
  return hash >>> 0;
}
