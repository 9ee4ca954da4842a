import type { ReactNode } from "react";
import css from "./VisuallyHidden.module.css";

/** Text for the ear only. */
export function VisuallyHidden({ children }: { readonly children: ReactNode }): ReactNode {
  return <span className={css["hidden"]}>{children}</span>;
}
