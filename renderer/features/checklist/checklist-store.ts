import { useStore } from "zustand";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { AnswerPatch } from "../../../shared/domain/answer.ts";
import type { Template } from "../../../shared/domain/content/template.ts";
import type { Evidence } from "../../../shared/domain/evidence.ts";
import type { DossierId, EvidenceId, ItemId } from "../../../shared/domain/ids.ts";
import { err, type Result } from "../../../shared/result.ts";
import { host } from "../../host.ts";
import { createStore } from "../../stores/create-store.ts";
import {
  edited,
  hasWorkHere,
  type ItemWork,
  inverseOf,
  keepMine,
  type LeftBehind,
  refreshed,
  shownAnswer,
  takenUp,
  takeTheirs,
  untouched,
  workOn,
} from "./item-work.ts";
import type { RunStatement } from "./run-statement.ts";
import { createSaver } from "./saver.ts";
import { wholeMinutes } from "./time-spent.ts";
import { type UndoStep, withStep } from "./undo-list.ts";

interface ChecklistState {
  readonly dossierId: DossierId | undefined;
  readonly template: Template | undefined;
  readonly fault: Fault | undefined;
  readonly items: Readonly<Record<string, ItemWork>>;
  readonly evidence: readonly Evidence[];
  /** Items put off in this sitting. */
  readonly deferred: readonly string[];
  readonly undo: readonly UndoStep[];
  /** Why an item is being changed, where the office asked; holds while its case is on screen. */
  readonly reasons: Readonly<Record<string, string>>;
  /** One question at a time in the whole window. */
  readonly isOneQuestion: boolean;
  /** The statement of the run of quick answers under way. */
  readonly run: RunStatement | undefined;
  /** Time in this sitting that is in no item's minutes yet, in milliseconds; below zero when minutes were rounded up. */
  readonly spentMs: number;
}

const initial: ChecklistState = {
  dossierId: undefined,
  template: undefined,
  fault: undefined,
  items: {},
  evidence: [],
  deferred: [],
  undo: [],
  reasons: {},
  isOneQuestion: false,
  run: undefined,
  spentMs: 0,
};

/** The checklist on screen. Emptied on lock. */
export const checklistStore = createStore<ChecklistState>(() => initial);

/** Everything the checklist shows. */
export function useChecklist(): ChecklistState {
  return useStore(checklistStore);
}

const saver = createSaver({
  record: (request) => {
    const reason = checklistStore.getState().reasons[request.itemId];
    return host.checklist.record(reason === undefined ? request : { ...request, reason });
  },
  refresh: refreshChecklist,
  dossierId: () => checklistStore.getState().dossierId,
  workOf,
  put,
});

/** Opens the checklist of a dossier; what was entered into the same one and is not stored yet stays. */
export async function openChecklist(dossierId: DossierId): Promise<void> {
  if (checklistStore.getState().dossierId !== dossierId) {
    await flushChecklist();
    checklistStore.setState({ ...initial, dossierId });
  }
  await refreshChecklist();
}

/** Reads answers and evidence anew, and takes over what other windows stored. */
export async function refreshChecklist(): Promise<void> {
  const { dossierId } = checklistStore.getState();
  if (dossierId === undefined) return;
  const [opened, listed] = await Promise.all([host.checklist.open({ dossierId }), host.evidence.list({ dossierId })]);
  // Another dossier was opened, or the vault locked, while the answer was on its way.
  if (checklistStore.getState().dossierId !== dossierId) return;
  if (!opened.ok) {
    checklistStore.setState({ fault: opened.error });
    return;
  }
  const { items } = checklistStore.getState();
  const read = opened.value.answers.map((answer): [string, ItemWork] => {
    const work = items[answer.itemId];
    return [answer.itemId, work === undefined ? workOn(answer) : refreshed(work, answer)];
  });
  checklistStore.setState({
    template: opened.value.template,
    fault: undefined,
    items: { ...items, ...Object.fromEntries(read) },
    ...(listed.ok && { evidence: listed.value.evidence }),
  });
}

/** The work on one item. */
export function workOf(itemId: ItemId): ItemWork {
  return checklistStore.getState().items[itemId] ?? untouched(itemId);
}

function put(itemId: ItemId, work: ItemWork): void {
  checklistStore.setState(({ items }) => ({ items: { ...items, [itemId]: work } }));
}

/** Takes in a choice or a tick and stores it at once. */
export function chooseInAnswer(itemId: ItemId, patch: AnswerPatch): void {
  enter(itemId, patch, false);
  void saver.save(itemId);
}

/** Takes in typed text; it is stored by `commitAnswer`. */
export function typeInAnswer(itemId: ItemId, patch: AnswerPatch): void {
  enter(itemId, patch, true);
}

/** Stores what has been entered into an item; what waits for a reason waits on, so that the question stays in its place. */
export function commitAnswer(itemId: ItemId): void {
  if (awaitsReason(itemId)) return;
  void saver.save(itemId);
}

function awaitsReason(itemId: ItemId): boolean {
  return workOf(itemId).fault?.code === "reason-required" && checklistStore.getState().reasons[itemId] === undefined;
}

/** Puts back what was entered earlier and may not be stored; what is on screen already stays. */
export function bringBack(dossierId: DossierId, itemId: ItemId, left: LeftBehind): void {
  if (checklistStore.getState().dossierId !== dossierId || Object.keys(workOf(itemId).draft).length > 0) return;
  put(itemId, takenUp(workOf(itemId), left));
  void saver.save(itemId);
}

