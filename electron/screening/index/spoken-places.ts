import { analyseName } from "../names/analyse-name.ts";
import { hangulParts, spellHangulName } from "../names/han-spellings.ts";
import { latinSpelling } from "../names/latin-spelling.ts";
import type { NameToken } from "../names/name-token.ts";
import { type SpokenName, spokenPersonNames } from "../readings/spoken-names.ts";
import { translatedNames } from "../readings/translated-names.ts";
import type { IndexName } from "./name-words.ts";

/** One word of a reading or translation with its Latin spellings, the likeliest first. */
export interface SpokenPlace {
  /** Places of one group stand for each other: one place of the name in several readings, or answers for one word. */
  readonly group: string;
  readonly spellings: readonly string[];
}

const hangulScript = /^[가-힣]{1,5}$/;
const koreanScript = /\p{Script=Hangul}/u;
/** Before a number in Chinese characters, which is compared as digits. */
const ordinal = "第";
const translatedScripts = /[\p{Script=Katakana}\p{Script=Hangul}\p{Script=Cyrillic}]/u;

/**
 * How a name is said in Latin letters, word by word: by its readings, and with the words of a body translated. Names in one
 * script alone, which nearly all are, are read without being taken apart as for a comparison.
 */
export function spokenPlaces(name: IndexName): readonly SpokenPlace[] {
  const { type, words, han } = name;
  if (type === "unknown") return analysedPlaces(name);
  if (type === "person") {
    // Kana are read together with the characters beside them; Latin words stand for themselves.
    if (han.length > 0) return words.every(({ script }) => script === "latin") ? readPerson(han) : analysedPlaces(name);
    return words.some(({ script }) => script === "hangul") ? koreanPerson(name) : [];
  }
  if (han.length > 0) {
    const plain = words.length === 0 && !name.text.includes(ordinal);
    return plain ? [...translated(han.join(" ")), ...bySound(han)] : analysedPlaces(name);
  }
  return translatedScripts.test(name.text) ? translated(name.text) : [];
}

function readPerson(han: readonly string[]): readonly SpokenPlace[] {
  const spoken = spokenPersonNames(han);
  return spoken.length === 0 ? bySound(han) : spoken.flatMap((read) => read.map(placeAt));
}

function placeAt({ source, spellings }: SpokenName[number], at: number): SpokenPlace {
  return { group: `reading ${at}`, spellings: spellings.length === 0 ? [latinSpelling(source)] : spellings };
}

function bySound(runs: readonly string[]): readonly SpokenPlace[] {
  return runs.map((run, at) => ({ group: `reading ${at}`, spellings: [latinSpelling(run)] }));
}

function translated(text: string): readonly SpokenPlace[] {
  return translatedNames(text).flatMap((name) =>
    name.map(({ source, spellings }) => ({
      group: source,
      spellings: /^\p{N}+$/u.test(source) ? [source] : spellings.length === 0 ? [latinSpelling(source)] : spellings,
    })),
  );
}

function koreanPerson(name: IndexName): readonly SpokenPlace[] {
  const parts = hangulParts(name.words.map(({ text }) => text));
  if (parts === undefined || !name.words.every(({ text }) => hangulScript.test(text))) return analysedPlaces(name);
  return spellHangulName(parts).map((spellings, at) => ({ group: `reading ${at}`, spellings }));
}

/** The long way, for names of several scripts. */
function analysedPlaces({ text, type, han }: IndexName): readonly SpokenPlace[] {
  if (han.length === 0 && !(type === "person" ? koreanScript : translatedScripts).test(text)) return [];
  const analysed = analyseName(text, type);
  const spelled = ({ latin, spellings }: NameToken): readonly string[] => [latin, ...spellings.slice(1)];
  const places = analysed.readings().flatMap(({ how, tokens }) =>
    tokens.map((token, at) => ({
      group: how === "reading" ? `reading ${at}` : token.text,
      spellings: spelled(token),
    })),
  );
  const korean = analysed.tokens.flatMap((token, at) =>
    token.script === "hangul" ? [{ group: `reading ${at}`, spellings: spelled(token) }] : [],
  );
  return [...places, ...korean];
}
