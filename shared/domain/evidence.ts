import { z } from "zod";
import { EvidenceType, Reliability, SourceType } from "./content/vocabulary.ts";
import { EvidenceId, ItemId, Sha256 } from "./ids.ts";
import { line, text, textLimits } from "./text.ts";
import { Day, Instant } from "./time.ts";

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

/** How far a piece has come. What has run out is told by its day, not by a status. */
export const EvidenceStatus = z.enum(["draft", "in-review", "accepted", "superseded"]);
export type EvidenceStatus = z.infer<typeof EvidenceStatus>;

/** By which door a file came into the window or past it. */
export const IntakeWay = z.enum(["dialog", "folder", "drop", "paste"]);
export type IntakeWay = z.infer<typeof IntakeWay>;

/** On what a file was carried in; this machine has no network. */
export const CarriedOn = z.enum(["unknown", "usb", "disc", "shared-folder", "scanner", "made-here", "other"]);
export type CarriedOn = z.infer<typeof CarriedOn>;

/** How a file came here, as the person who took it in states it: the line of the register of imports. */
export const Carriage = z.strictObject({
  medium: CarriedOn,
  /** The machine it was captured or copied on, as the office names it. */
  machine: line(textLimits.title),
  /** Who carried it here. */
  carriedBy: line(textLimits.name),
});
export type Carriage = z.infer<typeof Carriage>;

/** Until when a piece may be relied on, and who says so: the office's periods, or the reviewer. */
export const Validity = z.strictObject({
  /** Last day on which it counts; null for as long as the case lasts. */
  until: Day.nullable(),
  by: z.enum(["office", "hand"]),
});
export type Validity = z.infer<typeof Validity>;

/** What is said of a piece besides its description: how it came, how far it has come and how long it holds. */
export const EvidenceStanding = z.strictObject({
  status: EvidenceStatus,
  /** The piece that took its place; only where the status says so. */
  supersededBy: EvidenceId.nullable(),
  validity: Validity,
  carriage: Carriage,
  way: IntakeWay,
  /** When the file was last written, as its medium tells. */
  fileWrittenAt: Instant.nullable(),
});
export type EvidenceStanding = z.infer<typeof EvidenceStanding>;

/** What stands for pieces from before anybody was asked. */
export const plainStanding: EvidenceStanding = {
  status: "accepted",
  supersededBy: null,
  validity: { until: null, by: "office" },
  carriage: { medium: "unknown", machine: "", carriedBy: "" },
  way: "dialog",
  fileWrittenAt: null,
};

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
  standing: EvidenceStanding,
  revision: z.int().positive(),
});
export type Evidence = z.infer<typeof Evidence>;
