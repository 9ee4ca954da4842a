import { isNameOnly } from "../domain/judging/candidate-order.ts";
import { isTextKey, type Text } from "./text.ts";

/** What an explanation is made from; codes may be newer than these words. */
export interface Explained {
  readonly kind: string;
  readonly queryName: string;
  readonly matchedName: string;
  readonly steps: readonly string[];
  readonly against: readonly string[];
  readonly inFavour: readonly string[];
}

/** Words for a code, or the code itself where a newer engine knows one that has no words yet. */
function wordsFor(text: Text, area: "step" | "against" | "inFavour" | "piece", code: string): string {
  const key = `screening.${area}.${code}`;
  return isTextKey(key) ? text(key) : code;
}

/** How two pieces of name answer to each other. */
export function howText(text: Text, how: string): string {
  return wordsFor(text, "piece", how);
}

/**
 * Why a candidate is given, in one sentence, and what speaks for and against it beside the name: the same words in the
 * window, on paper and on the command line.
 */
export function explanationOf(text: Text, candidate: Explained): { sentence: string; beside: string[] } {
  const list = (area: "step" | "against" | "inFavour", codes: readonly string[]): string =>
    codes.map((code) => wordsFor(text, area, code)).join(text("match.comma"));
  const key = `screening.explain.${candidate.kind}`;
  const sentence = isTextKey(key)
    ? text(key, { query: candidate.queryName, listed: candidate.matchedName, steps: list("step", candidate.steps) })
    : candidate.kind;
  const against = candidate.against.filter((code) => code !== "same-name-only");
  const beside = [
    // That nothing but the name is known is a sentence of its own, and not one of several things to take care of.
    ...(isNameOnly(candidate)
      ? [text(candidate.kind === "similar" ? "screening.explain.nameOnly" : "screening.explain.sameNameOnly")]
      : []),
    ...(candidate.inFavour.length > 0
      ? [text("screening.explain.inFavour", { inFavour: list("inFavour", candidate.inFavour) })]
      : []),
    ...(against.length > 0 ? [text("screening.explain.against", { against: list("against", against) })] : []),
  ];
  return { sentence, beside };
}
