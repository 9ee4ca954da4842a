import type { Fault } from "../../../shared/contract/channel.ts";
import { type Answer, AnswerPatch, emptyAnswer } from "../../../shared/domain/answer.ts";
import type { ItemId } from "../../../shared/domain/ids.ts";
import type { Instant } from "../../../shared/domain/time.ts";

/** A field of an answer that a person can change on the page. */
export type AnswerField = keyof AnswerPatch;

const answerFields = AnswerPatch.keyof().options;

/** How what is on screen stands with the vault. `held`: not sent, because it is unfit or clashes with a stored change. */
export type WorkState = "idle" | "unsaved" | "saving" | "saved" | "failed" | "held";

/** One answer while somebody works on it: what is stored, and what has been entered since. */
export interface ItemWork {
  readonly saved: Answer;
  /** Entered and not yet acknowledged; always shown instead of what is stored. */
  readonly draft: AnswerPatch;
  /** On its way to the vault. */
  readonly sending: AnswerPatch | undefined;
  readonly fault: Fault | undefined;
  /** Fields another window changed while they were being changed here. */
  readonly clashes: readonly AnswerField[];
  /** Something was stored from this window; the mark may say so. */
  readonly hasStored: boolean;
}

/** What a text field cannot be stored for; a sentence for each stands in `strings`. */
export type FieldProblem = "text-too-long" | "text-invalid";

/** Work on an answer as it was read; an item nobody has touched has revision 0. */
export function workOn(saved: Answer): ItemWork {
  return { saved, draft: {}, sending: undefined, fault: undefined, clashes: [], hasStored: false };
}

/** Work on an item nobody has touched. */
export function untouched(itemId: ItemId): ItemWork {
  return workOn({ ...emptyAnswer, itemId, revision: 0, updatedAt: null, updatedBy: null });
}

/** The answer as it stands on screen. */
export function shownAnswer({ saved, draft }: ItemWork): Answer {
  return { ...saved, ...definedOf(draft) };
}

/** Whether somebody entered something into the item in this window, stored or not: work that takes time, not a glance. */
export function hasWorkHere(work: ItemWork): boolean {
  return work.hasStored || work.sending !== undefined || fieldsOf(work.draft).length > 0;
}

/** Takes in what a person entered; a field put back to what is stored is no change. */
export function edited(work: ItemWork, patch: AnswerPatch): ItemWork {
  const draft = differing({ ...work.draft, ...patch }, work.sending === undefined ? work.saved : undefined);
  const clashes = work.clashes.filter((field) => draft[field] !== undefined);
  return withoutOldFault({ ...work, draft, clashes });
}

/** The values that a patch would replace, so that it can be taken back. */
export function inverseOf(work: ItemWork, patch: AnswerPatch): AnswerPatch {
  return picked(shownAnswer(work), fieldsOf(patch));
}

/** The next thing to store, or undefined when there is nothing, something is under way, or a person must choose first. */
export function beginSend(work: ItemWork): { work: ItemWork; patch: AnswerPatch; baseRevision: number } | undefined {
  if (work.sending !== undefined || work.clashes.length > 0) return undefined;
  const fit = fieldsOf(work.draft).filter((field) => problemOf(field, work.draft[field]) === undefined);
  if (fit.length === 0) return undefined;
  const patch = picked(work.draft, fit);
  return { work: { ...work, sending: patch, fault: undefined }, patch, baseRevision: work.saved.revision };
}

/** What was sent is stored. Whatever was entered meanwhile stays a draft. */
export function stored(work: ItemWork, reply: { revision: number; savedAt: Instant }): ItemWork {
  const saved = {
    ...work.saved,
    ...definedOf(work.sending ?? {}),
    revision: reply.revision,
    updatedAt: reply.savedAt,
  };
  return { ...work, saved, draft: differing(work.draft, saved), sending: undefined, fault: undefined, hasStored: true };
}

