import { answerWords } from "../../../shared/domain/answer-scale.ts";
import { nameOf } from "../../../shared/domain/content/vocabulary.ts";
import type { ItemId } from "../../../shared/domain/ids.ts";
import type { StopAdvice } from "../../../shared/domain/stop-rules.ts";
import { dayOf } from "../../../shared/domain/time.ts";
import { type Command, useOfferCommands } from "../../stores/command-store.ts";
import { useContent } from "../../stores/content-store.ts";
import { notify } from "../../stores/notice-store.ts";
import { usePick, useText } from "../../stores/text.ts";
import { answerKeys, clearKey, reasonKeys } from "./answer-keys.ts";
import { checklistStore, chooseInAnswer, deferItem, toggleOneQuestion, undoLast } from "./checklist-store.ts";
import type { FocusTarget } from "./focus-place.ts";
import { type ItemRow, neighbour, nextOpen } from "./item-rows.ts";
import type { ItemView } from "./item-view.ts";
import { allNothing } from "./run-statement.ts";

/** The item on screen, the lines around it, and what can be done from anywhere on the page. */
export interface Desk {
  readonly view: ItemView;
  readonly rows: readonly ItemRow[];
  /** The lines that next and previous walk through. */
  readonly walked: readonly ItemRow[];
  readonly isOptionalOpen: boolean;
  readonly setOptionalOpen: (isOpen: boolean) => void;
  readonly isHiddenOpen: boolean;
  readonly setHiddenOpen: (isOpen: boolean) => void;
  /** Shows another item; `heading` puts the focus there, `stay` leaves it where it is. */
  readonly moveTo: (itemId: string, focus: "heading" | "stay") => void;
  readonly select: (itemId: string) => void;
  readonly focus: (target: FocusTarget) => void;
  /** Puts the focus there once the item has been drawn again. */
  readonly focusSoon: (target: FocusTarget) => void;
  readonly attach: () => void;
  /** The lines as they are after what has just been entered. */
  readonly rowsNow: () => readonly ItemRow[];
  /** What the stop rules say of the item, the strongest ground first. */
  readonly stopAdvice: readonly StopAdvice[];
  /** Stops looking into the item under the first of them; does nothing while none holds. */
  readonly stop: () => void;
  /** Stopping leaves the answer as it is. */
  readonly stopKeepsAnswer: boolean;
  readonly mayExtend: boolean;
}

/** Chooses an answer; what belongs to another answer stays, so that a slip costs nothing. */
export function chooseAnswer(itemId: ItemId, answer: string): void {
  chooseInAnswer(itemId, { answer });
}

/** Offers everything the checklist can do by key. */
export function useChecklistCommands(desk: Desk): void {
  useOfferCommands([...moveCommands(desk), ...useAnswerCommands(desk), ...useUndoCommand(desk)]);
}

function moveCommands({ view, rows, walked, moveTo }: Desk): Command[] {
  const here = view.itemId;
  const go = (row: ItemRow | undefined): void => {
    if (row !== undefined) moveTo(row.item.id, "heading");
  };
  return [
    {
      id: "checklist.next",
      titleKey: "shortcuts.nextItem",
      keys: ["J", "ArrowDown"],
      run: () => go(neighbour(walked, here, 1)),
      isRepeatable: true,
    },
    {
      id: "checklist.previous",
      titleKey: "shortcuts.previousItem",
      keys: ["K", "ArrowUp"],
      run: () => go(neighbour(walked, here, -1)),
      isRepeatable: true,
    },
    {
      id: "checklist.next-open",
      titleKey: "shortcuts.nextOpen",
      keys: ["Ctrl+Enter"],
      // With nothing left to answer the focus still leaves the field, so that single keys work again.
      run: () => moveTo(nextOpen(rows, here)?.item.id ?? here, "heading"),
    },
    {
      id: "checklist.defer",
      titleKey: "shortcuts.defer",
      keys: ["D"],
      when: () => !view.isReadOnly,
      run: () => defer({ here, rows, moveTo }),
    },
    { id: "checklist.one-question", titleKey: "shortcuts.focusMode", keys: ["F"], run: toggleOneQuestion },
  ];
}

/** Puts an item off and goes on to the next open one. */
export function defer({ here, rows, moveTo }: { here: ItemId } & Pick<Desk, "rows" | "moveTo">): void {
  deferItem(here);
  const next = nextOpen(rows, here);
  if (next !== undefined) moveTo(next.item.id, "heading");
}

function useAnswerCommands({ view, focus, attach, stop, stopAdvice }: Desk): Command[] {
  const pick = usePick();
  const { vocabulary } = useContent();
  const { scale, answer } = view.one;
  const when = (): boolean => !view.isReadOnly;
  const list = answerWords[scale];
  const answers = answerKeys(scale).map(
    ({ answer: id, key }): Command => ({
      id: `checklist.answer-${id}`,
      titleKey: "checklist.commandAnswer",
      titleArgs: { name: pick(nameOf(vocabulary, list, id)) },
      keys: [key],
      when,
      run: () => chooseAnswer(view.itemId, id),
    }),
  );
  const reasons = reasonKeys().map(
    ({ reason, key }): Command => ({
      id: `checklist.reason-${reason}`,
      titleKey: "checklist.commandReason",
      titleArgs: { name: pick(nameOf(vocabulary, "unknownReasons", reason)) },
      keys: [key],
      when: () => when() && scale === "risk" && answer.answer === "unknown",
      run: () => chooseInAnswer(view.itemId, { unknownReason: reason }),
    }),
  );
  const rest: Command[] = [
    {
      id: "checklist.stop",
      titleKey: "checklist.commandStop",
      keys: ["X"],
      when: () => when() && stopAdvice.length > 0,
      run: stop,
    },
    {
      id: "checklist.all-nothing",
      titleKey: "checklist.commandAllNothing",
      keys: ["Shift+S"],
      when,
      run: () => chooseInAnswer(view.itemId, { sources: allNothing(view, dayOf(Date.now())) }),
    },
    { id: "checklist.sources", titleKey: "checklist.commandSources", keys: ["S"], run: () => focus("next-source") },
    {
      id: "checklist.reason",
      titleKey: "checklist.commandWhy",
      keys: ["R"],
      when: () => when() && (answer.answer === "na" || (scale === "risk" && answer.answer === "unknown")),
      run: () => focus(answer.answer === "na" ? "reason" : "reasons"),
    },
    { id: "checklist.note", titleKey: "shortcuts.note", keys: ["N"], run: () => focus("fact") },
    { id: "checklist.evidence", titleKey: "shortcuts.evidence", keys: ["E"], when, run: attach },
    {
      id: "checklist.clear",
      titleKey: "checklist.commandClear",
      keys: [clearKey],
      when: () => when() && answer.answer !== "not_checked",
      run: () => chooseAnswer(view.itemId, "not_checked"),
    },
  ];
  return [...answers, ...reasons, ...rest];
}

function useUndoCommand({ view, moveTo }: Desk): Command[] {
  const text = useText();
  return [
    {
      id: "checklist.undo",
      titleKey: "checklist.commandUndo",
      // In a field Ctrl+Z takes back typing, as everywhere.
      keys: ["U"],
      when: () => !view.isReadOnly && checklistStore.getState().undo.length > 0,
      run: () => {
        const itemId = undoLast();
        if (itemId === undefined) return;
        if (itemId !== view.itemId) moveTo(itemId, "heading");
        notify({ text: text("checklist.undone", { item: itemId }) });
      },
    },
  ];
}
