import { z } from "zod";
import { DossierId, HitId, ImportId } from "../../domain/ids.ts";
import { DecidedRun, KeptRun, PastScreening, Replay, RunChoice } from "../../domain/judging/kept-run.ts";
import { VerdictOffer } from "../../domain/judging/offer.ts";
import { RescreeningState, ScreeningNotice } from "../../domain/judging/rescreening.ts";
import { Verdict } from "../../domain/judging/verdict.ts";
import {
  ColumnMapping,
  Edition,
  EditionDetails,
  Hit,
  ImportPreview,
  ImportTrial,
  ListLayout,
  ScreeningRun,
} from "../../domain/screening.ts";
import { text, textLimits } from "../../domain/text.ts";
import { Instant } from "../../domain/time.ts";
import { channel } from "../channel.ts";
import { caseCodes } from "../errors.ts";

const readCodes = [
  "list-unreadable",
  "list-layout-unknown",
  "list-mapping-incomplete",
  "list-row-bad",
  "list-too-large",
] as const;

export const screening = {
  editions: channel({
    request: z.strictObject({}),
    response: z.object({ editions: z.array(Edition) }),
    errors: ["vault-locked"],
  }),

  /** Asks for a list file and shows its first rows with a guess at the mapping; nothing is kept yet. */
  beginImport: channel({
    request: z.strictObject({}),
    response: ImportPreview,
    errors: ["vault-locked", "cancelled", "file-unreadable", ...readCodes],
  }),

  /** Reads the whole file under the chosen layout and says what would come in; no edition is made yet. */
  tryImport: channel({
    request: z.strictObject({
      importId: ImportId,
      layout: ListLayout,
      mapping: ColumnMapping,
      title: z.string().max(200),
      announcedRows: z.int().positive().max(10_000_000).nullable().optional(),
    }),
    response: ImportTrial,
    errors: ["vault-locked", "unknown-import", "cancelled", "file-unreadable", ...readCodes],
  }),

  /**
   * Stores the tried file as an edition and makes it the current one of its title. An `archive` is kept and not made current;
   * without it, a file older than the current edition is refused.
   */
  finishImport: channel({
    request: z.strictObject({ importId: ImportId, details: EditionDetails, archive: z.boolean().optional() }),
    response: Edition,
    errors: ["vault-locked", "unknown-import", "edition-duplicate", "edition-older", ...readCodes],
  }),

  /** Forgets a begun import. */
  dropImport: channel({ request: z.strictObject({ importId: ImportId }), response: z.object({}), errors: [] }),

  /** Screens every name of the dossier's subjects against the current editions. Verdicts on unchanged pairs stay. */
  run: channel({
    request: z.strictObject({ dossierId: DossierId }),
    response: z.object({ run: ScreeningRun, hits: z.array(Hit) }),
    errors: ["vault-locked", ...caseCodes, "dossier-decided", "name-search-stopped"],
  }),

  /** The last run and its hits; `run` is null before the first. */
  result: channel({
    request: z.strictObject({ dossierId: DossierId }),
    response: z.object({ run: ScreeningRun.nullable(), hits: z.array(Hit) }),
    errors: ["vault-locked", ...caseCodes],
  }),

  /** Records a verdict on one hit; `null` takes it back. */
  judge: channel({
    request: z.strictObject({ dossierId: DossierId, hitId: HitId, judgement: Verdict.nullable() }),
    response: Hit,
    errors: ["vault-locked", ...caseCodes, "unknown-hit", "dossier-decided"],
  }),

  /** Records verdicts on several hits, all of them or none; each has its own reason. */
  judgeTogether: channel({
    request: z.strictObject({
      dossierId: DossierId,
      verdicts: z
        .array(z.strictObject({ hitId: HitId, judgement: Verdict.nullable() }))
        .min(1)
        .max(500),
    }),
    response: z.object({ hits: z.array(Hit) }),
    errors: ["vault-locked", ...caseCodes, "unknown-hit", "dossier-decided"],
  }),

  /**
   * Undoes what was last recorded or taken back on these hits since the vault was opened: what had been said of them stands
   * again with whoever had agreed. All of them or none.
   */
  undoVerdicts: channel({
    request: z.strictObject({ dossierId: DossierId, hitIds: z.array(HitId).min(1).max(500) }),
    response: z.object({ hits: z.array(Hit) }),
    errors: ["vault-locked", ...caseCodes, "unknown-hit", "dossier-decided", "verdict-changed"],
  }),

  /** A second person's word on the verdict given at `judgedAt`, in their own session. Not agreeing needs words. */
  confirm: channel({
    request: z.strictObject({
      dossierId: DossierId,
      hitId: HitId,
      judgedAt: Instant,
      agrees: z.boolean(),
      note: text(textLimits.note),
    }),
    response: Hit,
    errors: ["vault-locked", ...caseCodes, "unknown-hit", "dossier-decided", "own-verdict", "verdict-changed"],
  }),

  /** Verdicts from other cases on the same entry and subject, for hits that are undecided here. */
  offers: channel({
    request: z.strictObject({ dossierId: DossierId }),
    response: z.object({ offers: z.array(VerdictOffer) }),
    errors: ["vault-locked", ...caseCodes],
  }),

  /** What background screenings found to be different, the newest first; `due` while the case still waits for one. */
  notices: channel({
    request: z.strictObject({ dossierId: DossierId }),
    response: z.object({ notices: z.array(ScreeningNotice), due: z.boolean() }),
    errors: ["vault-locked", ...caseCodes],
  }),

  /** Says that a notice has been seen. */
  seeNotice: channel({
    request: z.strictObject({ dossierId: DossierId, number: z.int().positive() }),
    response: z.object({ notices: z.array(ScreeningNotice), due: z.boolean() }),
    errors: ["vault-locked", ...caseCodes, "unknown-notice"],
  }),

  /** How screening again stands: cases that wait and that this person can open, and whether somebody holds it up. */
  rescreening: channel({
    request: z.strictObject({}),
    response: RescreeningState,
    errors: ["vault-locked", "not-permitted"],
  }),

  /** Holds up screening again after the case at work, or goes on with it. Until the vault locks. */
  holdRescreening: channel({
    request: z.strictObject({ held: z.boolean() }),
    response: RescreeningState,
    errors: ["vault-locked", "not-permitted"],
  }),

  /** Every screening of the case, the newest first, and which of them decisions rest on. */
  pastRuns: channel({
    request: z.strictObject({ dossierId: DossierId }),
    response: z.object({ runs: z.array(KeptRun), decisions: z.array(DecidedRun) }),
    errors: ["vault-locked", ...caseCodes],
  }),

  /** One screening as it stood, with its candidates and what had been said of them. */
  pastRun: channel({
    request: z.strictObject({ dossierId: DossierId, of: RunChoice }),
    response: PastScreening,
    errors: ["vault-locked", ...caseCodes, "unknown-run"],
  }),

  /** Searches the names of that screening again in the editions of that day; nothing of the case changes. */
  replay: channel({
    request: z.strictObject({ dossierId: DossierId, of: RunChoice }),
    response: Replay,
    errors: ["vault-locked", ...caseCodes, "unknown-run"],
  }),
} as const;
