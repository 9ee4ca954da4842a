import type { ReactNode } from "react";
import type { ShownLeaf, ShownWhen } from "../../../shared/domain/content/shown-when.ts";
import { itemsOf, type TemplateFile, type TemplateItem } from "../../../shared/domain/content/template.ts";
import {
  AccessLevel,
  AnswerId,
  Depth,
  SelfCheckAnswerId,
  TechTier,
} from "../../../shared/domain/content/vocabulary.ts";
import { useContent } from "../../stores/content-store.ts";
import { usePick, useText } from "../../stores/text.ts";
import { CheckboxGroup } from "../../ui/CheckboxGroup.tsx";
import { Select } from "../../ui/Select.tsx";

interface ConditionFieldProps {
  readonly item: TemplateItem;
  readonly file: TemplateFile;
  readonly onChange: (item: TemplateItem) => void;
}

type Kind = "always" | "item" | "depth" | "tech" | "access" | "compound";

function kindOf(when: ShownWhen | undefined): Kind {
  if (when === undefined) return "always";
  if ("item" in when) return "item";
  if ("depthFrom" in when) return "depth";
  if ("techTier" in when) return "tech";
  return "access" in when ? "access" : "compound";
}

/** When an item is asked. Conditions with several parts come from files; they are kept as they are until another is chosen. */
export function ConditionField({ item, file, onChange }: ConditionFieldProps): ReactNode {
  const text = useText();
  const kind = kindOf(item.shownWhen);
  const others = itemsOf(file).filter((one) => one.id !== item.id);
  const put = (when: ShownWhen | undefined): void => {
    const { shownWhen: _before, ...rest } = item;
    onChange(when === undefined ? rest : { ...rest, shownWhen: when });
  };
  const first: Readonly<Record<Kind, () => ShownWhen | undefined>> = {
    always: () => undefined,
    item: () => ({ item: others[0]?.id ?? item.id, answerIn: [file.answerScale === "risk" ? "serious" : "none"] }),
    depth: () => ({ depthFrom: "standard" }),
    tech: () => ({ techTier: ["T3"] }),
    access: () => ({ access: ["A3"] }),
    compound: () => item.shownWhen,
  };
  const kinds: readonly Kind[] = [
    "always",
    "item",
    "depth",
    "tech",
    "access",
    ...(kind === "compound" ? ["compound" as const] : []),
  ];
  return (
    <>
      <Select
        label={text("templates.conditionKind")}
        placeholder={text("templates.condition-always")}
        value={kind}
        options={kinds.map((value) => ({ value, label: text(`templates.condition-${value}`) }))}
        onChange={(next) => put(first[next]())}
      />
      {item.shownWhen !== undefined && kind !== "compound" && (
        // A condition without parts: the kinds above are its forms.
        <LeafFields leaf={item.shownWhen as ShownLeaf} file={file} others={others} onChange={put} />
      )}
    </>
  );
}

interface LeafProps {
  readonly leaf: ShownLeaf;
  readonly file: TemplateFile;
  readonly others: readonly TemplateItem[];
  readonly onChange: (leaf: ShownLeaf) => void;
}

function LeafFields({ leaf, file, others, onChange }: LeafProps): ReactNode {
  const text = useText();
  const pick = usePick();
  const { vocabulary } = useContent();
  const named = (list: ReadonlyArray<{ id: string; name: { ja: string; en: string } }>, id: string): string => {
    const found = list.find((one) => one.id === id);
    return found === undefined ? id : pick(found.name);
  };
  if ("item" in leaf) {
    const answers = file.answerScale === "risk" ? vocabulary.answersRisk : vocabulary.answersSelfCheck;
    const scale = file.answerScale === "risk" ? AnswerId.options : SelfCheckAnswerId.options;
    return (
      <>
        <Select
          label={text("templates.conditionItem")}
          placeholder={text("templates.choose")}
          value={leaf.item}
          options={others.map((one) => ({ value: one.id, label: `${one.id} ${pick(one.question)}` }))}
          onChange={(item) => onChange({ ...leaf, item })}
        />
        <CheckboxGroup
          label={text("templates.conditionAnswers")}
          layout="row"
          options={scale.map((value) => ({ value, label: named(answers, value) }))}
          value={leaf.answerIn}
          onChange={(answerIn) => answerIn.length > 0 && onChange({ ...leaf, answerIn: [...answerIn] })}
        />
      </>
    );
  }
  if ("depthFrom" in leaf)
    return (
      <Select
        label={text("templates.conditionDepth")}
        placeholder={text("templates.choose")}
        value={leaf.depthFrom}
        options={Depth.options.map((value) => ({ value, label: named(vocabulary.depths, value) }))}
        onChange={(depthFrom) => onChange({ depthFrom })}
      />
    );
  if ("techTier" in leaf)
    return (
      <CheckboxGroup
        label={text("templates.conditionTech")}
        layout="row"
        options={TechTier.options.map((value) => ({ value, label: `${value} ${named(vocabulary.techTiers, value)}` }))}
        value={leaf.techTier}
        onChange={(techTier) => techTier.length > 0 && onChange({ techTier: [...techTier] })}
      />
    );
  if ("access" in leaf)
    return (
      <CheckboxGroup
        label={text("templates.conditionAccess")}
        layout="row"
        options={AccessLevel.options.map((value) => ({
          value,
          label: `${value} ${named(vocabulary.accessLevels, value)}`,
        }))}
        value={leaf.access}
        onChange={(access) => access.length > 0 && onChange({ access: [...access] })}
      />
    );
  return null;
}
