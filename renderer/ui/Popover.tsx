import type { ReactElement, ReactNode } from "react";
import { Popover as AriaPopover, Dialog, DialogTrigger, Heading } from "react-aria-components";
import { classNames } from "./class-names.ts";
import css from "./Popover.module.css";

export type PopoverProps = {
  /** The button that opens it. */
  readonly trigger: ReactElement;
  /** Its accessible name; shown unless `isTitleHidden`. */
  readonly title: string;
  readonly isTitleHidden?: boolean;
  readonly children: ReactNode;
  readonly isOpen?: boolean | undefined;
  readonly onOpenChange?: ((isOpen: boolean) => void) | undefined;
};

/** A small window beside the button that opened it; Escape or a click elsewhere closes it. */
export function Popover(props: PopoverProps): ReactNode {
  const { trigger, title, isTitleHidden = false, children, isOpen, onOpenChange } = props;
  return (
    <DialogTrigger {...(isOpen !== undefined && { isOpen })} {...(onOpenChange !== undefined && { onOpenChange })}>
      {trigger}
      <AriaPopover className={classNames(css["popover"])} offset={8}>
        <Dialog className={classNames(css["body"])} aria-label={title}>
          {!isTitleHidden && (
            <Heading level={2} className={classNames(css["title"])}>
              {title}
            </Heading>
          )}
          {children}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
