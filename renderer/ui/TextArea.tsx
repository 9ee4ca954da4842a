import type { ReactNode, RefObject } from "react";
import { TextArea as AriaTextArea, TextField as AriaTextField } from "react-aria-components";
import { countCharacters } from "./characters.ts";
import { classNames } from "./class-names.ts";
import { useCommit } from "./commit.ts";
import { FieldHead, FieldProblem, SaveMark } from "./FieldParts.tsx";
import type { FieldProps, SaveState } from "./field.ts";
import css from "./TextField.module.css";
import { useUiText } from "./words.ts";

export type TextAreaProps = FieldProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The text is final: on blur, after a pause, or when the field goes away. Never during composition. */
  readonly onCommit?: ((value: string) => void) | undefined;
  /** Pause in milliseconds after which a change commits by itself; left out, only blur commits. */
  readonly commitIdleMs?: number | undefined;
  /** Says whether the text is safe; give it from the first render on, so that its line is always there. */
  readonly saveState?: SaveState | undefined;
  /** Lines shown while empty; the field grows with the text. */
  readonly rows?: number;
  /** Limit in characters as a person counts them. Typing beyond it is allowed and shown, never cut. */
  readonly characterLimit?: number | undefined;
  readonly placeholder?: string | undefined;
  readonly isReadOnly?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly lang?: string | undefined;
  readonly inputRef?: RefObject<HTMLTextAreaElement | null>;
};

/** Several lines of text. Grows as it is filled. */
export function TextArea(props: TextAreaProps): ReactNode {
  const { value, onChange, onCommit, commitIdleMs, saveState, rows = 3, characterLimit, inputRef } = props;
  const commit = useCommit({ value, onCommit, idleMs: commitIdleMs });
  return (
    <AriaTextField
      className={classNames(css["field"])}
      value={value}
      onChange={(next) => {
        commit.edited();
        onChange(next);
      }}
      isDisabled={props.isDisabled ?? false}
      isReadOnly={props.isReadOnly ?? false}
      isInvalid={props.error !== undefined}
      isRequired={props.necessity === "required"}
      validationBehavior="aria"
      autoFocus={props.autoFocus ?? false}
    >
      <FieldHead {...props} />
      <AriaTextArea
        {...commit.events}
        {...(inputRef !== undefined && { ref: inputRef })}
        className={classNames(css["input"], css["area"])}
        style={{ minBlockSize: `calc(${rows} * 1.7em + var(--space-4) + 2px)` }}
        placeholder={props.placeholder ?? ""}
        {...(props.lang !== undefined && { lang: props.lang })}
        spellCheck={false}
        rows={rows}
      />
      <FieldProblem error={props.error} />
      {(saveState !== undefined || characterLimit !== undefined) && (
        <div className={css["foot"]}>
          {saveState !== undefined && <SaveMark state={saveState} />}
          {characterLimit !== undefined && <Counter value={value} limit={characterLimit} />}
        </div>
      )}
    </AriaTextField>
  );
}

/** Below this share of the limit the remaining count is emphasised. */
const nearShare = 0.1;

function Counter({ value, limit }: { readonly value: string; readonly limit: number }): ReactNode {
  const text = useUiText();
  const count = countCharacters(value);
  const left = limit - count;
  const stands = left < 0 ? "over" : left <= limit * nearShare ? "near" : undefined;
  return (
    <span className={classNames(css["counter"], stands !== undefined && css[stands])}>
      {left < 0
        ? text("charactersOver", { count, limit, over: -left })
        : text("charactersLeft", { count, limit, left })}
    </span>
  );
}
