import type { DecisionInput } from "../../shared/domain/decision.ts";
import { ItemId, PracticeId, ScoreRunId, SecondReviewId } from "../../shared/domain/ids.ts";
import type { Scene } from "../support/scene.ts";
import type { Examples } from "./example-types.ts";

/** A second review that no case has. */
const reviewId = SecondReviewId.parse("0123456789abcdef0123456789abcdef");

const longReason = "公知の設備の見学に限られ、資料の提供を伴わないため、これで足りる。";

/** Requests about second reviews. */
export function secondExamples({ dossierId, approverId, itemId }: Scene): Examples["second"] {
  return {
    list: { dossierId },
    ask: { dossierId, readerId: approverId, items: [itemId], note: "覚え" },
    withdraw: { dossierId, reviewId, reason: longReason },
    open: { dossierId, reviewId },
    record: { dossierId, reviewId, itemId, baseRevision: 0, patch: { answer: "none", fact: "事実" } },
    handIn: { dossierId, reviewId },
    compare: { dossierId, reviewId },
    settle: {
      dossierId,
      reviewId,
      itemId,
      settledFor: "other",
      answer: "minor",
      unknownReason: null,
      settledBy: "together",
      reason: longReason,
    },
  };
}

const attemptId = PracticeId.parse("0123456789abcdef0123456789abcdef");

/** Requests about practice. */
export const practiceExamples: Examples["practice"] = {
  list: {},
  begin: { caseId: "PR1" },
  answer: { attemptId, itemId: ItemId.parse("P-A1"), answer: "none", confidence: 90, seconds: 12 },
  finish: { attemptId, recommended: "accept" },
  review: { attemptId },
  drop: { attemptId },
};

/** Requests about the scorecard. */
export const scorecardExamples: Examples["scorecard"] = {
  read: {},
  run: { taskId: "scorecard" },
  wrong: { runId: ScoreRunId.parse("0123456789abcdef0123456789abcdef") },
  export: { locale: "ja" },
};

/** Requests about papers. */
export function paperExamples({ decidedId, reportId }: Scene, passphrase: string): Examples["paper"] {
  return {
    sections: { dossierId: decidedId, locale: "ja" },
    setSections: { dossierId: decidedId, draft: { value: "価値", law: "法令" }, baseRevision: 1 },
    preview: { dossierId: decidedId, locale: "ja" },
    sign: { dossierId: decidedId, locale: "ja", passphrase },
    countersign: { dossierId: decidedId, reportId, passphrase },
    reports: { dossierId: decidedId },
    saveCopy: { dossierId: decidedId, reportId, purpose: "committee", passphrase },
  };
}

/** Requests about decisions. */
export function decisionExamples(
  { dossierId, decidedId, decisionId, desk: { passphrase } }: Scene,
  decisionInput: DecisionInput,
): Examples["decision"] {
  return {
    list: { dossierId },
    draft: { dossierId },
    keepDraft: { dossierId, draft: decisionInput },
    record: { dossierId, decision: decisionInput },
    answer: { dossierId: decidedId, decisionId, answer: "return", note: longReason, passphrase },
    recordCommittee: {
      dossierId: decidedId,
      decisionId,
      meeting: "第3回 架空委員会",
      day: "2026-11-22",
      outcome: "approve",
      note: "異存なし",
      passphrase,
    },
  };
}
