import type { Command } from "../stores/command-store.ts";
import { createCompositionGuard } from "../ui/composition.ts";
import { commandFor, type KeyPlace } from "./shortcuts.ts";

/**
 * Runs commands by key until the returned function is called. A key that an input method, a field or a widget has taken
 * is left alone; a chord with Ctrl, Alt or Meta is asked for before the widgets, for a button with the focus would take
 * Ctrl+Enter for a press. `commands` is asked at every key press and answers in order of precedence.
 */
export function listenForKeys(window: Window, commands: () => readonly Command[]): () => void {
  const guard = createCompositionGuard();
  const onStart = (): void => guard.started();
  const onEnd = (event: Event): void => guard.ended(event.timeStamp);
  const onKeyDown = (event: KeyboardEvent): void => {
    const isBeforeWidgets = event.eventPhase === Event.CAPTURING_PHASE;
    if (isBeforeWidgets !== hasModifier(event) || event.defaultPrevented || guard.owns(event)) return;
    const command = commandFor(commands(), event, placeOf(event.target));
    if (command === undefined) return;
    // The chord is ours even while it is held down: the browser must not take it for its own.
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat || command.isRepeatable === true) command.run();
  };
  window.addEventListener("compositionstart", onStart, true);
  window.addEventListener("compositionend", onEnd, true);
  window.addEventListener("keydown", onKeyDown, true);
  window.addEventListener("keydown", onKeyDown);
  return () => {
    window.removeEventListener("compositionstart", onStart, true);
    window.removeEventListener("compositionend", onEnd, true);
    window.removeEventListener("keydown", onKeyDown, true);
    window.removeEventListener("keydown", onKeyDown);
  };
}

function hasModifier(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.altKey || event.metaKey;
}

/** Where a key press lands: on the page, in something that takes text, or in something that lies above the page. */
export function placeOf(target: EventTarget | null): KeyPlace {
  if (!(target instanceof Element)) return "page";
  if (target.closest("[role='dialog'], [role='alertdialog'], [role='listbox'], [role='menu']") !== null)
    return "overlay";
  return target.closest(typingSelector) === null ? "page" : "typing";
}

const typingSelector = [
  "textarea",
  "select",
  "[contenteditable]:not([contenteditable='false'])",
  "[role='textbox']",
  "[role='searchbox']",
  "[role='combobox']",
  "[role='spinbutton']",
  "input:not([type='radio'], [type='checkbox'], [type='button'], [type='submit'], [type='reset'], [type='file'])",
].join(", ");