/** Says why an item is being changed, and stores what waited for it. */
export function giveReason(itemId: ItemId, reason: string): void {
  checklistStore.setState(({ reasons }) => ({ reasons: { ...reasons, [itemId]: reason } }));
  void saver.save(itemId);
}

/** Stores everything that is entered, and ends when nothing is left that could be stored. */
export async function flushChecklist(): Promise<void> {
  const { items } = checklistStore.getState();
  await Promise.all(Object.values(items).map((work) => saver.save(work.saved.itemId)));
}

function enter(itemId: ItemId, patch: AnswerPatch, isTyping: boolean): void {
  const work = workOf(itemId);
  const step = { kind: "answer", itemId, before: inverseOf(work, patch), isTyping, atMs: performance.now() } as const;
  put(itemId, edited(work, patch));
  checklistStore.setState(({ undo, deferred }) => ({
    undo: withStep(undo, step),
    deferred: patch.answer === undefined ? deferred : deferred.filter((id) => id !== itemId),
  }));
}

/** Keeps what was typed here, or takes what another window stored. */
export function settleClash(itemId: ItemId, choice: "mine" | "theirs"): void {
  put(itemId, choice === "mine" ? keepMine(workOf(itemId)) : takeTheirs(workOf(itemId)));
  void saver.save(itemId);
}

/** Puts an item off: the way to the next open one passes it by until nothing else is left. */
export function deferItem(itemId: ItemId): void {
  checklistStore.setState(({ deferred, undo }) => ({
    deferred: [...deferred.filter((id) => id !== itemId), itemId],
    undo: withStep(undo, { kind: "defer", itemId, before: deferred }),
  }));
}

/** Notes that the person went on from an item, so that one key leads back. */
export function noteMove(itemId: ItemId): void {
  checklistStore.setState(({ undo }) => ({ undo: withStep(undo, { kind: "move", itemId }) }));
}

/** Begins, changes or ends the statement under which quick answers are given. */
export function setRun(run: RunStatement | undefined): void {
  checklistStore.setState({ run });
}

/**
 * Adds time spent on an item. Whole minutes go into its record; nothing else about it changes, so undo passes it by. Time that
 * is no whole minute yet stays with the case, so that twenty answers of a few seconds come out as the minutes they took.
 */
export function addTime(itemId: ItemId, ms: number): void {
  const { spentMs, dossierId } = checklistStore.getState();
  if (dossierId === undefined) return;
  const work = workOf(itemId);
  const { minutes, restMs } = wholeMinutes(spentMs + ms, hasWorkHere(work) ? "begun" : "nearest");
  checklistStore.setState({ spentMs: restMs });
  if (minutes === 0) return;
  put(itemId, edited(work, { minutes: shownAnswer(work).minutes + minutes }));
  void saver.save(itemId);
}

/** Takes the last change back through the vault; answers the item it belonged to, or undefined when there is none. */
export function undoLast(): ItemId | undefined {
  const { undo } = checklistStore.getState();
  const step = undo.at(-1);
  if (step === undefined) return undefined;
  checklistStore.setState({ undo: undo.slice(0, -1) });
  switch (step.kind) {
    case "link":
      void setLink({ itemId: step.itemId, evidenceId: step.evidenceId, linked: step.wasLinked });
      break;
    case "defer":
      checklistStore.setState({ deferred: step.before });
      break;
    case "move":
      break;
    case "answer":
      put(step.itemId, edited(workOf(step.itemId), step.before));
      void saver.save(step.itemId);
      break;
  }
  return step.itemId;
}

/** Ties evidence to an item or unties it, so that it can be taken back. */
export async function changeLink(link: {
  itemId: ItemId;
  evidenceId: EvidenceId;
  linked: boolean;
}): Promise<Result<Evidence, Fault>> {
  const changed = await setLink(link);
  if (changed.ok) {
    const { itemId, evidenceId, linked } = link;
    const step = { kind: "link", itemId, evidenceId, wasLinked: !linked } as const;
    checklistStore.setState(({ undo }) => ({ undo: withStep(undo, step) }));
  }
  return changed;
}

async function setLink(link: {
  itemId: ItemId;
  evidenceId: EvidenceId;
  linked: boolean;
}): Promise<Result<Evidence, Fault>> {
  const { dossierId } = checklistStore.getState();
  if (dossierId === undefined) return err({ code: "unknown-dossier" });
  const changed = await host.evidence.link({ dossierId, ...link });
  if (changed.ok) adoptEvidence(changed.value);
  return changed;
}

/** Takes over a piece of evidence that a call has just brought. */
export function adoptEvidence(evidence: Evidence): void {
  checklistStore.setState((state) => ({
    evidence: [...state.evidence.filter((one) => one.id !== evidence.id), evidence].sort((a, b) => a.number - b.number),
  }));
}

/** Shows one question in the whole window, or all three columns again; a run ends with it. */
export function toggleOneQuestion(): void {
  checklistStore.setState(({ isOneQuestion }) => ({ isOneQuestion: !isOneQuestion, run: undefined }));
}

/** Ends one question at a time: whoever leaves the checklist comes back to all three columns. */
export function leaveOneQuestion(): void {
  checklistStore.setState({ isOneQuestion: false, run: undefined });
}
