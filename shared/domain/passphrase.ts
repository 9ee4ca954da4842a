import { z } from "zod";

/** Shortest passphrase anybody may choose, in code points after NFKC; length guards better than any rule about signs. */
export const passphraseMinimum = 12;

/** Lowest score a new passphrase may have. */
export const passphraseScoreMinimum = 3;

/** What a guesser would try first, as far as the estimate can tell. */
const passphraseWarnings = [
  "straightRow",
  "keyPattern",
  "simpleRepeat",
  "extendedRepeat",
  "sequences",
  "recentYears",
  "dates",
  "topTen",
  "topHundred",
  "common",
  "similarToCommon",
  "wordByItself",
  "namesByThemselves",
  "commonNames",
  "userInputs",
] as const;
export const PassphraseWarning = z.enum(passphraseWarnings);
export type PassphraseWarning = z.infer<typeof PassphraseWarning>;

/** What would help. Nothing here asks for capitals, digits or signs: there are no rules of composition. */
const passphraseSuggestions = [
  "l33t",
  "reverseWords",
  "dates",
  "recentYears",
  "associatedYears",
  "sequences",
  "repeated",
  "longerKeyboardPattern",
  "anotherWord",
  "useWords",
] as const;
export const PassphraseSuggestion = z.enum(passphraseSuggestions);
export type PassphraseSuggestion = z.infer<typeof PassphraseSuggestion>;

/** How hard a passphrase is to guess. An estimate from below: it knows common words and patterns, not the person. */
export const PassphraseRating = z.object({
  /** 0 hopeless, 1 weak, 2 middling, 3 good, 4 strong. */
  score: z.int().min(0).max(4),
  /** Decimal logarithm of the guesses needed. */
  guessesLog10: z.number().nonnegative(),
  /** Code points that are missing to the shortest length; 0 when it is long enough. */
  missing: z.int().nonnegative(),
  /** Whether it may be chosen: long enough and good enough. */
  isAccepted: z.boolean(),
  warning: PassphraseWarning.nullable(),
  suggestions: z.array(PassphraseSuggestion),
  /** Decimal logarithm of the seconds one PC like this takes to find it, on average. */
  secondsLog10: z.number(),
  /** Milliseconds one guess takes on this PC; null until a vault's derivation was seen here. */
  guessMs: z.number().positive().nullable(),
});
export type PassphraseRating = z.infer<typeof PassphraseRating>;
