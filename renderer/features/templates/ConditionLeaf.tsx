import type { ReactNode } from "react";
import type { ShownLeaf } from "../../../shared/domain/content/shown-when.ts";
import { itemsOf, type TemplateFile, type TemplateItem } from "../../../shared/domain/content/template.ts";
import {
  AccessLevel,
  AnswerId,
  Depth,
  SelfCheckAnswerId,
  TechTier,
  TriggerId,
} from "../../../shared/domain/content/vocabulary.ts";
import { useContent } from "../../stores/content-store.ts";
import { usePick, useText } from "../../stores/text.ts";
import { CheckboxGroup } from "../../ui/CheckboxGroup.tsx";
import { Select } from "../../ui/Select.tsx";

/** What a part of a condition may be about, in the order it is offered. */
export const leafKinds = ["item", "depth", "tech", "access", "trigger"] as const;
export type LeafKind = (typeof leafKinds)[number] | "kind";

/** What a leaf is about. The kind of case is never chosen here, since a template has one; files may bring it. */
export function kindOfLeaf(leaf: ShownLeaf): LeafKind {
  if ("item" in leaf) return "item";
  if ("depthFrom" in leaf) return "depth";
  if ("techTier" in leaf) return "tech";
  if ("access" in leaf) return "access";
  return "trigger" in leaf ? "trigger" : "kind";
}

/** With what a part of each kind begins; undefined where the kind makes no sense in this file. */
export function firstLeaf(file: TemplateFile, item: TemplateItem): Readonly<Record<LeafKind, ShownLeaf | undefined>> {
  const other = othersOf(file, item)[0];
  const isRisk = file.answerScale === "risk";
  return {
    item: other && { item: other.id, answerIn: [isRisk ? "serious" : "none"] },
    depth: { depthFrom: "standard" },
    tech: isRisk ? { techTier: ["T3"] } : undefined,
    access: isRisk ? { access: ["A3"] } : undefined,
    trigger: isRisk ? { trigger: ["list_candidate"] } : undefined,
    kind: undefined,
  };
}

function othersOf(file: TemplateFile, item: TemplateItem): readonly TemplateItem[] {
  return itemsOf(file).filter((one) => one.id !== item.id);
}

interface LeafProps {
  readonly leaf: ShownLeaf;
  readonly file: TemplateFile;
  readonly item: TemplateItem;
  readonly onChange: (leaf: ShownLeaf) => void;
}

/** The fields of one part. */
export function ConditionLeaf(props: LeafProps): ReactNode {
  const text = useText();
  const named = useNamed();
  const { vocabulary } = useContent();
  const { leaf, onChange } = props;
  if ("item" in leaf) return <AnswerOf {...props} leaf={leaf} />;
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
  if ("trigger" in leaf)
    return (
      <CheckboxGroup
        label={text("templates.conditionTrigger")}
        layout="column"
        options={TriggerId.options.map((value) => ({ value, label: named(vocabulary.triggers, value) }))}
        value={leaf.trigger}
        onChange={(trigger) => trigger.length > 0 && onChange({ trigger: [...trigger] })}
      />
    );
  return null;
}

function AnswerOf({
  leaf,
  file,
  item,
  onChange,
}: LeafProps & { leaf: Extract<ShownLeaf, { item: string }> }): ReactNode {
  const text = useText();
  const pick = usePick();
  const named = useNamed();
  const { vocabulary } = useContent();
  const isRisk = file.answerScale === "risk";
  const answers = isRisk ? vocabulary.answersRisk : vocabulary.answersSelfCheck;
  const scale = isRisk ? AnswerId.options : SelfCheckAnswerId.options;
  return (
    <>
      <Select
        label={text("templates.conditionItem")}
        placeholder={text("templates.choose")}
        value={leaf.item}
        options={othersOf(file, item).map((one) => ({ value: one.id, label: `${one.id} ${pick(one.question)}` }))}
        onChange={(other) => onChange({ ...leaf, item: other })}
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

type Named = ReadonlyArray<{ readonly id: string; readonly name: { readonly ja: string; readonly en: string } }>;

/** The name of a word of the vocabulary in the language of the page. */
function useNamed(): (list: Named, id: string) => string {
  const pick = usePick();
  return (list, id) => {
    const found = list.find((one) => one.id === id);
    return found === undefined ? id : pick(found.name);
  };
}
