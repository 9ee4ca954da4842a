import { looseKey } from "../names/sound-keys.ts";
import { sharedReadings } from "./reading-file.ts";
import { plainLatin } from "./spoken-names.ts";
import { hepburnOf } from "./typed-kana.ts";

/** A reading that so many writings share is one that many people have. */
const leastWritings = 3;

/** Of each written name, its most usual readings are counted. */
const countedReadings = 2;

/** Words of one syllable are names, and parts of names, in many languages. */
const twoVowels = /[aeiou].*[aeiou]/;

let usual: ReadonlySet<string> | undefined;

/**
 * Whether a loose key is that of a Japanese family or given name in use. Two of them are two names, however near: Masao and
 * Masako. The readings are gathered when this is first asked (a quarter of a second), once per thread.
 */
export function isUsualJapaneseName(loose: string): boolean {
  if (!twoVowels.test(loose) || !syllables.test(loose)) return false;
  usual ??= gather();
  return usual.has(loose);
}

/** Loose keys of Japanese words: syllables that end with a vowel or n. */
const syllables = /^(?:(?:[bgkmnprthz]i?|[sdvw])?[aiueo]|n(?![aiueo]))+$/;

function gather(): ReadonlySet<string> {
  const shared = sharedReadings({ least: leastWritings, first: countedReadings });
  return new Set(shared.map((typed) => looseKey(plainLatin(hepburnOf(typed)))));
}
