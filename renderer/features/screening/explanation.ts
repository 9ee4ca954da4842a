import { isTextKey, type Text } from "../../../shared/strings/text.ts";

/** What an explanation is made from; codes may be newer than this page. */
export interface Explained {
  readonly kind: string;
  readonly queryName: string;
  readonly matchedName: string;
  readonly steps: readonly string[];
  readonly against: readonly string[];
  readonly inFavour: readonly string[];
}

/** Words for a code, or the code itself where a newer engine knows one that this page does not. */
function wordsFor(text: Text, area: "step" | "against" | "inFavour" | "piece", code: string): string {
  const key = `screening.${area}.${code}`;
  return isTextKey(key) ? text(key) : code;
}

/** How two pieces answer to each other. */
export function howText(text: Text, how: string): string {
  return wordsFor(text, "piece", how);
}

/** Why a candidate is shown, in one sentence, and what speaks for and against it beside the name. */
export function explanationOf(text: Text, hit: Explained): { sentence: string; beside: string[] } {
  const list = (area: "step" | "against" | "inFavour", codes: readonly string[]): string =>
    codes.map((code) => wordsFor(text, area, code)).join(text("match.comma"));
  const key = `screening.explain.${hit.kind}`;
  const sentence = isTextKey(key)
    ? text(key, { query: hit.queryName, listed: hit.matchedName, steps: list("step", hit.steps) })
    : hit.kind;
  const beside = [
    ...(hit.inFavour.length > 0
      ? [text("screening.explain.inFavour", { inFavour: list("inFavour", hit.inFavour) })]
      : []),
    ...(hit.against.length > 0 ? [text("screening.explain.against", { against: list("against", hit.against) })] : []),
  ];
  return { sentence, beside };
}
