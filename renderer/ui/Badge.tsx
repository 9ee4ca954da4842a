import type { ReactNode } from "react";
import css from "./Badge.module.css";
import { classNames } from "./class-names.ts";
import { Icon, type IconShape } from "./Icon.tsx";

export type BadgeProps = {
  readonly children: ReactNode;
  /** Danger is for data at risk only; people and bodies are never marked so. */
  readonly tone?: "neutral" | "accent" | "success" | "warning" | "danger" | "solid";
  readonly icon?: IconShape | undefined;
};

/** One or two words on the state of a thing. */
export function Badge({ children, tone = "neutral", icon }: BadgeProps): ReactNode {
  return (
    <span className={classNames(css["badge"], css[tone])}>
      {icon !== undefined && <Icon shape={icon} size="small" />}
      {children}
    </span>
  );
}
