import type { Face } from "../fonts/face.ts";
import type { Fonts } from "../fonts/load-fonts.ts";
import { attachFile } from "./attach-file.ts";
import type { DocumentModel } from "./model.ts";
import { operatorsOf } from "./operators.ts";
import { furnitureOf } from "./page-furniture.ts";
import { type Artifact, type Page, type Placed, pageFrame } from "./page-model.ts";
import { layOut } from "./paginate.ts";
import { collect, type DocumentInfo, type PdfDocument, type PdfFont, startPdf } from "./pdfkit-surface.ts";
import { createSignatureFields } from "./signature-fields.ts";
import { createStructure, type Structure } from "./structure.ts";
import { xmpPacket } from "./xmp.ts";

/** A finished file. */
export interface WrittenPdf {
  readonly bytes: Uint8Array;
  readonly pageCount: number;
}

const producer = "pdfkit 0.20.2";

/**
 * Writes a document as PDF 1.7 claiming PDF/A-3a and PDF/UA-1. The bytes hang on the model and the fonts alone:
 * no clock, no chance, no locale or time zone of the machine. Every character must be drawable; check coverage first.
 */
export async function writePdf(model: DocumentModel, fonts: Fonts): Promise<WrittenPdf> {
  const created = new Date(model.createdMs);
  const info: DocumentInfo = {
    Title: model.title,
    Author: model.author,
    Subject: model.subject,
    Creator: model.creator,
    Producer: producer,
    CreationDate: created,
    ModDate: created,
  };
  const pages = layOut(model, fonts);
  const document = startPdf(info, model.lang);
  const bytes = collect(document);
  const structure = createStructure(document);
  const fields = createSignatureFields(document);
  const fontOf = fontsOf(document);
  for (const [index, page] of pages.entries()) {
    document.addPage();
    document.page.dictionary.data["Tabs"] = "S";
    const furniture = furnitureOf(model.furniture, { number: index + 1, count: pages.length }, fonts, model.lang);
    for (const placed of merged([...page.placed, ...furniture])) {
      if (placed.kind === "mark") drawMark(document, structure, placed, fontOf);
      if (placed.kind === "field") fields.add(placed, structure);
    }
  }
  structure.end();
  fields.end();
  addBookmarks(document, pages);
  attachFile(document, model.attachment, created);
  replaceMetadata(document, xmpPacket(info, model.lang));
  document.end();
  return { bytes: await bytes, pageCount: pages.length };
}

/** Joins neighbouring marks of one element, so that a paragraph is one piece of content per page. */
function merged(all: readonly Placed[]): Placed[] {
  const result: Placed[] = [];
  for (const placed of all) {
    const last = result.at(-1);
    if (placed.kind === "mark" && last?.kind === "mark" && last.tag === placed.tag) {
      result[result.length - 1] = { ...last, ops: [...last.ops, ...placed.ops] };
    } else {
      result.push(placed);
    }
  }
  return result;
}

function drawMark(
  document: PdfDocument,
  structure: Structure,
  mark: Extract<Placed, { kind: "mark" }>,
  fontOf: (face: Face) => PdfFont,
): void {
  const draw = (): void => document.addContent(operatorsOf(mark.ops, fontOf));
  if (typeof mark.tag !== "string") {
    // An empty cell still has its place in the table, but no content.
    const element = structure.elementFor(mark.tag);
    if (mark.ops.length > 0) element.add(draw);
    return;
  }
  if (mark.ops.length === 0) return;
  document.markContent("Artifact", artifactOptions(mark.tag));
  draw();
  document.endMarkedContent();
}

function artifactOptions(artifact: Artifact): { type: string; attached?: readonly string[] } {
  return artifact === "Layout" ? { type: "Layout" } : { type: "Pagination", attached: [artifact] };
}

/** Registers a face when it is first drawn with, and lists it among the resources of the page that uses it. */
function fontsOf(document: PdfDocument): (face: Face) => PdfFont {
  const registered = new Set<string>();
  return (face) => {
    if (!registered.has(face.key)) {
      document.registerFont(face.key, face.font);
      registered.add(face.key);
    }
    document.font(face.key);
    const font = document._font;
    document.page.fonts[font.id] ??= font.ref();
    return font;
  };
}

function addBookmarks(document: PdfDocument, pages: readonly Page[]): void {
  let parent: ReturnType<PdfDocument["outline"]["addItem"]> | undefined;
  let count = 0;
  for (const [pageNumber, page] of pages.entries()) {
    for (const placed of page.placed) {
      if (placed.kind !== "bookmark") continue;
      // pdfkit measures the target from the right and bottom edges.
      const options = {
        pageNumber,
        top: Math.max(0, placed.y - 8),
        left: pageFrame.width,
        expanded: true,
        fit: false,
      } as const;
      const item = (placed.level === 1 ? document.outline : (parent ?? document.outline)).addItem(
        placed.title,
        options,
      );
      if (placed.level === 1) parent = item;
      count += 1;
    }
  }
  // pdfkit leaves the count out at the root; readers then show the panel closed.
  if (count > 0) document.outline.outlineData["Count"] = count;
}

/** pdfkit's own packet takes values without escaping them and says nothing of PDF/UA. */
function replaceMetadata(document: PdfDocument, packet: string): void {
  document.endMetadata = () => {
    const ref = document.ref({ Type: "Metadata", Subtype: "XML" });
    ref.compress = false;
    ref.end(new TextEncoder().encode(packet));
    document._root.data["Metadata"] = ref;
  };
}
