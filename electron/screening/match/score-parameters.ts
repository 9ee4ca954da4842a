import { createHash } from "node:crypto";
import { usualCutOff } from "../../../shared/domain/score-bands.ts";

/**
 * Every number the score depends on. Fixed for all lists and all names; a change makes a new `parametersHash`, which every
 * result is kept with. Set from reasons first, then tried on half of the labelled pairs.
 */
export const scoreParameters = {
  version: 3,
  /** Likeness of two words. 1 is kept for equal folded words of one script. */
  likeness: {
    transliteration: 0.97,
    romanisation: 0.95,
    variant: 0.9,
    nickname: 0.8,
    abbreviation: 0.97,
    initial: 0.85,
    acronym: 0.9,
    acronymShort: 0.82,
    merged: 0.98,
    sound: 0.92,
    consonants: 0.93,
    consonantsShort: 0.8,
    consonantsOne: 0.74,
    consonantsNear: 0.76,
    /** The same consonants behind another beginning: زارع and Ozerov. */
    consonantsElsewhere: 0.7,
    reading: 0.98,
    translation: 0.93,
  },
  /** From here on two words are taken as one where a further name is missing. */
  sure: 0.93,
  /** Typing errors: what each takes off, as a share of the word's length, and how many a word may have. */
  typing: { share: 1, shortWord: 4, longWord: 12 },
  /** What a word weighs, before its rarity. */
  weight: { word: 1, initial: 0.5, particle: 0.12, filler: 0.06, number: 0.5, generic: 0.45, patronymic: 0.7 },
  /** What a word weighs that the other name lacks, as a share of its weight. */
  missing: { queryPerson: 0.4, listedPerson: 0.3, queryBody: 0.8, listedBody: 0.55, patronymic: 0.5, again: 0.05 },
  /** A word on each side that do not answer to each other. */
  conflict: { person: 1.7, body: 1.4, crossScript: 0.55 },
  /** Ceilings, each with its code in `against`. */
  ceiling: {
    conflict: 0.68,
    oneWord: 0.65,
    initial: 0.66,
    /** A name of two words inside a longer one: to be reviewed, not strong. */
    furtherName: 0.84,
    /** The same where one of the two is only alike. */
    unsureInPart: 0.68,
    generic: 0.6,
    genericAll: 0.79,
    number: 0.8,
    short: 0.79,
    notEqual: 0.99,
    readingOnly: 0.97,
  },
  legalFormDiffers: 0.05,
  /** A foundation, a branch or a state enterprise on one side alone. */
  tellingFormMissing: 0.04,
  wordOrder: 0.02,
} as const;

/** Twelve hexadecimal digits that change when any parameter does. */
export const parametersHash: string = createHash("sha256")
  .update(JSON.stringify(scoreParameters))
  .digest("hex")
  .slice(0, 12);

/** The least score a candidate is shown with; where bands begin above it is said in shared/domain/score-bands.ts. */
export const reviewCutOff: number = usualCutOff;
