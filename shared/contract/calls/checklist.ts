import { z } from "zod";
import { Answer, AnswerPatch } from "../../domain/answer.ts";
import { Template } from "../../domain/content/template.ts";
import { SourceType } from "../../domain/content/vocabulary.ts";
import { ChangeReason } from "../../domain/history.ts";
import { DossierId, ItemId } from "../../domain/ids.ts";
import { Instant } from "../../domain/time.ts";
import { channel } from "../channel.ts";
import { caseCodes } from "../errors.ts";

export const checklist = {
  /** The template the dossier was opened on, and every answer so far. */
  open: channel({
    request: z.strictObject({ dossierId: DossierId }),
    response: z.object({ template: Template, answers: z.array(Answer) }),
    errors: ["vault-locked", ...caseCodes],
  }),

  /**
   * Stores the fields of one answer that changed. Durable when it answers. `baseRevision` is the revision the page
   * last saw (0 for an untouched item); another one means that another window wrote in between.
   */
  record: channel({
    request: z.strictObject({
      dossierId: DossierId,
      itemId: ItemId,
      baseRevision: z.int().nonnegative(),
      patch: AnswerPatch,
      /** Why, where the office asks for it; refused with `reason-required` when it is missing then. */
      reason: ChangeReason.optional(),
    }),
    response: z.object({ revision: z.int().positive(), savedAt: Instant }),
    errors: [
      "vault-locked",
      ...caseCodes,
      "dossier-decided",
      "unknown-question",
      "answer-not-in-scale",
      "extension-refused",
      "stale-revision",
    ],
  }),

  /**
   * Says in the trail that the person states, before a run of quick answers, which of the sources that the light depth
   * asks for they have looked into. It records no look: each answer of the run names the looks it rests on.
   */
  beginRun: channel({
    request: z.strictObject({ dossierId: DossierId, sources: z.array(SourceType).min(1).max(40) }),
    response: z.strictObject({}),
    errors: ["vault-locked", ...caseCodes, "dossier-decided", "run-refused"],
  }),

  /** Earlier states of one answer, latest first. */
  history: channel({
    request: z.strictObject({ dossierId: DossierId, itemId: ItemId }),
    response: z.object({ answers: z.array(Answer) }),
    errors: ["vault-locked", ...caseCodes],
  }),
} as const;
