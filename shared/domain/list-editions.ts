import { z } from "zod";
import { EditionId, ImportId, Sha256 } from "./ids.ts";
import { ColumnMapping, type Edition, EditionDetails, ListLayout } from "./screening.ts";
import { line } from "./text.ts";
import { type Day, dayOf, Instant } from "./time.ts";

/** The day an edition is as old as: its publication, or its import where the list does not say. */
export function listDay({ publishedDay, importedAt }: Pick<Edition, "publishedDay" | "importedAt">): Day {
  return publishedDay ?? dayOf(importedAt);
}

/** Entries a page asks for at once. */
export const entryWindow = 100;

/** An edition that is kept, or one that was read and not kept yet. */
export const ListSide = z.union([z.strictObject({ editionId: EditionId }), z.strictObject({ importId: ImportId })]);
export type ListSide = z.infer<typeof ListSide>;

/** One entry of an edition in a list of many. */
export const EntryLine = z.object({
  content: z.int().positive(),
  entryKey: z.string(),
  row: z.int().positive().nullable(),
  type: z.string(),
  name: z.string(),
  otherNames: z.int().nonnegative(),
  countries: z.array(z.string()),
  programmes: z.array(z.string()),
});
export type EntryLine = z.infer<typeof EntryLine>;

/** One value of an entry: what is printed, and which kind of it where the list tells kinds apart. */
export const EntryValue = z.object({ text: z.string(), kind: z.string().nullable() });
export type EntryValue = z.infer<typeof EntryValue>;

/** A field of an entry with what it holds. */
export const EntryField = z.object({ field: z.string(), values: z.array(EntryValue) });
export type EntryField = z.infer<typeof EntryField>;

/** A field that two editions give differently; nothing gone and nothing new means another order. */
export const FieldChange = z.object({ field: z.string(), gone: z.array(EntryValue), come: z.array(EntryValue) });
export type FieldChange = z.infer<typeof FieldChange>;

/** Which part of a difference is looked at. */
export const DifferencePart = z.enum(["added", "removed", "changed"]);
export type DifferencePart = z.infer<typeof DifferencePart>;

/** An entry in a difference, and for a changed one what differs. */
export const DifferenceLine = EntryLine.extend({ changes: z.array(FieldChange) });
export type DifferenceLine = z.infer<typeof DifferenceLine>;

/** How two editions differ, in numbers. */
export const DifferenceCounts = z.object({
  added: z.int().nonnegative(),
  removed: z.int().nonnegative(),
  changed: z.int().nonnegative(),
  unchanged: z.int().nonnegative(),
});
export type DifferenceCounts = z.infer<typeof DifferenceCounts>;

/** Longest name of a profile, in UTF-16 units. */
const profileNameUnits = 80;

/** How the columns of a kind of file are read, kept under a name. */
export const ListProfile = z.object({
  name: line(profileNameUnits).min(1),
  mapping: ColumnMapping,
  /** The header it was made for, for people to look at. */
  header: z.array(z.string()),
  layout: ListLayout,
  usedAt: Instant,
  keptBy: z.string(),
});
export type ListProfile = z.infer<typeof ListProfile>;

/** Somebody whose list packs this vault takes. */
export const PackSigner = z.object({
  fingerprint: Sha256,
  name: z.string(),
  organization: z.string(),
  acceptedAt: Instant,
  acceptedBy: z.string(),
});
export type PackSigner = z.infer<typeof PackSigner>;

/** An edition inside a pack, and how it stands to what is here: not here yet, here already, or older than what is used. */
export const PackedLine = z.object({
  details: EditionDetails,
  entries: z.int().nonnegative(),
  sha256: Sha256,
  importedAt: Instant,
  standing: z.enum(["new", "known", "older"]),
});
export type PackedLine = z.infer<typeof PackedLine>;

/** A pack that is whole and whose signature holds. */
export const PackLook = z.object({
  packId: ImportId,
  fileName: z.string(),
  createdAt: Instant,
  createdBy: z.string(),
  signer: z.object({
    fingerprint: Sha256,
    name: z.string(),
    organization: z.string(),
    /** Whether this vault takes packs of this signer. */
    accepted: z.boolean(),
  }),
  editions: z.array(PackedLine),
});
export type PackLook = z.infer<typeof PackLook>;
