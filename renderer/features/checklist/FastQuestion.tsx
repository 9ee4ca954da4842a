import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import { weightOf } from "../../../shared/domain/checklist.ts";
import { useContent } from "../../stores/content-store.ts";
import { usePick, useText } from "../../stores/text.ts";
import { createCompositionGuard } from "../../ui/composition.ts";
import { TextField } from "../../ui/TextField.tsx";
import { commitAnswer, typeInAnswer } from "./checklist-store.ts";
import css from "./FastMode.module.css";
import { focusHeading } from "./focus-place.ts";
import { HowFar } from "./HowFar.tsx";
import { problemOf } from "./item-work.ts";
import { KeyMark } from "./KeyMark.tsx";
import { idleMs } from "./pace.ts";
import { LongText } from "./RecordFields.tsx";
import { SaveTrouble } from "./SaveTrouble.tsx";
import { StandingBadges } from "./StandingBadges.tsx";
import { StopRule } from "./StopRule.tsx";
import type { Desk } from "./use-checklist-commands.ts";

/** The question with what is written about it, and beside it how far to look and when to stop. */
export function FastQuestion({ desk, onward }: { readonly desk: Desk; readonly onward: () => void }): ReactNode {
  const text = useText();
  const pick = usePick();
  const { scoring } = useContent();
  const room = useLeavingFields();
  const { view } = desk;
  const { item } = view.row;
  const { answer, scale } = view.one;
  const isFinding = scale === "self-check" || weightOf(answer.answer, scoring) > 0;
  return (
    <div className={css["columns"]} ref={room} data-item={item.id}>
      <div className={css["question"]}>
        <p className={css["id"]}>
          {item.id}
          {item.key && <KeyMark />}
          <StandingBadges view={view} />
        </p>
        <SaveTrouble view={view} />
        <h2 className={css["heading"]} tabIndex={-1} data-place="heading">
          {pick(item.question)}
        </h2>
        <p className={css["lead"]}>{pick(item.why)}</p>
        {answer.answer === "na" && <WhyNot desk={desk} onward={onward} />}
        <LongText view={view} field="fact" label={text("checklist.fact")} help={text("checklist.factHelp")} />
        {isFinding && (
          <>
            <LongText
              view={view}
              field="explanation"
              label={text("checklist.explanation")}
              help={text("checklist.explanationHelp")}
            />
            <LongText
              view={view}
              field="assessment"
              label={text("checklist.assessment")}
              help={text("checklist.assessmentHelp")}
            />
          </>
        )}
      </div>
      <div className={css["guidance"]}>
        <HowFar view={view} />
        <StopRule desk={desk} />
      </div>
    </div>
  );
}

/** Escape leaves a field for the question, where single keys work again; an input method keeps its own Escape. */
function useLeavingFields(): RefObject<HTMLDivElement | null> {
  const room = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = room;
    const guard = createCompositionGuard();
    const leave = (event: KeyboardEvent): void => {
      const { target } = event;
      const isField = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
      if (event.key !== "Escape" || !isField || guard.owns(event)) return;
      event.preventDefault();
      event.stopPropagation();
      focusHeading(current);
    };
    current?.addEventListener("keydown", leave);
    return () => current?.removeEventListener("keydown", leave);
  }, []);
  return room;
}

function WhyNot({ desk, onward }: { readonly desk: Desk; readonly onward: () => void }): ReactNode {
  const text = useText();
  const { view } = desk;
  const { reason } = view.one.answer;
  const problem = problemOf("reason", reason);
  return (
    <div data-place="reason">
      <TextField
        label={text("checklist.naReason")}
        placeholder={text("checklist.naReasonHint")}
        value={reason}
        onChange={(next) => typeInAnswer(view.itemId, { reason: next })}
        onCommit={() => commitAnswer(view.itemId)}
        onEnter={() => {
          if (reason.trim() !== "") onward();
        }}
        commitIdleMs={idleMs}
        isReadOnly={view.isReadOnly}
        error={problem === undefined ? undefined : text(`checklist.problem-${problem}`)}
      />
    </div>
  );
}
