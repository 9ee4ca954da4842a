import { z } from "zod";
import { DossierId, EvidenceId, ItemId, MarkId } from "../../domain/ids.ts";
import { chunkLimitBytes, EvidenceMark, MarkInput, ReadingForm, TextState } from "../../domain/reading.ts";
import { channel } from "../channel.ts";
import { caseCodes } from "../errors.ts";

const ofEvidence = z.strictObject({ dossierId: DossierId, evidenceId: EvidenceId });
const ofMark = z.strictObject({ dossierId: DossierId, markId: MarkId });
const readCodes = ["vault-locked", ...caseCodes] as const;
const markCodes = [...readCodes, "dossier-decided", "unknown-mark"] as const;

/** Reading evidence inside the app: its bytes or what was made of them, what people highlight in it, and its text. */
export const reading = {
  /**
   * Makes a piece of evidence ready to be shown and says how. `source` tells what the chunks are: the file's own bytes, or
   * the UTF-8 JSON of a `Reading`. Bytes are checked against the hash taken at import. Leaves a trace once for each unlocking.
   */
  open: channel({
    request: ofEvidence,
    response: z.object({
      form: ReadingForm,
      source: z.enum(["bytes", "reading"]),
      mediaType: z.string(),
      sizeBytes: z.int().nonnegative(),
      /** Pixels of a picture; null for everything else. */
      width: z.int().positive().nullable(),
      height: z.int().positive().nullable(),
    }),
    errors: [
      ...readCodes,
      "unknown-evidence",
      "evidence-mismatch",
      "cancelled",
      "reading-unsupported",
      "reading-too-large",
      "reading-encrypted",
      "reading-broken",
      "reading-limit",
    ],
  }),

  /** A stretch of what was made ready, in base64; shorter at its end. Asked for in order it costs nothing to find. */
  chunk: channel({
    request: ofEvidence.extend({
      offset: z.int().nonnegative(),
      length: z.int().positive().max(chunkLimitBytes),
    }),
    response: z.object({ base64: z.string() }),
    errors: [...readCodes, "unknown-evidence", "evidence-mismatch", "reading-closed"],
  }),

  /** Puts away what was made ready. */
  close: channel({ request: ofEvidence, response: z.object({}), errors: ["vault-locked", ...caseCodes] }),

  /** Highlights in all evidence of a case. */
  marks: channel({
    request: z.strictObject({ dossierId: DossierId }),
    response: z.object({ marks: z.array(EvidenceMark) }),
    errors: readCodes,
  }),

  mark: channel({
    request: ofEvidence.extend({ mark: MarkInput }),
    response: EvidenceMark,
    errors: [...readCodes, "dossier-decided", "unknown-evidence"],
  }),

  changeMark: channel({
    request: ofMark.extend({ revision: z.int().positive(), note: MarkInput.shape.note }),
    response: EvidenceMark,
    errors: [...markCodes, "stale-revision"],
  }),

  /** Takes a highlight away, or puts back one that was taken away, with its citations. */
  removeMark: channel({
    request: ofMark.extend({ removed: z.boolean() }),
    response: EvidenceMark,
    errors: markCodes,
  }),

  /** Cites a highlight from the answer to an item, which ties its evidence to the item as well; or no longer cites it. */
  cite: channel({
    request: ofMark.extend({ itemId: ItemId, cited: z.boolean() }),
    response: EvidenceMark,
    errors: [...markCodes, "unknown-question"],
  }),

  /** How far the text of each piece of evidence is ready for searching. */
  texts: channel({
    request: z.strictObject({ dossierId: DossierId }),
    response: z.object({ texts: z.array(TextState) }),
    errors: readCodes,
  }),

  /** Takes the text of a piece of evidence out anew. */
  retryText: channel({
    request: ofEvidence,
    response: z.object({}),
    errors: [...readCodes, "unknown-evidence"],
  }),
} as const;
