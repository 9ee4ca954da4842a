import type { ReactNode } from "react";
import { answersByScale, answerWords } from "../../../shared/domain/answer-scale.ts";
import { nameOf } from "../../../shared/domain/content/vocabulary.ts";
import { missingLine } from "../../parts/enough/missing-words.ts";
import { useContent } from "../../stores/content-store.ts";
import { usePick, useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { Kbd } from "../../ui/Kbd.tsx";
import { Meter } from "../../ui/Meter.tsx";
import { reasonKeys } from "./answer-keys.ts";
import { useChecklist } from "./checklist-store.ts";
import css from "./FastMode.module.css";
import { awaitsReason } from "./run-statement.ts";
import type { Desk } from "./use-checklist-commands.ts";
import type { FastHands } from "./use-fast-commands.ts";

interface FastBarProps {
  readonly desk: Desk;
  readonly hands: FastHands;
  readonly isEnded: boolean;
  readonly said: string;
}

/** Answers and ways on at the foot of the window; nothing in it moves from item to item. */
export function FastBar({ desk, hands, isEnded, said }: FastBarProps): ReactNode {
  const text = useText();
  const { undo } = useChecklist();
  const { view } = desk;
  const isOff = view.isReadOnly || isEnded;
  return (
    <footer className={css["bar"]}>
      <Meter
        label={text("checklist.enoughTitle")}
        isLabelHidden
        value={isEnded ? view.enough.needed : view.enough.done}
        max={view.enough.needed}
        words={isEnded ? text("checklist.allAnswered") : missingLine(view.enough.missing, { text })}
      />
      <Picks desk={desk} hands={hands} isOff={isOff} />
      <div className={css["ways"]}>
        <Button size="small" shortcut="S" isDisabled={isOff} onPress={hands.nothingFound}>
          {text("checklist.allNothing")}
        </Button>
        <Button size="small" shortcut="N" isDisabled={isEnded} onPress={hands.note}>
          {text("checklist.fastNote")}
        </Button>
        <Button size="small" shortcut="D" isDisabled={isOff} onPress={hands.defer}>
          {text("checklist.defer")}
        </Button>
        <Button size="small" shortcut="U" isDisabled={view.isReadOnly || undo.length === 0} onPress={hands.undo}>
          {text("checklist.fastUndo")}
        </Button>
        <span className={css["said"]} role="status">
          {said}
        </span>
        <Button size="small" shortcut="K" onPress={() => hands.move(-1)}>
          {text("checklist.previous")}
        </Button>
        <Button size="small" shortcut="J" onPress={() => hands.move(1)}>
          {text("checklist.next")}
        </Button>
        <Button size="small" tone="primary" shortcut="Ctrl+Enter" isDisabled={isEnded} onPress={hands.onward}>
          {text("checklist.nextOpen")}
        </Button>
      </div>
    </footer>
  );
}

function Picks({
  desk,
  hands,
  isOff,
}: Omit<FastBarProps, "said" | "isEnded"> & { readonly isOff: boolean }): ReactNode {
  const text = useText();
  const pick = usePick();
  const { vocabulary } = useContent();
  const { view } = desk;
  const { scale, answer } = view.one;
  const isReason = awaitsReason(view);
  const list = answerWords[scale];
  const ids: readonly string[] = isReason ? reasonKeys().map(({ reason }) => reason) : answersByScale[scale];
  const entries = ids.map((id) => ({ id, name: pick(nameOf(vocabulary, isReason ? "unknownReasons" : list, id)) }));
  return (
    <fieldset className={css["picks"]} data-count={entries.length} data-place="answer" disabled={isOff}>
      <legend className={css["legend"]}>{text(isReason ? "checklist.unknownReason" : "checklist.answer")}</legend>
      {entries.map(({ id, name }, index) => (
        <button
          key={id}
          type="button"
          className={css["pick"]}
          aria-pressed={!isReason && answer.answer === id}
          onClick={() => hands.pick(index + 1)}
        >
          <span aria-hidden="true">
            <Kbd keys={String(index + 1)} />
          </span>
          <span>{name}</span>
        </button>
      ))}
    </fieldset>
  );
}
