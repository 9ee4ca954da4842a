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
import { CarriageFields } from "./CarriageFields.tsx";
import type { EvidenceDraft } from "./evidence-draft.ts";
import css from "./evidence-form.module.css";

interface EvidenceFieldsProps {
  readonly draft: EvidenceDraft;
  readonly onChange: (part: Partial<EvidenceDraft>) => void;
  /** Kinds to offer first. */
  readonly askedTypes: readonly EvidenceType[];
  /** Whether the title takes the focus when the form appears; only where the form is what was asked for. */
  readonly takesFocus?: boolean;
  /** Whether a piece without a title may go by its file's name; of several files each does, and none is asked for. */
  readonly titleFrom?: "person" | "file" | "files";
  /** Whether it is asked here how the file came; a stored piece is asked elsewhere. */
  readonly asksCarriage?: boolean;
}

/** What the reviewer says about a piece of evidence; what the item asks for stands first in the lists. */
export function EvidenceFields(props: EvidenceFieldsProps): ReactNode {
  const { draft, onChange, askedTypes, takesFocus = false, titleFrom = "person", asksCarriage = false } = props;
  const text = useText();
  const pick = usePick();
  const { vocabulary, evidence: policy } = useContent();
  const guidance = policy.grades.find((grade) => grade.id === draft.reliability)?.guidance;
  const types = [...askedTypes, ...EvidenceType.options.filter((type) => !askedTypes.includes(type))];
  return (
    <>
      {titleFrom !== "files" && (
        <TextField
          label={text("evidenceform.name")}
          necessity={titleFrom === "person" ? "required" : "optional"}
          help={titleFrom === "file" ? text("evidenceform.ownName") : undefined}
          value={draft.title}
          onChange={(title) => onChange({ title })}
          maxLength={textLimits.title}
          autoFocus={takesFocus}
        />
      )}
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
      {guidance !== undefined && <p className={css["lead"]}>{pick(guidance)}</p>}
      <TextField
        label={text("evidenceform.origin")}
        help={text("evidenceform.originHelp")}
        value={draft.origin}
        onChange={(origin) => onChange({ origin })}
        maxLength={textLimits.title}
      />
      <MoreFields draft={draft} onChange={onChange} asksCarriage={asksCarriage} />
    </>
  );
}

/** Longest address the contract takes, in UTF-16 units. */
const locationLimit = 2_000;

function MoreFields({
  draft,
  onChange,
  asksCarriage,
}: Pick<EvidenceFieldsProps, "draft" | "onChange" | "asksCarriage">): ReactNode {
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
        {asksCarriage && <CarriageFields carriage={draft.carriage} onChange={(carriage) => onChange({ carriage })} />}
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
