import { PdfFault } from "./faults.ts";
import { nameOf, type PdfDictionary, type PdfObject, textOf } from "./objects.ts";
import type { Revision } from "./revisions.ts";

/** A signature field: one numbered dictionary that is both field and widget. */
export interface SignatureField {
  readonly objectNumber: number;
  readonly name: string;
  readonly dictionary: PdfDictionary;
}

/** The document as a reader sees it after some revisions. All of it throws `PdfFault` where the file is not ours. */
export interface PdfView {
  readonly rootNumber: number;
  /** The newest object with this number, if there is one. */
  find(objectNumber: number): PdfObject | undefined;
  /** The object itself, or the one it refers to; one step only, since our files never chain references. */
  resolve(object: PdfObject | undefined): PdfObject | undefined;
  /** Like `resolve`, for what must be a dictionary. */
  dictionary(object: PdfObject | undefined): PdfDictionary;
  catalog(): PdfDictionary;
  /** The signature fields in the order of the form; none if there is no form. */
  signatureFields(): readonly SignatureField[];
}

/** Opens the document as it stood after the last of these revisions. */
export function openView(revisions: readonly Revision[]): PdfView {
  const newestFirst = [...revisions].reverse();
  const root = newestFirst[0]?.xref.trailer.entries.get("Root");
  if (root?.kind !== "reference") throw new PdfFault("pdf-reference");

  function find(objectNumber: number): PdfObject | undefined {
    for (const revision of newestFirst) {
      const indirect = revision.objects.get(objectNumber);
      if (indirect !== undefined) return indirect.object;
    }
    return undefined;
  }
  function resolve(object: PdfObject | undefined): PdfObject | undefined {
    if (object?.kind !== "reference") return object;
    const target = find(object.objectNumber);
    if (target === undefined || target.kind === "reference") throw new PdfFault("pdf-reference");
    return target;
  }
  function dictionary(object: PdfObject | undefined): PdfDictionary {
    const resolved = resolve(object);
    if (resolved?.kind !== "dictionary") throw new PdfFault("pdf-reference");
    return resolved;
  }
  function catalog(): PdfDictionary {
    const found = dictionary(root);
    if (nameOf(found.entries.get("Type")) !== "Catalog") throw new PdfFault("pdf-reference");
    return found;
  }
  function signatureFields(): readonly SignatureField[] {
    const form = catalog().entries.get("AcroForm");
    if (form === undefined) return [];
    const list = resolve(dictionary(form).entries.get("Fields"));
    if (list?.kind !== "array") throw new PdfFault("pdf-form");
    const fields = list.items.map((item) => readField(item, resolve(item)));
    const unique = new Set(fields.flatMap(({ name, objectNumber }) => [name, objectNumber]));
    if (unique.size !== fields.length * 2) throw new PdfFault("pdf-form");
    return fields;
  }
  return { rootNumber: root.objectNumber, find, resolve, dictionary, catalog, signatureFields };
}

function readField(item: PdfObject, dictionary: PdfObject | undefined): SignatureField {
  if (item.kind !== "reference" || dictionary?.kind !== "dictionary") throw new PdfFault("pdf-form");
  const { entries } = dictionary;
  const name = entries.get("T");
  // A tree of fields would let one value be inherited from another object; our form is flat.
  const isFlat = !entries.has("Kids") && !entries.has("Parent");
  if (name?.kind !== "string" || nameOf(entries.get("FT")) !== "Sig" || !isFlat) throw new PdfFault("pdf-form");
  return { objectNumber: item.objectNumber, name: textOf(name), dictionary };
}
