import { createContext, useContext } from "react";

/** The few words the widgets say by themselves; every language must carry all of them. */
export type UiWord =
  | "required"
  | "optional"
  | "show"
  | "hide"
  | "capsLockOn"
  | "unsaved"
  | "saving"
  | "saved"
  | "saveFailed"
  | "charactersLeft"
  | "charactersOver"
  | "close"
  | "cancel"
  | "help"
  | "dismiss"
  | "undo"
  | "notices"
  | "info"
  | "success"
  | "warning"
  | "error"
  | "copy"
  | "copied"
  | "chooseFile"
  | "openCalendar"
  | "previousMonth"
  | "nextMonth"
  | "noMatch"
  | "loading"
  | "progressOf"
  | "bandLow"
  | "bandModerate"
  | "bandHigh"
  | "bandCritical"
  | "inherent"
  | "residual"
  | "scaleBoth"
  | "scaleOne"
  | "spineDone"
  | "spineCurrent"
  | "spineWaiting"
  | "spineBlocked"
  | "spineNotYet";

/** Says one of the widgets' own words; patterns and languages are the caller's business. */
export type UiText = (word: UiWord, args?: Readonly<Record<string, string | number>>) => string;

/** Carries the words from the root to every widget. Without a root there are no words, which is a bug. */
export const UiTextContext = createContext<UiText | undefined>(undefined);

/** The words for a widget; throws outside `UiRoot`. */
export function useUiText(): UiText {
  const text = useContext(UiTextContext);
  if (text === undefined) throw new Error("Widgets need UiRoot above them");
  return text;
}
