import { isTextKey, type Text } from "../../../shared/strings/text.ts";
import type { Candidate } from "../../screening/match/candidate.ts";

/** Why a candidate is given, and what speaks for and against it beside the name: one line, as the window says it. */
export function explain(text: Text, candidate: Candidate): string {
  const words = (area: "step" | "against" | "inFavour", codes: readonly string[]): string =>
    codes.map((code) => wordFor(text, `screening.${area}.${code}`, code)).join(text("match.comma"));
  const { kind, queryName, matchedName, steps, against, inFavour } = candidate;
  const key = `screening.explain.${kind}`;
  const sentence = isTextKey(key)
    ? text(key, { query: queryName, listed: matchedName, steps: words("step", steps) })
    : kind;
  return [
    sentence,
    ...(inFavour.length === 0 ? [] : [text("screening.explain.inFavour", { inFavour: words("inFavour", inFavour) })]),
    ...(against.length === 0 ? [] : [text("screening.explain.against", { against: words("against", against) })]),
  ].join(" ");
}

/** The pieces side by side: `髙橋＝高橋（表記違い）`. */
export function explainPieces(text: Text, { pieces }: Candidate): string {
  return pieces
    .map(({ query, listed, how }) =>
      text("cli.screen-piece", {
        query: query ?? "–",
        listed: listed ?? "–",
        how: wordFor(text, `screening.piece.${how}`, how),
      }),
    )
    .join(text("match.comma"));
}

function wordFor(text: Text, key: string, otherwise: string): string {
  return isTextKey(key) ? text(key) : otherwise;
}
