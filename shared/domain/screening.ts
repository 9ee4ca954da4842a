import { z } from "zod";
import { ListEffectClass } from "./content/vocabulary.ts";
import { EditionId, HitId, ImportId, PersonId, Sha256, SubjectId } from "./ids.ts";
import { Reopened, SecondOpinion, Verdict } from "./judging/verdict.ts";
import { line, textLimits } from "./text.ts";
import { Day, Instant } from "./time.ts";

/** Lists older than this are pointed out. Days, from spec §12.1. */
export const staleAfterDays = 180;

/**
 * How a list file is laid out. `csv` is any table (delimited text or a workbook) whose columns a person assigns; the others
 * are layouts of known lists, which need no mapping. Each has its name under `screening.layout.<layout>`.
 */
export const ListLayout = z.enum([
  "csv",
  "meti-6",
  "meti-5",
  "meti-text",
  "meti-tokutei",
  "ofac-csv",
  "ofac-advanced-xml",
  "un-xml",
  "eu-journal",
  "eu-fsf-csv",
  "eu-fsf-xml",
  "uk-ofsi-csv",
  "uk-sanctions-csv",
  "us-csl-csv",
  "us-csl-json",
  "us-dpl",
  "us-entity-list",
  "us-1260h",
  "us-special",
  "cn-countermeasures",
  "opensanctions-csv",
  "opensanctions-ftm",
]);
export type ListLayout = z.infer<typeof ListLayout>;

/** What a layout was told from when a file was first looked at; each has a sentence under `screening.guess.<code>`. */
export const LayoutGuess = z.enum([
  "header-of-list",
  "columns-of-list",
  "xml-root",
  "json-shape",
  "text-of-list",
  "table-only",
]);
export type LayoutGuess = z.infer<typeof LayoutGuess>;

/** Layouts printed as running text: how many rows they have must be confirmed against the figure that was announced. */
export const countedLayouts: readonly ListLayout[] = ["meti-text", "meti-tokutei"];

/** Which column holds what; column numbers from 0, null where the file has no such column. */
export const ColumnMapping = z.strictObject({
  name: z.int().nonnegative().nullable(),
  aliases: z.int().nonnegative().nullable(),
  /** Characters that separate aliases inside one cell. */
  aliasSeparator: z.string().max(4),
  kind: z.int().nonnegative().nullable(),
  /** Kind of every entry when the file has no column for it. */
  kindWhenAbsent: z.enum(["person", "organisation"]),
  country: z.int().nonnegative().nullable(),
  identifiers: z.int().nonnegative().nullable(),
  birthDate: z.int().nonnegative().nullable(),
  programme: z.int().nonnegative().nullable(),
  remarks: z.int().nonnegative().nullable(),
  sourceId: z.int().nonnegative().nullable(),
});
export type ColumnMapping = z.infer<typeof ColumnMapping>;

/** What a person states about a list file when importing it. */
export const EditionDetails = z.strictObject({
  /** Editions of the same list share this title. */
  title: line(textLimits.title).min(1),
  authority: line(textLimits.title),
  effectClass: ListEffectClass,
  edition: line(80).min(1),
  publishedDay: Day.nullable(),
  effectiveDay: Day.nullable(),
  licence: line(textLimits.title),
});
export type EditionDetails = z.infer<typeof EditionDetails>;

/** One imported edition; never overwritten. */
export const Edition = EditionDetails.extend({
  id: EditionId,
  layout: ListLayout,
  entries: z.int().nonnegative(),
  sha256: Sha256,
  importedAt: Instant,
  importedBy: z.string(),
  /** Whether new screening runs use it: at most one edition of each list is. */
  current: z.boolean(),
  /** Fingerprint of the certificate that signed the pack it came in; absent for a list's own file. */
  packSigner: Sha256.optional(),
});
export type Edition = z.infer<typeof Edition>;

/** First look at a list file before anything is stored. */
export const ImportPreview = z.object({
  importId: ImportId,
  fileName: z.string(),
  /** Names of the files chosen together, in the order in which notes count them. */
  fileNames: z.array(z.string()),
  sizeBytes: z.int().nonnegative(),
  encoding: z.string(),
  layout: ListLayout,
  header: z.array(z.string()),
  rows: z.array(z.array(z.string())),
  mapping: ColumnMapping,
});
export type ImportPreview = z.infer<typeof ImportPreview>;

