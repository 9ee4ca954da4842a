import { Eye, EyeOff, TriangleAlert } from "lucide-react";
import { type KeyboardEvent, type ReactNode, type RefObject, useState } from "react";
import { TextField as AriaTextField, Input } from "react-aria-components";
import { classNames } from "./class-names.ts";
import { pressOf, useCompositionGuard } from "./composition-events.ts";
import { FieldHead, FieldProblem } from "./FieldParts.tsx";
import type { FieldProps } from "./field.ts";
import { Icon } from "./Icon.tsx";
import { IconButton } from "./IconButton.tsx";
import css from "./PassphraseField.module.css";
import fieldCss from "./TextField.module.css";
import { useUiText } from "./words.ts";

export type PassphraseFieldProps = FieldProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Enter was pressed, outside composition. */
  readonly onEnter?: (() => void) | undefined;
  /** `new-password` where one is being chosen. Nothing is remembered either way. */
  readonly purpose?: "current-password" | "new-password";
  readonly autoFocus?: boolean | undefined;
  readonly inputRef?: RefObject<HTMLInputElement | null>;
};

/** A secret that can be looked at while typing, with a hint while Caps Lock is on. */
export function PassphraseField(props: PassphraseFieldProps): ReactNode {
  const { value, onChange, onEnter, purpose = "current-password", inputRef } = props;
  const text = useUiText();
  const { guard, events } = useCompositionGuard();
  const [isShown, setShown] = useState(false);
  const [hasCapsLock, setCapsLock] = useState(false);
  const watchCapsLock = (event: KeyboardEvent): void => setCapsLock(event.getModifierState("CapsLock"));
  return (
    <AriaTextField
      className={classNames(fieldCss["field"])}
      type={isShown ? "text" : "password"}
      value={value}
      onChange={onChange}
      autoComplete={purpose}
      isDisabled={props.isDisabled ?? false}
      isInvalid={props.error !== undefined}
      isRequired={props.necessity === "required"}
      validationBehavior="aria"
      autoFocus={props.autoFocus ?? false}
    >
      <FieldHead {...props} />
      <div className={css["box"]}>
        <Input
          {...(inputRef !== undefined && { ref: inputRef })}
          className={classNames(fieldCss["input"], css["input"])}
          {...events}
          spellCheck={false}
          autoCapitalize="none"
          onKeyUp={watchCapsLock}
          onBlur={() => setCapsLock(false)}
          onKeyDown={(event) => {
            watchCapsLock(event);
            if (event.key === "Enter" && !guard.owns(pressOf(event))) onEnter?.();
          }}
        />
        <div className={css["toggle"]}>
          <IconButton
            icon={isShown ? EyeOff : Eye}
            label={text(isShown ? "hide" : "show")}
            size="small"
            isDisabled={props.isDisabled}
            onPress={() => setShown(!isShown)}
          />
        </div>
      </div>
      {hasCapsLock && (
        <span className={css["caps"]} role="status">
          <Icon shape={TriangleAlert} size="small" />
          {text("capsLockOn")}
        </span>
      )}
      <FieldProblem error={props.error} />
    </AriaTextField>
  );
}
