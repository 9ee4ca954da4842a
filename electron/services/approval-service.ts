import { mustExist } from "../../shared/assert.ts";
import type { Approval, ApprovalAnswer, Decision } from "../../shared/domain/decision.ts";
import type { DossierState } from "../../shared/domain/dossier.ts";
import type { DecisionId, DossierId } from "../../shared/domain/ids.ts";
import type { Right } from "../../shared/domain/people.ts";
import { textLimits } from "../../shared/domain/text.ts";
import { type Day, Instant } from "../../shared/domain/time.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Clock } from "../ports.ts";
import type { VaultFault } from "../vault/fault.ts";
import { type Entered, type EntryRefusal, enterCase, hasDeclared, turnAway } from "./enter-case.ts";
import { keyFingerprint } from "./key-fingerprint.ts";
import type { Session } from "./session.ts";

type AnswerRefusal = {
  readonly code: "unknown-decision" | "not-proposed" | "own-proposal" | "declaration-missing" | "reason-required";
};
type Answered = Promise<Result<Decision, EntryRefusal | VaultFault | AnswerRefusal>>;

interface OneDecision {
  readonly dossierId: DossierId;
  readonly decisionId: DecisionId;
  readonly note: string;
  readonly passphrase: string;
}

/** Four eyes: a decision put forward by one person is answered by another, or by the committee. */
export interface ApprovalService {
  answer(input: OneDecision & { answer: ApprovalAnswer }): Answered;
  recordCommittee(input: OneDecision & { meeting: string; day: Day; outcome: ApprovalAnswer }): Answered;
}

export interface ApprovalServiceParts {
  readonly session: Session;
  readonly clock: Clock;
  readonly onChange: (dossierId: DossierId) => void;
}

export function createApprovalService(parts: ApprovalServiceParts): ApprovalService {
  return {
    answer: ({ answer, ...one }) =>
      answerDecision(parts, one, {
        right: "approve-decisions",
        approval: { kind: "approver", answer, meeting: null, meetingDay: null },
      }),
    recordCommittee: ({ meeting, day, outcome, ...one }) =>
      answerDecision(parts, one, {
        right: "record-committee",
        approval: { kind: "committee", answer: outcome, meeting, meetingDay: day },
      }),
  };
}

interface Said {
  readonly right: Right;
  readonly approval: Pick<Approval, "kind" | "answer" | "meeting" | "meetingDay">;
}

async function answerDecision(
  { session, clock, onChange }: ApprovalServiceParts,
  one: OneDecision,
  { right, approval }: Said,
): Answered {
  const asked = mayAnswer(session, one, { right, approval });
  if (!asked.ok) return asked;
  const allowed = await asked.value.open.vault.verifyPassphrase(one.passphrase);
  if (!allowed.ok) return allowed;
  // Deriving the key takes a second, in which somebody else's window may have answered, or the vault been locked.
  const entered = mayAnswer(session, one, { right, approval });
  if (!entered.ok) return entered;
  const { open } = entered.value;
  open.write(() => keep(entered.value, one, { approval, at: Instant.parse(clock.nowMs()) }));
  onChange(one.dossierId);
  const decisions = open.tables.decisions.list(one.dossierId);
  return ok(
    mustExist(
      decisions.find(({ id }) => id === one.decisionId),
      "an answered decision exists",
    ),
  );
}

function mayAnswer(
  session: Session,
  { dossierId, decisionId, note }: OneDecision,
  { right, approval }: Said,
): Result<Entered, EntryRefusal | AnswerRefusal> {
  const entered = enterCase(session, right, dossierId);
  if (!entered.ok) return entered;
  const { open, record } = entered.value;
  const [latest, ...earlier] = open.tables.decisions.list(dossierId);
  if (latest?.id !== decisionId)
    return err({ code: earlier.some(({ id }) => id === decisionId) ? "not-proposed" : "unknown-decision" });
  if (record.state !== "proposed" || latest.approval !== null) return err({ code: "not-proposed" });
  // Nobody is the second person to themselves, whatever roles they hold.
  if (latest.proposedBy === null || latest.proposedBy === open.person.id)
    return turnAway(open, dossierId, "own-proposal");
  if (!hasDeclared(open, dossierId)) return err({ code: "declaration-missing" });
  if (approval.answer === "return" && note.trim().length < textLimits.reasonMinimum)
    return err({ code: "reason-required" });
  return entered;
}

const kindOf = {
  approve: "decision-approved",
  return: "decision-returned",
} as const satisfies Record<ApprovalAnswer, string>;

function keep(
  { open, record }: Entered,
  { decisionId, note }: OneDecision,
  { approval, at }: Pick<Said, "approval"> & { at: Instant },
): void {
  const { id: personId, displayName: personName, publicKey } = open.person;
  open.tables.decisions.answer(record.id, decisionId, {
    ...approval,
    note,
    personId,
    personName,
    keyFingerprint: keyFingerprint(publicKey),
    answeredAt: at,
  });
  const kind = approval.kind === "committee" ? "committee-recorded" : kindOf[approval.answer];
  open.note(kind, record.id, { decision: decisionId, answer: approval.answer });
  const to: DossierState = approval.answer === "approve" ? "decided" : "in-enquiry";
  open.tables.dossiers.addMove(record.id, { from: record.state, to, reason: note, at, by: personName });
  open.tables.dossiers.save({ ...record, state: to, updatedAt: at });
}
