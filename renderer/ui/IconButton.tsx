import type { ReactNode, RefObject } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components";
import { classNames } from "./class-names.ts";
import { Icon, type IconShape } from "./Icon.tsx";
import css from "./IconButton.module.css";
import { Tooltip } from "./Tooltip.tsx";

export type IconButtonProps = Pick<AriaButtonProps, "onPress" | "slot" | "autoFocus" | "aria-expanded"> & {
  readonly icon: IconShape;
  /** The accessible name, also shown on hover and on focus. */
  readonly label: string;
  readonly size?: "small" | "medium";
  readonly shortcut?: string | undefined;
  readonly isDisabled?: boolean | undefined;
  /** For a button that stays down; undefined for one that does not. */
  readonly isPressed?: boolean | undefined;
  readonly ref?: RefObject<HTMLButtonElement | null>;
};

/** A button with room for an icon only; its words appear on hover and on focus. */
export function IconButton(props: IconButtonProps): ReactNode {
  const { icon, label, size = "medium", shortcut, isDisabled, isPressed, ...rest } = props;
  return (
    <Tooltip text={label} shortcut={shortcut}>
      <AriaButton
        {...rest}
        aria-label={label}
        {...(isPressed !== undefined && { "aria-pressed": isPressed })}
        isDisabled={isDisabled ?? false}
        className={classNames(css["button"], size === "small" && css["small"])}
      >
        <Icon shape={icon} />
      </AriaButton>
    </Tooltip>
  );
}
