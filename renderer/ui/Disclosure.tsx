import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Disclosure as AriaDisclosure, Button, DisclosurePanel, Heading } from "react-aria-components";
import { classNames } from "./class-names.ts";
import css from "./Disclosure.module.css";
import { Icon } from "./Icon.tsx";

export type DisclosureProps = {
  readonly title: ReactNode;
  /** A few words at the end of the line, readable while closed. */
  readonly summary?: ReactNode;
  readonly level?: 2 | 3 | 4 | 5;
  readonly children: ReactNode;
  readonly isOpen?: boolean | undefined;
  readonly onOpenChange?: ((isOpen: boolean) => void) | undefined;
  readonly isOpenAtFirst?: boolean;
  readonly isDisabled?: boolean | undefined;
};

/** A part that can be folded away. What must not be missed does not belong inside. */
export function Disclosure(props: DisclosureProps): ReactNode {
  const { title, summary, level = 3, children, isOpen, onOpenChange, isOpenAtFirst = false, isDisabled } = props;
  return (
    <AriaDisclosure
      className={classNames(css["disclosure"])}
      isDisabled={isDisabled ?? false}
      defaultExpanded={isOpenAtFirst}
      {...(isOpen !== undefined && { isExpanded: isOpen })}
      {...(onOpenChange !== undefined && { onExpandedChange: onOpenChange })}
    >
      <Heading level={level} className={classNames(css["heading"])}>
        <Button slot="trigger" className={classNames(css["trigger"])}>
          <span className={css["arrow"]}>
            <Icon shape={ChevronRight} />
          </span>
          <span className={css["title"]}>{title}</span>
          {summary !== undefined && <span className={css["summary"]}>{summary}</span>}
        </Button>
      </Heading>
      <DisclosurePanel>
        <div className={css["inside"]}>{children}</div>
      </DisclosurePanel>
    </AriaDisclosure>
  );
}
