import { hanReadings } from "./han-readings.ts";
import { hangulWord } from "./hangul-spellings.ts";
import { japaneseReadings } from "./japanese-readings.ts";
import { type OrganisationWord, organisationWords } from "./organisation-words.ts";
import { rememberedOf } from "./remembered.ts";
import { joinSpellings, plainLatin, type SpokenName, type SpokenWord } from "./spoken-names.ts";
import { hepburnOf } from "./typed-kana.ts";

/** Words of English that say nothing in a name. */
const fillers = new Set(["of", "and", "the", "after", "named"]);

const readingsOfUnknown = 4;

/**
 * The name of a body with its words in English: once with the longest answers of the glossary, once with the shortest,
 * where these differ. Words it does not know are spelled by their sound. Nothing where it knows none.
 */
export function translatedNames(text: string): readonly SpokenName[] {
  const words = organisationWords(text);
  if (!words.some(({ english = [] }) => english.length > 0)) return [];
  const long = words.flatMap((word) => spokenLong(word));
  const short = words.flatMap((word) => spokenShort(word));
  return JSON.stringify(long) === JSON.stringify(short) ? [long] : [long, short];
}

/** Words of the glossary, which names of bodies share. */
const keptWords = 40_000;

const spokenLong = rememberedOf(keptWords, (word: OrganisationWord) => spoken(word, "longest"));
const spokenShort = rememberedOf(keptWords, (word: OrganisationWord) => spoken(word, "shortest"));

function spoken(word: OrganisationWord, choice: "longest" | "shortest"): SpokenName {
  const { source, english } = word;
  if (english === undefined) return [{ source, spellings: soundOf(source) }];
  const phrases = english.map((phrase) =>
    phrase
      .split(" ")
      .filter((each) => !fillers.has(each))
      .map(plainLatin),
  );
  const lengths = phrases.map((phrase) => phrase.length);
  const length = choice === "longest" ? Math.max(0, ...lengths) : Math.min(...lengths, 99);
  const chosen = phrases.filter((phrase) => phrase.length === length);
  return (chosen[0] ?? []).map(
    (_first, at): SpokenWord => ({
      source,
      spellings: [...new Set(chosen.flatMap((phrase) => phrase[at] ?? []))],
    }),
  );
}

/** How a word is said that the glossary does not know. Katakana, Cyrillic and Latin are left to the tables of scripts. */
function soundOf(source: string): readonly string[] {
  if (/^\p{Script=Hangul}+$/u.test(source)) return [hangulWord(source)];
  if (!/^\p{Script=Han}+$/u.test(source)) return [];
  const pinyin = hanReadings(source, "organisation").map(({ parts }) => joinSpellings(parts)[0] ?? "");
  const japanese = japaneseReadings(source).flatMap(({ surname, given }) =>
    surname.readings.slice(0, 2).map((typed) => plainLatin(hepburnOf(typed + (given?.readings[0] ?? "")))),
  );
  return [...new Set([...pinyin, ...japanese])].filter((spelling) => spelling !== "").slice(0, readingsOfUnknown);
}
