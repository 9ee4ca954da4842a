import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Label, Radio, RadioGroup } from "react-aria-components";
import { type SourceCheck, SourceResult } from "../../../shared/domain/answer.ts";
import { nameOf, type SourceType } from "../../../shared/domain/content/vocabulary.ts";
import { useContent } from "../../stores/content-store.ts";
import { usePick, useText } from "../../stores/text.ts";
import { classNames } from "../../ui/class-names.ts";
import { IconButton } from "../../ui/IconButton.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { chooseInAnswer, commitAnswer, typeInAnswer } from "./checklist-store.ts";
import { withCheck, withNote } from "./enough.ts";
import type { ItemView } from "./item-view.ts";
import { problemOf } from "./item-work.ts";
import { idleMs } from "./pace.ts";
import css from "./SourceTick.module.css";

interface SourceTickProps {
  readonly view: ItemView;
  readonly source: SourceType;
  readonly check: SourceCheck | undefined;
  /** Whether this depth asks for the source; others may be added. */
  readonly isAsked: boolean;
}

/** One source: what a look into it brought, and what was searched for there. */
export function SourceTick({ view, source, check, isAsked }: SourceTickProps): ReactNode {
  const text = useText();
  const pick = usePick();
  const { vocabulary } = useContent();
  const name = pick(nameOf(vocabulary, "sourceTypes", source));
  const checks = view.one.answer.sources;
  const set = (result: SourceResult | undefined): void =>
    chooseInAnswer(view.itemId, { sources: withCheck(checks, source, result) });
  return (
    <div className={css["row"]} data-open={check === undefined || undefined}>
      <RadioGroup
        className={classNames(css["group"])}
        orientation="horizontal"
        value={check?.result ?? null}
        onChange={(value) => set(SourceResult.parse(value))}
        isDisabled={view.isReadOnly}
      >
        <Label className={classNames(css["name"])}>
          {name}
          {!isAsked && <span className={css["besides"]}>{text("checklist.besides")}</span>}
        </Label>
        <div className={css["results"]}>
          {SourceResult.options.map((result) => (
            <Radio key={result} value={result} className={classNames(css["result"])}>
              {text(`checklist.result-${result}`)}
            </Radio>
          ))}
        </div>
      </RadioGroup>
      <span className={css["clear"]}>
        {check !== undefined && !view.isReadOnly && (
          <IconButton
            icon={X}
            size="small"
            label={text("checklist.untick", { source: name })}
            onPress={() => set(undefined)}
          />
        )}
      </span>
      {check !== undefined && <Note view={view} source={source} name={name} note={check.note} />}
    </div>
  );
}

interface NoteProps {
  readonly view: ItemView;
  readonly source: SourceType;
  readonly name: string;
  readonly note: string;
}

function Note({ view, source, name, note }: NoteProps): ReactNode {
  const text = useText();
  const checks = view.one.answer.sources;
  const problem = problemOf("sources", withNote([{ sourceType: source, result: "found", note: "" }], source, note));
  return (
    <div className={css["note"]}>
      <TextField
        label={text("checklist.sourceNote", { source: name })}
        isLabelHidden
        placeholder={view.isReadOnly ? undefined : text("checklist.sourceNoteHint")}
        value={note}
        onChange={(value) => typeInAnswer(view.itemId, { sources: withNote(checks, source, value) })}
        onCommit={() => commitAnswer(view.itemId)}
        commitIdleMs={idleMs}
        isReadOnly={view.isReadOnly}
        error={problem === undefined ? undefined : text("checklist.noteProblem")}
      />
    </div>
  );
}
