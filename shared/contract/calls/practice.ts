import { z } from "zod";
import { Bilingual } from "../../domain/content/bilingual.ts";
import { TemplateItem } from "../../domain/content/template.ts";
import { AccessLevel, AnswerId, Depth, OpenId, Recommendation, TechTier } from "../../domain/content/vocabulary.ts";
import { ItemId, PracticeId } from "../../domain/ids.ts";
import { Confidence, PracticeAnswer, PracticeMaterial, PracticeReview } from "../../domain/practice.ts";
import { Instant } from "../../domain/time.ts";
import { channel } from "../channel.ts";

const ofAttempt = z.strictObject({ attemptId: PracticeId });

/** A practice case as the list shows it. */
export const PracticeCaseView = z.object({
  id: OpenId,
  title: Bilingual,
  lead: Bilingual,
  kind: z.enum(["person", "institution", "company"]),
  depth: Depth,
  techTier: TechTier,
  access: AccessLevel,
  items: z.int().positive(),
  minutesPlanned: z.int().nonnegative(),
});
export type PracticeCaseView = z.infer<typeof PracticeCaseView>;

/** One of the person's own attempts. Figures are null until it is finished. */
export const PracticeAttempt = z.object({
  id: PracticeId,
  caseId: OpenId,
  startedAt: Instant,
  finishedAt: Instant.nullable(),
  right: z.int().nonnegative().nullable(),
  items: z.int().positive(),
  brier: z.number().nullable(),
});
export type PracticeAttempt = z.infer<typeof PracticeAttempt>;

/** What a learner works with: the papers and the questions, and no truth. */
export const PracticeSheet = z.object({
  attemptId: PracticeId,
  case: PracticeCaseView,
  materials: z.array(PracticeMaterial),
  items: z.array(TemplateItem),
  answers: z.array(PracticeAnswer),
});
export type PracticeSheet = z.infer<typeof PracticeSheet>;

export const practice = {
  /** The practice cases, and the person's own attempts, latest first. Nobody sees anybody else's. */
  list: channel({
    request: z.strictObject({}),
    response: z.object({ cases: z.array(PracticeCaseView), attempts: z.array(PracticeAttempt) }),
    errors: ["vault-locked"],
  }),

  /** Begins an attempt at a case, or goes on with the one that is not finished. */
  begin: channel({
    request: z.strictObject({ caseId: OpenId }),
    response: PracticeSheet,
    errors: ["vault-locked", "unknown-practice"],
  }),

  /** Stores one answer; the last one counts. */
  answer: channel({
    request: ofAttempt.extend({
      itemId: ItemId,
      answer: AnswerId.exclude(["not_checked"]),
      confidence: Confidence,
      seconds: z.int().min(0).max(86_400),
    }),
    response: z.object({}),
    errors: ["vault-locked", "unknown-practice", "practice-finished", "unknown-question"],
  }),

  /** Ends the attempt with the outcome the learner would recommend, and shows the truth. */
  finish: channel({
    request: ofAttempt.extend({ recommended: Recommendation }),
    response: PracticeReview,
    errors: ["vault-locked", "unknown-practice", "practice-finished", "practice-unfinished"],
  }),

  /** What a finished attempt showed. */
  review: channel({
    request: ofAttempt,
    response: PracticeReview,
    errors: ["vault-locked", "unknown-practice", "practice-unfinished"],
  }),

  /** Forgets one of the person's own attempts. */
  drop: channel({ request: ofAttempt, response: z.object({}), errors: ["vault-locked", "unknown-practice"] }),
} as const;
