import type { ReactNode } from "react";
import { Checkbox as AriaCheckbox, CheckboxGroup as AriaCheckboxGroup } from "react-aria-components";
import css from "./Checkbox.module.css";
import { CheckboxFace } from "./Checkbox.tsx";
import { classNames } from "./class-names.ts";
import { FieldHead, FieldProblem } from "./FieldParts.tsx";
import type { FieldProps } from "./field.ts";

export type CheckboxOption<Value extends string> = {
  readonly value: Value;
  readonly label: ReactNode;
  readonly help?: ReactNode | undefined;
  readonly isDisabled?: boolean | undefined;
};

export type CheckboxGroupProps<Value extends string> = FieldProps & {
  readonly options: readonly CheckboxOption<Value>[];
  readonly value: readonly Value[];
  /** The chosen values in the order of the options. */
  readonly onChange: (value: readonly Value[]) => void;
  readonly layout?: "row" | "column";
};

/** Any number out of a list. */
export function CheckboxGroup<Value extends string>(props: CheckboxGroupProps<Value>): ReactNode {
  const { options, value, onChange, layout = "column" } = props;
  return (
    <AriaCheckboxGroup
      className={classNames(css["group"])}
      value={[...value]}
      onChange={(next) => onChange(options.map((option) => option.value).filter((one) => next.includes(one)))}
      isDisabled={props.isDisabled ?? false}
      isInvalid={props.error !== undefined}
      isRequired={props.necessity === "required"}
      validationBehavior="aria"
    >
      <FieldHead {...props} />
      <div className={css[layout]}>
        {options.map((option) => (
          <AriaCheckbox
            key={option.value}
            value={option.value}
            isDisabled={option.isDisabled ?? false}
            className={classNames(css["checkbox"])}
          >
            <CheckboxFace help={option.help}>{option.label}</CheckboxFace>
          </AriaCheckbox>
        ))}
      </div>
      <FieldProblem error={props.error} />
    </AriaCheckboxGroup>
  );
}
