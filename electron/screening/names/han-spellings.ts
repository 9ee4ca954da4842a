import { hangulSpellings } from "../readings/hangul-spellings.ts";
import { joinSpellings, type SpokenName, spokenPersonNames } from "../readings/spoken-names.ts";
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
  return given.length === 0
    ? [spelled.parts[0] ?? [surname]]
    : [spelled.parts[0] ?? [], joinSpellings(spelled.parts.slice(1))];
}

function tokensOf(name: SpokenName, ofPerson: boolean): readonly NameToken[] {
  return name.map(({ source, spellings }) => {
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
  });
}

function spelledByTable(runs: readonly string[], ofPerson: boolean): NameReading {
  return {
    how: "reading",
    tokens: runs.map((text) => tokenFor({ text, role: "word", ofPerson, spellings: [latinSpelling(text)] })),
  };
}
