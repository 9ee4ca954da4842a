import type { Answer } from "../../../shared/domain/answer.ts";
import { limitsOf } from "../../pdf/paper/limits.ts";
import { clip, oneLine } from "./clip.ts";
import type { PaperSource } from "./paper-source.ts";
import { factorName, leadingFactors } from "./paper-words.ts";

/** The columns of the table of facts that hold sentences. */
export const factParts = ["fact", "explanation", "assessment"] as const;
export type FactPart = (typeof factParts)[number];

/** What stands in one cell, and whether a person wrote it for the paper. */
export interface FactWords {
  readonly text: string;
  readonly written: boolean;
}

/** One row of the table of facts. */
export interface FactRow extends Readonly<Record<FactPart, FactWords>> {
  readonly factor: string;
  readonly name: string;
  /** The answers the row rests on. */
  readonly behind: readonly Answer[];
}

/** The rows of the leading factors, worst first, as people wrote them or else as the answers behind them say. */
export function factRows(source: PaperSource): FactRow[] {
  const names = leadingFactors(source);
  const ratings = source.assessment.factors
    .map((rating) => ({ rating, name: factorName(source, rating.factor) }))
    .filter(({ name }) => names.includes(name))
    .sort((a, b) => names.indexOf(a.name) - names.indexOf(b.name));
  return ratings.slice(0, limitsOf.facts.rows).map(({ rating, name }) => {
    const items = rating.items.filter((item) => (item.severity ?? 0) > 0).map((item) => item.item);
    const behind = source.file.answers.filter((answer) => items.some((item) => item === answer.itemId));
    const words = (part: FactPart): FactWords => wordsOf(source, { part, factor: rating.factor, behind });
    return {
      factor: rating.factor,
      name,
      behind,
      fact: words("fact"),
      explanation: words("explanation"),
      assessment: words("assessment"),
    };
  });
}

function wordsOf(
  source: PaperSource,
  { part, factor, behind }: { part: FactPart; factor: string; behind: readonly Answer[] },
): FactWords {
  const own = (source.draft[`${part}_${factor}`] ?? "").trim();
  if (own !== "") return { text: own, written: true };
  const drawn = behind.map((answer) => oneLine(answer[part])).filter((words) => words !== "");
  const joined = drawn.join(source.locale === "ja" ? "／" : " / ");
  return { text: clip(joined, limitsOf.facts[part][source.locale]), written: false };
}
