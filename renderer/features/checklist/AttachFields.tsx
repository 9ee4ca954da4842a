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
import css from "./AttachDialog.module.css";
import type { AttachDraft } from "./attach-draft.ts";
import type { ItemView } from "./item-view.ts";

interface AttachFieldsProps {
  readonly draft: AttachDraft;
  readonly onChange: (part: Partial<AttachDraft>) => void;
  readonly view: ItemView;
}

/** What the reviewer says about a piece of evidence; what the item asks for stands first in the lists. */
export function AttachFields({ draft, onChange, view }: AttachFieldsProps): ReactNode {
  const text = useText();
  const pick = usePick();
  const { vocabulary } = useContent();
  const asked = view.row.item.evidence;
  const types = [...asked, ...EvidenceType.options.filter((type) => !asked.includes(type))];
  return (
    <>
      <TextField
        label={text("checklist.attachName")}
        necessity="required"
        value={draft.title}
        onChange={(title) => onChange({ title })}
        maxLength={textLimits.title}
        autoFocus
      />
      <div className={css["pair"]}>
        <Select
          label={text("checklist.attachType")}
          necessity="required"
          placeholder={text("checklist.choose")}
          options={types.map((type) => ({ value: type, label: pick(nameOf(vocabulary, "evidenceTypes", type)) }))}
          value={draft.evidenceType}
          onChange={(evidenceType) => onChange({ evidenceType })}
        />
        <Select
          label={text("checklist.attachSource")}
          necessity="required"
          placeholder={text("checklist.choose")}
          options={SourceType.options.map((source) => ({
            value: source,
            label: pick(nameOf(vocabulary, "sourceTypes", source)),
          }))}
          value={draft.sourceType}
          onChange={(sourceType) => onChange({ sourceType })}
        />
      </div>
      <ChoiceGroup
        label={text("checklist.attachReliability")}
        necessity="required"
        choices={Reliability.options.map((grade) => ({
          value: grade,
          label: `${grade}  ${pick(nameOf(vocabulary, "evidenceReliability", grade))}`,
        }))}
        value={draft.reliability}
        onChange={(reliability) => onChange({ reliability })}
      />
      <TextField
        label={text("checklist.attachOrigin")}
        help={text("checklist.attachOriginHelp")}
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

function MoreFields({ draft, onChange }: Omit<AttachFieldsProps, "view">): ReactNode {
  const text = useText();
  return (
    <Disclosure title={text("checklist.attachMore")}>
      <div className={css["more"]}>
        <TextField
          label={text("checklist.attachLocation")}
          value={draft.location}
          onChange={(location) => onChange({ location })}
          maxLength={locationLimit}
        />
        <div className={css["pair"]}>
          <DateField
            label={text("checklist.attachDay")}
            value={draft.capturedDay}
            onChange={(capturedDay) => onChange({ capturedDay })}
          />
          <TextField
            label={text("checklist.attachBy")}
            value={draft.capturedBy}
            onChange={(capturedBy) => onChange({ capturedBy })}
            maxLength={textLimits.name}
            isName
          />
        </div>
        <TextArea
          label={text("checklist.attachNote")}
          rows={2}
          value={draft.note}
          onChange={(note) => onChange({ note })}
        />
      </div>
    </Disclosure>
  );
}
