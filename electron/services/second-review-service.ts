import type { SecondReaderCandidate } from "../../shared/contract/calls/second.ts";
import type { Agreement } from "../../shared/domain/agreement.ts";
import { isInScale } from "../../shared/domain/checklist.ts";
import { findItem, type Template } from "../../shared/domain/content/template.ts";
import { isOpenForWork } from "../../shared/domain/dossier.ts";
import { type DossierId, type ItemId, type PersonId, SecondReviewId } from "../../shared/domain/ids.ts";
import {
  type Comparison,
  emptyReading,
  type ReadingPatch,
  type SecondReading,
  type SecondReview,
} from "../../shared/domain/second-review.ts";
import { textLimits } from "../../shared/domain/text.ts";
import { Instant } from "../../shared/domain/time.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Clock, Random } from "../ports.ts";
import type { SecondReviewRecord } from "../vault/tables/second-review-table.ts";
import { templateOf } from "./case-file.ts";
import { type Entered, type EntryRefusal, enterCase } from "./enter-case.ts";
import { newId } from "./new-id.ts";
import { agreementOfRows } from "./second/outcomes.ts";
import { secondReaders } from "./second/readers.ts";
import { comparisonsOf, firstReadings, reviewOf } from "./second/records.ts";
import { answerAfter, type SettleInput, settledAnswer } from "./second/settle.ts";
import type { OpenSession, Session } from "./session.ts";

type OfCase = { readonly dossierId: DossierId };
type OfReview = OfCase & { readonly reviewId: SecondReviewId };
type Refused<C extends string> = { readonly code: C };
type ReviewRefusal = EntryRefusal | Refused<"unknown-second-review" | "second-review-closed">;
type ReaderRefusal = ReviewRefusal | Refused<"not-the-second-reader">;

/** Second readers who answer without seeing the first, and what becomes of their conflicts. */
export interface SecondReviewService {
  list(input: OfCase): Result<{ reviews: SecondReview[]; candidates: SecondReaderCandidate[] }, EntryRefusal>;
  ask(
    input: OfCase & { readerId: PersonId; items: ItemId[]; note: string },
  ): Result<
    SecondReview,
    EntryRefusal | Refused<"dossier-decided" | "second-reader-refused" | "second-review-closed" | "unknown-question">
  >;
  withdraw(input: OfReview & { reason: string }): Result<SecondReview, ReviewRefusal | Refused<"reason-required">>;
  open(input: OfReview): Result<{ template: Template; review: SecondReview; readings: SecondReading[] }, ReaderRefusal>;
  record(
    input: OfReview & { itemId: ItemId; baseRevision: number; patch: ReadingPatch },
  ): Result<
    { revision: number; savedAt: Instant },
    ReaderRefusal | Refused<"unknown-question" | "answer-not-in-scale" | "stale-revision">
  >;
  handIn(input: OfReview): Result<SecondReview, ReaderRefusal | Refused<"second-review-unfinished">>;
  compare(
    input: OfReview,
  ): Result<{ template: Template; review: SecondReview; rows: Comparison[]; agreement: Agreement }, ReviewRefusal>;
  settle(
    input: OfReview & SettleInput,
  ): Result<
    SecondReview,
    | ReviewRefusal
    | Refused<"dossier-decided" | "not-a-conflict" | "answer-not-in-scale" | "not-a-third-person" | "reason-required">
  >;
}

/** What the service is built from. */
export interface SecondReviewServiceParts {
  readonly session: Session;
  readonly clock: Clock;
  readonly random: Random;
  /** Called inside the transaction after a settlement changed an answer of the case. */
  readonly afterAnswer: (open: OpenSession, dossierId: DossierId) => void;
  readonly onChange: (dossierId: DossierId) => void;
}

export function createSecondReviewService(parts: SecondReviewServiceParts): SecondReviewService {
  const { session } = parts;
  return {
    list: ({ dossierId }) => {
      const entered = enterCase(session, "read-cases", dossierId, { admitsBlind: true });
      return entered.ok ? ok(listed(entered.value)) : entered;
    },
    ask: (input) => ask(parts, input),
    withdraw: (input) => withdraw(parts, input),
    open: (input) => {
      const own = ownReview(session, input);
      if (!own.ok) return own;
      const { open, found } = own.value;
      const readings = open.tables.secondReviews.readings(input.dossierId, input.reviewId);
      return ok({ template: found.template, review: reviewOf(open, found), readings });
    },
    record: (input) => record(parts, input),
    handIn: (input) => handIn(parts, input),
    compare: (input) => compare(session, input),
    settle: (input) => settle(parts, input),
  };
}

interface Found {
  readonly dossierId: DossierId;
  readonly record: SecondReviewRecord;
  readonly template: Template;
}

