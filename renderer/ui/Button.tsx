import type { ReactNode, RefObject } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components";
import css from "./Button.module.css";
import { classNames } from "./class-names.ts";
import { Icon, type IconShape } from "./Icon.tsx";
import { Kbd } from "./Kbd.tsx";

export type ButtonProps = Pick<
  AriaButtonProps,
  "onPress" | "type" | "form" | "autoFocus" | "slot" | "id" | "aria-describedby" | "aria-expanded" | "aria-controls"
> & {
  readonly children: ReactNode;
  /** One primary per page at most; danger only where data can be lost. */
  readonly tone?: "primary" | "secondary" | "quiet" | "danger";
  readonly size?: "small" | "medium";
  readonly icon?: IconShape | undefined;
  /** Keys that do the same, shown as a hint; the command itself is registered elsewhere. */
  readonly shortcut?: string | undefined;
  readonly isDisabled?: boolean | undefined;
  /** Keeps its place, its size and its focus, ignores presses, and says so to assistive technology. */
  readonly isBusy?: boolean | undefined;
  /** As wide as what holds it. */
  readonly isWide?: boolean | undefined;
  readonly ref?: RefObject<HTMLButtonElement | null>;
};

/** Does something here and now. To go somewhere, use `Link`. */
export function Button(props: ButtonProps): ReactNode {
  const { children, tone = "secondary", size = "medium", icon, shortcut, isDisabled, isBusy, isWide, ...rest } = props;
  return (
    <AriaButton
      {...rest}
      isDisabled={isDisabled ?? false}
      isPending={isBusy ?? false}
      className={classNames(css["button"], css[tone], size === "small" && css["small"], isWide === true && css["wide"])}
    >
      {icon !== undefined && <Icon shape={icon} />}
      <span>{children}</span>
      {shortcut !== undefined && (
        <span aria-hidden="true">
          <Kbd keys={shortcut} isOnAccent={tone === "primary" || tone === "danger"} />
        </span>
      )}
      {isBusy === true && <span className={css["busy"]} aria-hidden="true" />}
    </AriaButton>
  );
}
