import { type ReactNode, useState } from "react";
import { stopRulesFor } from "../../../shared/domain/checklist.ts";
import type { StopAdvice } from "../../../shared/domain/stop-rules.ts";
import { useContent } from "../../stores/content-store.ts";
import { usePick, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { chooseInAnswer } from "./checklist-store.ts";
import css from "./ItemPane.module.css";
import { minutesOfText } from "./minutes-text.ts";
import type { Desk } from "./use-checklist-commands.ts";

/** When to stop looking: the item's own rule, what the common rules say now, and the keys that follow them. */
export function StopRule({ desk }: { readonly desk: Desk }): ReactNode {
  const text = useText();
  const pick = usePick();
  const { scoring } = useContent();
  const { view, stopAdvice } = desk;
  const { stopped, extension } = view.one.answer;
  const rules = stopRulesFor(view.row.item, scoring);
  return (
    <section className={css["part"]} aria-labelledby="stop-rule">
      <h3 className={css["title"]} id="stop-rule">
        {text("checklist.stopRule")}
      </h3>
      <p className={css["prose"]}>{pick(rules.own)}</p>
      {stopAdvice.map((advice) => (
        <Advice key={advice.rule} desk={desk} advice={advice} isFirst={advice === stopAdvice[0]} />
      ))}
      {stopped !== null && <Banner title={text(`checklist.stopped-${stopped}`)} />}
      {extension !== null && (
        <p className={css["reference"]}>
          {text("checklist.extended", { minutes: extension.minutes, reason: extension.reason })}
        </p>
      )}
      <Disclosure title={text("checklist.stopRulesAlways")} level={4}>
        <ol className={css["rules"]}>
          {rules.always.map((rule) => (
            <li key={rule.ja}>{pick(rule)}</li>
          ))}
        </ol>
      </Disclosure>
    </section>
  );
}

interface AdviceProps {
  readonly desk: Desk;
  readonly advice: StopAdvice;
  readonly isFirst: boolean;
}

function Advice({ desk, advice, isFirst }: AdviceProps): ReactNode {
  const text = useText();
  const isTime = advice.rule !== "saturated";
  return (
    <Banner
      tone={isTime ? "warning" : "success"}
      title={
        advice.rule === "saturated"
          ? text("checklist.saturated", { count: advice.inARow })
          : text(`checklist.${advice.rule}`, { used: advice.usedMinutes, limit: advice.limitMinutes })
      }
      isLive
      {...(isFirst && {
        actions: (
          <Button size="small" shortcut="X" isDisabled={desk.view.isReadOnly} onPress={desk.stop}>
            {text(desk.stopKeepsAnswer ? "checklist.stopHere" : `checklist.stopAs-${isTime ? "timebox" : "sparse"}`)}
          </Button>
        ),
      })}
    >
      {isTime && isFirst && (desk.mayExtend ? <Extend desk={desk} /> : <p>{text("checklist.extendNot")}</p>)}
    </Banner>
  );
}

function Extend({ desk }: { readonly desk: Desk }): ReactNode {
  const text = useText();
  const [minutes, setMinutes] = useState("");
  const [reason, setReason] = useState("");
  const { view } = desk;
  const given = minutesOfText(minutes) ?? 0;
  const isFit = given > 0 && given <= 10_000 && reason.trim() !== "";
  const more = (): void => {
    if (isFit) {
      const before = view.one.answer.extension?.minutes ?? 0;
      chooseInAnswer(view.itemId, { extension: { minutes: Math.min(before + given, 10_000), reason } });
    }
  };
  return (
    <div className={css["extend"]}>
      <TextField label={text("checklist.extendMinutes")} width="short" value={minutes} onChange={setMinutes} />
      <TextField
        label={text("checklist.extendReason")}
        value={reason}
        onChange={setReason}
        onEnter={more}
        maxLength={400}
      />
      <Button size="small" isDisabled={!isFit || view.isReadOnly} onPress={more}>
        {text("checklist.extend")}
      </Button>
    </div>
  );
}
