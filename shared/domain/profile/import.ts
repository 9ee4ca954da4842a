import { z } from "zod";
import { EntryId, ImportId } from "../ids.ts";
import { EntryInput, EntryKind } from "./entry.ts";

/** The kinds of file a profile can be read from. */
export const ImportFormat = z.enum(["csv", "bibtex", "ris", "orcid", "researchmap"]);
export type ImportFormat = z.infer<typeof ImportFormat>;

/** What a column of a CSV file can hold. */
export const importFields = [
  "kind",
  "title",
  "organisation",
  "unit",
  "people",
  "number",
  "amount",
  "from",
  "to",
  "note",
] as const;
export type ImportField = (typeof importFields)[number];

const column = z.int().nonnegative().max(255).nullable();

/** Which column means what; null for none. `kindWhenAbsent` counts where no column, or no word in it, says the kind. */
export const ProfileMapping = z.strictObject({
  kindWhenAbsent: EntryKind,
  kind: column,
  title: column,
  organisation: column,
  unit: column,
  people: column,
  number: column,
  amount: column,
  from: column,
  to: column,
  note: column,
});
export type ProfileMapping = z.infer<typeof ProfileMapping>;

/** Why a line of a file cannot become an entry. */
export const LineProblem = z.enum([
  "no-lead",
  "dates-unclear",
  "dates-no-such-day",
  "dates-era-mismatch",
  "dates-order",
  "too-long",
  "unreadable",
]);
export type LineProblem = z.infer<typeof LineProblem>;

/** One line of a file as it would enter the profile. */
export const ImportLine = z.object({
  /** Tells it from the others of its file, which may begin on the same line. */
  id: z.int().positive(),
  /** Where it begins in the file, from 1. */
  line: z.int().positive(),
  /** Null where it cannot be read. */
  entry: EntryInput.nullable(),
  problem: LineProblem.nullable(),
  /** What it says, for the eye. */
  shown: z.string(),
  /** An entry that is there already and says the same. */
  duplicateOf: EntryId.nullable(),
});
export type ImportLine = z.infer<typeof ImportLine>;

/** A file before anything of it is stored. */
export const ProfileImport = z.object({
  importId: ImportId,
  fileName: z.string(),
  format: ImportFormat,
  /** The columns of a CSV file; empty for formats that name their fields. */
  columns: z.array(z.string()),
  /** Null for formats that name their fields. */
  mapping: ProfileMapping.nullable(),
  /** The mapping is one that was used for this kind of file before. */
  isKnownMapping: z.boolean(),
  /** Whether the file is of the very person by its identifier; null where it names none or the subject has none. */
  isOwn: z.boolean().nullable(),
  lines: z.array(ImportLine),
});
export type ProfileImport = z.infer<typeof ProfileImport>;
