import { z } from "zod";
import { Evidence } from "./evidence.ts";
import { DossierId } from "./ids.ts";

/** Plain bytes in one call while a dropped or pasted file crosses; every call but the last carries exactly as many. */
export const uploadChunkBytes = 1_024 * 1_024;

/** The same in base64, in characters. */
export const uploadChunkChars = Math.ceil(uploadChunkBytes / 3) * 4;

/** Largest file that may be dropped or pasted, in bytes; larger ones are chosen in the dialog, where nothing passes the window. */
export const uploadLimitBytes = 256 * 1_024 * 1_024;

/** Files dropped or chosen at one time. */
export const filesAtOnceLimit = 200;

/** What an import of a folder looks at: entries, files taken, bytes taken, folders within folders. */
export const folderLimits = { entries: 20_000, files: 1_000, bytes: 8 * 1_024 ** 3, depth: 12 } as const;

/** Why one file of several did not come in. */
const intakeRefusals = [
  "file-unreadable",
  "file-too-large",
  "file-type-refused",
  "file-changed",
  "file-link",
  "import-limit",
  "storage-full",
  "storage-readonly",
  "storage-gone",
  "storage-failed",
] as const;
export const IntakeRefusalCode = z.enum(intakeRefusals);
export type IntakeRefusalCode = z.infer<typeof IntakeRefusalCode>;

/** Where else the same bytes lie; only cases that this person may read. */
export const AlsoIn = z.object({
  dossierId: DossierId,
  /** The case's number, as `2026-0012`. */
  caseNumber: z.string(),
  number: z.int().positive(),
});
export type AlsoIn = z.infer<typeof AlsoIn>;

const HeldId = z.string().regex(/^[0-9a-f]{32}$/);

/** What became of one file. */
export const IntakeOutcome = z.object({
  /** Its name as shown, with its folders below the chosen one. */
  name: z.string(),
  sizeBytes: z.int().nonnegative().nullable(),
  result: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("taken"), evidence: Evidence, alsoIn: z.array(AlsoIn) }),
    /** The case holds these very bytes already; what came in waits under `heldId`, where there was room to keep it. */
    z.object({ kind: z.literal("duplicate"), of: Evidence, heldId: HeldId.nullable(), alsoIn: z.array(AlsoIn) }),
    z.object({ kind: z.literal("refused"), code: IntakeRefusalCode }),
  ]),
});
export type IntakeOutcome = z.infer<typeof IntakeOutcome>;

/** What became of several files. */
export const IntakeReport = z.object({
  outcomes: z.array(IntakeOutcome),
  /** Entries that were passed over without a line each: beyond the limits, or files of the system such as `.DS_Store`. */
  passedOver: z.int().nonnegative(),
  /** Whether the person stopped it; what had come in by then stays. */
  isStopped: z.boolean(),
});
export type IntakeReport = z.infer<typeof IntakeReport>;
