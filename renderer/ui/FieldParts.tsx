import { AlertCircle, Check } from "lucide-react";
import type { ReactNode } from "react";
import { FieldError, Label, Text } from "react-aria-components";
import { classNames } from "./class-names.ts";
import css from "./FieldParts.module.css";
import type { FieldProps, SaveState } from "./field.ts";
import { Icon } from "./Icon.tsx";
import { useUiText } from "./words.ts";

/** The label, whether the field must be filled, and the help under it. Lives inside a field of the widget library. */
export function FieldHead({ label, isLabelHidden, help, necessity }: FieldProps): ReactNode {
  return (
    <>
      <Label className={classNames(css["label"], isLabelHidden === true && css["hidden"])}>
        {label}
        <Necessity of={necessity} />
      </Label>
      {help !== undefined && (
        <Text slot="description" className={classNames(css["help"])}>
          {help}
        </Text>
      )}
    </>
  );
}

/** The small mark that says a field is required or optional. */
export function Necessity({ of }: { readonly of: FieldProps["necessity"] }): ReactNode {
  const text = useUiText();
  if (of === undefined) return null;
  return <span className={classNames(css["necessity"], css[of])}>{text(of)}</span>;
}

/** The sentence that says what is wrong; announced with the field. */
export function FieldProblem({ error }: { readonly error: string | undefined }): ReactNode {
  if (error === undefined) return null;
  return (
    <FieldError className={classNames(css["error"])}>
      <Icon shape={AlertCircle} />
      <span>{error}</span>
    </FieldError>
  );
}

/** Says whether the text is safe. Keeps its line so that nothing below moves when the state changes. */
export function SaveMark({ state }: { readonly state: SaveState }): ReactNode {
  const text = useUiText();
  return (
    <span className={classNames(css["save"], css[state])} role="status">
      {state === "saved" && <Icon shape={Check} size="small" />}
      {state === "failed" && <Icon shape={AlertCircle} size="small" />}
      {state !== "idle" && <span>{text(saveWords[state])}</span>}
    </span>
  );
}

const saveWords = { unsaved: "unsaved", saving: "saving", saved: "saved", failed: "saveFailed" } as const;
