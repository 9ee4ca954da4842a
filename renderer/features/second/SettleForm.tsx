import { type ReactNode, useState } from "react";
import { z } from "zod";
import type { Fault } from "../../../shared/contract/channel.ts";
import { answersByScale } from "../../../shared/domain/answer-scale.ts";
import { type AnswerScale, UnknownReason } from "../../../shared/domain/content/vocabulary.ts";
import { type Comparison, SettledBy, SettledFor } from "../../../shared/domain/second-review.ts";
import { textLimits } from "../../../shared/domain/text.ts";
import { host } from "../../host.ts";
import { useFormDraft } from "../../stores/form-draft.ts";
import { notify } from "../../stores/notice-store.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { ChoiceGroup } from "../../ui/ChoiceGroup.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { type ReviewPlace, useAnswerName } from "./answer-name.ts";
import css from "./second.module.css";
import { loadSecondReviews } from "./second-store.ts";

const Draft = z.object({
  settledFor: SettledFor.nullable(),
  answer: z.string().nullable(),
  settledBy: SettledBy,
  reason: z.string(),
});
type Draft = z.infer<typeof Draft>;

const empty: Draft = { settledFor: null, answer: null, settledBy: "together", reason: "" };

interface SettleFormProps {
  readonly place: ReviewPlace;
  readonly row: Comparison;
  readonly scale: AnswerScale;
  readonly onClose: () => void;
}

/** Says which answer stands after a difference was talked over, who settled it, and why. */
export function SettleForm({ place, row, scale, onClose }: SettleFormProps): ReactNode {
  const text = useText();
  const name = useAnswerName(scale);
  const { draft, change, isWhole, settle, fault } = useSettlement({ place, row, onClose });
  return (
    <div className={css["form"]}>
      {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} isLive />}
      <ChoiceGroup
        label={text("second.stands")}
        choices={[
          { value: "first", label: text("second.stands-first", { answer: name(row.first.answer) }) },
          { value: "second", label: text("second.stands-second", { answer: name(row.second.answer) }) },
          { value: "other", label: text("second.stands-other") },
        ]}
        value={draft.settledFor ?? undefined}
        onChange={(settledFor) => change({ settledFor })}
        layout="row"
      />
      {draft.settledFor === "other" && (
        <Select
          label={text("second.otherAnswer")}
          necessity="required"
          placeholder={text("second.chooseAnswer")}
          options={otherAnswers(scale, row).map((answer) => ({ value: answer, label: name(answer) }))}
          value={draft.answer ?? undefined}
          onChange={(answer) => change({ answer })}
          width="medium"
        />
      )}
      <ChoiceGroup
        label={text("second.how")}
        choices={SettledBy.options.map((value) => ({
          value,
          label: text(`second.how-${value}`),
          help: text(`second.how-${value}-help`),
        }))}
        value={draft.settledBy}
        onChange={(settledBy) => change({ settledBy })}
        layout="row"
      />
      <TextArea
        label={text("second.reason")}
        help={text("second.reasonHelp")}
        necessity="required"
        value={draft.reason}
        onChange={(reason) => change({ reason })}
        characterLimit={textLimits.note}
        rows={2}
      />
      <div className={css["ways"]}>
        <Button onPress={onClose}>{text("common.cancel")}</Button>
        <Button tone="primary" isDisabled={!isWhole} onPress={() => void settle()}>
          {text("second.settle")}
        </Button>
      </div>
    </div>
  );
}

interface Settlement {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly isWhole: boolean;
  readonly settle: () => Promise<void>;
  readonly fault: Fault | undefined;
}

function useSettlement({ place, row, onClose }: Omit<SettleFormProps, "scale">): Settlement {
  const text = useText();
  const [draft, setDraft] = useState(empty);
  const [fault, setFault] = useState<Fault>();
  const kept = useFormDraft({
    dossierId: place.dossierId,
    form: `settle.${row.itemId}`,
    schema: Draft,
    value: draft,
    isTouched: draft !== empty,
    onRestore: setDraft,
  });
  const { settledFor, settledBy, reason, answer } = draft;
  const isShort = reason.trim().length < textLimits.reasonMinimum;
  const isChosen = settledFor !== null && (settledFor !== "other" || answer !== null);

  async function settle(): Promise<void> {
    if (settledFor === null) return;
    // Neither of the two being right, the reader could not tell; the reason says more.
    const unknownReason = answer === "unknown" ? UnknownReason.enum.ambiguous : null;
    const other = settledFor === "other" ? { answer, unknownReason } : { answer: null, unknownReason: null };
    const done = await host.second.settle({ ...place, itemId: row.itemId, settledFor, settledBy, reason, ...other });
    setFault(done.ok ? undefined : done.error);
    if (!done.ok) return;
    kept.drop();
    await loadSecondReviews(place.dossierId);
    notify({ tone: "success", text: text("second.settledDone", { item: row.itemId }) });
    onClose();
  }

  const change = (part: Partial<Draft>): void => setDraft((before) => ({ ...before, ...part }));
  return { draft, change, isWhole: isChosen && !isShort, settle, fault };
}

function otherAnswers(scale: AnswerScale, { first, second }: Comparison): string[] {
  return answersByScale[scale].filter((answer) => answer !== first.answer && answer !== second.answer);
}
