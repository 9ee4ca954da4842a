import { z } from "zod";
import { ExportPurpose } from "../../domain/audit.ts";
import { Evidence, EvidenceDetails } from "../../domain/evidence.ts";
import { DossierId, EvidenceId, ItemId } from "../../domain/ids.ts";
import { channel } from "../channel.ts";
import { caseCodes, vaultCodes } from "../errors.ts";
import { Passphrase } from "./passphrase.ts";

const ofEvidence = z.strictObject({ dossierId: DossierId, evidenceId: EvidenceId });
const changeCodes = ["vault-locked", ...caseCodes, "unknown-evidence", "dossier-decided"] as const;

export const evidence = {
  list: channel({
    request: z.strictObject({ dossierId: DossierId }),
    response: z.object({ evidence: z.array(Evidence) }),
    errors: ["vault-locked", ...caseCodes],
  }),

  /**
   * Asks for a file through the host's dialog and takes it in: hashed while it is read, sealed in the vault.
   * Progress comes as `task.progress` under `taskId`, which also cancels it.
   */
  attach: channel({
    request: z.strictObject({
      dossierId: DossierId,
      itemId: ItemId.nullable(),
      taskId: z.string().min(1).max(64),
      details: EvidenceDetails,
    }),
    response: Evidence,
    errors: [
      ...vaultCodes,

      ...caseCodes,
      "dossier-decided",
      "unknown-question",

      "file-unreadable",
      "file-too-large",
      "file-type-refused",
      "file-changed",
    ],
  }),

  change: channel({
    request: ofEvidence.extend({ revision: z.int().positive(), details: EvidenceDetails }),
    response: Evidence,
    errors: [...changeCodes, "stale-revision"],
  }),

  /** Ties evidence to an item, or unties it. */
  link: channel({
    request: ofEvidence.extend({ itemId: ItemId, linked: z.boolean() }),
    response: Evidence,
    errors: [...changeCodes, "unknown-question"],
  }),

  /** Reads the stored bytes again and compares the hash; the outcome is stored and shown. */
  check: channel({
    request: ofEvidence,
    response: Evidence,
    errors: ["vault-locked", ...caseCodes, "unknown-evidence"],
  }),

  /** Writes a readable copy to a place chosen in the host's dialog. Asks for the passphrase again; leaves a trace with the purpose. */
  saveCopy: channel({
    request: ofEvidence.extend({ purpose: ExportPurpose, passphrase: Passphrase }),
    response: z.object({}),
    errors: [...vaultCodes, ...caseCodes, "unknown-evidence", "evidence-mismatch"],
  }),

  /** Takes evidence out of the dossier and destroys its key; its number is not used again. Asks for the passphrase again. */
  remove: channel({
    request: ofEvidence.extend({ passphrase: Passphrase }),
    response: z.object({}),
    errors: [...vaultCodes, ...caseCodes, "unknown-evidence", "dossier-decided"],
  }),
} as const;
