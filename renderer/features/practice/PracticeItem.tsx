import { type ReactNode, useState } from "react";
import { howFarAt } from "../../../shared/domain/checklist.ts";
import type { TemplateItem } from "../../../shared/domain/content/template.ts";
import { AnswerId, type Depth, nameOf } from "../../../shared/domain/content/vocabulary.ts";
import { type Confidence, confidences, type PracticeAnswer } from "../../../shared/domain/practice.ts";
import { useOfferCommands } from "../../stores/command-store.ts";
import { useContent } from "../../stores/content-store.ts";
import { usePick, useText } from "../../stores/text.ts";
import { ChoiceGroup } from "../../ui/ChoiceGroup.tsx";
import css from "./practice.module.css";

type Given = Pick<PracticeAnswer, "answer" | "confidence">;

/** The answers in the order of their keys. */
const answers = AnswerId.exclude(["not_checked"]).options;
/** The words for each step. */
const sureWords = {
  30: "practice.sure-30",
  50: "practice.sure-50",
  70: "practice.sure-70",
  90: "practice.sure-90",
  99: "practice.sure-99",
} as const satisfies Readonly<Record<Confidence, string>>;
/** The keys for how sure one is, least first. */
const sureKeys = ["Q", "W", "E", "R", "T"] as const;

interface PracticeItemProps {
  readonly item: TemplateItem;
  readonly depth: Depth;
  readonly given: PracticeAnswer | undefined;
  /** Called once both are chosen. */
  readonly onGive: (given: Given) => void;
}

/** One question: an answer by 1–6, then how sure one is by Q–T, which also goes on to the next. */
export function PracticeItem({ item, depth, given, onGive }: PracticeItemProps): ReactNode {
  const text = useText();
  const pick = usePick();
  const { vocabulary } = useContent();
  const [answer, setAnswer] = useState(given?.answer);
  const sure = (confidence: Confidence): void => {
    if (answer !== undefined) onGive({ answer, confidence });
  };
  useOfferCommands([
    ...answers.map((one, index) => ({
      id: `practice.answer-${index + 1}`,
      titleKey: "practice.answerBy" as const,
      titleArgs: { number: index + 1 },
      keys: [String(index + 1)],
      run: () => setAnswer(one),
    })),
    ...confidences.map((one, index) => ({
      id: `practice.sure-${one}`,
      titleKey: "practice.sureBy" as const,
      titleArgs: { share: one / 100 },
      keys: [sureKeys[index] ?? ""],
      when: () => answer !== undefined,
      run: () => sure(one),
    })),
  ]);
  return (
    <article className={css["item"]}>
      <h2 className={css["question"]}>
        {item.id} {pick(item.question)}
      </h2>
      <p className={css["small"]}>{pick(item.why)}</p>
      <ul className={css["steps"]}>
        {howFarAt(item, depth).steps.map((step) => (
          <li key={step.depth}>{pick(step.text)}</li>
        ))}
      </ul>
      <p className={css["small"]}>{text("practice.stop", { rule: pick(item.stopRule) })}</p>
      <ChoiceGroup
        label={text("practice.answer")}
        choices={answers.map((one, index) => ({
          value: one,
          label: pick(nameOf(vocabulary, "answersRisk", one)),
          keyHint: String(index + 1),
        }))}
        value={answer}
        onChange={setAnswer}
        layout="row"
      />
      <ChoiceGroup
        label={text("practice.sure")}
        help={text("practice.sureHelp")}
        choices={confidences.map((one, index) => ({
          value: String(one),
          label: text(sureWords[one]),
          keyHint: sureKeys[index],
          isDisabled: answer === undefined,
        }))}
        value={given?.answer === answer && given !== undefined ? String(given.confidence) : undefined}
        onChange={(chosen) => {
          const confidence = confidences.find((one) => String(one) === chosen);
          if (confidence !== undefined) sure(confidence);
        }}
        layout="row"
      />
    </article>
  );
}
