import { type ReactNode, useEffect, useState } from "react";
import type { Fault } from "../../../shared/contract/channel.ts";
import { findItem, type Template } from "../../../shared/domain/content/template.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import type { ItemId } from "../../../shared/domain/ids.ts";
import { emptyReading, type SecondReading, type SecondReview } from "../../../shared/domain/second-review.ts";
import { host } from "../../host.ts";
import { useOfferCommands } from "../../stores/command-store.ts";
import { loadDossier } from "../../stores/dossier-store.ts";
import { notify } from "../../stores/notice-store.ts";
import { faultText, usePick, useText } from "../../stores/text.ts";
import { AlertDialog } from "../../ui/AlertDialog.tsx";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Meter } from "../../ui/Meter.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { BlindItem } from "./BlindItem.tsx";
import css from "./second.module.css";
import { loadSecondReviews } from "./second-store.ts";

interface BlindDeskProps {
  readonly dossier: Dossier;
  readonly review: SecondReview;
}

/** Where the second reader answers: the questions and nothing of what anybody else said to them. */
export function BlindDesk({ dossier, review }: BlindDeskProps): ReactNode {
  const text = useText();
  const desk = useBlindDesk(dossier, review);
  const { template, readings, fault, at, moveTo } = desk;
  if (fault !== undefined) return <Banner tone="error" title={faultText(text, fault)} />;
  if (template === undefined) return <Skeleton lines={6} />;
  const item = findItem(template, at);
  const answered = review.items.filter((id) => isAnswered(readings.get(id))).length;
  return (
    <div className={css["desk"]}>
      <nav className={css["items"]} aria-label={text("second.itemList")}>
        {review.note !== "" && <p className={css["note"]}>{review.note}</p>}
        <Meter
          label={text("second.progress")}
          value={answered}
          max={review.items.length}
          words={text("second.progressWords", { answered, items: review.items.length })}
        />
        <ItemLinks desk={desk} review={review} template={template} />
        <HandIn dossier={dossier} review={review} isComplete={answered === review.items.length} />
      </nav>
      {item !== undefined && (
        <BlindItem
          key={at}
          place={{ dossierId: dossier.id, reviewId: review.id, itemId: at }}
          item={item}
          scale={template.answerScale}
          depth={dossier.depth}
          reading={readings.get(at) ?? { ...emptyReading, itemId: at, revision: 0 }}
          onStored={desk.adopt}
          onNext={() => moveTo(1)}
        />
      )}
    </div>
  );
}

function isAnswered(reading: SecondReading | undefined): boolean {
  return reading !== undefined && reading.answer !== "not_checked";
}

interface Desk {
  readonly template: Template | undefined;
  readonly readings: ReadonlyMap<ItemId, SecondReading>;
  readonly fault: Fault | undefined;
  readonly at: ItemId;
  readonly goTo: (itemId: ItemId) => void;
  readonly moveTo: (step: 1 | -1) => void;
  readonly adopt: (reading: SecondReading) => void;
}

function useBlindDesk({ id: dossierId }: Dossier, { id: reviewId, items }: SecondReview): Desk {
  const [template, setTemplate] = useState<Template>();
  const [readings, setReadings] = useState<ReadonlyMap<ItemId, SecondReading>>(new Map());
  const [fault, setFault] = useState<Fault>();
  const [at, goTo] = useState<ItemId>();
  useEffect(() => {
    let isShown = true;
    void host.second.open({ dossierId, reviewId }).then((opened) => {
      if (!isShown) return;
      setFault(opened.ok ? undefined : opened.error);
      if (!opened.ok) return;
      setTemplate(opened.value.template);
      const stored = new Map(opened.value.readings.map((reading) => [reading.itemId, reading]));
      setReadings(stored);
      goTo((before) => before ?? opened.value.review.items.find((itemId) => !isAnswered(stored.get(itemId))));
    });
    return () => {
      isShown = false;
    };
  }, [dossierId, reviewId]);
  const [first] = items;
  const shown = at ?? first;
  if (shown === undefined) throw new Error("a second review has items");
  const moveTo = (step: 1 | -1): void => {
    const next = items[items.indexOf(shown) + step];
    if (next !== undefined) goTo(next);
  };
  useOfferCommands([
    { id: "second.next", titleKey: "second.next", keys: ["J", "Ctrl+Enter"], run: () => moveTo(1) },
    { id: "second.previous", titleKey: "second.previous", keys: ["K"], run: () => moveTo(-1) },
  ]);
  return {
    template,
    readings,
    fault,
    at: shown,
    goTo,
    moveTo,
    adopt: (reading) => setReadings((before) => new Map([...before, [reading.itemId, reading]])),
  };
}

interface ItemLinksProps {
  readonly desk: Desk;
  readonly review: SecondReview;
  readonly template: Template;
}

function ItemLinks({ desk, review, template }: ItemLinksProps): ReactNode {
  const text = useText();
  const pick = usePick();
  return (
    <ul className={css["links"]}>
      {review.items.map((itemId) => {
        const item = findItem(template, itemId);
        const isDone = isAnswered(desk.readings.get(itemId));
        return (
          <li key={itemId}>
            <button
              type="button"
              className={css["link"]}
              aria-current={itemId === desk.at ? "true" : undefined}
              onClick={() => desk.goTo(itemId)}
            >
              <span className={css["linkId"]}>{itemId}</span>
              <span className={css["linkWords"]}>{item === undefined ? "" : pick(item.question)}</span>
              <span className={css["linkState"]}>{text(isDone ? "second.done" : "second.todo")}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

interface HandInProps {
  readonly dossier: Dossier;
  readonly review: SecondReview;
  readonly isComplete: boolean;
}

/** Ends the blind part. It cannot be taken back: afterwards the answers of both have been seen. */
function HandIn({ dossier, review, isComplete }: HandInProps): ReactNode {
  const text = useText();
  const [isAsking, setAsking] = useState(false);
  const [fault, setFault] = useState<Fault>();

  async function handIn(): Promise<void> {
    const done = await host.second.handIn({ dossierId: dossier.id, reviewId: review.id });
    setFault(done.ok ? undefined : done.error);
    setAsking(false);
    if (!done.ok) return;
    await Promise.all([loadDossier(dossier.id), loadSecondReviews(dossier.id)]);
    notify({ tone: "success", text: text("second.handedIn") });
  }

  return (
    <div className={css["handIn"]}>
      {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} isLive />}
      {!isComplete && <p className={css["small"]}>{text("second.handInWhen")}</p>}
      <Button tone="primary" isDisabled={!isComplete} onPress={() => setAsking(true)}>
        {text("second.handIn")}
      </Button>
      <AlertDialog
        title={text("second.handInTitle")}
        isOpen={isAsking}
        confirmLabel={text("second.handIn")}
        tone="primary"
        onConfirm={() => void handIn()}
        onCancel={() => setAsking(false)}
      >
        <p>{text("second.handInText")}</p>
      </AlertDialog>
    </div>
  );
}
