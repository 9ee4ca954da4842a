import { z } from "zod";
import { AnswerBody } from "./answer.ts";
import { line, textLimits } from "./text.ts";
import { Instant } from "./time.ts";

/**
 * Which part of a case a kept state belongs to: `head`, `intake` and `triage` field by field; `subject`, `evidence`, `hit`,
 * `measure` and `gate` row by row; `paper` section by section. Parts that come later name a place of their own.
 */
export const HistoryPlace = z.string().regex(/^[a-z][a-z-]{0,30}$/u);
export type HistoryPlace = z.infer<typeof HistoryPlace>;

/** How a state came to be kept: somebody changed it, it stood before the first change that was kept, or it was put back. */
export const HistoryOrigin = z.enum(["change", "earlier", "restore"]);
export type HistoryOrigin = z.infer<typeof HistoryOrigin>;

/** One state of one part of a case, as it stood from `at` on. */
export interface KeptState {
  /** From 1 within the case, in the order of writing. */
  readonly number: number;
  readonly place: HistoryPlace;
  readonly rowId: string;
  /** The part as JSON; null once it was taken away. */
  readonly body: unknown;
  readonly reason: string;
  readonly origin: HistoryOrigin;
  readonly at: Instant;
  /** Null where nobody knows: states from before history was kept. */
  readonly byId: string | null;
  readonly byName: string | null;
}

/** A part of a case as it stands now, and since when that is known; null when it is not. */
export interface CurrentPart {
  readonly rowId: string;
  readonly body: unknown;
  readonly sinceMs: number | null;
}

/** Until when states count: what was written by a moment of the clock, or by a place in the order of writing. */
export type Until = { readonly atMs: number } | { readonly number: number };

function counts(state: Pick<KeptState, "at" | "number" | "origin">, until: Until): boolean {
  if ("atMs" in until) return state.at <= until.atMs;
  // What stood before the first kept change was written down late and stood from the beginning.
  return state.origin === "earlier" || state.number <= until.number;
}

/**
 * The parts of one place as they were known then, by row: the last state written until then, nothing for what came later or
 * had been taken away, and what has never changed as it stands now.
 */
export function knownAt(
  states: readonly KeptState[],
  current: readonly CurrentPart[],
  until: Until,
): ReadonlyMap<string, unknown> {
  const known = new Map<string, unknown>();
  for (const part of current)
    if (part.sinceMs === null || "number" in until || part.sinceMs <= until.atMs) known.set(part.rowId, part.body);
  for (const state of states) known.delete(state.rowId);
  for (const state of states.toSorted((a, b) => a.number - b.number)) {
    if (!counts(state, until)) continue;
    if (state.body === null) known.delete(state.rowId);
    else known.set(state.rowId, state.body);
  }
  return known;
}

/** Which changes of a case need a reason, as the office has set it. */
export const ReasonPolicy = z.strictObject({
  /** Another finding for an item that had been answered. */
  given: z.boolean(),
  /** Any change to answers and evidence once the case has been ready. */
  afterReady: z.boolean(),
});
export type ReasonPolicy = z.infer<typeof ReasonPolicy>;

export const noReasonPolicy: ReasonPolicy = { given: false, afterReady: false };

/** Why something was changed; one line, kept with the change. */
export const ChangeReason = line(textLimits.shortNote);
export type ChangeReason = z.infer<typeof ChangeReason>;

/** What tells that a reason is one: anything but blanks. */
export function isReason(reason: string): boolean {
  return reason.trim() !== "";
}

type Finding = Pick<AnswerBody, "answer" | "unknownReason" | "identity" | "confirmedBySubject">;

/** Fields of an answer that say what was found; the rest says why, on what, and how long it took. */
const findingFields = [
  "answer",
  "unknownReason",
  "identity",
  "confirmedBySubject",
] as const satisfies readonly (keyof Finding)[];

/** Whether this change of an answer needs a reason. Minutes are no content: counting on is no change of mind. */
export function answerNeedsReason(
  policy: ReasonPolicy,
  { before, after, hasBeenReady }: { before: AnswerBody; after: AnswerBody; hasBeenReady: boolean },
): boolean {
  const changed = (field: keyof AnswerBody): boolean => JSON.stringify(before[field]) !== JSON.stringify(after[field]);
  if (policy.afterReady && hasBeenReady && answerFields.some((field) => field !== "minutes" && changed(field)))
    return true;
  return policy.given && before.answer !== "not_checked" && findingFields.some(changed);
}

const answerFields = AnswerBody.keyof().options;

/** Why a recovery point was made: somebody named the moment, or something was about to change much of the case. */
export const PointKind = z.enum(["named", "before-upgrade", "before-import", "before-restore"]);
export type PointKind = z.infer<typeof PointKind>;

/** A moment of a case to come back to. */
export const RecoveryPoint = z.object({
  /** From 1 within the case. */
  number: z.int().positive(),
  kind: PointKind,
  /** Empty where nobody named it. */
  name: z.string(),
  at: Instant,
  by: z.string(),
});
export type RecoveryPoint = z.infer<typeof RecoveryPoint>;

/** A state of a case to look at: as known at an instant, at a recovery point, or now. */
export const Moment = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("time"), at: Instant }),
  z.strictObject({ kind: z.literal("point"), number: z.int().positive() }),
  z.strictObject({ kind: z.literal("now") }),
]);
export type Moment = z.infer<typeof Moment>;
