import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import css from "./Icon.module.css";

/** A drawing from the one icon set; import it from `lucide-react` by name. */
export type IconShape = LucideIcon;

export type IconProps = {
  readonly shape: IconShape;
  /** Follows the text beside it: small is as tall as the letters, medium a quarter more. */
  readonly size?: "small" | "medium" | "large";
  /** Set only where no visible text says the same; otherwise the icon is decoration. */
  readonly label?: string | undefined;
};

/** One icon, sized by the text it stands in and hidden from assistive technology unless it is given a label. */
export function Icon({ shape: Shape, size = "medium", label }: IconProps): ReactNode {
  const className = classNames(css["icon"], size !== "medium" && css[size]);
  return label === undefined ? (
    <Shape className={className} aria-hidden="true" focusable="false" />
  ) : (
    <Shape className={className} role="img" aria-label={label} focusable="false" />
  );
}
