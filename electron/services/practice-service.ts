import { mustExist } from "../../shared/assert.ts";
import type { PracticeAttempt, PracticeCaseView, PracticeSheet } from "../../shared/contract/calls/practice.ts";
import type { Content } from "../../shared/domain/content/content.ts";
import type { ScoringExample } from "../../shared/domain/content/scoring-policy.ts";
import { findItem } from "../../shared/domain/content/template.ts";
import type { Recommendation } from "../../shared/domain/content/vocabulary.ts";
import { PracticeId } from "../../shared/domain/ids.ts";
import {
  type PracticeAnswer,
  type PracticeCase,
  type PracticeFile,
  type PracticeReview,
  reviewPractice,
} from "../../shared/domain/practice.ts";
import { Instant } from "../../shared/domain/time.ts";
import { err, type Nothing, ok, type Result } from "../../shared/result.ts";
import type { Clock, Random } from "../ports.ts";
import type { PracticeRecord } from "../vault/tables/practice-table.ts";
import { newId } from "./new-id.ts";
import type { Locked, OpenSession, Session } from "./session.ts";

type Refused<C extends string> = { readonly code: C };
type OfAttempt = { readonly attemptId: PracticeId };

/** Practice cases with known truth. Everybody may practise; nobody sees anybody else's attempts, and the trail tells none. */
export interface PracticeService {
  list(): Result<{ cases: PracticeCaseView[]; attempts: PracticeAttempt[] }, Locked>;
  begin(input: { caseId: string }): Result<PracticeSheet, Locked | Refused<"unknown-practice">>;
  answer(
    input: OfAttempt & PracticeAnswer,
  ): Result<Nothing, Locked | Refused<"unknown-practice" | "practice-finished" | "unknown-question">>;
  finish(
    input: OfAttempt & { recommended: Recommendation },
  ): Result<PracticeReview, Locked | Refused<"unknown-practice" | "practice-finished" | "practice-unfinished">>;
  review(input: OfAttempt): Result<PracticeReview, Locked | Refused<"unknown-practice" | "practice-unfinished">>;
  drop(input: OfAttempt): Result<Nothing, Locked | Refused<"unknown-practice">>;
}

/** What the service is built from. */
export interface PracticeServiceParts {
  readonly session: Session;
  readonly clock: Clock;
  readonly random: Random;
  readonly content: Content;
  readonly practice: PracticeFile;
}

export function createPracticeService(parts: PracticeServiceParts): PracticeService {
  const { session, practice } = parts;
  return {
    list: () => {
      const open = session.require();
      if (!open.ok) return open;
      return ok({
        cases: practice.cases.map((one) => viewOf(parts, one)),
        // A case that an update took away takes its attempts off the list.
        attempts: attemptsOf(open.value).flatMap((record) =>
          practice.cases.some(({ id }) => id === record.caseId) ? [summaryOf(parts, record)] : [],
        ),
      });
    },
    begin: (input) => begin(parts, input),
    answer: (input) => answer(parts, input),
    finish: (input) => finish(parts, input),
    review: ({ attemptId }) => {
      const found = findAttempt(parts, attemptId);
      if (!found.ok) return found;
      const { record } = found.value;
      return record.finishedAt === null ? err({ code: "practice-unfinished" }) : ok(reviewOf(parts, record));
    },
    drop: ({ attemptId }) => {
      const found = findAttempt(parts, attemptId);
      if (!found.ok) return found;
      const { open } = found.value;
      open.write(() => open.tables.practice.drop(open.person.id, attemptId));
      return ok({});
    },
  };
}

function exampleOf({ content }: PracticeServiceParts, one: PracticeCase): ScoringExample {
  return mustExist(
    content.examples.examples.find(({ id }) => id === one.example),
    "a practice case has its example",
  );
}

function caseOf({ practice }: PracticeServiceParts, record: PracticeRecord): PracticeCase {
  return mustExist(
    practice.cases.find(({ id }) => id === record.caseId),
    "an attempt has its case",
  );
}

function attemptsOf(open: OpenSession): PracticeRecord[] {
  return open.tables.practice.list(open.person.id, open.vault.self.seal);
}

function viewOf(parts: PracticeServiceParts, one: PracticeCase): PracticeCaseView {
  const { title, input } = exampleOf(parts, one);
  const { kind, depth, techTier, access, items } = input;
  const minutesPlanned = items.length * minutesPerItem(parts);
  return { id: one.id, title, lead: one.lead, kind, depth, techTier, access, items: items.length, minutesPlanned };
}

/** What a light item takes: the papers of a practice case lie on the desk already, whatever its depth. */
function minutesPerItem({ content }: PracticeServiceParts): number {
  return content.vocabulary.depths.find(({ id }) => id === "light")?.planningMinutesPerItem ?? 0;
}

