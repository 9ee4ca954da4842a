import { lockParameters } from "../signing/signature-dictionary.ts";
import { nameOf, type PdfArray, type PdfDictionary, type PdfObject, textOf } from "../structure/objects.ts";
import { sameObject } from "../structure/serialize.ts";

/** What one signature forbids for the time after it. */
export interface SignaturePermissions {
  /** 1: no change at all. 2: signature fields may be signed. Undefined if the signature does not certify. */
  readonly certifyLevel: 1 | 2 | undefined;
  readonly lock: FieldLock | undefined;
}

/** Which fields nobody may sign any more. */
export type FieldLock = (fieldName: string) => boolean;

/**
 * Reads what a signature forbids; undefined if the entry is not in one of the two forms our signatures have.
 * The lock must say exactly what the field itself demands.
 */
export function readPermissions(
  signature: PdfDictionary,
  fieldLock: PdfDictionary | undefined,
): SignaturePermissions | "lock-ignored" | undefined {
  const references = signature.entries.get("Reference");
  const items = referenceItems(references);
  if (items === undefined) return undefined;
  let certifyLevel: 1 | 2 | undefined;
  let locking: PdfDictionary | undefined;
  for (const { method, parameters } of items) {
    const level = parameters.entries.get("P");
    const written = level?.kind === "number" ? level.written : undefined;
    if (method === "DocMDP" && certifyLevel === undefined && (written === "1" || written === "2")) {
      certifyLevel = written === "1" ? 1 : 2;
    } else if (method === "FieldMDP" && locking === undefined) locking = parameters;
    else return undefined;
  }
  const demanded = fieldLock === undefined ? undefined : lockParameters(fieldLock);
  if (!sameObject(locking, demanded)) return "lock-ignored";
  const lock = locking === undefined ? undefined : lockOf(locking);
  if (locking !== undefined && lock === undefined) return undefined;
  return { certifyLevel, lock };
}

interface ReferenceItem {
  readonly method: string;
  readonly parameters: PdfDictionary;
}

const referenceKeys: ReadonlySet<string> = new Set(["Type", "TransformMethod", "TransformParams", "Data"]);

function referenceItems(references: PdfObject | undefined): readonly ReferenceItem[] | undefined {
  if (references === undefined) return [];
  if (references.kind !== "array") return undefined;
  const items = references.items.map(referenceItem);
  return items.every((item) => item !== undefined) ? items : undefined;
}

function referenceItem(object: PdfObject): ReferenceItem | undefined {
  if (object.kind !== "dictionary") return undefined;
  const method = nameOf(object.entries.get("TransformMethod"));
  const parameters = object.entries.get("TransformParams");
  if (method === undefined || parameters?.kind !== "dictionary") return undefined;
  return [...object.entries.keys()].every((key) => referenceKeys.has(key)) ? { method, parameters } : undefined;
}

function lockOf(parameters: PdfDictionary): FieldLock | undefined {
  const action = nameOf(parameters.entries.get("Action"));
  if (action === "All") return () => true;
  const names = fieldNames(parameters.entries.get("Fields"));
  if (names === undefined) return undefined;
  if (action === "Include") return (fieldName) => names.has(fieldName);
  if (action === "Exclude") return (fieldName) => !names.has(fieldName);
  return undefined;
}

function fieldNames(object: PdfArray | PdfObject | undefined): ReadonlySet<string> | undefined {
  if (object?.kind !== "array") return undefined;
  const names = object.items.map((item) => (item.kind === "string" ? textOf(item) : undefined));
  return names.every((name) => name !== undefined) ? new Set(names) : undefined;
}
