import type { evidenceform as ja } from "../ja/evidenceform.ts";

/** The form for a piece of evidence, used wherever evidence can go. */
export const evidenceform: Record<keyof typeof ja, string> = {
  choose: "Please choose",
  lead: "The file is hashed as it comes in and sealed inside the vault.",
  name: "Title",
  type: "Kind of evidence",
  source: "Source",
  reliability: "Reliability",
  origin: "Who stands behind it",
  originHelp: "The body that issued it. Copies with one origin count as one source.",
  location: "Where it is (address, document number)",
  day: "Captured on",
  by: "Captured by",
  note: "Note",
  more: "Location, day, person, note",
  go: "Choose a file and take it in",
  needs: "Give a title, kind, source and reliability; then you can choose a file.",
  busy: "Taking the file in",
  waiting: "Choosing a file",
};
