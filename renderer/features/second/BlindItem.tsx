import { type ReactNode, useRef } from "react";
import { answersByScale, answerWords } from "../../../shared/domain/answer-scale.ts";
import { howFarAt } from "../../../shared/domain/checklist.ts";
import type { TemplateItem } from "../../../shared/domain/content/template.ts";
import { type AnswerScale, type Depth, nameOf, UnknownReason } from "../../../shared/domain/content/vocabulary.ts";
import type { DossierId, ItemId, SecondReviewId } from "../../../shared/domain/ids.ts";
import type { ReadingPatch, SecondReading } from "../../../shared/domain/second-review.ts";
import { textLimits } from "../../../shared/domain/text.ts";
import { host } from "../../host.ts";
import { type Command, useOfferCommands } from "../../stores/command-store.ts";
import { useContent } from "../../stores/content-store.ts";
import { usePatchKeeper } from "../../stores/patch-keeper.ts";
import { faultText, usePick, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { ChoiceGroup } from "../../ui/ChoiceGroup.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import css from "./second.module.css";

/** Words are stored this long after the hands rest, in milliseconds. */
const idleMs = 400;

interface BlindItemProps {
  readonly place: { readonly dossierId: DossierId; readonly reviewId: SecondReviewId; readonly itemId: ItemId };
  readonly item: TemplateItem;
  readonly scale: AnswerScale;
  readonly depth: Depth;
  readonly reading: SecondReading;
  readonly onStored: (reading: SecondReading) => void;
  readonly onNext: () => void;
}

/** One question as the second reader sees it. Whatever is entered is stored at once. */
export function BlindItem(props: BlindItemProps): ReactNode {
  const text = useText();
  const pick = usePick();
  const { item, depth } = props;
  const { shown, choose, type, store, fault } = useReading(props);
  useOfferCommands(answerCommands(props.scale, choose));
  return (
    <article className={css["item"]}>
      <h2 className={css["question"]}>
        <span className={css["linkId"]}>{item.id}</span> {pick(item.question)}
      </h2>
      <p className={css["small"]}>{pick(item.why)}</p>
      <section>
        <h3 className={css["label"]}>{text("second.howFar")}</h3>
        <ul className={css["steps"]}>
          {howFarAt(item, depth).steps.map((step) => (
            <li key={step.depth}>{pick(step.text)}</li>
          ))}
        </ul>
        <p className={css["small"]}>{text("second.stop", { rule: pick(item.stopRule) })}</p>
      </section>
      {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} isLive />}
      <AnswerFields scale={props.scale} shown={shown} choose={choose} />
      {(["fact", "assessment"] as const).map((field) => (
        <TextArea
          key={field}
          label={text(`second.${field}`)}
          help={text(`second.${field}Help`)}
          value={shown[field]}
          onChange={(value) => type({ [field]: value })}
          onCommit={store}
          commitIdleMs={idleMs}
          characterLimit={textLimits.longText}
          rows={2}
        />
      ))}
      <div className={css["ways"]}>
        <Button tone="primary" shortcut="Ctrl+Enter" onPress={props.onNext}>
          {text("second.next")}
        </Button>
      </div>
    </article>
  );
}

interface ReadingDesk {
  readonly shown: SecondReading;
  readonly choose: (patch: ReadingPatch) => void;
  readonly type: (patch: ReadingPatch) => void;
  readonly store: () => void;
  readonly fault: ReturnType<typeof usePatchKeeper<ReadingPatch>>["fault"];
}

function useReading({ place, reading, onStored }: BlindItemProps): ReadingDesk {
  const stored = useRef(reading);
  const underWay = useRef(0);
  const keeper = usePatchKeeper<ReadingPatch>({
    save: async (patch) => {
      // A page that goes sends its last words before the vault has answered for those before them.
      const baseRevision = stored.current.revision + underWay.current;
      underWay.current += 1;
      const reply = await host.second.record({ ...place, baseRevision, patch });
      underWay.current -= 1;
      if (reply.ok) {
        stored.current = { ...stored.current, ...patch, revision: reply.value.revision } as SecondReading; // A patch never holds undefined.
        onStored(stored.current);
      }
      return reply;
    },
  });
  const store = (): void => void keeper.commit();
  return {
    shown: { ...reading, ...keeper.draft } as SecondReading, // A patch never holds undefined.
    choose: (patch) => {
      keeper.enter(patch);
      store();
    },
    type: keeper.enter,
    store,
    fault: keeper.fault,
  };
}

function answerCommands(scale: AnswerScale, choose: (patch: ReadingPatch) => void): Command[] {
  return answersByScale[scale].map((answer, index) => ({
    id: `second.answer-${index + 1}`,
    titleKey: "second.answerBy",
    titleArgs: { number: index + 1 },
    keys: [String(index + 1)],
    run: () => choose(patchFor(answer)),
  }));
}

/** Choosing another answer takes the reason for "could not confirm" away. */
function patchFor(answer: string): ReadingPatch {
  return answer === "unknown" ? { answer } : { answer, unknownReason: null };
}

interface AnswerFieldsProps extends Pick<ReadingDesk, "shown" | "choose"> {
  readonly scale: AnswerScale;
}

function AnswerFields({ scale, shown, choose }: AnswerFieldsProps): ReactNode {
  const text = useText();
  const pick = usePick();
  const { vocabulary } = useContent();
  const list = answerWords[scale];
  return (
    <>
      <ChoiceGroup
        label={text("second.answer")}
        choices={answersByScale[scale].map((answer, index) => ({
          value: answer,
          label: pick(nameOf(vocabulary, list, answer)),
          keyHint: String(index + 1),
        }))}
        value={shown.answer === "not_checked" ? undefined : shown.answer}
        onChange={(answer) => choose(patchFor(answer))}
        layout="row"
      />
      {scale === "risk" && shown.answer === "unknown" && (
        <Select
          label={text("second.unknownReason")}
          placeholder={text("second.chooseReason")}
          options={UnknownReason.options.map((reason) => ({
            value: reason,
            label: pick(nameOf(vocabulary, "unknownReasons", reason)),
          }))}
          value={shown.unknownReason ?? undefined}
          onChange={(reason) => choose({ unknownReason: UnknownReason.parse(reason) })}
        />
      )}
    </>
  );
}
