import { Check, Minus } from "lucide-react";
import type { ReactNode } from "react";
import { Checkbox as AriaCheckbox } from "react-aria-components";
import css from "./Checkbox.module.css";
import { classNames } from "./class-names.ts";
import { Icon } from "./Icon.tsx";

export type CheckboxProps = {
  readonly children: ReactNode;
  readonly help?: ReactNode | undefined;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  /** Some but not all of what it stands for. */
  readonly isIndeterminate?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly isInvalid?: boolean | undefined;
};

/** One thing that holds or does not. */
export function Checkbox(props: CheckboxProps): ReactNode {
  const { children, help, isSelected, onChange } = props;
  return (
    <AriaCheckbox
      className={classNames(css["checkbox"])}
      isSelected={isSelected}
      onChange={onChange}
      isIndeterminate={props.isIndeterminate ?? false}
      isDisabled={props.isDisabled ?? false}
      isInvalid={props.isInvalid ?? false}
    >
      <CheckboxFace help={help}>{children}</CheckboxFace>
    </AriaCheckbox>
  );
}

/** The box and the words beside it; the state is read from the widget around it. */
export function CheckboxFace({
  children,
  help,
}: {
  readonly children: ReactNode;
  readonly help: ReactNode;
}): ReactNode {
  return (
    <>
      <CheckboxMark />
      <span>
        {children}
        {help !== undefined && <span className={css["hint"]}>{help}</span>}
      </span>
    </>
  );
}

function CheckboxMark(): ReactNode {
  return (
    <span className={css["box"]} aria-hidden="true">
      <span className={css["checked"]}>
        <Icon shape={Check} />
      </span>
      <span className={css["partly"]}>
        <Icon shape={Minus} />
      </span>
    </span>
  );
}
