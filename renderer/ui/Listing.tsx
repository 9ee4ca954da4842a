import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { Popover as AriaPopover, ListBox, ListBoxItem } from "react-aria-components";
import { classNames } from "./class-names.ts";
import { Icon } from "./Icon.tsx";
import css from "./Listing.module.css";
import { useUiText } from "./words.ts";

/** One line of a list that drops down. */
export type ListingOption<Value extends string> = {
  readonly value: Value;
  readonly label: string;
  readonly help?: string | undefined;
  readonly isDisabled?: boolean | undefined;
};

export type ListingPopoverProps<Value extends string> = {
  /** Left out inside `ComboBox`, which filters the options itself. */
  readonly options?: readonly ListingOption<Value>[];
};

/** The list that drops down from `Select` and `ComboBox`. */
export function ListingPopover<Value extends string>({ options }: ListingPopoverProps<Value>): ReactNode {
  const text = useUiText();
  return (
    <AriaPopover className={classNames(css["popover"])} offset={4}>
      <ListBox<ListingOption<Value>>
        {...(options !== undefined && { items: options.map(withId) })}
        className={classNames(css["list"])}
        renderEmptyState={() => <div className={css["none"]}>{text("noMatch")}</div>}
      >
        {(option) => <ListingItem option={option} />}
      </ListBox>
    </AriaPopover>
  );
}

/** The widget library finds an item by its `id`. */
export function withId<Value extends string>(option: ListingOption<Value>): ListingOption<Value> & { id: Value } {
  return { ...option, id: option.value };
}

function ListingItem<Value extends string>({ option }: { readonly option: ListingOption<Value> }): ReactNode {
  return (
    <ListBoxItem
      id={option.value}
      textValue={option.label}
      isDisabled={option.isDisabled ?? false}
      className={classNames(css["option"])}
    >
      <span className={css["tick"]} aria-hidden="true">
        <Icon shape={Check} size="small" />
      </span>
      <span className={css["words"]}>
        {option.label}
        {option.help !== undefined && <span className={css["hint"]}>{option.help}</span>}
      </span>
    </ListBoxItem>
  );
}