/** What was sent is not stored; it stays on screen. */
export function refused(work: ItemWork, fault: Fault): ItemWork {
  return { ...work, sending: undefined, fault };
}

/**
 * Takes in the stored answer as it is now. A field changed there and here in different ways is a clash: what was typed
 * stays on screen and is sent only after a person has chosen.
 */
export function refreshed(work: ItemWork, stored: Answer): ItemWork {
  if (work.sending !== undefined || stored.revision <= work.saved.revision) return work;
  const draft = differing(work.draft, stored);
  const clashes = fieldsOf(draft).filter(
    (field) => !sameValue(stored[field], work.saved[field]) || work.clashes.includes(field),
  );
  return withoutOldFault({ ...work, saved: stored, draft, clashes });
}

/** What a page that went had entered over which stored answer, and what of it was on its way. */
export interface LeftBehind {
  readonly entered: AnswerPatch;
  readonly sending: AnswerPatch;
  readonly revision: number;
}

/**
 * Takes up what a page left behind. A field that is stored is nothing left; one that somebody has stored otherwise since is
 * a clash, for a person to choose.
 */
export function takenUp(work: ItemWork, { entered, sending, revision }: LeftBehind): ItemWork {
  const next = edited(work, entered);
  if (work.saved.revision === revision) return next;
  const clashes = fieldsOf(next.draft).filter(
    (field) => sending[field] === undefined || !sameValue(work.saved[field], sending[field]),
  );
  return { ...next, clashes };
}

/** A person chose what was typed here over what another window stored. */
export function keepMine(work: ItemWork): ItemWork {
  return { ...work, clashes: [] };
}

/** A person chose what another window stored. */
export function takeTheirs(work: ItemWork): ItemWork {
  const kept = fieldsOf(work.draft).filter((field) => !work.clashes.includes(field));
  return withoutOldFault({ ...work, draft: picked(work.draft, kept), clashes: [] });
}

/** How the item stands with the vault. */
export function workState(work: ItemWork): WorkState {
  if (work.sending !== undefined) return "saving";
  if (work.clashes.length > 0) return "held";
  if (work.fault !== undefined) return "failed";
  const open = fieldsOf(work.draft);
  if (open.some((field) => problemOf(field, work.draft[field]) !== undefined)) return "held";
  if (open.length > 0) return "unsaved";
  return work.saved.updatedAt === null ? "idle" : "saved";
}

/** Why a value cannot be stored as it is. */
export function problemOf(field: AnswerField, value: unknown): FieldProblem | undefined {
  const parsed = AnswerPatch.shape[field].safeParse(value);
  if (parsed.success) return undefined;
  return parsed.error.issues.some((issue) => issue.code === "too_big") ? "text-too-long" : "text-invalid";
}

/** A refusal says nothing any more once there is nothing left that was refused. */
function withoutOldFault(work: ItemWork): ItemWork {
  return fieldsOf(work.draft).length === 0 ? { ...work, fault: undefined } : work;
}

function fieldsOf(patch: AnswerPatch): AnswerField[] {
  return answerFields.filter((field) => patch[field] !== undefined);
}

function picked(from: AnswerPatch, fields: readonly AnswerField[]): AnswerPatch {
  return Object.fromEntries(fields.map((field) => [field, from[field]]));
}

function differing(draft: AnswerPatch, stored: AnswerPatch | undefined): AnswerPatch {
  if (stored === undefined) return draft;
  return picked(
    draft,
    fieldsOf(draft).filter((field) => !sameValue(draft[field], stored[field])),
  );
}

/** The patch without absent fields, which `exactOptionalPropertyTypes` would otherwise let overwrite stored ones. */
function definedOf(patch: AnswerPatch): Partial<Omit<Answer, "itemId">> {
  // Only fields with a value are left, so nothing becomes undefined.
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as Partial<Answer>;
}

function sameValue(one: unknown, other: unknown): boolean {
  return one === other || (typeof one === "object" && JSON.stringify(one) === JSON.stringify(other));
}
