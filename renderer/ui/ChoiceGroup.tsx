import type { ReactNode } from "react";
import { Radio, RadioGroup } from "react-aria-components";
import css from "./ChoiceGroup.module.css";
import { classNames } from "./class-names.ts";
import { FieldHead, FieldProblem } from "./FieldParts.tsx";
import type { FieldProps } from "./field.ts";
import { Kbd } from "./Kbd.tsx";

export type Choice<Value extends string> = {
  readonly value: Value;
  readonly label: ReactNode;
  readonly help?: ReactNode | undefined;
  /** The key that picks this choice, shown as a hint. */
  readonly keyHint?: string | undefined;
  readonly isDisabled?: boolean | undefined;
};

export type ChoiceGroupProps<Value extends string> = FieldProps & {
  readonly choices: readonly Choice<Value>[];
  /** The chosen value; undefined while nothing is chosen. */
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
  /** Side by side for short answers, one under another for sentences. */
  readonly layout?: "row" | "column";
};

/** One answer out of a few, each a card large enough to read and to hit. Arrow keys move the choice. */
export function ChoiceGroup<Value extends string>(props: ChoiceGroupProps<Value>): ReactNode {
  const { choices, value, onChange, layout = "column" } = props;
  return (
    <RadioGroup
      className={classNames(css["group"])}
      orientation={layout === "row" ? "horizontal" : "vertical"}
      value={value ?? null}
      onChange={(next) => {
        const chosen = choices.find((choice) => choice.value === next);
        if (chosen !== undefined) onChange(chosen.value);
      }}
      isDisabled={props.isDisabled ?? false}
      isInvalid={props.error !== undefined}
      isRequired={props.necessity === "required"}
      validationBehavior="aria"
    >
      <FieldHead {...props} />
      <div className={css[layout]}>
        {choices.map((choice) => (
          <Radio
            key={choice.value}
            value={choice.value}
            isDisabled={choice.isDisabled ?? false}
            className={classNames(css["card"])}
          >
            <span className={css["dot"]} aria-hidden="true" />
            <span className={css["body"]}>
              <span className={css["name"]}>{choice.label}</span>
              {choice.help !== undefined && <span className={css["hint"]}>{choice.help}</span>}
            </span>
            {choice.keyHint !== undefined && (
              <span aria-hidden="true">
                <Kbd keys={choice.keyHint} />
              </span>
            )}
          </Radio>
        ))}
      </div>
      <FieldProblem error={props.error} />
    </RadioGroup>
  );
}
