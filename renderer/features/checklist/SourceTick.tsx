import { Plus, X } from "lucide-react";
import type { ReactNode } from "react";
import { Label, Radio, RadioGroup } from "react-aria-components";
import { type SourceCheck, SourceResult } from "../../../shared/domain/answer.ts";
import { nameOf, type SourceType } from "../../../shared/domain/content/vocabulary.ts";
import { dayOf } from "../../../shared/domain/time.ts";
import { useContent } from "../../stores/content-store.ts";
import { usePick, useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { classNames } from "../../ui/class-names.ts";
import { IconButton } from "../../ui/IconButton.tsx";
import { chooseInAnswer } from "./checklist-store.ts";
import { looksInto, withChange, withLook, withoutLook } from "./enough.ts";
import type { ItemView } from "./item-view.ts";
import { LookFields } from "./LookFields.tsx";
import css from "./SourceTick.module.css";

interface SourceTickProps {
  readonly view: ItemView;
  readonly source: SourceType;
  /** Whether this depth asks for the source; others may be added. */
  readonly isAsked: boolean;
}

/** One kind of source: what each look into it brought, and what was searched for there, where and when. */
export function SourceTick({ view, source, isAsked }: SourceTickProps): ReactNode {
  const text = useText();
  const pick = usePick();
  const { vocabulary } = useContent();
  const name = pick(nameOf(vocabulary, "sourceTypes", source));
  const looks = looksInto(view.one.answer.sources, source);
  if (looks.length === 0) return <Look view={view} source={source} name={name} isAsked={isAsked} at={undefined} />;
  return (
    <>
      {looks.map(({ look, at }, number) => (
        <Look key={at} view={view} source={source} name={name} isAsked={isAsked} look={look} at={at} number={number} />
      ))}
      {!view.isReadOnly && (
        <div className={css["more"]}>
          <Button
            size="small"
            tone="quiet"
            icon={Plus}
            onPress={() =>
              chooseInAnswer(view.itemId, {
                sources: withLook(view.one.answer.sources, source, { result: "nothing", lookedOn: today() }),
              })
            }
          >
            {text("checklist.anotherLook", { source: name })}
          </Button>
        </div>
      )}
    </>
  );
}

function today(): string {
  return dayOf(Date.now());
}

interface LookProps extends SourceTickProps {
  readonly name: string;
  readonly look?: SourceCheck;
  /** Its place among the looks of the item; undefined while nobody has looked. */
  readonly at: number | undefined;
  /** From 0 among the looks into this source. */
  readonly number?: number;
}

function Look({ view, source, name, isAsked, look, at, number = 0 }: LookProps): ReactNode {
  const text = useText();
  const looks = view.one.answer.sources;
  const store = (sources: SourceCheck[]): void => chooseInAnswer(view.itemId, { sources });
  const choose = (result: SourceResult): void =>
    store(
      at === undefined ? withLook(looks, source, { result, lookedOn: today() }) : withChange(looks, at, { result }),
    );
  return (
    <div className={css["row"]} data-open={look === undefined || undefined}>
      <RadioGroup
        className={classNames(css["group"])}
        orientation="horizontal"
        value={look?.result ?? null}
        onChange={(value) => choose(SourceResult.parse(value))}
        isDisabled={view.isReadOnly}
      >
        <Label className={classNames(css["name"])}>
          {number === 0 ? name : text("checklist.lookNumber", { source: name, number: number + 1 })}
          {!isAsked && <span className={css["besides"]}>{text("checklist.besides")}</span>}
          {look?.basis === "run" && <span className={css["besides"]}>{text("checklist.basisRun")}</span>}
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
        {at !== undefined && !view.isReadOnly && (
          <IconButton
            icon={X}
            size="small"
            label={text("checklist.untick", { source: name })}
            onPress={() => store(withoutLook(looks, at))}
          />
        )}
      </span>
      {look !== undefined && at !== undefined && <LookFields view={view} look={look} at={at} name={name} />}
    </div>
  );
}
