import { type ReactNode, useState } from "react";
import type { PracticeSheet } from "../../../shared/contract/calls/practice.ts";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { Recommendation } from "../../../shared/domain/content/vocabulary.ts";
import { ItemId } from "../../../shared/domain/ids.ts";
import type { PracticeAnswer } from "../../../shared/domain/practice.ts";
import { host } from "../../host.ts";
import { useOfferCommands } from "../../stores/command-store.ts";
import { faultText, usePick, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { FinishForm } from "./FinishForm.tsx";
import { Materials } from "./Materials.tsx";
import { PracticeItem } from "./PracticeItem.tsx";
import css from "./practice.module.css";
import { showReview } from "./practice-store.ts";
import { useStopwatch } from "./use-stopwatch.ts";

/** The papers on one side, one question at a time on the other; the end asks what one would recommend. */
export function PracticeDesk({ sheet }: { readonly sheet: PracticeSheet }): ReactNode {
  const text = useText();
  const pick = usePick();
  const { at, goTo, answers, give, finish, fault } = usePracticeDesk(sheet);
  const item = sheet.items[at];
  return (
    <div className={css["desk"]}>
      <Materials materials={sheet.materials} />
      <div className={css["work"]}>
        <nav className={css["dots"]} aria-label={text("practice.items")}>
          {sheet.items.map((one, index) => (
            <button
              key={one.id}
              type="button"
              className={css["dot"]}
              aria-current={index === at ? "step" : undefined}
              data-done={answers.some(({ itemId }) => itemId === one.id)}
              onClick={() => goTo(index)}
            >
              {one.id}
            </button>
          ))}
          <button
            type="button"
            className={css["dot"]}
            aria-current={at === sheet.items.length ? "step" : undefined}
            onClick={() => goTo(sheet.items.length)}
          >
            {text("practice.end")}
          </button>
        </nav>
        {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} isLive />}
        {item === undefined ? (
          <FinishForm open={sheet.items.length - answers.length} onFinish={finish} />
        ) : (
          <PracticeItem
            key={item.id}
            item={item}
            depth={sheet.case.depth}
            given={answers.find(({ itemId }) => itemId === item.id)}
            onGive={give}
          />
        )}
        <p className={css["small"]}>{pick(sheet.case.lead)}</p>
      </div>
    </div>
  );
}

interface Desk {
  /** Position of the item on screen; one past the last is the end. */
  readonly at: number;
  readonly goTo: (at: number) => void;
  readonly answers: readonly PracticeAnswer[];
  readonly give: (part: Pick<PracticeAnswer, "answer" | "confidence">) => void;
  readonly finish: (recommended: Recommendation) => Promise<void>;
  readonly fault: Fault | undefined;
}

function usePracticeDesk({ attemptId, items, answers: stored }: PracticeSheet): Desk {
  const firstOpen = items.findIndex((item) => !stored.some(({ itemId }) => itemId === item.id));
  const [at, goTo] = useState(firstOpen === -1 ? items.length : firstOpen);
  const [answers, setAnswers] = useState<readonly PracticeAnswer[]>(stored);
  const [fault, setFault] = useState<Fault>();
  const id = items[at]?.id ?? "";
  const watch = useStopwatch(id, new Map(stored.map(({ itemId, seconds }) => [itemId, seconds])));
  const move = (step: 1 | -1): void => goTo(Math.min(items.length, Math.max(0, at + step)));
  useOfferCommands([
    { id: "practice.next", titleKey: "practice.next", keys: ["J", "ArrowRight"], run: () => move(1) },
    { id: "practice.previous", titleKey: "practice.previous", keys: ["K", "ArrowLeft"], run: () => move(-1) },
  ]);

  function give(part: Pick<PracticeAnswer, "answer" | "confidence">): void {
    const itemId = ItemId.parse(id);
    const given: PracticeAnswer = { ...part, itemId, seconds: watch.secondsOn(id) };
    setAnswers((before) => [...before.filter((one) => one.itemId !== itemId), given]);
    void host.practice.answer({ attemptId, ...given }).then((done) => setFault(done.ok ? undefined : done.error));
    move(1);
  }

  async function finish(recommended: Recommendation): Promise<void> {
    const done = await host.practice.finish({ attemptId, recommended });
    if (done.ok) showReview(done.value);
    else setFault(done.error);
  }

  return { at, goTo, answers, give, finish, fault };
}
