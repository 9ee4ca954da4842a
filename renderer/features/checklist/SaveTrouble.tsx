import type { ReactNode } from "react";
import { ReasonAsk } from "../../parts/history/ReasonAsk.tsx";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { commitAnswer, giveReason, settleClash } from "./checklist-store.ts";
import type { ItemView } from "./item-view.ts";
import css from "./SaveTrouble.module.css";

/** What stands between the entered text and the vault, and the way on. Nothing while all is well. */
export function SaveTrouble({ view }: { readonly view: ItemView }): ReactNode {
  const text = useText();
  const { fault, clashes, saved } = view.work;
  if (clashes.length > 0) {
    return (
      <Banner
        tone="warning"
        isLive
        title={text("checklist.clashTitle")}
        actions={
          <>
            <Button size="small" onPress={() => settleClash(view.itemId, "mine")}>
              {text("checklist.clashMine")}
            </Button>
            <Button size="small" onPress={() => settleClash(view.itemId, "theirs")}>
              {text("checklist.clashTheirs")}
            </Button>
          </>
        }
      >
        <p>{text("checklist.clashText")}</p>
        <dl className={css["stored"]}>
          {clashes.map((field) => (
            <div key={field}>
              <dt>{text("checklist.clashStored", { field: text(`checklist.field-${field}`) })}</dt>
              <dd>{storedWords(saved[field])}</dd>
            </div>
          ))}
        </dl>
      </Banner>
    );
  }
  if (fault === undefined) return null;
  if (fault.code === "reason-required") {
    return (
      <Banner tone="warning" isLive title={text("past.reasonTitle")}>
        <ReasonAsk onGive={(reason) => giveReason(view.itemId, reason)} />
      </Banner>
    );
  }
  return (
    <Banner
      tone="error"
      isLive
      title={text("checklist.save-failed")}
      actions={
        <Button size="small" onPress={() => commitAnswer(view.itemId)}>
          {text("checklist.retry")}
        </Button>
      }
    >
      {text("checklist.failedText", { reason: faultText(text, fault) })}
    </Banner>
  );
}

/** A stored value as a person can compare it with what is on screen; ticks are counted, not listed. */
function storedWords(value: unknown): string {
  if (Array.isArray(value)) return String(value.length);
  return value === null || value === "" ? "–" : String(value);
}
