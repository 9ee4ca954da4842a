import type { AnswerBody } from "../../shared/domain/answer.ts";
import { answerNeedsReason, isReason, noReasonPolicy, ReasonPolicy } from "../../shared/domain/history.ts";
import type { DossierId } from "../../shared/domain/ids.ts";
import type { Tables } from "../vault/tables/all.ts";

/** The name of the office's rule among the settings. */
export const reasonPolicyName = "reason-policy";

/**
 * Thrown where a change came without the reason that the office asks for; the transaction of the change is rolled back and
 * the caller is answered `reason-required`. Every write of answers and evidence passes this rule, so that no way leads round it.
 */
export class ReasonRequired extends Error {
  constructor() {
    super("reason-required");
    this.name = "ReasonRequired";
  }
}

/** The office's rule; none until somebody has set one. */
export function reasonPolicyOf(tables: Pick<Tables, "settings">): ReasonPolicy {
  const stored = tables.settings.find(reasonPolicyName);
  return stored === undefined ? noReasonPolicy : ReasonPolicy.parse(JSON.parse(stored));
}

/** Whether the work on a case had come so far once that somebody called it ready. */
export function hasBeenReady(tables: Pick<Tables, "dossiers">, dossierId: DossierId): boolean {
  return tables.dossiers.moves(dossierId).some((move) => move.to === "ready");
}

/** Whether any change to the evidence of this case needs a reason. */
function evidenceNeedsReason(tables: Tables, dossierId: DossierId): boolean {
  return reasonPolicyOf(tables).afterReady && hasBeenReady(tables, dossierId);
}

/** Throws where this change of an answer needs a reason and has none. */
export function requireAnswerReason(
  tables: Tables,
  { dossierId, before, after, reason }: { dossierId: DossierId; before: AnswerBody; after: AnswerBody; reason: string },
): void {
  if (isReason(reason)) return;
  const policy = reasonPolicyOf(tables);
  if (!policy.given && !policy.afterReady) return;
  const ready = policy.afterReady && hasBeenReady(tables, dossierId);
  if (answerNeedsReason(policy, { before, after, hasBeenReady: ready })) throw new ReasonRequired();
}

/** Throws where a change to the evidence of this case needs a reason and has none. */
export function requireEvidenceReason(tables: Tables, dossierId: DossierId, reason: string): void {
  if (!isReason(reason) && evidenceNeedsReason(tables, dossierId)) throw new ReasonRequired();
}