function summaryOf(parts: PracticeServiceParts, record: PracticeRecord): PracticeAttempt {
  const { id, caseId, startedAt, finishedAt } = record;
  const items = exampleOf(parts, caseOf(parts, record)).input.items.length;
  const head = { id, caseId, startedAt, finishedAt, items };
  if (finishedAt === null) return { ...head, right: null, brier: null };
  const { right, brier } = reviewOf(parts, record);
  return { ...head, right, brier };
}

function reviewOf(parts: PracticeServiceParts, record: PracticeRecord): PracticeReview {
  const one = caseOf(parts, record);
  const example = exampleOf(parts, one);
  const { answers, recommended, finishedAt } = record;
  const policy = parts.content.scoring;
  return {
    ...reviewPractice({ example, cues: one.cues }, { answers, policy }),
    attemptId: record.id,
    caseId: record.caseId,
    finishedAt: mustExist(finishedAt ?? undefined, "a reviewed attempt is finished"),
    secondsPlanned: example.input.items.length * minutesPerItem(parts) * 60,
    recommended: mustExist(recommended ?? undefined, "a finished attempt has a recommendation"),
    trueRecommendation: example.expected.recommendation,
  };
}

function sheetOf(parts: PracticeServiceParts, record: PracticeRecord): PracticeSheet {
  const one = caseOf(parts, record);
  const { input } = exampleOf(parts, one);
  const template = mustExist(
    parts.content.templates.find(({ kind }) => kind === input.kind),
    "every kind has a built-in template",
  );
  const items = input.items.map(({ item }) => mustExist(findItem(template, item), "an example's item exists"));
  return {
    attemptId: record.id,
    case: viewOf(parts, one),
    materials: one.materials,
    items,
    answers: record.answers,
  };
}

function begin(parts: PracticeServiceParts, { caseId }: { caseId: string }): ReturnType<PracticeService["begin"]> {
  const entered = parts.session.require();
  if (!entered.ok) return entered;
  const open = entered.value;
  const one = parts.practice.cases.find(({ id }) => id === caseId);
  if (one === undefined) return err({ code: "unknown-practice" });
  const unfinished = attemptsOf(open).find((record) => record.caseId === caseId && record.finishedAt === null);
  if (unfinished !== undefined) return ok(sheetOf(parts, unfinished));
  const startedAt = Instant.parse(parts.clock.nowMs());
  const fresh = { id: newId(PracticeId, parts.random), caseId: one.id, startedAt, finishedAt: null };
  const record: PracticeRecord = { ...fresh, answers: [], recommended: null };
  save(open, record);
  return ok(sheetOf(parts, record));
}

function save(open: OpenSession, record: PracticeRecord): void {
  open.write(() => open.tables.practice.save({ personId: open.person.id, seal: open.vault.self.seal }, record));
}

function findAttempt(
  { session, practice }: PracticeServiceParts,
  attemptId: PracticeId,
): Result<{ open: OpenSession; record: PracticeRecord }, Locked | Refused<"unknown-practice">> {
  const open = session.require();
  if (!open.ok) return open;
  const record = attemptsOf(open.value).find(({ id }) => id === attemptId);
  if (record === undefined || !practice.cases.some(({ id }) => id === record.caseId))
    return err({ code: "unknown-practice" });
  return ok({ open: open.value, record });
}

function answer(
  parts: PracticeServiceParts,
  { attemptId, ...given }: Parameters<PracticeService["answer"]>[0],
): ReturnType<PracticeService["answer"]> {
  const found = findAttempt(parts, attemptId);
  if (!found.ok) return found;
  const { open, record } = found.value;
  if (record.finishedAt !== null) return err({ code: "practice-finished" });
  const { items } = exampleOf(parts, caseOf(parts, record)).input;
  if (!items.some(({ item }) => item === given.itemId)) return err({ code: "unknown-question" });
  const others = record.answers.filter(({ itemId }) => itemId !== given.itemId);
  save(open, { ...record, answers: [...others, given] });
  return ok({});
}

function finish(
  parts: PracticeServiceParts,
  { attemptId, recommended }: Parameters<PracticeService["finish"]>[0],
): ReturnType<PracticeService["finish"]> {
  const found = findAttempt(parts, attemptId);
  if (!found.ok) return found;
  const { open, record } = found.value;
  if (record.finishedAt !== null) return err({ code: "practice-finished" });
  const { items } = exampleOf(parts, caseOf(parts, record)).input;
  const answered = new Set<string>(record.answers.map(({ itemId }) => itemId));
  if (items.some(({ item }) => !answered.has(item))) return err({ code: "practice-unfinished" });
  const finished = { ...record, recommended, finishedAt: Instant.parse(parts.clock.nowMs()) };
  save(open, finished);
  return ok(reviewOf(parts, finished));
}
