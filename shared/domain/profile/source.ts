import { z } from "zod";
import { EvidenceId } from "../ids.ts";
import { line, textLimits } from "../text.ts";

/** How sure we are that something holds. `disputed` says that the person or a source denies it. */
export const Certainty = z.enum(["certain", "likely", "possible", "disputed"]);
export type Certainty = z.infer<typeof Certainty>;

/** Where something is known from: a piece of the case's evidence, words that lead there, or both. */
export const FactSource = z.strictObject({ evidenceId: EvidenceId.nullable(), text: line(textLimits.shortNote) });
export type FactSource = z.infer<typeof FactSource>;

/** Whether a source says anything; nothing enters a profile without one. */
export function hasSource({ evidenceId, text }: FactSource): boolean {
  return evidenceId !== null || text.trim() !== "";
}
