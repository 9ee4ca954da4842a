import {
  type PassphraseRating,
  PassphraseSuggestion,
  PassphraseWarning,
  passphraseMinimum,
  passphraseScoreMinimum,
} from "../../shared/domain/passphrase.ts";
import { err, type Nothing, ok, type Result } from "../../shared/result.ts";
import type { Estimate, Estimator } from "./passphrase/estimator.ts";

/** Why a new passphrase is not taken; `minimum` is the shortest length, `missing` what it lacks, `score` what it reached. */
export interface WeakPassphrase {
  readonly code: "weak-passphrase";
  readonly details: { readonly minimum: number; readonly missing: number; readonly score: number };
}

/** Judges new passphrases; every place that takes one asks here first. */
export interface PassphraseService {
  /** How hard this is to guess for somebody who knows the hints, such as names. Works while locked. */
  rate(request: { passphrase: string; hints: readonly string[] }): Promise<PassphraseRating>;
  /** Refuses what is too short or too easy to guess, and asks for nothing else. */
  refuseWeak(passphrase: string, hints?: readonly string[]): Promise<Result<Nothing, WeakPassphrase>>;
}

/** What the service works with. */
export interface PassphraseParts {
  /** Loads the dictionaries; called when the first passphrase is rated. */
  readonly loadEstimator: () => Promise<Estimator>;
  /** Milliseconds one derivation takes on this machine, where that is known. */
  readonly guessMs: () => Promise<number | undefined>;
}

/**
 * How much of a passphrase the library looks at, in code points: its work grows with the square of the length and more. Of a longer
 * one it sees the first and the last so many, and the stronger of the two counts; what lies between counts for no more
 * than its length. So the estimate stays one from below, and 64 points suffice for the best score many times over.
 */
const viewPoints = 64;

/** Guesses at which each score begins, as the library has them: 10^3, 10^6, 10^8, 10^10. */
const scoreSteps = [3, 6, 8, 10];

/** What a new vault's derivation is set to take, for as long as nothing was measured here; milliseconds. */
const assumedGuessMs = 1_000;

/** Longest and most hints that are looked at; names, not documents. */
const hintLimit = { count: 8, length: 200 };

export function createPassphraseService(parts: PassphraseParts): PassphraseService {
  let loading: Promise<Estimator> | undefined;
  const estimator = (): Promise<Estimator> => {
    loading ??= parts.loadEstimator();
    return loading;
  };

  async function judge(passphrase: string, hints: readonly string[]): Promise<Judged> {
    // The key derivation takes NFKC, so a guesser need not try the other forms.
    const points = [...passphrase.normalize("NFKC")];
    const estimate = estimateOf(points, await estimator(), hintWords(hints));
    const score = scoreSteps.filter((step) => estimate.guessesLog10 >= step).length;
    const missing = Math.max(0, passphraseMinimum - points.length);
    return { estimate, score, missing, isAccepted: missing === 0 && score >= passphraseScoreMinimum };
  }

  return {
    rate: async ({ passphrase, hints }) => {
      const { estimate, score, missing, isAccepted } = await judge(passphrase, hints);
      const guessMs = (await parts.guessMs()) ?? null;
      const warning = PassphraseWarning.safeParse(estimate.warning);
      return {
        score,
        guessesLog10: estimate.guessesLog10,
        missing,
        isAccepted,
        warning: warning.success ? warning.data : null,
        // What the library says about capitals is left out: nothing is asked of the composition.
        suggestions: estimate.suggestions.flatMap((word) => PassphraseSuggestion.safeParse(word).data ?? []),
        // On average half of the guesses suffice.
        secondsLog10: estimate.guessesLog10 - Math.log10(2) + Math.log10((guessMs ?? assumedGuessMs) / 1_000),
        guessMs,
      };
    },
    refuseWeak: async (passphrase, hints = []) => {
      const { score, missing, isAccepted } = await judge(passphrase, hints);
      if (isAccepted) return ok({});
      return err({ code: "weak-passphrase", details: { minimum: passphraseMinimum, missing, score } });
    },
  };
}

interface Judged {
  readonly estimate: Estimate;
  readonly score: number;
  readonly missing: number;
  readonly isAccepted: boolean;
}

function estimateOf(points: readonly string[], estimator: Estimator, hints: readonly string[]): Estimate {
  const head = estimator(points.slice(0, viewPoints).join(""), hints);
  if (points.length <= viewPoints) return head;
  const tail = estimator(points.slice(-viewPoints).join(""), hints);
  const better = tail.guessesLog10 > head.guessesLog10 ? tail : head;
  return { ...better, guessesLog10: better.guessesLog10 + Math.log10(points.length - viewPoints + 1) };
}

/** Each hint whole and in words; single letters would make every passphrase look personal. */
function hintWords(hints: readonly string[]): string[] {
  const words = hints.slice(0, hintLimit.count).flatMap((hint) => {
    const plain = hint.normalize("NFKC").slice(0, hintLimit.length);
    return [plain, plain.replace(/\s+/gu, ""), ...plain.split(/[\s・,、()]+/u)];
  });
  return [...new Set(words)].filter((word) => [...word].length >= 2);
}
