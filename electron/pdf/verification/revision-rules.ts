import { nameOf, type PdfDictionary, type PdfObject, type PdfReference, type PdfStream } from "../structure/objects.ts";
import type { PdfFile } from "../structure/pdf-file.ts";
import type { PdfView, SignatureField } from "../structure/pdf-view.ts";
import { changedKeys, sameObject } from "../structure/serialize.ts";
import type { ReasonCode } from "./reasons.ts";

/** What one update did, if it did what an update may do. */
export interface RevisionFindings {
  readonly reasons: readonly ReasonCode[];
  /** The field it signed. */
  readonly signedField: string | undefined;
  /** True if it set the catalogue's certification entry. */
  readonly certifies: boolean;
}

interface Update {
  readonly before: PdfView;
  readonly after: PdfView;
  /** Numbers of the objects this update holds and that its one purpose does not explain yet. */
  readonly unexplained: Set<number>;
  readonly reasons: Set<ReasonCode>;
}

/**
 * Compares one update with the document before it. All is forbidden except this: one empty signature field gets its
 * signature and its drawing, both new objects, and with the first signature the catalogue may name it as certifying.
 */
export function judgeRevision(file: PdfFile, revisionIndex: number): RevisionFindings {
  const update: Update = {
    before: file.view(revisionIndex - 1),
    after: file.view(revisionIndex),
    unexplained: new Set(file.revisions[revisionIndex]?.objects.keys()),
    reasons: new Set(),
  };
  const signed = judgeFields(update);
  const certifies = judgeCatalog(update, signed, revisionIndex);
  for (const objectNumber of update.unexplained) judgeUnexplained(update, objectNumber);
  if (signed === undefined) update.reasons.add("revision-purpose");
  return { reasons: [...update.reasons], signedField: signed?.name, certifies };
}

function judgeFields(update: Update): SignatureField | undefined {
  const signed: SignatureField[] = [];
  for (const before of update.before.signatureFields()) {
    if (!update.unexplained.delete(before.objectNumber)) continue;
    const after = update.after.find(before.objectNumber);
    if (after?.kind !== "dictionary") {
      update.reasons.add("revision-field");
      continue;
    }
    if (judgeField(update, before.dictionary, after)) signed.push({ ...before, dictionary: after });
  }
  if (signed.length > 1) update.reasons.add("revision-purpose");
  return signed[0];
}

/** True if the field was signed by this update. */
function judgeField(update: Update, before: PdfDictionary, after: PdfDictionary): boolean {
  const changed = changedKeys(before, after);
  if (before.entries.has("V")) {
    update.reasons.add("revision-resigned");
    return false;
  }
  if (changed.some((key) => key !== "V" && key !== "AP")) update.reasons.add("revision-field");
  const signature = newObject(update, after.entries.get("V"));
  if (signature?.kind !== "dictionary" || nameOf(signature.entries.get("Type")) !== "Sig") {
    update.reasons.add("revision-field");
    return false;
  }
  if (changed.includes("AP")) judgeAppearance(update, after);
  return true;
}

function judgeAppearance(update: Update, field: PdfDictionary): void {
  const appearance = field.entries.get("AP");
  const states = appearance?.kind === "dictionary" ? appearance.entries : new Map<string, PdfObject>();
  const drawing = newObject(update, states.get("N"));
  if (states.size !== 1 || drawing?.kind !== "stream" || !isContained(drawing, field)) {
    update.reasons.add("revision-appearance");
  }
}

const drawingKeys: ReadonlySet<string> = new Set(["Type", "Subtype", "BBox", "Resources", "Filter", "Length"]);

/** True if the drawing uses no other object and its box is exactly the field's, unturned and unscaled. */
function isContained({ dictionary }: PdfStream, field: PdfDictionary): boolean {
  const { entries } = dictionary;
  const resources = entries.get("Resources");
  const [left, bottom, right, top] = numbers(field.entries.get("Rect"));
  const [boxLeft, boxBottom, boxRight, boxTop] = numbers(entries.get("BBox"));
  if (left === undefined || bottom === undefined || right === undefined || top === undefined) return false;
  if (boxRight === undefined || boxTop === undefined) return false;
  // Sizes are written with four decimals and the page's numbers with six.
  const fits = Math.abs(boxRight - (right - left)) < 0.001 && Math.abs(boxTop - (top - bottom)) < 0.001;
  return (
    fits &&
    boxLeft === 0 &&
    boxBottom === 0 &&
    nameOf(entries.get("Subtype")) === "Form" &&
    resources?.kind === "dictionary" &&
    resources.entries.size === 0 &&
    [...entries.keys()].every((key) => drawingKeys.has(key))
  );
}

function judgeCatalog(update: Update, signed: SignatureField | undefined, revisionIndex: number): boolean {
  const { before, after } = update;
  if (!update.unexplained.delete(before.rootNumber)) return false;
  const changed = changedKeys(before.catalog(), after.catalog());
  const permissions = after.catalog().entries.get("Perms");
  const certified = permissions?.kind === "dictionary" ? permissions.entries : new Map<string, PdfObject>();
  const isCertification =
    changed.length === 1 &&
    changed[0] === "Perms" &&
    revisionIndex === 1 &&
    !before.catalog().entries.has("Perms") &&
    certified.size === 1 &&
    signed !== undefined &&
    sameObject(certified.get("DocMDP"), signed.dictionary.entries.get("V"));
  if (!isCertification) update.reasons.add("revision-catalog");
  return isCertification;
}

function judgeUnexplained(update: Update, objectNumber: number): void {
  const isNew = update.before.find(objectNumber) === undefined;
  update.reasons.add(isNew ? "revision-object-added" : "revision-object-replaced");
}

/** The object behind a reference, if this update brought it and nothing else has claimed it. */
function newObject(update: Update, object: PdfObject | undefined): PdfObject | undefined {
  if (object?.kind !== "reference" || !isNew(update, object)) return undefined;
  update.unexplained.delete(object.objectNumber);
  return update.after.find(object.objectNumber);
}

function isNew(update: Update, { objectNumber }: PdfReference): boolean {
  return update.before.find(objectNumber) === undefined && update.unexplained.has(objectNumber);
}

function numbers(object: PdfObject | undefined): readonly (number | undefined)[] {
  if (object?.kind !== "array" || object.items.length !== 4) return [];
  return object.items.map((item) => (item.kind === "number" ? item.value : undefined));
}