/** One row that was refused or pointed out, by line number in the file from 1 and a code with its own sentence. */
export const ImportNote = z.object({
  line: z.int().positive().nullable(),
  code: z.string(),
  /** Which of several files chosen together, from 1; absent for a single file. */
  file: z.int().positive().optional(),
});
export type ImportNote = z.infer<typeof ImportNote>;

/** What the whole file holds, before activation. */
export const ImportTrial = z.object({
  rows: z.int().nonnegative(),
  accepted: z.int().nonnegative(),
  refused: z.array(ImportNote),
  refusedTotal: z.int().nonnegative(),
  warnings: z.array(ImportNote),
  sha256: Sha256,
  /** Against the current edition of the same title; null for a first edition. */
  difference: z
    .object({ added: z.int().nonnegative(), removed: z.int().nonnegative(), changed: z.int().nonnegative() })
    .nullable(),
});
export type ImportTrial = z.infer<typeof ImportTrial>;

/** How a pair of name pieces was aligned. */
export const AlignedPiece = z.object({
  query: z.string().nullable(),
  listed: z.string().nullable(),
  how: z.string(),
});
export type AlignedPiece = z.infer<typeof AlignedPiece>;

/** A person's verdict on one hit, as it is kept. */
export const Judgement = Verdict.extend({
  /** Who else had agreed, as the first person stated it. Only verdicts from before second people confirmed have one. */
  secondPerson: line(textLimits.name).default(""),
});
export type Judgement = z.infer<typeof Judgement>;

/** One listed entry that one subject's name resembles. */
export const Hit = z.object({
  id: HitId,
  subjectId: SubjectId,
  editionId: EditionId,
  listTitle: z.string(),
  edition: z.string(),
  effectClass: ListEffectClass,
  entryKey: z.string(),
  listedNames: z.array(z.string()),
  countries: z.array(z.string()),
  programmes: z.array(z.string()),
  remarks: z.string(),
  /** What else the list says of the entry; hits from before these were kept have none of them. */
  listedType: z.enum(["person", "organisation", "unknown"]).default("unknown"),
  identifiers: z.array(z.string()).default([]),
  birthDates: z.array(z.string()).default([]),
  /** The number the list itself knows the entry by. */
  sourceId: z.string().nullable().default(null),
  queryName: z.string(),
  matchedName: z.string(),
  kind: z.string(),
  steps: z.array(z.string()),
  against: z.array(z.string()),
  /** What agrees besides the name. */
  inFavour: z.array(z.string()),
  pieces: z.array(AlignedPiece),
  score: z.number().min(0).max(1),
  judgement: Judgement.nullable(),
  judgedAt: Instant.nullable(),
  judgedBy: z.string().nullable(),
  /** Null for verdicts from before the person was kept. */
  judgedById: PersonId.nullable().default(null),
  /** A same or related verdict counts in full only once a second person agrees. */
  awaitsSecondPerson: z.boolean(),
  /** What the second person said; null while nobody has. */
  second: SecondOpinion.nullable().default(null),
  /** An earlier verdict that what changed since has opened again; null where there is none. */
  reopened: Reopened.nullable().default(null),
});
export type Hit = z.infer<typeof Hit>;

/**
 * What a screening rests on that compared only what had changed in a list: when every entry was last compared with these very
 * names by the same rules, in which editions, and which lists changed since, in their order.
 */
export const ChangedOnly = z.object({
  wholeAt: Instant,
  wholeEditions: z.array(EditionId),
  steps: z
    .array(
      z.object({
        title: z.string(),
        before: EditionId,
        after: EditionId,
        /** Entries that were new or said something else, each held against every name. */
        compared: z.int().nonnegative(),
        /** Entries that were no longer there. */
        gone: z.int().nonnegative(),
      }),
    )
    .min(1),
});
export type ChangedOnly = z.infer<typeof ChangedOnly>;

/** One run of a dossier's names against the current editions. */
export const ScreeningRun = z.object({
  at: Instant,
  by: z.string(),
  names: z.array(z.string()),
  editions: z.array(Edition),
  cutOff: z.number().min(0).max(1),
  /** The rules of matching that found this; empty for runs from before they were kept. */
  matcherVersion: z.string().default(""),
  /** Run in the background because lists changed, and not because somebody asked. */
  automatic: z.boolean().default(false),
  /** Only what had changed was compared, since this found nothing to differ for the case; absent where every entry was. */
  changedOnly: ChangedOnly.optional(),
  /** The names or the lists have changed since; run again. */
  stale: z.boolean(),
});
export type ScreeningRun = z.infer<typeof ScreeningRun>;
