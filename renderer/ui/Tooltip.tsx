import type { ReactElement, ReactNode } from "react";
import { Tooltip as AriaTooltip, TooltipTrigger } from "react-aria-components";
import { classNames } from "./class-names.ts";
import { Kbd } from "./Kbd.tsx";
import css from "./Tooltip.module.css";

export type TooltipProps = {
  readonly text: string;
  readonly shortcut?: string | undefined;
  /** One focusable widget of this folder; the tip shows on hover and on focus. */
  readonly children: ReactElement;
};

/** A few words about the control under the pointer. Nothing a person needs in order to work may live here alone. */
export function Tooltip({ text, shortcut, children }: TooltipProps): ReactNode {
  return (
    <TooltipTrigger delay={400} closeDelay={100}>
      {children}
      <AriaTooltip offset={8} className={classNames(css["tip"])}>
        {text}
        {shortcut !== undefined && <Kbd keys={shortcut} isOnAccent />}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
