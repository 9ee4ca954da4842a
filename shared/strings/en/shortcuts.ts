import type { shortcuts as ja } from "../ja/shortcuts.ts";

/** Commands by key, the sheet that lists them, and the palette that finds them. */
export const shortcuts: Record<keyof typeof ja, string> = {
  handOver: "Hand over to another person (locks)",
  sheet: "Keyboard shortcuts",
  sheetHere: "On this page",
  sheetEverywhere: "Everywhere",
  sheetNote: "While you type, single keys are text. Enter during Japanese input only confirms the conversion.",
  palette: "Find or do",
  palettePlaceholder: "Name of a case, a page or an action",
  paletteNone: "Nothing matches. Try other words.",
  paletteCommands: "Actions",
  paletteCases: "Cases",
  undo: "Undo the last action",
  lock: "Lock",
  nextItem: "Next item",
  previousItem: "Previous item",
  nextOpen: "Next unanswered item",
  answer: "Choose answer {number}",
  evidence: "Add evidence",
  note: "Go to the note",
  defer: "Defer",
  goTo: "Go to {place}",
  focusMode: "One question at a time",
  brokenTitle: "This page cannot be shown",
  brokenBody: "Nothing you saved is lost. If it happens again, lock the vault and open it once more.",
  brokenReopen: "Reopen the page",
};
