import { z } from "zod";
import { Disposition, FalsePositiveReason } from "../../../shared/domain/content/vocabulary.ts";
import { isReasoned, type Verdict } from "../../../shared/domain/judging/verdict.ts";

/** What the verdict form holds. */
export interface VerdictDraft {
  readonly disposition: Disposition | undefined;
  readonly reason: FalsePositiveReason | undefined;
  readonly note: string;
}

/** The form as a draft keeps it. */
export const KeptVerdict = z.object({
  disposition: Disposition.optional(),
  reason: FalsePositiveReason.optional(),
  note: z.string(),
});

/** The form for a candidate, with its verdict so far. */
export function emptyVerdict(known: Verdict | null): VerdictDraft {
  return { disposition: known?.disposition, reason: known?.reason ?? undefined, note: known?.note ?? "" };
}

/** Whether the verdict is complete: different needs a reason code, same or related needs words. */
export function canJudge(draft: VerdictDraft): boolean {
  return draft.disposition !== undefined && isReasoned(verdictOf(draft));
}

/** The verdict as the engine takes it; call it only when there is a disposition. */
export function verdictOf(draft: VerdictDraft): Verdict {
  if (draft.disposition === undefined) throw new Error("A verdict names a disposition");
  return {
    disposition: draft.disposition,
    reason: draft.disposition === "false_positive" ? (draft.reason ?? null) : null,
    note: draft.note,
  };
}
