import { z } from "zod";
import { ExportPurpose } from "../../domain/audit.ts";
import { DossierId, ImportId, ReplyId } from "../../domain/ids.ts";
import {
  Questionnaire,
  QuestionnaireInput,
  QuestionnaireReply,
  ReplyChoice,
  ReplyPreview,
} from "../../domain/questionnaire.ts";
import { channel } from "../channel.ts";
import { caseCodes, vaultCodes } from "../errors.ts";
import { Passphrase } from "./passphrase.ts";

export const questionnaires = {
  /** Sheets sent out for a case and the replies taken in, latest first. */
  list: channel({
    request: z.strictObject({ dossierId: DossierId }),
    response: z.object({ questionnaires: z.array(Questionnaire), replies: z.array(QuestionnaireReply) }),
    errors: ["vault-locked", ...caseCodes],
  }),

  /** Writes a workbook with the chosen items to a place chosen in the host's dialog. Asks for the passphrase again. */
  export: channel({
    request: z.strictObject({
      dossierId: DossierId,
      questionnaire: QuestionnaireInput,
      purpose: ExportPurpose,
      passphrase: Passphrase,
    }),
    response: z.object({ questionnaire: Questionnaire }),
    errors: [...vaultCodes, ...caseCodes, "dossier-decided", "unknown-question"],
  }),

  /** Asks for a filled workbook and compares it with the case; nothing is stored yet. */
  beginImport: channel({
    request: z.strictObject({ dossierId: DossierId }),
    response: ReplyPreview,
    errors: [
      "vault-locked",
      ...caseCodes,
      "dossier-decided",
      "cancelled",
      "file-unreadable",
      "reply-refused",
      "reply-other-case",
      "reply-tampered",
    ],
  }),

  /** Writes the chosen fields into the answers, all or none, with a note of where they come from. */
  merge: channel({
    request: z.strictObject({
      dossierId: DossierId,
      importId: ImportId,
      choices: z.array(ReplyChoice).max(400),
    }),
    response: z.object({ reply: QuestionnaireReply }),
    errors: [
      "vault-locked",
      ...caseCodes,
      "dossier-decided",
      "unknown-import",
      "unknown-question",
      "stale-revision",
      "text-too-long",
    ],
  }),

  /** Puts back what a reply changed, except where the answer has been changed since. */
  undo: channel({
    request: z.strictObject({ dossierId: DossierId, replyId: ReplyId }),
    response: z.object({ restored: z.int().nonnegative(), left: z.int().nonnegative() }),
    errors: ["vault-locked", ...caseCodes, "dossier-decided", "unknown-reply"],
  }),

  /** Forgets a read workbook. */
  dropImport: channel({ request: z.strictObject({ importId: ImportId }), response: z.object({}), errors: [] }),
} as const;
