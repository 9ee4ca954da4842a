import { AlertCircle, Check, PauseCircle } from "lucide-react";
import type { ReactNode } from "react";
import { useText } from "../../stores/text.ts";
import { useDateStyle } from "../../ui/calendar-style.ts";
import { classNames } from "../../ui/class-names.ts";
import { formatInstant } from "../../ui/date-format.ts";
import { Icon } from "../../ui/Icon.tsx";
import { type ItemWork, workState } from "./item-work.ts";
import css from "./SaveLine.module.css";

/** Says whether what is on screen is safe. Keeps its line, and tells nobody aloud: it changes at every pause. */
export function SaveLine({ work }: { readonly work: ItemWork }): ReactNode {
  const text = useText();
  const style = useDateStyle();
  const state = workState(work);
  const { updatedAt, updatedBy } = work.saved;
  if (state === "idle") return <span className={css["line"]}>{text("checklist.notYet")}</span>;
  if (state !== "saved" || updatedAt === null) {
    return (
      <span className={classNames(css["line"], css[state])} data-save={state}>
        {state === "failed" && <Icon shape={AlertCircle} size="small" />}
        {state === "held" && <Icon shape={PauseCircle} size="small" />}
        <span>{text(`checklist.save-${state === "saved" ? "saving" : state}`)}</span>
      </span>
    );
  }
  const whole = formatInstant(updatedAt, { ...style, hasWeekday: false });
  const isToday = whole.slice(0, -5) === formatInstant(Date.now(), { ...style, hasWeekday: false }).slice(0, -5);
  return (
    <span
      className={classNames(css["line"], css["saved"])}
      data-save="saved"
      title={updatedBy === null ? whole : text("checklist.savedBy", { name: updatedBy, time: whole })}
    >
      <Icon shape={Check} size="small" />
      <span>{text("checklist.savedAt", { time: isToday ? whole.slice(-5) : whole })}</span>
    </span>
  );
}
