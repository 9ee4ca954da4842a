import { z } from "zod";
import { EvidenceType, Reliability, SourceType } from "./content/vocabulary.ts";
import { EvidenceId, ItemId, Sha256 } from "./ids.ts";
import { line, text, textLimits } from "./text.ts";
import { Instant } from "./time.ts";

/** Evidence up to this size lives in the database row; larger files become sealed objects. Bytes. */
export const inlineLimitBytes = 256 * 1024;

/** What the reviewer says about a piece of evidence. */
export const EvidenceDetails = z.strictObject({
  title: line(textLimits.title),
  evidenceType: EvidenceType,
  sourceType: SourceType,
  reliability: Reliability,
  /** Who or what stands behind the source, so that two copies of one report do not count as two sources. */
  origin: line(textLimits.title),
  /** Address or shelf mark of the original, as text; never opened. */
  location: line(2_000),
  /** When it was captured, as far as known. */
  capturedAt: Instant.nullable(),
  capturedBy: line(textLimits.name),
  note: text(textLimits.note),
});
export type EvidenceDetails = z.infer<typeof EvidenceDetails>;

/** State of the stored bytes at the last check. */
export const IntegrityState = z.enum(["intact", "mismatch", "missing"]);
export type IntegrityState = z.infer<typeof IntegrityState>;

/** One piece of evidence as lists show it. */
export const Evidence = EvidenceDetails.extend({
  id: EvidenceId,
  /** Position in the dossier's index, from 1; the number the paper cites. */
  number: z.int().positive(),
  fileName: z.string(),
  mediaType: z.string(),
  sizeBytes: z.int().nonnegative(),
  sha256: Sha256,
  importedAt: Instant,
  importedBy: z.string(),
  checkedAt: Instant,
  integrity: IntegrityState,
  items: z.array(ItemId),
  revision: z.int().positive(),
});
export type Evidence = z.infer<typeof Evidence>;
