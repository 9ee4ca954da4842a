import type { Placed } from "./page-model.ts";
import type { PdfDocument, PdfRef } from "./pdfkit-surface.ts";
import type { Structure } from "./structure.ts";

type Field = Extract<Placed, { kind: "field" }>;

/** Collects the empty signature fields of a document and writes its form. */
export interface SignatureFields {
  /** Puts one empty field on the current page. */
  add(field: Field, structure: Structure): void;
  /** Writes the form dictionary; without fields there is no form. */
  end(): void;
}

/**
 * Empty signature fields that a later incremental update can fill by writing the field's value and appearance alone:
 * the fields, their rectangles, the form and its flags are all in the first revision.
 */
export function createSignatureFields(document: PdfDocument): SignatureFields {
  const refs: PdfRef[] = [];
  return {
    add(field, structure) {
      const form = structure.elementFor(field.tag);
      const empty = document.ref({
        Type: "XObject",
        Subtype: "Form",
        BBox: [0, 0, field.width, field.height],
        Resources: {},
      });
      empty.end(new Uint8Array());
      document.annotate(field.x, field.y, field.width, field.height, {
        Subtype: "Widget",
        FT: "Sig",
        T: textString(field.name),
        TU: textString(field.tooltip),
        // Printed; not hidden, not locked.
        F: 4,
        P: document.page.dictionary,
        AP: { N: empty },
        structParent: form,
        ...(field.locksAll ? { Lock: lockAll(document) } : {}),
      });
      // The page in force decides what the element points to, so it is closed while that page is current.
      form.end();
      const ref = document.page.annotations.at(-1);
      if (ref !== undefined) refs.push(ref);
    },
    end() {
      // pdfkit's own form would ask viewers to redraw every field and needs a font resource.
      document.endAcroForm = () => undefined;
      if (refs.length === 0) return;
      // 3: signatures may exist, and changes may only be appended.
      const form = document.ref({ Fields: refs, SigFlags: 3 });
      form.end();
      document._root.data["AcroForm"] = form;
    },
  };
}

function lockAll(document: PdfDocument): PdfRef {
  const lock = document.ref({ Type: "SigFieldLock", Action: "All" });
  lock.end();
  return lock;
}

/** pdfkit writes a plain string as a name; a String object is a text string. */
// biome-ignore lint/complexity/noBannedTypes: see above.
function textString(text: string): String {
  return new String(text);
}
