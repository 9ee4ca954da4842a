import { z } from "zod";
import { DossierId, HitId, ImportId } from "../../domain/ids.ts";
import {
  ColumnMapping,
  Edition,
  EditionDetails,
  Hit,
  ImportPreview,
  ImportTrial,
  Judgement,
  ListLayout,
  ScreeningRun,
} from "../../domain/screening.ts";
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
    }),
    response: ImportTrial,
    errors: ["vault-locked", "unknown-import", "cancelled", ...readCodes],
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
    request: z.strictObject({ dossierId: DossierId, hitId: HitId, judgement: Judgement.nullable() }),
    response: Hit,
    errors: ["vault-locked", ...caseCodes, "unknown-hit", "dossier-decided"],
  }),
} as const;
