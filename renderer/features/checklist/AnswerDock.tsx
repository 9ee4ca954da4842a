import type { ReactNode } from "react";
import { Label, Radio, RadioGroup } from "react-aria-components";
import { answerWords } from "../../../shared/domain/answer-scale.ts";
import { nameOf, UnknownReason } from "../../../shared/domain/content/vocabulary.ts";
import { useContent } from "../../stores/content-store.ts";
import { usePick, useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { classNames } from "../../ui/class-names.ts";
import { Kbd } from "../../ui/Kbd.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import css from "./AnswerDock.module.css";
import { answerKeys, reasonKeys } from "./answer-keys.ts";
import { chooseInAnswer, commitAnswer, typeInAnswer } from "./checklist-store.ts";
import { neighbour, nextOpen } from "./item-rows.ts";
import type { ItemView } from "./item-view.ts";
import { problemOf } from "./item-work.ts";
import { idleMs } from "./pace.ts";
import { chooseAnswer, type Desk, defer } from "./use-checklist-commands.ts";

/** Answers and ways on, at the foot of every item and always at the same place. */
export function AnswerDock({ desk }: { readonly desk: Desk }): ReactNode {
  const { view } = desk;
  const { answer } = view.one.answer;
  return (
    <footer className={css["dock"]}>
      {view.one.scale === "risk" && answer === "unknown" && <UnknownWhy key={view.itemId} view={view} />}
      {answer === "na" && <NotApplicableWhy key={view.itemId} view={view} />}
      <Answers view={view} />
      <Ways desk={desk} />
    </footer>
  );
}

function Answers({ view }: { readonly view: ItemView }): ReactNode {
  const text = useText();
  const pick = usePick();
  const { vocabulary } = useContent();
  const { scale, answer } = view.one;
  const list = answerWords[scale];
  const keys = answerKeys(scale);
  return (
    <RadioGroup
      className={classNames(css["answers"])}
      orientation="horizontal"
      value={answer.answer}
      onChange={(value) => chooseAnswer(view.itemId, value)}
      isDisabled={view.isReadOnly}
      data-place="answer"
      data-count={keys.length}
    >
      <Label className={classNames(css["hidden"])}>{text("checklist.answer")}</Label>
      {keys.map(({ answer: id, key }) => (
        <Radio key={id} value={id} className={classNames(css["answer"])}>
          <span aria-hidden="true">
            <Kbd keys={key} />
          </span>
          <span className={css["name"]}>{pick(nameOf(vocabulary, list, id))}</span>
        </Radio>
      ))}
    </RadioGroup>
  );
}

function UnknownWhy({ view }: { readonly view: ItemView }): ReactNode {
  const text = useText();
  const pick = usePick();
  const { vocabulary } = useContent();
  return (
    <div className={css["why"]} data-place="reasons">
      <Select
        label={text("checklist.unknownReason")}
        isLabelHidden
        placeholder={text("checklist.unknownReasonHint")}
        options={reasonKeys().map(({ reason, key }) => ({
          value: reason,
          label: pick(nameOf(vocabulary, "unknownReasons", reason)),
          help: key,
        }))}
        value={view.one.answer.unknownReason ?? undefined}
        onChange={(value) => chooseInAnswer(view.itemId, { unknownReason: UnknownReason.parse(value) })}
        isDisabled={view.isReadOnly}
      />
    </div>
  );
}

function NotApplicableWhy({ view }: { readonly view: ItemView }): ReactNode {
  const text = useText();
  const { reason } = view.one.answer;
  const problem = problemOf("reason", reason);
  return (
    <div className={css["why"]} data-place="reason">
      <TextField
        label={text("checklist.naReason")}
        isLabelHidden
        placeholder={text("checklist.naReasonHint")}
        value={reason}
        onChange={(next) => typeInAnswer(view.itemId, { reason: next })}
        onCommit={() => commitAnswer(view.itemId)}
        commitIdleMs={idleMs}
        isReadOnly={view.isReadOnly}
        error={problem === undefined ? undefined : text(`checklist.problem-${problem}`)}
      />
    </div>
  );
}

function Ways({ desk }: { readonly desk: Desk }): ReactNode {
  const text = useText();
  const { view, rows, walked, moveTo } = desk;
  const here = view.itemId;
  const before = neighbour(walked, here, -1);
  const after = neighbour(walked, here, 1);
  const open = nextOpen(rows, here);
  // A button about to have nowhere to lead gives the focus away before it is switched off.
  const go = (id: string, hasMore: boolean): void => moveTo(id, hasMore ? "stay" : "heading");
  return (
    <div className={css["ways"]}>
      <Button
        size="small"
        shortcut="K"
        isDisabled={before === undefined}
        onPress={() => before !== undefined && go(before.item.id, neighbour(walked, before.item.id, -1) !== undefined)}
      >
        {text("checklist.previous")}
      </Button>
      <Button
        size="small"
        shortcut="J"
        isDisabled={after === undefined}
        onPress={() => after !== undefined && go(after.item.id, neighbour(walked, after.item.id, 1) !== undefined)}
      >
        {text("checklist.next")}
      </Button>
      <Button
        size="small"
        tone="quiet"
        shortcut="D"
        isDisabled={view.isReadOnly}
        onPress={() => defer({ here, rows, moveTo })}
      >
        {text("checklist.defer")}
      </Button>
      <span className={css["onward"]}>
        <Button
          size="small"
          tone="primary"
          shortcut="Ctrl+Enter"
          isDisabled={open === undefined}
          onPress={() => open !== undefined && go(open.item.id, nextOpen(rows, open.item.id) !== undefined)}
        >
          {text("checklist.nextOpen")}
        </Button>
      </span>
    </div>
  );
}
