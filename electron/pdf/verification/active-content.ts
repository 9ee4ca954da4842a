import { nameOf, type PdfObject } from "../structure/objects.ts";
import type { PdfFile } from "../structure/pdf-file.ts";

/** Entries that make a document act, hide parts of itself or carry a second form beside the pages. */
const activeKeys: ReadonlySet<string> = new Set([
  "AA",
  "JS",
  "JavaScript",
  "Launch",
  "NeedAppearances",
  "OCProperties",
  "OpenAction",
  "Rendition",
  "RichMedia",
  "XFA",
]);

const activeActions: ReadonlySet<string> = new Set([
  "GoToE",
  "GoToR",
  "Hide",
  "ImportData",
  "JavaScript",
  "Launch",
  "Movie",
  "Rendition",
  "ResetForm",
  "SetOCGState",
  "Sound",
  "SubmitForm",
  "Trans",
]);

/** Kinds of annotation our papers may hold; others could lie over the text or play something. */
const plainAnnotations: ReadonlySet<string> = new Set(["Link", "Widget"]);

/** True if any object of any revision holds what our exports never hold: scripts, actions, layers, overlays. */
export function hasActiveContent(file: PdfFile): boolean {
  for (const { objects } of file.revisions) {
    for (const { object } of objects.values()) if (isActive(object)) return true;
  }
  return false;
}

function isActive(object: PdfObject): boolean {
  if (object.kind === "array") return object.items.some(isActive);
  if (object.kind === "stream") return isActive(object.dictionary);
  if (object.kind !== "dictionary") return false;
  const { entries } = object;
  const action = nameOf(entries.get("S"));
  if (action !== undefined && activeActions.has(action)) return true;
  if (nameOf(entries.get("Type")) === "Annot" && !plainAnnotations.has(nameOf(entries.get("Subtype")) ?? ""))
    return true;
  for (const [key, value] of entries) if (activeKeys.has(key) || isActive(value)) return true;
  return false;
}
