import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { ComboBox as AriaComboBox, Button, Input } from "react-aria-components";
import { classNames } from "./class-names.ts";
import { FieldHead, FieldProblem } from "./FieldParts.tsx";
import type { FieldProps } from "./field.ts";
import { Icon } from "./Icon.tsx";
import css from "./Listing.module.css";
import { ListingPopover } from "./Listing.tsx";
import fieldCss from "./TextField.module.css";

export type SuggestFieldProps = FieldProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The text is final: on leaving the field, and when a suggestion is taken. */
  readonly onCommit?: (() => void) | undefined;
  /** Texts used before; any other text can be typed too. */
  readonly suggestions: readonly string[];
  readonly maxLength?: number | undefined;
  readonly isReadOnly?: boolean | undefined;
};

/** One line of free text that offers what was used before. */
export function SuggestField(props: SuggestFieldProps): ReactNode {
  const { value, onChange, onCommit, suggestions, maxLength, isReadOnly = false } = props;
  return (
    <AriaComboBox
      className={classNames(fieldCss["field"])}
      defaultItems={suggestions.map((suggestion) => ({ id: suggestion, value: suggestion, label: suggestion }))}
      inputValue={value}
      onInputChange={(typed) => {
        // The widget repeats the text when a suggestion is taken; only a difference is a change.
        if (typed !== value) onChange(typed);
      }}
      onBlur={() => onCommit?.()}
      allowsCustomValue
      menuTrigger="input"
      isReadOnly={isReadOnly}
      isDisabled={props.isDisabled ?? false}
      isInvalid={props.error !== undefined}
      isRequired={props.necessity === "required"}
      validationBehavior="aria"
    >
      <FieldHead {...props} />
      <div className={css["box"]}>
        <Input className={classNames(fieldCss["input"])} spellCheck={false} maxLength={maxLength} />
        {suggestions.length > 0 && !isReadOnly && (
          <Button className={classNames(css["open"])}>
            <Icon shape={ChevronDown} />
          </Button>
        )}
      </div>
      <FieldProblem error={props.error} />
      <ListingPopover />
    </AriaComboBox>
  );
}
