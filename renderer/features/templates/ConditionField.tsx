import { Plus, X } from "lucide-react";
import type { ReactNode } from "react";
import { type ShownLeaf, shownWhenLimits } from "../../../shared/domain/content/shown-when.ts";
import type { TemplateFile, TemplateItem } from "../../../shared/domain/content/template.ts";
import { useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { ChoiceGroup } from "../../ui/ChoiceGroup.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { Select } from "../../ui/Select.tsx";
import { ConditionLeaf, firstLeaf, kindOfLeaf, type LeafKind, leafKinds } from "./ConditionLeaf.tsx";
import { type ConditionForm, type ConditionPart, conditionForm, conditionOf } from "./condition-form.ts";
import css from "./templates.module.css";

interface ConditionFieldProps {
  readonly item: TemplateItem;
  readonly file: TemplateFile;
  readonly onChange: (item: TemplateItem) => void;
}

/** When an item is asked: always, or where parts of a condition hold. Deeper ones come from files and are kept as they are. */
export function ConditionField({ item, file, onChange }: ConditionFieldProps): ReactNode {
  const text = useText();
  const form = conditionForm(item.shownWhen);
  const put = (next: ConditionForm): void => {
    const { shownWhen: _before, ...rest } = item;
    const when = conditionOf(next);
    onChange(when === undefined ? rest : { ...rest, shownWhen: when });
  };
  const shown: ConditionForm = form ?? { join: "all", parts: [] };
  const start = firstLeaf(file, item);
  const offered = leafKinds.filter((kind) => start[kind] !== undefined);
  const add = (kind: LeafKind): void => {
    const leaf = start[kind];
    if (leaf !== undefined) put({ ...shown, parts: [...shown.parts, { leaf, isNot: false }] });
  };
  const change = (at: number, part: ConditionPart | undefined): void =>
    put({
      ...shown,
      parts: shown.parts.flatMap((known, one) => (one !== at ? [known] : part === undefined ? [] : [part])),
    });
  const [only] = shown.parts;
  const single = form === undefined ? "compound" : only === undefined ? "always" : kindOfLeaf(only.leaf);
  return (
    <>
      {shown.parts.length < 2 && (
        <Select
          label={text("templates.conditionKind")}
          placeholder={text("templates.condition-always")}
          value={single}
          options={(["always", ...offered, ...(form === undefined ? (["compound"] as const) : [])] as const).map(
            (value) => ({
              value,
              label: text(`templates.condition-${value}`),
            }),
          )}
          onChange={(next) => {
            if (next === "compound") return;
            const leaf = next === "always" ? undefined : start[next];
            put({ join: "all", parts: leaf === undefined ? [] : [{ leaf, isNot: false }] });
          }}
        />
      )}
      {shown.parts.length > 1 && (
        <ChoiceGroup
          label={text("templates.conditionJoin")}
          layout="row"
          value={shown.join}
          onChange={(join) => put({ ...shown, join: join === "any" ? "any" : "all" })}
          choices={(["all", "any"] as const).map((value) => ({ value, label: text(`templates.condition-${value}`) }))}
        />
      )}
      {numbered(shown.parts).map(({ part, at, key }) => (
        <Part
          key={key}
          part={part}
          at={at}
          isOne={shown.parts.length === 1}
          file={file}
          item={item}
          onChange={change}
        />
      ))}
      {shown.parts.length > 0 && shown.parts.length < shownWhenLimits.parts && (
        <div>
          <Button icon={Plus} onPress={() => add(offered[0] ?? "depth")}>
            {text("templates.conditionAdd")}
          </Button>
        </div>
      )}
    </>
  );
}

/** Parts have no name of their own; their place is what they are known by. */
function numbered(parts: readonly ConditionPart[]) {
  return parts.map((part, at) => ({ part, at, key: `part-${at}` }));
}

interface PartProps {
  readonly part: ConditionPart;
  readonly at: number;
  /** The only part: its kind is chosen above, and removing it is choosing “always”. */
  readonly isOne: boolean;
  readonly file: TemplateFile;
  readonly item: TemplateItem;
  readonly onChange: (at: number, part: ConditionPart | undefined) => void;
}

function Part({ part, at, isOne, file, item, onChange }: PartProps): ReactNode {
  const text = useText();
  const start = firstLeaf(file, item);
  const number = at + 1;
  const put = (leaf: ShownLeaf | undefined): void => leaf && onChange(at, { ...part, leaf });
  return (
    <fieldset className={css["part"]}>
      {!isOne && (
        <>
          <legend>{text("templates.conditionPart", { number })}</legend>
          <div className={css["partHead"]}>
            <Select
              label={text("templates.conditionKind")}
              placeholder={text("templates.choose")}
              value={kindOfLeaf(part.leaf)}
              options={leafKinds
                .filter((kind) => start[kind] !== undefined)
                .map((value) => ({ value, label: text(`templates.condition-${value}`) }))}
              onChange={(kind) => put(start[kind])}
            />
            <IconButton
              icon={X}
              label={text("templates.conditionRemove", { number })}
              onPress={() => onChange(at, undefined)}
            />
          </div>
        </>
      )}
      <ConditionLeaf leaf={part.leaf} file={file} item={item} onChange={put} />
      <Checkbox isSelected={part.isNot} onChange={(isNot) => onChange(at, { ...part, isNot })}>
        {text("templates.conditionNot")}
      </Checkbox>
    </fieldset>
  );
}
