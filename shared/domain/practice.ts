import { z } from "zod";
import { Bilingual } from "./content/bilingual.ts";
import type { ScoringExample, ScoringPolicy } from "./content/scoring-policy.ts";
import { AnswerId, OpenId, Recommendation, SourceType } from "./content/vocabulary.ts";
import { ItemId, PracticeId } from "./ids.ts";
import { Instant } from "./time.ts";

/** One paper of a practice case; its paragraphs can be pointed at. */
export const PracticeMaterial = z.strictObject({
  id: z.string().min(1).max(8),
  sourceType: SourceType,
  title: Bilingual,
  paragraphs: z.array(z.strictObject({ id: z.string().min(1).max(12), text: Bilingual })).min(1),
});
export type PracticeMaterial = z.infer<typeof PracticeMaterial>;

/** Where the true answer to an item can be read, and why it follows. */
export const PracticeCue = z.strictObject({ item: OpenId, paragraph: z.string().min(1).max(12), why: Bilingual });
export type PracticeCue = z.infer<typeof PracticeCue>;

/** An invented case whose true answers are those of one worked scoring example. */
export const PracticeCase = z.strictObject({
  id: OpenId,
  example: OpenId,
  lead: Bilingual,
  materials: z.array(PracticeMaterial).min(1),
  cues: z.array(PracticeCue).min(1),
});
export type PracticeCase = z.infer<typeof PracticeCase>;

/** The practice cases as their file holds them. */
export const PracticeFile = z.strictObject({
  contentVersion: z.string().min(1).max(40),
  note: Bilingual,
  cases: z.array(PracticeCase).min(1),
});
export type PracticeFile = z.infer<typeof PracticeFile>;

/** How sure a learner is of an answer, in percent; the steps have keys of their own. */
export const confidences = [30, 50, 70, 90, 99] as const;
export const Confidence = z.literal(confidences);
export type Confidence = z.infer<typeof Confidence>;

/** One answer of a learner. */
export const PracticeAnswer = z.strictObject({
  itemId: ItemId,
  answer: AnswerId.exclude(["not_checked"]),
  confidence: Confidence,
  /** Time spent on the item so far, in seconds. */
  seconds: z.int().min(0).max(86_400),
});
export type PracticeAnswer = z.infer<typeof PracticeAnswer>;

/** How an answer stands to the true one. `missed`: a concern was rated lower than it is; `overstated`: higher. */
export const Outcome = z.enum(["right", "missed", "overstated", "different"]);
export type Outcome = z.infer<typeof Outcome>;

/** What one attempt showed, item by item and as a whole. */
export const PracticeReview = z.object({
  attemptId: PracticeId,
  caseId: OpenId,
  finishedAt: Instant,
  rows: z.array(
    z.object({
      itemId: ItemId,
      truth: AnswerId,
      answer: AnswerId,
      outcome: Outcome,
      confidence: Confidence,
      seconds: z.int().nonnegative(),
      cues: z.array(PracticeCue),
    }),
  ),
  right: z.int().nonnegative(),
  items: z.int().positive(),
  /** Mean squared distance between confidence and being right: 0 is perfect, 0.25 is always saying "half". */
  brier: z.number(),
  /** Mean confidence minus the share of right answers; above zero is overconfident. */
  overconfidence: z.number(),
  /** For each step of confidence that was used: how often, and how often rightly. */
  calibration: z.array(z.object({ confidence: Confidence, count: z.int().positive(), right: z.int().nonnegative() })),
  secondsUsed: z.int().nonnegative(),
  secondsPlanned: z.int().nonnegative(),
  recommended: Recommendation,
  trueRecommendation: Recommendation,
});
export type PracticeReview = z.infer<typeof PracticeReview>;

/** Holds a learner's answers against the truth. Throws when an item of the example has no answer: that is for the caller. */
export function reviewPractice(
  { example, cues }: { readonly example: ScoringExample; readonly cues: readonly PracticeCue[] },
  { answers, policy }: { readonly answers: readonly PracticeAnswer[]; readonly policy: ScoringPolicy },
): Pick<PracticeReview, "rows" | "right" | "items" | "brier" | "overconfidence" | "calibration" | "secondsUsed"> {
  const rows = example.input.items.map(({ item, answer: truth }) => {
    const given = answers.find(({ itemId }) => itemId === item);
    if (given === undefined) throw new Error("an item of the practice has no answer");
    const outcome = outcomeOf(truth, given.answer, policy);
    return { ...given, truth, outcome, cues: cues.filter((cue) => cue.item === item) };
  });
  const right = rows.filter(({ outcome }) => outcome === "right").length;
  const meanOf = (value: (row: (typeof rows)[number]) => number): number =>
    rows.reduce((sum, row) => sum + value(row), 0) / rows.length;
  const hit = (outcome: Outcome): number => (outcome === "right" ? 1 : 0);
  return {
    rows,
    right,
    items: rows.length,
    brier: meanOf(({ confidence, outcome }) => (confidence / 100 - hit(outcome)) ** 2),
    overconfidence: meanOf(({ confidence, outcome }) => confidence / 100 - hit(outcome)),
    calibration: confidences.flatMap((confidence) => {
      const used = rows.filter((row) => row.confidence === confidence);
      if (used.length === 0) return [];
      return [{ confidence, count: used.length, right: used.filter(({ outcome }) => outcome === "right").length }];
    }),
    secondsUsed: rows.reduce((sum, { seconds }) => sum + seconds, 0),
  };
}

/** Only answers on the scale of concern can be too low or too high; "could not confirm" and "not applicable" are elsewhere. */
function outcomeOf(truth: AnswerId, answer: AnswerId, policy: ScoringPolicy): Outcome {
  if (truth === answer) return "right";
  const onScale: readonly AnswerId[] = ["none", "minor", "material", "serious"];
  if (!onScale.includes(truth) || !onScale.includes(answer)) return "different";
  const weights: Readonly<Record<string, number>> = policy.severity.byAnswer;
  return (weights[answer] ?? 0) < (weights[truth] ?? 0) ? "missed" : "overstated";
}

/** What is wrong with the practice cases beside the worked examples; empty when they fit. Places and ids only. */
export function checkPractice(file: PracticeFile, examples: readonly ScoringExample[]): string[] {
  return file.cases.flatMap((one) => {
    const example = examples.find(({ id }) => id === one.example);
    if (example === undefined) return [`${one.id}: unknown example ${one.example}`];
    const items = new Set<string>(example.input.items.map(({ item }) => item));
    const paragraphs = one.materials.flatMap((material) => material.paragraphs.map(({ id }) => id));
    return [
      ...one.cues.flatMap((cue) => (items.has(cue.item) ? [] : [`${one.id}: cue for ${cue.item}, which is not asked`])),
      ...one.cues.flatMap((cue) => (paragraphs.includes(cue.paragraph) ? [] : [`${one.id}: no ${cue.paragraph}`])),
      ...[...items].flatMap((item) => (one.cues.some((cue) => cue.item === item) ? [] : [`${one.id}: no cue ${item}`])),
      ...(new Set(paragraphs).size === paragraphs.length ? [] : [`${one.id}: a paragraph's id stands twice`]),
    ];
  });
}
