import type { ReactNode } from "react";
import { Link as AriaLink } from "react-aria-components";
import { classNames } from "./class-names.ts";
import { Icon, type IconShape } from "./Icon.tsx";
import css from "./Link.module.css";

export type LinkProps = {
  readonly children: ReactNode;
  /** Goes to another page of the app. Nothing here ever opens an address. */
  readonly onPress: () => void;
  readonly icon?: IconShape | undefined;
  readonly isStrong?: boolean;
  readonly isDisabled?: boolean | undefined;
  /** Marks the page that is open. */
  readonly isCurrent?: boolean | undefined;
};

/** Leads to another place in the app. To do something here, use `Button`. */
export function Link(props: LinkProps): ReactNode {
  const { children, onPress, icon, isStrong = false, isDisabled = false, isCurrent = false } = props;
  return (
    <AriaLink
      className={classNames(css["link"], isStrong && css["strong"])}
      onPress={onPress}
      isDisabled={isDisabled}
      {...(isCurrent && { "aria-current": "page" })}
    >
      {icon !== undefined && <Icon shape={icon} size="small" />}
      {children}
    </AriaLink>
  );
}
