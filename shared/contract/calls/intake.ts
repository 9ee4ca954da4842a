import { z } from "zod";
import { ExportPurpose } from "../../domain/audit.ts";
import { ValidMonths } from "../../domain/content/evidence-policy.ts";
import { CustodyChain, CustodyTouch } from "../../domain/custody.ts";
import { Carriage, Evidence, EvidenceDetails, EvidenceStatus, Validity } from "../../domain/evidence.ts";
import { IntakeOutcome, IntakeReport, uploadChunkChars, uploadLimitBytes } from "../../domain/evidence-intake.ts";
import { DossierId, EvidenceId, ItemId, Sha256 } from "../../domain/ids.ts";
import { line, textLimits } from "../../domain/text.ts";
import { channel } from "../channel.ts";
import { caseCodes, vaultCodes } from "../errors.ts";
import { Passphrase } from "./passphrase.ts";

const TaskId = z.string().min(1).max(64);

/** What the reviewer says of what comes in; of several files without a title, each takes its own name for one. */
const about = z.strictObject({
  dossierId: DossierId,
  itemId: ItemId.nullable(),
  taskId: TaskId,
  details: EvidenceDetails,
  status: EvidenceStatus.exclude(["superseded"]),
  carriage: Carriage,
});

const ofEvidence = z.strictObject({ dossierId: DossierId, evidenceId: EvidenceId });
const inCase = ["vault-locked", ...caseCodes] as const;
const intakeCodes = [...vaultCodes, ...caseCodes, "dossier-decided", "unknown-question"] as const;
const fileCodes = ["file-unreadable", "file-too-large", "file-type-refused", "file-changed"] as const;
const uploadCodes = [...intakeCodes, ...fileCodes, "unknown-upload"] as const;

export const intake = {
  /** Asks for files through the host's dialog and takes in what may come in. Progress and stop go by `taskId`. */
  choose: channel({ request: about, response: IntakeReport, errors: [...intakeCodes] }),

  /** Asks for a folder and takes in what lies in it and below, within limits; links are not followed. */
  folder: channel({ request: about, response: IntakeReport, errors: [...intakeCodes] }),

  /**
   * Begins to take in a file that was dropped or pasted. Its bytes follow by `append`, in order, and `finish` ends it. What
   * the page says of name and size is believed of nothing: the engine judges the bytes, counts them and hashes them.
   */
  begin: channel({
    request: about.extend({
      way: z.enum(["drop", "paste"]),
      name: z.string().min(1).max(1_000),
      sizeBytes: z.int().nonnegative(),
      /** As the medium tells, in epoch milliseconds. */
      writtenMs: z.int().nonnegative().nullable(),
    }),
    response: z.object({ limitBytes: z.literal(uploadLimitBytes) }),
    errors: [...intakeCodes, "file-too-large", "file-type-refused", "too-many-uploads"],
  }),

  /** The next bytes, in base64: exactly 1 MiB in every call but the last. The answer comes once they are sealed. */
  append: channel({
    request: z.strictObject({
      taskId: TaskId,
      offset: z.int().nonnegative(),
      data: z.string().min(4).max(uploadChunkChars),
    }),
    response: z.object({ received: z.int().nonnegative() }),
    errors: [...uploadCodes, "upload-out-of-step"],
  }),

  /** Ends an upload and writes its row. `sha256`: the hash as the page took it, if it did; one that differs refuses the file. */
  finish: channel({
    request: z.strictObject({ taskId: TaskId, sha256: Sha256.nullable() }),
    response: IntakeOutcome,
    errors: [...uploadCodes, "upload-out-of-step", "upload-differs"],
  }),

  /** Gives an upload up; nothing of it stays. One that has ended is no error. */
  abort: channel({
    request: z.strictObject({ taskId: TaskId }),
    response: z.object({}),
    errors: ["vault-locked"],
  }),

  /** Decides on a file whose bytes the case holds already: tie what is there, keep a second copy, or let it go. */
  settle: channel({
    request: z.strictObject({
      dossierId: DossierId,
      heldId: z.string().regex(/^[0-9a-f]{32}$/),
      how: z.enum(["link", "keep", "drop"]),
    }),
    response: z.object({ evidence: Evidence.nullable() }),
    errors: [...inCase, "dossier-decided", "unknown-upload"],
  }),

  /** Every touch of one piece, first to last, and whether the case's chain of touches is whole. */
  custody: channel({
    request: ofEvidence,
    response: z.object({ evidence: Evidence, touches: z.array(CustodyTouch), chain: CustodyChain }),
    errors: [...inCase, "unknown-evidence"],
  }),

  /** Sets how far a piece has come, how long it holds and how it was carried in. A piece that is superseded names its successor. */
  setStanding: channel({
    request: ofEvidence.extend({
      revision: z.int().positive(),
      status: EvidenceStatus,
      supersededBy: EvidenceId.nullable(),
      validity: Validity,
      carriage: Carriage,
      why: line(textLimits.shortNote),
    }),
    response: Evidence,
    errors: [...inCase, "unknown-evidence", "dossier-decided", "stale-revision", "successor-missing"],
  }),

  /** For how many months each kind of evidence holds in this office. */
  periods: channel({
    request: z.strictObject({}),
    response: z.object({ months: ValidMonths, isOwn: z.boolean() }),
    errors: ["vault-locked"],
  }),

  /** Sets the office's periods; null for those that ship with the app. What is in the vault keeps its day until they are applied. */
  setPeriods: channel({
    request: z.strictObject({ months: ValidMonths.nullable() }),
    response: z.object({ months: ValidMonths, isOwn: z.boolean() }),
    errors: ["vault-locked"],
  }),

  /** Counts the last day anew for every piece of a case whose day nobody set by hand. */
  applyPeriods: channel({
    request: z.strictObject({ dossierId: DossierId }),
    response: z.object({ changed: z.int().nonnegative() }),
    errors: [...inCase, "dossier-decided"],
  }),

  /** Writes the chain of custody or the register of imports of a case as CSV. Asks for the passphrase; leaves a trace with the purpose. */
  saveTable: channel({
    request: z.strictObject({
      dossierId: DossierId,
      table: z.enum(["custody", "register"]),
      locale: z.enum(["ja", "en"]),
      purpose: ExportPurpose,
      passphrase: Passphrase,
    }),
    response: z.object({}),
    errors: [...vaultCodes, ...caseCodes],
  }),
} as const;
