import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { Select as AriaSelect, Button, SelectValue } from "react-aria-components";
import { classNames } from "./class-names.ts";
import { FieldHead, FieldProblem } from "./FieldParts.tsx";
import type { FieldProps } from "./field.ts";
import { Icon } from "./Icon.tsx";
import css from "./Listing.module.css";
import { type ListingOption, ListingPopover } from "./Listing.tsx";
import fieldCss from "./TextField.module.css";

export type SelectProps<Value extends string> = FieldProps & {
  readonly options: readonly ListingOption<Value>[];
  /** Undefined while nothing is chosen. */
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
  /** Shown while nothing is chosen, as `選んでください`. */
  readonly placeholder: string;
  readonly width?: "short" | "medium" | "full";
  readonly autoFocus?: boolean | undefined;
};

/** One out of a list too long to lay out. With five or fewer, `ChoiceGroup` shows more. */
export function Select<Value extends string>(props: SelectProps<Value>): ReactNode {
  const { options, value, onChange, placeholder, width = "full" } = props;
  return (
    <AriaSelect
      className={classNames(fieldCss["field"])}
      value={value ?? null}
      onChange={(key) => {
        const chosen = options.find((option) => option.value === key);
        if (chosen !== undefined) onChange(chosen.value);
      }}
      placeholder={placeholder}
      isDisabled={props.isDisabled ?? false}
      isInvalid={props.error !== undefined}
      isRequired={props.necessity === "required"}
      validationBehavior="aria"
      autoFocus={props.autoFocus ?? false}
    >
      <FieldHead {...props} />
      <Button
        className={classNames(fieldCss["input"], css["control"], fieldCss[width])}
        data-invalid={props.error !== undefined || undefined}
      >
        <SelectValue className={classNames(css["value"])}>
          {({ isPlaceholder, selectedText, defaultChildren }) => (isPlaceholder ? defaultChildren : selectedText)}
        </SelectValue>
        <Icon shape={ChevronDown} />
      </Button>
      <FieldProblem error={props.error} />
      <ListingPopover options={options} />
    </AriaSelect>
  );
}
