import { z } from "zod";
import { Bilingual } from "./bilingual.ts";
import { EvidenceType, Reliability } from "./vocabulary.ts";

/** For how many months a kind of evidence may be relied on; null for as long as the case lasts. */
export const ValidMonths = z.record(EvidenceType, z.int().min(1).max(600).nullable());
export type ValidMonths = z.infer<typeof ValidMonths>;

/** How long evidence stays good, and how its source is graded. The office may set other periods of its own. */
export const EvidencePolicy = z.strictObject({
  contentVersion: z.string().min(1).max(40),
  validMonths: ValidMonths,
  /** What each grade asks of a source, best first. */
  grades: z.array(z.strictObject({ id: Reliability, guidance: Bilingual })).length(Reliability.options.length),
});
export type EvidencePolicy = z.infer<typeof EvidencePolicy>;