function listed(entered: Entered): { reviews: SecondReview[]; candidates: SecondReaderCandidate[] } {
  const { open, record } = entered;
  const template = templateOf(open, record);
  const isBlind = open.tables.secondReviews.isBlind(record.id, open.person.id);
  const all = open.tables.secondReviews.list(record.id);
  const shown = isBlind ? all.filter(({ readerId, state }) => readerId === open.person.id && state === "open") : all;
  return {
    reviews: shown.map((one) => reviewOf(open, { dossierId: record.id, record: one, template })),
    candidates: isBlind ? [] : secondReaders(entered),
  };
}

function find({ open, record }: Entered, reviewId: SecondReviewId): Found | undefined {
  const review = open.tables.secondReviews.find(record.id, reviewId);
  return review === undefined
    ? undefined
    : { dossierId: record.id, record: review, template: templateOf(open, record) };
}

/** Stores the review in its next state and answers what lists show of it. */
function moved(open: OpenSession, found: Found, change: Partial<SecondReviewRecord>): SecondReview {
  const record = { ...found.record, ...change };
  open.tables.secondReviews.save(found.dossierId, record);
  return reviewOf(open, { ...found, record });
}

function ask(
  { session, clock, random, onChange }: SecondReviewServiceParts,
  { dossierId, readerId, items, note }: Parameters<SecondReviewService["ask"]>[0],
): ReturnType<SecondReviewService["ask"]> {
  const entered = enterCase(session, "work-on-cases", dossierId);
  if (!entered.ok) return entered;
  const { open, record } = entered.value;
  if (!isOpenForWork(record.state)) return err({ code: "dossier-decided" });
  const template = templateOf(open, record);
  if (items.some((itemId) => findItem(template, itemId) === undefined)) return err({ code: "unknown-question" });
  if (!secondReaders(entered.value).some(({ personId }) => personId === readerId))
    return err({ code: "second-reader-refused" });
  const { secondReviews } = open.tables;
  if (secondReviews.list(dossierId).some(({ state }) => state === "open")) return err({ code: "second-review-closed" });
  const now = Instant.parse(clock.nowMs());
  const review = open.write(() => {
    open.note("second-review-asked", dossierId, { person: readerId, items: items.length });
    const stamps = { askedBy: open.person.displayName, askedAt: now, changedAt: now };
    const id = newId(SecondReviewId, random);
    const number = secondReviews.nextNumber(dossierId);
    const fresh = { id, number, readerId, state: "open" as const, items: [...new Set(items)], note, first: null };
    return moved(open, { dossierId, template, record: { ...fresh, ...stamps } }, {});
  });
  onChange(dossierId);
  return ok(review);
}

function withdraw(
  { session, clock, onChange }: SecondReviewServiceParts,
  { dossierId, reviewId, reason }: Parameters<SecondReviewService["withdraw"]>[0],
): ReturnType<SecondReviewService["withdraw"]> {
  const entered = enterCase(session, "work-on-cases", dossierId);
  if (!entered.ok) return entered;
  const found = find(entered.value, reviewId);
  if (found === undefined) return err({ code: "unknown-second-review" });
  if (found.record.state !== "open") return err({ code: "second-review-closed" });
  if (reason.trim().length < textLimits.reasonMinimum) return err({ code: "reason-required" });
  const { open } = entered.value;
  const review = open.write(() => {
    open.note("second-review-withdrawn", dossierId, { number: found.record.number });
    const note = [found.record.note, reason].filter((part) => part.trim() !== "").join("\n");
    return moved(open, found, { state: "withdrawn", note, changedAt: Instant.parse(clock.nowMs()) });
  });
  onChange(dossierId);
  return ok(review);
}

/** The open review of the person at the keyboard. */
function ownReview(
  session: Session,
  { dossierId, reviewId }: OfReview,
): Result<Entered & { found: Found }, ReaderRefusal> {
  const entered = enterCase(session, "work-on-cases", dossierId, { admitsBlind: true });
  if (!entered.ok) return entered;
  const found = find(entered.value, reviewId);
  if (found === undefined) return err({ code: "unknown-second-review" });
  if (found.record.readerId !== entered.value.open.person.id) return err({ code: "not-the-second-reader" });
  if (found.record.state !== "open") return err({ code: "second-review-closed" });
  return ok({ ...entered.value, found });
}

