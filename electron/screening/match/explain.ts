import type { TextKey } from "../../../shared/strings/text.ts";
import type { Candidate } from "./candidate.ts";

/**
 * The parts of one candidate's explanation, as keys of the catalogue. `key` is the sentence; its pattern takes `query`,
 * `listed` and `steps`, the last being the words behind `stepKeys` joined as a list. `againstKeys` and `inFavourKeys` go
 * into `screening.explain.against` and `screening.explain.inFavour`, when there are any.
 */
export interface Explanation {
  readonly key: TextKey;
  readonly kindKey: TextKey;
  readonly args: { readonly query: string; readonly listed: string };
  readonly stepKeys: readonly TextKey[];
  readonly againstKeys: readonly TextKey[];
  readonly inFavourKeys: readonly TextKey[];
  /** One for each of the candidate's pieces, in their order. */
  readonly pieceKeys: readonly TextKey[];
}

/** Why a candidate is shown, in codes that each have words. */
export function explain(
  candidate: Pick<Candidate, "kind" | "steps" | "against" | "inFavour" | "queryName" | "matchedName" | "pieces">,
): Explanation {
  return {
    key: `screening.explain.${candidate.kind}`,
    kindKey: `screening.kind.${candidate.kind}`,
    args: { query: candidate.queryName, listed: candidate.matchedName },
    stepKeys: candidate.steps.map((step): TextKey => `screening.step.${step}`),
    againstKeys: candidate.against.map((code): TextKey => `screening.against.${code}`),
    inFavourKeys: candidate.inFavour.map((code): TextKey => `screening.inFavour.${code}`),
    pieceKeys: candidate.pieces.map(({ how }): TextKey => `screening.piece.${how}`),
  };
}
