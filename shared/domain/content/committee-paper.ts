import { z } from "zod";
import { Bilingual } from "./bilingual.ts";
import { Recommendation, RedactionLevel } from "./vocabulary.ts";

/** Sections of the committee paper, in the order of their numbers. */
export const PaperSectionId = z.enum([
  "request",
  "conclusion",
  "case",
  "benefit",
  "findings",
  "risk_table",
  "measures",
  "coverage",
  "law",
  "fairness",
  "precedent",
  "decision",
]);
export type PaperSectionId = z.infer<typeof PaperSectionId>;

/** One section; limits are in characters of the Japanese text, or in rows. */
export const PaperSection = z.strictObject({
  no: z.int().positive(),
  id: PaperSectionId,
  title: Bilingual,
  maxCharsJa: z.int().positive().optional(),
  maxRows: z.int().positive().optional(),
  content: Bilingual,
});
export type PaperSection = z.infer<typeof PaperSection>;

/** What the committee paper holds, how long each part may be, and sample phrases for each outcome. */
export const CommitteePaperSpec = z.strictObject({
  contentVersion: z.string().min(1).max(40),
  name: Bilingual,
  pageTarget: z.int().positive(),
  paper: z.string(),
  defaultRedaction: RedactionLevel,
  header: z.array(Bilingual),
  sections: z.array(PaperSection).length(12),
  annexes: z.array(Bilingual),
  footer: Bilingual,
  signature: Bilingual,
  phrases: z.array(z.strictObject({ decision: Recommendation, text: Bilingual })),
});
export type CommitteePaperSpec = z.infer<typeof CommitteePaperSpec>;