function record(
  { session, clock }: SecondReviewServiceParts,
  input: Parameters<SecondReviewService["record"]>[0],
): ReturnType<SecondReviewService["record"]> {
  const own = ownReview(session, input);
  if (!own.ok) return own;
  const { open, found } = own.value;
  const { dossierId, reviewId, itemId, baseRevision, patch } = input;
  if (!found.record.items.includes(itemId)) return err({ code: "unknown-question" });
  if (patch.answer !== undefined && !isInScale(found.template, patch.answer))
    return err({ code: "answer-not-in-scale" });
  const savedAt = Instant.parse(clock.nowMs());
  return open.write(() => {
    const { secondReviews } = open.tables;
    const before = secondReviews.readings(dossierId, reviewId).find((reading) => reading.itemId === itemId);
    if ((before?.revision ?? 0) !== baseRevision) return err({ code: "stale-revision" });
    const revision = baseRevision + 1;
    // A field left out keeps its value; zod's `partial` types it as possibly undefined, which never arrives as JSON.
    const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
    const reading = { ...emptyReading, ...before, ...given, itemId, revision };
    secondReviews.putReading(dossierId, reviewId, { ...reading, atMs: savedAt });
    return ok({ revision, savedAt });
  });
}

function handIn(
  { session, clock, onChange }: SecondReviewServiceParts,
  input: OfReview,
): ReturnType<SecondReviewService["handIn"]> {
  const own = ownReview(session, input);
  if (!own.ok) return own;
  const { open, found } = own.value;
  const { dossierId, record: before } = found;
  const answered = new Set(
    open.tables.secondReviews
      .readings(dossierId, before.id)
      .flatMap(({ itemId, answer }) => (answer === "not_checked" ? [] : [itemId])),
  );
  if (before.items.some((itemId) => !answered.has(itemId))) return err({ code: "second-review-unfinished" });
  const review = open.write(() => {
    open.note("second-review-handed-in", dossierId, { number: before.number });
    const first = firstReadings(open, { dossierId, items: before.items });
    const changedAt = Instant.parse(clock.nowMs());
    const shown = moved(open, found, { state: "handed-in", first, changedAt });
    if (shown.conflicts > 0) return shown;
    // Nothing to talk over: two readers who agree have settled it.
    return moved(open, found, { state: "settled", first, changedAt });
  });
  onChange(dossierId);
  return ok(review);
}

/** A review that has been handed in; both sides may be seen. */
function comparedReview(
  session: Session,
  right: "read-cases" | "work-on-cases",
  { dossierId, reviewId }: OfReview,
): Result<Entered & { found: Found; rows: Comparison[] }, ReviewRefusal> {
  const entered = enterCase(session, right, dossierId);
  if (!entered.ok) return entered;
  const found = find(entered.value, reviewId);
  if (found === undefined) return err({ code: "unknown-second-review" });
  if (found.record.first === null) return err({ code: "second-review-closed" });
  return ok({ ...entered.value, found, rows: comparisonsOf(entered.value.open, found) });
}

function compare(session: Session, input: OfReview): ReturnType<SecondReviewService["compare"]> {
  const compared = comparedReview(session, "read-cases", input);
  if (!compared.ok) return compared;
  const { open, found, rows } = compared.value;
  const agreement = agreementOfRows(rows, found.template);
  return ok({ template: found.template, review: reviewOf(open, found), rows, agreement });
}

function settle(
  { session, clock, afterAnswer, onChange }: SecondReviewServiceParts,
  { dossierId, reviewId, ...input }: Parameters<SecondReviewService["settle"]>[0],
): ReturnType<SecondReviewService["settle"]> {
  const compared = comparedReview(session, "work-on-cases", { dossierId, reviewId });
  if (!compared.ok) return compared;
  const { open, record: dossier, found, rows } = compared.value;
  if (!isOpenForWork(dossier.state)) return err({ code: "dossier-decided" });
  const row = rows.find(({ itemId }) => itemId === input.itemId);
  const isReader = found.record.readerId === open.person.id || row?.firstBy === open.person.displayName;
  const settled = settledAnswer({ template: found.template, row, input, isReader });
  if (!settled.ok || row === undefined) return settled.ok ? err({ code: "not-a-conflict" }) : settled;
  const answer = settled.value;
  const at = Instant.parse(clock.nowMs());
  const by = open.person.displayName;
  const review = open.write(() => {
    const { secondReviews, answers } = open.tables;
    const { itemId, settledFor, settledBy, reason } = input;
    secondReviews.addSettlement(dossierId, reviewId, { itemId, settledFor, settledBy, reason, answer, byName: by, at });
    open.note("second-review-settled", dossierId, { number: found.record.number, item: itemId, for: settledFor });
    const current = answers.get(dossierId, itemId);
    const body = answerAfter(current, { row, input, answer });
    const revision = answers.put({ dossierId, itemId, body, atMs: at, by, reason });
    open.note("answer-recorded", dossierId, { item: itemId, revision, answer });
    afterAnswer(open, dossierId);
    const left = reviewOf(open, found);
    const state = left.settled === left.conflicts ? "settled" : "handed-in";
    return moved(open, found, { state, changedAt: at });
  });
  onChange(dossierId);
  return ok(review);
}
