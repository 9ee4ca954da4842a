import { z } from "zod";
import { Disposition, FalsePositiveReason } from "../../../shared/domain/content/vocabulary.ts";
import type { Judgement } from "../../../shared/domain/screening.ts";
import { textLimits } from "../../../shared/domain/text.ts";

/** What the verdict form holds. */
export interface VerdictDraft {
  readonly disposition: Disposition | undefined;
  readonly reason: FalsePositiveReason | undefined;
  readonly note: string;
  readonly secondPerson: string;
}

/** The form as a draft keeps it. */
export const KeptVerdict = z.object({
  disposition: Disposition.optional(),
  reason: FalsePositiveReason.optional(),
  note: z.string(),
  secondPerson: z.string(),
});

/** The form for a candidate, with its verdict so far. */
export function emptyVerdict(known: Judgement | null): VerdictDraft {
  return {
    disposition: known?.disposition,
    reason: known?.reason ?? undefined,
    note: known?.note ?? "",
    secondPerson: known?.secondPerson ?? "",
  };
}

/** Whether the verdict is complete: different needs a reason code, same or related needs words. */
export function canJudge(draft: VerdictDraft): boolean {
  switch (draft.disposition) {
    case undefined:
      return false;
    case "undecided":
      return true;
    case "false_positive":
      return draft.reason !== undefined;
    case "true_match":
    case "related":
      return draft.note.trim().length >= textLimits.reasonMinimum;
  }
}

/** The verdict as the engine takes it; call it only when `canJudge` says so. */
export function verdictOf(draft: VerdictDraft): Judgement {
  if (draft.disposition === undefined) throw new Error("A verdict names a disposition");
  return {
    disposition: draft.disposition,
    reason: draft.disposition === "false_positive" ? (draft.reason ?? null) : null,
    note: draft.note,
    secondPerson: draft.secondPerson.trim(),
  };
}
