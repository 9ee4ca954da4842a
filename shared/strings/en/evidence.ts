import type { evidence as ja } from "../ja/evidence.ts";

/** The evidence page of a case. */
export const evidence: Record<keyof typeof ja, string> = {
  title: "Evidence",
  lead: "What the decision rests on. Each piece can be checked against the hash taken when it came in.",
  add: "Add evidence",
  none: "No evidence yet.",
  noneHint: "PDF, images, tables, saved web pages and more can be taken in from a medium.",
  someBroken: "Some evidence no longer matches what came in. It is not counted as corroboration.",
  number: "No.",
  items: "Items",
  size: "Size",
  integrity: "Hash",
  "integrity-intact": "Matches",
  "integrity-mismatch": "Differs",
  "integrity-missing": "Unreadable",
  "broken-mismatch":
    "The stored bytes no longer match the hash taken at import. Do not rely on this evidence; take the original in again.",
  "broken-missing": "The stored bytes cannot be read. Restore a backup, or take the original in again.",
  file: "File",
  imported: "Taken in",
  checked: "Last checked",
  save: "Save the record",
  saved: "The record of the evidence is saved.",
  check: "Check the hash",
  intact: "Matches what came in.",
  saveCopy: "Write out a copy",
  copyTitle: "Write out a copy of evidence E{number}",
  copyLead: "Outside the vault the copy is not encrypted. Mind who can reach the place you choose.",
  copySaved: "A copy has been written. Outside the vault it is not encrypted.",
  remove: "Remove",
  removeTitle: "Remove evidence E{number}",
  removeText:
    "“{name}” leaves the case and the key of its stored bytes is destroyed. This cannot be undone; the number is not used again.",
};
