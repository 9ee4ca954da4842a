import { type ReactNode, useState } from "react";
import type { Bilingual } from "../../../shared/domain/content/bilingual.ts";
import { type ItemText, itemTexts, textOf } from "../../../shared/domain/content/compare-templates.ts";
import type { TemplateFile, TemplateItem } from "../../../shared/domain/content/template.ts";
import { Depth, EvidenceType, FactorId, SourceType } from "../../../shared/domain/content/vocabulary.ts";
import { useContent } from "../../stores/content-store.ts";
import { usePick, useText } from "../../stores/text.ts";
import { Card } from "../../ui/Card.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { CheckboxGroup } from "../../ui/CheckboxGroup.tsx";
import { ChoiceGroup } from "../../ui/ChoiceGroup.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { BilingualField } from "./BilingualField.tsx";
import { ConditionField } from "./ConditionField.tsx";
import css from "./templates.module.css";

interface ItemFormProps {
  readonly item: TemplateItem;
  readonly file: TemplateFile;
  readonly onChange: (item: TemplateItem) => void;
}

/** One item: its words in both languages, what it demands, and when it is asked. */
export function ItemForm(props: ItemFormProps): ReactNode {
  const text = useText();
  const { item, onChange } = props;
  return (
    <Card title={item.id}>
      <div className={css["form"]}>
        {itemTexts.map((name) => (
          <BilingualField
            key={name}
            labels={[
              text("templates.japanese", { name: text(`templates.text-${name}`) }),
              text("templates.english", { name: text(`templates.text-${name}`) }),
            ]}
            value={textOf(item, name)}
            onCommit={(words) => onChange(withText(item, name, words))}
          />
        ))}
        <Demands {...props} />
        <Sources {...props} />
        <ConditionField {...props} />
      </div>
    </Card>
  );
}

function withText(item: TemplateItem, name: ItemText, words: Bilingual): TemplateItem {
  if (name === "question" || name === "why" || name === "stopRule") return { ...item, [name]: words };
  return { ...item, howFar: { ...item.howFar, [name]: { ...item.howFar[name], text: words } } };
}

function Demands({ item, onChange }: ItemFormProps): ReactNode {
  const text = useText();
  const pick = usePick();
  const { vocabulary, factors } = useContent();
  const [refs, setRefs] = useState(item.externalRef.join("\n"));
  const factorOptions = FactorId.options.map((value) => ({
    value,
    label: pick(factors.factors.find((one) => one.id === value)?.name ?? { ja: value, en: value }),
  }));
  return (
    <>
      <ChoiceGroup
        label={text("templates.demand-requiredFrom")}
        layout="row"
        value={item.requiredFrom}
        onChange={(requiredFrom) => onChange({ ...item, requiredFrom })}
        choices={vocabulary.depths.map((one) => ({ value: one.id, label: pick(one.name) }))}
      />
      <Checkbox isSelected={item.key} help={text("templates.keyHelp")} onChange={(key) => onChange({ ...item, key })}>
        {text("templates.demand-key")}
      </Checkbox>
      <CheckboxGroup
        label={text("templates.demand-primary")}
        layout="row"
        options={factorOptions}
        value={item.factors.primary}
        onChange={(primary) => onChange({ ...item, factors: { ...item.factors, primary: [...primary] } })}
      />
      <Disclosure title={text("templates.demand-supporting")} summary={String(item.factors.supporting.length)}>
        <CheckboxGroup
          label={text("templates.demand-supporting")}
          isLabelHidden
          layout="row"
          options={factorOptions}
          value={item.factors.supporting}
          onChange={(supporting) => onChange({ ...item, factors: { ...item.factors, supporting: [...supporting] } })}
        />
      </Disclosure>
      <Disclosure title={text("templates.demand-evidence")} summary={String(item.evidence.length)}>
        <CheckboxGroup
          label={text("templates.demand-evidence")}
          isLabelHidden
          layout="row"
          options={EvidenceType.options.map((value) => ({
            value,
            label: nameIn(vocabulary.evidenceTypes, value, pick),
          }))}
          value={item.evidence}
          onChange={(evidence) => onChange({ ...item, evidence: [...evidence] })}
        />
      </Disclosure>
      <TextArea
        label={text("templates.demand-externalRef")}
        help={text("templates.externalRefHelp")}
        value={refs}
        onChange={setRefs}
        onCommit={(typed) => onChange({ ...item, externalRef: linesOf(typed) })}
        commitIdleMs={800}
        rows={2}
      />
    </>
  );
}

function linesOf(typed: string): string[] {
  const lines = typed.split("\n").map((one) => one.trim().slice(0, 200));
  return [...new Set(lines.filter((one) => one !== ""))];
}

function nameIn(
  list: ReadonlyArray<{ readonly id: string; readonly name: Bilingual }>,
  id: string,
  pick: (words: Bilingual) => string,
): string {
  const found = list.find((one) => one.id === id);
  return found === undefined ? id : pick(found.name);
}

function Sources({ item, onChange }: ItemFormProps): ReactNode {
  const text = useText();
  const pick = usePick();
  const { vocabulary } = useContent();
  const options = SourceType.options.map((value) => ({ value, label: nameIn(vocabulary.sourceTypes, value, pick) }));
  return (
    <>
      {Depth.options.map((depth) => {
        const title = text("templates.sourcesAt", { depth: nameIn(vocabulary.depths, depth, pick) });
        const look = item.howFar[depth];
        return (
          <Disclosure key={depth} title={title} summary={String(look.sources.length)}>
            <CheckboxGroup
              label={title}
              isLabelHidden
              layout="row"
              options={options}
              value={look.sources}
              onChange={(sources) =>
                onChange({ ...item, howFar: { ...item.howFar, [depth]: { ...look, sources: [...sources] } } })
              }
            />
          </Disclosure>
        );
      })}
    </>
  );
}
