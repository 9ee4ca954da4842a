import { hangulSpellings } from "../readings/hangul-spellings.ts";
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

/** Spellings of the parts of a Korean person's name: the family name, and the given name as one word. */
export function spellHangulName(parts: readonly string[]): readonly (readonly string[])[] {
  const [surname = "", ...given] = parts;
  const spelled = hangulSpellings(parts.join(""));
  if (spelled === undefined) return parts.map(() => []);
  if (given.length === 0) return [spelled.parts[0] ?? [surname]];
  const syllables = spelled.parts.slice(1);
  const written = [...parts.join("").normalize("NFC")].slice(-syllables.length).join("");
  return [spelled.parts[0] ?? [], givenNameUnder(written, () => joinSpellings(syllables))];
}

const givenNameUnder = rememberedUnder<readonly string[]>(30_000);

/** Family names of two syllables. */
const longHangulSurnames = new Set(["남궁", "황보", "제갈", "선우", "사공", "독고", "동방", "서문"]);

/** Words in Hangul of a person's name as family name and given name; nothing where they cannot be told. */
export function hangulParts([first = "", second, ...more]: readonly string[]): readonly string[] | undefined {
  if (first === "" || more.length > 0 || (second === undefined && first.length < 2)) return undefined;
  if (second !== undefined) return [first, second];
  const cut = first.length > 2 && longHangulSurnames.has(first.slice(0, 2)) ? 2 : 1;
  return [first.slice(0, cut), first.slice(cut)];
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
