import type { HTMLInputAutoCompleteAttribute, ReactNode, RefObject } from "react";
import { TextField as AriaTextField, Input } from "react-aria-components";
import { classNames } from "./class-names.ts";
import { useCommit } from "./commit.ts";
import { pressOf } from "./composition-events.ts";
import { FieldHead, FieldProblem, SaveMark } from "./FieldParts.tsx";
import type { FieldProps, SaveState } from "./field.ts";
import css from "./TextField.module.css";

export type TextFieldProps = FieldProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The text is final: on blur, on Enter, after a pause, or when the field goes away. Never during composition. */
  readonly onCommit?: ((value: string) => void) | undefined;
  /** Pause in milliseconds after which a change commits by itself; left out, only blur and Enter commit. */
  readonly commitIdleMs?: number | undefined;
  /** Enter was pressed, outside composition; runs after `onCommit`. */
  readonly onEnter?: (() => void) | undefined;
  readonly saveState?: SaveState | undefined;
  readonly width?: "short" | "medium" | "full";
  readonly type?: "text" | "search" | "email" | "tel" | "url";
  readonly placeholder?: string | undefined;
  readonly isReadOnly?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly autoComplete?: HTMLInputAutoCompleteAttribute;
  /** Limit in UTF-16 units, as the contract counts. */
  readonly maxLength?: number | undefined;
  readonly lang?: string | undefined;
  /** Names a person may write in any script, so the direction follows what is typed. */
  readonly isName?: boolean | undefined;
  readonly inputRef?: RefObject<HTMLInputElement | null>;
};

/** One line of text. */
export function TextField(props: TextFieldProps): ReactNode {
  const { value, onChange, onCommit, commitIdleMs, onEnter, saveState, width = "full", isName, inputRef } = props;
  const commit = useCommit({ value, onCommit, idleMs: commitIdleMs });
  return (
    <AriaTextField
      className={classNames(css["field"])}
      value={value}
      onChange={(next) => {
        commit.edited();
        onChange(next);
      }}
      type={props.type ?? "text"}
      autoComplete={props.autoComplete ?? "off"}
      isDisabled={props.isDisabled ?? false}
      isReadOnly={props.isReadOnly ?? false}
      isInvalid={props.error !== undefined}
      isRequired={props.necessity === "required"}
      validationBehavior="aria"
      autoFocus={props.autoFocus ?? false}
      {...(props.maxLength !== undefined && { maxLength: props.maxLength })}
    >
      <FieldHead {...props} />
      <Input
        {...commit.events}
        {...(inputRef !== undefined && { ref: inputRef })}
        className={classNames(css["input"], css[width])}
        placeholder={props.placeholder ?? ""}
        {...(props.lang !== undefined && { lang: props.lang })}
        {...(isName === true && { dir: "auto" })}
        spellCheck={false}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || commit.guard.owns(pressOf(event))) return;
          commit.now();
          onEnter?.();
        }}
      />
      <FieldProblem error={props.error} />
      {saveState !== undefined && <SaveMark state={saveState} />}
    </AriaTextField>
  );
}
