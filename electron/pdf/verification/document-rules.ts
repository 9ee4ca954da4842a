import { nameOf, type PdfObject } from "../structure/objects.ts";
import type { PdfFile } from "../structure/pdf-file.ts";
import type { SignatureField } from "../structure/pdf-view.ts";
import { hasActiveContent } from "./active-content.ts";
import type { InspectedSignature } from "./inspect-signature.ts";
import type { ReasonCode } from "./reasons.ts";
import { judgeRevision, type RevisionFindings } from "./revision-rules.ts";

/** Findings about the document as a whole and about each update of it. */
export interface DocumentFindings {
  readonly reasons: readonly ReasonCode[];
  /** For each revision the reasons it gives against the signatures before it; the first revision has none. */
  readonly changes: readonly (readonly ReasonCode[])[];
}

/** Judges all that no single signature can: stray signatures, updates, certification, locks, the last bytes. */
export function judgeDocument(
  file: PdfFile,
  signedFields: readonly SignatureField[],
  signatures: readonly InspectedSignature[],
): DocumentFindings {
  const reasons = new Set<ReasonCode>();
  if (hasActiveContent(file)) reasons.add("active-content");
  for (const reason of strayReasons(file, signedFields)) reasons.add(reason);
  const updates = file.revisions.slice(1).map((_, index) => judgeRevision(file, index + 1));
  const changes: ReasonCode[][] = [[], ...updates.map((update) => [...update.reasons])];
  for (const reason of certificationReasons(file, updates, signatures)) reasons.add(reason);
  addForbidden(changes, signatures);
  const lastIndex = file.revisions.length - 1;
  const isCovered = signatures.some(({ revisionIndex }) => revisionIndex === lastIndex);
  if (signatures.length > 0 && !isCovered) reasons.add("last-revision-unsigned");
  // An update without any signature is judged like one after a signature: our files never have it.
  for (const change of changes) for (const reason of change) reasons.add(reason);
  return { reasons: [...reasons], changes };
}

function strayReasons(file: PdfFile, signedFields: readonly SignatureField[]): ReasonCode[] {
  const owned = signedFields.map(({ dictionary }) => dictionary.entries.get("V"));
  const numbers = owned.map((value) => (value?.kind === "reference" ? value.objectNumber : -1));
  const reasons: ReasonCode[] = new Set(numbers).size === numbers.length ? [] : ["signature-shared"];
  for (const { objects } of file.revisions) {
    for (const { objectNumber, object } of objects.values()) {
      if (isSignature(object) && !numbers.includes(objectNumber)) return [...reasons, "signature-orphaned"];
    }
  }
  return reasons;
}

function isSignature(object: PdfObject): boolean {
  if (object.kind !== "dictionary") return false;
  const type = nameOf(object.entries.get("Type"));
  return object.entries.has("ByteRange") || type === "Sig" || type === "DocTimeStamp";
}

function certificationReasons(
  file: PdfFile,
  updates: readonly RevisionFindings[],
  signatures: readonly InspectedSignature[],
): ReasonCode[] {
  const certifying = signatures.filter(({ permissions }) => permissions?.certifyLevel !== undefined);
  const isNamed = file.view().catalog().entries.has("Perms");
  const isPlaced = updates[0]?.certifies === true;
  const isFirst = certifying.length === 1 && certifying[0]?.revisionIndex === 1;
  const isConsistent = isNamed ? isPlaced && isFirst : certifying.length === 0;
  return isConsistent ? [] : ["certification-missing"];
}

/** Signing is a change too: an earlier signature may have forbidden it, for all fields or for some. */
function addForbidden(changes: ReasonCode[][], signatures: readonly InspectedSignature[]): void {
  for (const later of signatures) {
    const change = changes[later.revisionIndex ?? 0];
    for (const earlier of signatures) {
      if ((earlier.revisionIndex ?? Number.POSITIVE_INFINITY) >= (later.revisionIndex ?? 0)) continue;
      if (earlier.permissions?.certifyLevel === 1) change?.push("changes-forbidden");
      if (earlier.permissions?.lock?.(later.field) === true) change?.push("field-locked");
    }
  }
}
