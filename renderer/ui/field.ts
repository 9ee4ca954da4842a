import type { ReactNode } from "react";

/** What every field takes, so that all forms read and fail the same way. */
export type FieldProps = {
  readonly label: string;
  /** Keeps the label for assistive technology only; for a field whose meaning the heading above already gives. */
  readonly isLabelHidden?: boolean | undefined;
  /** One or two sentences under the label, before the input. */
  readonly help?: ReactNode | undefined;
  /** Says what is wrong and what to do. Its presence makes the field invalid. */
  readonly error?: string | undefined;
  readonly necessity?: "required" | "optional" | undefined;
  readonly isDisabled?: boolean | undefined;
};

/** How a field's text stands with the vault. */
export type SaveState = "idle" | "unsaved" | "saving" | "saved" | "failed";
