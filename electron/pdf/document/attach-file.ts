import { createHash } from "node:crypto";
import type { Attachment } from "./model.ts";
import type { PdfDocument } from "./pdfkit-surface.ts";

/** Puts a file inside the document, listed for readers and tied to the document as its data. */
export function attachFile(document: PdfDocument, attachment: Attachment, date: Date): void {
  const { name, bytes, mediaType, description } = attachment;
  const file = document.ref({
    Type: "EmbeddedFile",
    Subtype: mediaType.replace("/", "#2F"),
    Params: {
      Size: bytes.byteLength,
      CheckSum: new Uint8Array(createHash("md5").update(bytes).digest()),
      CreationDate: date,
      ModDate: date,
    },
  });
  file.end(bytes);
  const specification = document.ref({
    Type: "Filespec",
    F: new String(name),
    UF: new String(name),
    Desc: new String(description),
    AFRelationship: "Data",
    EF: { F: file, UF: file },
  });
  specification.end();
  document.addNamedEmbeddedFile(name, specification);
  document._root.data["AF"] = [specification];
}
