import { hangulSpellings, isHangulSurname } from "../readings/hangul-spellings.ts";
import { rememberedOf, rememberedUnder } from "../readings/remembered.ts";
import { joinSpellings, type SpokenName, type SpokenWord, spokenPersonNames } from "../readings/spoken-names.ts";
import { translatedNames } from "../readings/translated-names.ts";
import type { NameReading } from "./analysed-name.ts";
import { isGenericWord } from "./generic-words.ts";
import { latinSpelling } from "./latin-spelling.ts";
import type { NameToken } from "./name-token.ts";
import type { NameType } from "./parse-name.ts";
import { tokenFor } from "./token-store.ts";

/**
 * Latin spellings of the whole of a name with Han characters in it, from its runs as written apart: by Japanese and
 * Chinese readings for a person; for others with the words translated as well, and by the sound of the whole.
 */
export function spellHanName(runs: readonly string[], type: NameType): readonly NameReading[] {
  const spoken = type === "organisation" ? [] : spokenPersonNames(runs);
  const readings = spoken.map((name): NameReading => ({ how: "reading", tokens: tokensOf(name, true) }));
  if (type === "person") return readings.length > 0 ? readings : [spelledByTable(runs, true)];
  return [...readings, ...translateName(runs.join(" ")), spelledByTable(runs, false)];
}

/** The name of a body with its words in English; nothing where no word of it is known. */
export function translateName(text: string): readonly NameReading[] {
  return translatedNames(text).map((name): NameReading => ({ how: "translation", tokens: tokensOf(name, false) }));
}

/** Spellings of the parts of a Korean person's name: the family name, and each further part as one word. */
export function spellHangulName(parts: readonly string[]): readonly (readonly string[])[] {
  const [surname = "", ...given] = parts;
  return [spellSurname(surname), ...given.map(spellGiven)];
}

function spellSurname(surname: string): readonly string[] {
  // With a syllable behind it, without which two of a family name would be taken for a name.
  const parts = hangulSpellings(`${surname}이`)?.parts.slice(0, -1) ?? [];
  return parts.length > 1 ? joinSpellings(parts) : (parts[0] ?? []);
}

function spellGiven(given: string): readonly string[] {
  // As after a family name: its syllables are spelled as later ones.
  const syllables = hangulSpellings(`이${given}`)?.parts.slice(1);
  return syllables === undefined ? [] : givenNameUnder(given.normalize("NFC"), () => joinSpellings(syllables));
}

const givenNameUnder = rememberedUnder<readonly string[]>(30_000);

/** Family names of two syllables. */
const longHangulSurnames = new Set(["남궁", "황보", "제갈", "선우", "사공", "독고", "동방", "서문"]);

/**
 * Words in Hangul of a person's name, the family name first: it may stand behind, 영환 김. Nothing where they cannot be told
 * apart.
 */
export function hangulParts(words: readonly string[]): readonly string[] | undefined {
  const [first = "", second] = words;
  if (second === undefined) {
    if (first.length < 2) return undefined;
    const cut = first.length > 2 && longHangulSurnames.has(first.slice(0, 2)) ? 2 : 1;
    return [first.slice(0, cut), first.slice(cut)];
  }
  const last = words.at(-1) ?? "";
  if (isSurname(first) || !isSurname(last)) return words.length > 2 && !isSurname(first) ? undefined : words;
  return [last, ...words.slice(0, -1)];
}

function isSurname(word: string): boolean {
  return longHangulSurnames.has(word) || (word.length === 1 && isHangulSurname(word));
}

/** Words of readings, which are remembered where they are read. */
const keptWords = 60_000;

const personToken = rememberedOf(keptWords, (word: SpokenWord) => makeToken(word, true));
const bodyToken = rememberedOf(keptWords, (word: SpokenWord) => makeToken(word, false));

function tokensOf(name: SpokenName, ofPerson: boolean): readonly NameToken[] {
  return name.map(ofPerson ? personToken : bodyToken);
}

function makeToken({ source, spellings }: SpokenWord, ofPerson: boolean): NameToken {
  if (/^\p{N}+$/u.test(source)) return tokenFor({ text: source, role: "number", ofPerson });
  const [first = latinSpelling(source)] = spellings;
  const generic = !ofPerson && isGenericWord(first);
  return tokenFor({
    text: source,
    role: "word",
    ofPerson,
    generic,
    spellings: spellings.length === 0 ? [first] : spellings,
  });
}

function spelledByTable(runs: readonly string[], ofPerson: boolean): NameReading {
  return {
    how: "reading",
    tokens: runs.map((text) => tokenFor({ text, role: "word", ofPerson, spellings: [latinSpelling(text)] })),
  };
}
