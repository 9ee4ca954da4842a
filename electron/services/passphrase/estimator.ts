import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary as commonWords } from "@zxcvbn-ts/language-common";
import { dictionary as englishWords } from "@zxcvbn-ts/language-en";
import { dictionary as romajiWords } from "@zxcvbn-ts/language-ja";
import { z } from "zod";
import { japaneseDate } from "./japanese-dates.ts";

/** What the library makes of one stretch of text: its own words, to be sorted out by the service. */
export interface Estimate {
  readonly guessesLog10: number;
  readonly warning: string | null;
  readonly suggestions: readonly string[];
}

/** Estimates how many guesses a text takes; `hints` are words the guesser knows already, such as names. */
export type Estimator = (text: string, hints: readonly string[]) => Estimate;

/**
 * Substitutions such as `@` for `a` that are undone in one text. The library's own bound of a hundred makes 64 odd signs take
 * half a second; four take 60 ms and find the same words in everything people really type.
 */
const substitutionLimit = 4;

/**
 * Loads the dictionaries, some 20 MB in memory, which never enter the page. Import this module only when somebody chooses a
 * passphrase. `resources` holds our own list of Japanese words: the library's Japanese is romaji alone.
 */
export function createEstimator(resources: string): Estimator {
  const library = new ZxcvbnFactory(
    {
      dictionary: {
        ...commonWords,
        ...englishWords,
        ...named(romajiWords, "romaji"),
        // The library tells by the word "passwords" in a name that its entries are common choices.
        "passwords-japanese": readJapaneseWords(resources),
      },
      graphs: adjacencyGraphs,
      l33tMaxSubstitutions: substitutionLimit,
    },
    { japaneseDate },
  );
  return (text, hints) => {
    const { guessesLog10, feedback } = library.check(text, [...hints]);
    return { guessesLog10, warning: feedback.warning, suggestions: feedback.suggestions };
  };
}

/** Words in kana count in both kana: which of them an input method sends is chance. */
function readJapaneseWords(resources: string): string[] {
  const path = join(resources, "passphrase", "common-japanese.json");
  const words = z.array(z.string().min(1)).parse(JSON.parse(readFileSync(path, "utf8")));
  return [...new Set(words.flatMap((word) => [word, otherKana(word)]))];
}

const kanaDistance = 0x60;

function otherKana(word: string): string {
  const shifted = (by: number) => (letter: string) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + by);
  if (/^[ぁ-ゖー]+$/u.test(word)) return word.replace(/[ぁ-ゖ]/gu, shifted(kanaDistance));
  if (/^[ァ-ヶー]+$/u.test(word)) return word.replace(/[ァ-ヶ]/gu, shifted(-kanaDistance));
  return word;
}

function named(dictionary: Readonly<Record<string, string[]>>, language: string): Record<string, string[]> {
  return Object.fromEntries(Object.entries(dictionary).map(([name, words]) => [`${name}-${language}`, words]));
}
