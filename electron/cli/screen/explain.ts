import { explanationOf, howText } from "../../../shared/strings/screening-explained.ts";
import type { Text } from "../../../shared/strings/text.ts";
import type { Candidate } from "../../screening/match/candidate.ts";

/** Why a candidate is given, and what speaks for and against it beside the name: one line, as the window says it. */
export function explain(text: Text, candidate: Candidate): string {
  const { sentence, beside } = explanationOf(text, candidate);
  return [sentence, ...beside].join(" ");
}

/** The pieces side by side: `髙橋＝高橋（表記違い）`. */
export function explainPieces(text: Text, { pieces }: Candidate): string {
  return pieces
    .map(({ query, listed, how }) =>
      text("cli.screen-piece", { query: query ?? "–", listed: listed ?? "–", how: howText(text, how) }),
    )
    .join(text("match.comma"));
}
