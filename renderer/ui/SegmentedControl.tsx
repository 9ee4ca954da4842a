import type { ReactNode } from "react";
import { Radio, RadioGroup } from "react-aria-components";
import { classNames } from "./class-names.ts";
import { FieldHead } from "./FieldParts.tsx";
import type { FieldProps } from "./field.ts";
import { Icon, type IconShape } from "./Icon.tsx";
import css from "./SegmentedControl.module.css";

export type Segment<Value extends string> = {
  readonly value: Value;
  readonly label: string;
  readonly icon?: IconShape | undefined;
  readonly isDisabled?: boolean | undefined;
};

export type SegmentedControlProps<Value extends string> = Pick<
  FieldProps,
  "label" | "isLabelHidden" | "help" | "isDisabled"
> & {
  readonly segments: readonly Segment<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
};

/** Switches how something is shown, at once. For an answer that is kept, use `ChoiceGroup`. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>): ReactNode {
  const { segments, value, onChange } = props;
  return (
    <RadioGroup
      className={classNames(css["group"])}
      orientation="horizontal"
      value={value}
      onChange={(next) => {
        const chosen = segments.find((segment) => segment.value === next);
        if (chosen !== undefined) onChange(chosen.value);
      }}
      isDisabled={props.isDisabled ?? false}
    >
      <FieldHead {...props} />
      <div className={css["track"]}>
        {segments.map((segment) => (
          <Radio
            key={segment.value}
            value={segment.value}
            isDisabled={segment.isDisabled ?? false}
            className={classNames(css["segment"])}
          >
            {segment.icon !== undefined && <Icon shape={segment.icon} size="small" />}
            {segment.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
