import type { ReactNode } from "react";
import type { Evidence } from "../../../shared/domain/evidence.ts";
import { EvidenceId } from "../../../shared/domain/ids.ts";
import { Directness } from "../../../shared/domain/profile/entry.ts";
import { Certainty } from "../../../shared/domain/profile/source.ts";
import { textLimits } from "../../../shared/domain/text.ts";
import { PeriodField } from "../../parts/period/PeriodField.tsx";
import { useText } from "../../stores/text.ts";
import { Select } from "../../ui/Select.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { type FactDraft, shareOf } from "./fact-draft.ts";
import css from "./subjects.module.css";

interface FactFieldsProps {
  readonly draft: FactDraft;
  readonly onChange: (patch: Partial<FactDraft>) => void;
  readonly evidence: readonly Evidence[];
  /** The form was sent once: what is missing is said. */
  readonly isSent: boolean;
  readonly onEnter: () => void;
}

/** Dates, certainty, source and note: what every entry and every tie has. */
export function FactFields({ draft, onChange, evidence, isSent, onEnter }: FactFieldsProps): ReactNode {
  const text = useText();
  const hasNoSource = draft.evidenceId === null && draft.sourceText.trim() === "";
  return (
    <>
      <PeriodField
        label={text("subjects.dates")}
        value={draft.dates}
        onChange={(dates) => onChange({ dates })}
        onEnter={onEnter}
      />
      <div className={css["pair"]}>
        <Select
          label={text("subjects.certainty")}
          placeholder={text("subjects.choose")}
          options={Certainty.options.map((value) => ({ value, label: text(`subjects.certainty-${value}`) }))}
          value={draft.certainty}
          onChange={(certainty) => onChange({ certainty })}
        />
        <Select
          label={text("subjects.sourceEvidence")}
          placeholder={text("subjects.choose")}
          options={[
            { value: "none", label: text("subjects.sourceEvidenceNone") },
            ...evidence.map((one) => ({
              value: String(one.id),
              label: `${text("subjects.evidenceNumber", { number: one.number })} ${one.title}`,
            })),
          ]}
          value={draft.evidenceId ?? "none"}
          onChange={(id) => onChange({ evidenceId: id === "none" ? null : EvidenceId.parse(id) })}
        />
      </div>
      <TextField
        label={text("subjects.sourceText")}
        help={text("subjects.sourceTextHelp")}
        value={draft.sourceText}
        onChange={(sourceText) => onChange({ sourceText })}
        onEnter={onEnter}
        maxLength={textLimits.shortNote}
        error={isSent && hasNoSource ? text("subjects.sourceMissing") : undefined}
      />
      <TextArea
        label={text("subjects.note")}
        help={text("subjects.noteHelp")}
        rows={2}
        value={draft.note}
        onChange={(note) => onChange({ note })}
      />
    </>
  );
}

/** How much of a body is held, and whether in one's own name. */
export function ShareFields({
  draft,
  onChange,
  onEnter,
}: Pick<FactFieldsProps, "draft" | "onChange" | "onEnter">): ReactNode {
  const text = useText();
  return (
    <div className={css["pair"]}>
      <TextField
        label={text("subjects.share")}
        help={text("subjects.shareHelp")}
        value={draft.share}
        onChange={(share) => onChange({ share })}
        onEnter={onEnter}
        maxLength={20}
        error={shareOf(draft.share) === undefined ? text("subjects.shareWrong") : undefined}
      />
      <Select
        label={text("subjects.directness")}
        placeholder={text("subjects.choose")}
        options={[
          ...Directness.options.map((value) => ({ value: String(value), label: text(`subjects.directness-${value}`) })),
          { value: "unknown", label: text("subjects.directness-unknown") },
        ]}
        value={draft.directness ?? "unknown"}
        onChange={(value) => onChange({ directness: Directness.safeParse(value).data ?? null })}
      />
    </div>
  );
}
