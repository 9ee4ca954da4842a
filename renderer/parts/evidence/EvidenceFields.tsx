import type { ReactNode } from "react";
import { EvidenceType, nameOf, Reliability, SourceType } from "../../../shared/domain/content/vocabulary.ts";
import { textLimits } from "../../../shared/domain/text.ts";
import { useContent } from "../../stores/content-store.ts";
import { usePick, useText } from "../../stores/text.ts";
import { ChoiceGroup } from "../../ui/ChoiceGroup.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { TextField } from "../../ui/TextField.tsx";
import type { EvidenceDraft } from "./evidence-draft.ts";
import css from "./evidence-form.module.css";

interface EvidenceFieldsProps {
  readonly draft: EvidenceDraft;
  readonly onChange: (part: Partial<EvidenceDraft>) => void;
  /** Kinds to offer first. */
  readonly askedTypes: readonly EvidenceType[];
  /** Whether the title takes the focus when the form appears; only where the form is what was asked for. */
  readonly takesFocus?: boolean;
}

/** What the reviewer says about a piece of evidence; what the item asks for stands first in the lists. */
export function EvidenceFields({ draft, onChange, askedTypes, takesFocus = false }: EvidenceFieldsProps): ReactNode {
  const text = useText();
  const pick = usePick();
  const { vocabulary } = useContent();
  const types = [...askedTypes, ...EvidenceType.options.filter((type) => !askedTypes.includes(type))];
  return (
    <>
      <TextField
        label={text("evidenceform.name")}
        necessity="required"
        value={draft.title}
        onChange={(title) => onChange({ title })}
        maxLength={textLimits.title}
        autoFocus={takesFocus}
      />
      <div className={css["pair"]}>
        <Select
          label={text("evidenceform.type")}
          necessity="required"
          placeholder={text("evidenceform.choose")}
          options={types.map((type) => ({ value: type, label: pick(nameOf(vocabulary, "evidenceTypes", type)) }))}
          value={draft.evidenceType}
          onChange={(evidenceType) => onChange({ evidenceType })}
        />
        <Select
          label={text("evidenceform.source")}
          necessity="required"
          placeholder={text("evidenceform.choose")}
          options={SourceType.options.map((source) => ({
            value: source,
            label: pick(nameOf(vocabulary, "sourceTypes", source)),
          }))}
          value={draft.sourceType}
          onChange={(sourceType) => onChange({ sourceType })}
        />
      </div>
      <ChoiceGroup
        label={text("evidenceform.reliability")}
        necessity="required"
        choices={Reliability.options.map((grade) => ({
          value: grade,
          label: `${grade}  ${pick(nameOf(vocabulary, "evidenceReliability", grade))}`,
        }))}
        value={draft.reliability}
        onChange={(reliability) => onChange({ reliability })}
      />
      <TextField
        label={text("evidenceform.origin")}
        help={text("evidenceform.originHelp")}
        value={draft.origin}
        onChange={(origin) => onChange({ origin })}
        maxLength={textLimits.title}
      />
      <MoreFields draft={draft} onChange={onChange} />
    </>
  );
}

/** Longest address the contract takes, in UTF-16 units. */
const locationLimit = 2_000;

function MoreFields({ draft, onChange }: Pick<EvidenceFieldsProps, "draft" | "onChange">): ReactNode {
  const text = useText();
  return (
    <Disclosure title={text("evidenceform.more")}>
      <div className={css["more"]}>
        <TextField
          label={text("evidenceform.location")}
          value={draft.location}
          onChange={(location) => onChange({ location })}
          maxLength={locationLimit}
        />
        <div className={css["pair"]}>
          <DateField
            label={text("evidenceform.day")}
            value={draft.capturedDay}
            onChange={(capturedDay) => onChange({ capturedDay })}
          />
          <TextField
            label={text("evidenceform.by")}
            value={draft.capturedBy}
            onChange={(capturedBy) => onChange({ capturedBy })}
            maxLength={textLimits.name}
            isName
          />
        </div>
        <TextArea
          label={text("evidenceform.note")}
          rows={2}
          value={draft.note}
          onChange={(note) => onChange({ note })}
        />
      </div>
    </Disclosure>
  );
}
