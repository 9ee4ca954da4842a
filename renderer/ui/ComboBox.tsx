import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { ComboBox as AriaComboBox, Button, Input } from "react-aria-components";
import { classNames } from "./class-names.ts";
import { FieldHead, FieldProblem } from "./FieldParts.tsx";
import type { FieldProps } from "./field.ts";
import { Icon } from "./Icon.tsx";
import css from "./Listing.module.css";
import { type ListingOption, ListingPopover, withId } from "./Listing.tsx";
import fieldCss from "./TextField.module.css";

export type ComboBoxProps<Value extends string> = FieldProps & {
  readonly options: readonly ListingOption<Value>[];
  /** Undefined while nothing is chosen. */
  readonly value: Value | undefined;
  /** Undefined when the text was emptied. */
  readonly onChange: (value: Value | undefined) => void;
  readonly placeholder?: string | undefined;
};

/** One out of a long list, found by typing part of it. */
export function ComboBox<Value extends string>(props: ComboBoxProps<Value>): ReactNode {
  const { options, value, onChange, placeholder = "" } = props;
  return (
    <AriaComboBox
      className={classNames(fieldCss["field"])}
      defaultItems={options.map(withId)}
      value={value ?? null}
      onChange={(key) => onChange(options.find((option) => option.value === key)?.value)}
      menuTrigger="focus"
      allowsEmptyCollection
      isDisabled={props.isDisabled ?? false}
      isInvalid={props.error !== undefined}
      isRequired={props.necessity === "required"}
      validationBehavior="aria"
    >
      <FieldHead {...props} />
      <div className={css["box"]}>
        <Input className={classNames(fieldCss["input"])} placeholder={placeholder} spellCheck={false} />
        <Button className={classNames(css["open"])}>
          <Icon shape={ChevronDown} />
        </Button>
      </div>
      <FieldProblem error={props.error} />
      <ListingPopover />
    </AriaComboBox>
  );
}
