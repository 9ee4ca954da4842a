import type { AnswerPatch } from "../../../shared/domain/answer.ts";
import { answersByScale } from "../../../shared/domain/answer-scale.ts";
import { missingFor } from "../../../shared/domain/checklist.ts";
import { UnknownReason } from "../../../shared/domain/content/vocabulary.ts";
import { dayOf } from "../../../shared/domain/time.ts";
import { type Command, useOfferCommands } from "../../stores/command-store.ts";
import { useText } from "../../stores/text.ts";

import {
  checklistStore,
  chooseInAnswer,
  deferItem,
  noteMove,
  toggleOneQuestion,
  undoLast,
  workOf,
} from "./checklist-store.ts";
import { neighbour, nextOpen } from "./item-rows.ts";
import { shownAnswer } from "./item-work.ts";
import { allNothing, awaitsReason, cleanAnswer } from "./run-statement.ts";
import type { Desk } from "./use-checklist-commands.ts";

/** What one key does while one question fills the window. */
export interface FastHands {
  /** The answer, or the reason where one is being asked for, at this place from 1. */
  readonly pick: (number: number) => void;
  readonly defer: () => void;
  readonly undo: () => void;
  readonly note: () => void;
  readonly nothingFound: () => void;
  readonly move: (step: 1 | -1) => void;
  /** On to the next open item, or to the end. */
  readonly onward: () => void;
}

interface FastParts {
  readonly desk: Desk;
  readonly isOptionalToo: boolean;
  /** Nothing open is left. */
  readonly onEnd: () => void;
  readonly onBack: () => void;
  /** Says what has just happened, for those who hear the page. */
  readonly say: (words: string) => void;
}

/** The hands of fast mode. Everything they do can be taken back by one key. */
export function useFastHands({ desk, isOptionalToo, onEnd, onBack, say }: FastParts): FastHands {
  const text = useText();
  const { view, walked, moveTo } = desk;
  const here = view.itemId;
  const onward = (): void => {
    const next = nextOpen(desk.rowsNow(), here, isOptionalToo);
    if (next === undefined) onEnd();
    else moveTo(next.item.id, "heading");
  };
  /** Stores it and goes on, unless it leaves the item incomplete. */
  const enter = (patch: AnswerPatch): void => {
    chooseInAnswer(here, patch);
    if (missingFor({ ...view.one, answer: shownAnswer(workOf(here)) }).length === 0) onward();
  };
  return {
    pick: (number) => {
      if (awaitsReason(view)) {
        const reason = UnknownReason.options[number - 1];
        if (reason !== undefined) enter({ unknownReason: reason });
        return;
      }
      const answer = answersByScale[view.one.scale][number - 1];
      if (answer === undefined) return;
      const isClean = answer === "none" && view.one.scale === "risk";
      enter(isClean ? cleanAnswer(view, checklistStore.getState().run) : { answer });
      if (answer === "na" && view.one.answer.reason.trim() === "") desk.focusSoon("reason");
    },
    defer: () => {
      deferItem(here);
      say(text("checklist.fastDeferred", { item: here }));
      onward();
    },
    undo: () => {
      const itemId = undoLast();
      if (itemId === undefined) return;
      onBack();
      say(text("checklist.undone", { item: itemId }));
      if (itemId !== here) moveTo(itemId, "heading");
    },
    note: () => desk.focus("fact"),
    nothingFound: () => {
      const sources = allNothing(view, dayOf(Date.now()));
      if (sources.length > view.one.answer.sources.length) enter({ sources });
    },
    move: (step) => {
      const to = neighbour(walked, here, step);
      if (to === undefined) return;
      onBack();
      noteMove(here);
      moveTo(to.item.id, "heading");
    },
    onward,
  };
}

/** Offers the hands as keys; those of the page behind stay beneath them. */
export function useFastCommands(hands: FastHands, { view }: Desk, isEnded: boolean): void {
  const when = (): boolean => !view.isReadOnly;
  const asking = (): boolean => when() && !isEnded;
  const picks = [1, 2, 3, 4, 5, 6].map(
    (number): Command => ({
      id: `checklist.fast-${number}`,
      titleKey: "checklist.commandFastPick",
      titleArgs: { number },
      keys: [String(number)],
      when: asking,
      run: () => hands.pick(number),
    }),
  );
  useOfferCommands([
    ...picks,
    { id: "checklist.defer", titleKey: "shortcuts.defer", keys: ["D"], when: asking, run: hands.defer },
    {
      id: "checklist.undo",
      titleKey: "checklist.commandUndo",
      keys: ["U"],
      when: () => when() && checklistStore.getState().undo.length > 0,
      run: hands.undo,
    },
    {
      id: "checklist.all-nothing",
      titleKey: "checklist.commandAllNothing",
      keys: ["S"],
      when: asking,
      run: hands.nothingFound,
    },
    {
      id: "checklist.next",
      titleKey: "shortcuts.nextItem",
      keys: ["J", "ArrowDown"],
      run: () => hands.move(1),
      isRepeatable: true,
    },
    {
      id: "checklist.previous",
      titleKey: "shortcuts.previousItem",
      keys: ["K", "ArrowUp"],
      run: () => hands.move(-1),
      isRepeatable: true,
    },
    { id: "checklist.next-open", titleKey: "shortcuts.nextOpen", keys: ["Ctrl+Enter"], run: hands.onward },
    {
      id: "checklist.one-question",
      titleKey: "shortcuts.focusMode",
      keys: isEnded ? ["F", "Escape", "Enter"] : ["F", "Escape"],
      run: toggleOneQuestion,
    },
  ]);
}
