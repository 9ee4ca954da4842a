import { zlibSync } from "fflate";
import type { Font } from "fontkit";
import PDFDocument from "pdfkit";

/** Values pdfkit writes: a string becomes a name, a String object a text string, a Uint8Array a hex string. */
export type PdfValue =
  | string
  | number
  | boolean
  | Date
  // biome-ignore lint/complexity/noBannedTypes: pdfkit tells text strings from names by the String object.
  | String
  | Uint8Array
  | PdfRef
  | readonly PdfValue[]
  | { readonly [key: string]: PdfValue | undefined };

/** An indirect object. */
export interface PdfRef {
  data: Record<string, PdfValue | undefined>;
  compress: boolean;
  buffer: Uint8Array[];
  write(chunk: Uint8Array | string): void;
  end(chunk?: Uint8Array): void;
  finalize(): void;
}

/** An element of the structure tree. */
export interface PdfElement {
  readonly dictionary: PdfRef;
  add(child: PdfElement | (() => void)): PdfElement;
  end(): void;
}

/** A font subset that grows as glyphs are used. */
export interface PdfFont {
  readonly id: string;
  readonly subset: { includeGlyph(glyphId: number): number };
  /** By glyph number in the subset. */
  readonly unicode: number[][];
  readonly widths: number[];
  ref(): PdfRef;
}

interface OutlineItem {
  readonly outlineData: Record<string, PdfValue>;
  readonly children: readonly OutlineItem[];
  addItem(title: string, options: OutlineOptions): OutlineItem;
}

interface OutlineOptions {
  readonly pageNumber: number;
  readonly top: number;
  readonly left: number;
  readonly expanded: boolean;
  readonly fit: false;
}

/** What the writer uses of pdfkit 0.20.2, much of it behind its public face; the version is pinned for that reason. */
export interface PdfDocument {
  page: { dictionary: PdfRef; annotations: PdfRef[]; fonts: Record<string, PdfRef>; height: number; width: number };
  readonly outline: OutlineItem;
  readonly _root: PdfRef;
  readonly _font: PdfFont;
  registerFont(key: string, font: Font): void;
  font(key: string): void;
  addPage(): void;
  switchToPage(index: number): void;
  addContent(operators: string): void;
  markContent(tag: "Artifact", options: { type: string; attached?: readonly string[] }): void;
  endMarkedContent(): void;
  struct(type: string, options: Record<string, unknown>): PdfElement;
  addStructure(element: PdfElement): void;
  annotate(x: number, y: number, width: number, height: number, options: Record<string, unknown>): void;
  addNamedEmbeddedFile(name: string, ref: PdfRef): void;
  ref(data?: Record<string, PdfValue | undefined>): PdfRef;
  endMetadata(): void;
  endAcroForm(): void;
  end(): void;
  on(event: "data", listener: (chunk: Uint8Array) => void): void;
  on(event: "end", listener: () => void): void;
}

/** Entries of the document information dictionary, all fixed by the data. */
export interface DocumentInfo {
  readonly Title: string;
  readonly Author: string;
  readonly Subject: string;
  readonly Creator: string;
  readonly Producer: string;
  readonly CreationDate: Date;
  readonly ModDate: Date;
}

/** Starts a tagged PDF 1.7 that claims PDF/A-3a, without a first page and without the fonts pdfkit would add by itself. */
export function startPdf(info: DocumentInfo, lang: string): PdfDocument {
  const options = {
    size: "A4",
    margin: 0,
    bufferPages: true,
    autoFirstPage: false,
    tagged: true,
    displayTitle: true,
    lang,
    pdfVersion: "1.7",
    subset: "PDF/A-3a",
    // Otherwise an unembedded Helvetica comes in, which PDF/A forbids.
    font: null,
    info: { ...info },
  };
  // Safe: PdfDocument lists members that the pinned version has; its published types leave out the private ones.
  const create = PDFDocument as unknown as new (options: Record<string, unknown>) => PdfDocument;
  const document = new create(options);
  compressAlike(document);
  return document;
}

/** Collects the bytes; call before `end`. */
export function collect(document: PdfDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  document.on("data", (chunk) => chunks.push(chunk));
  return new Promise((resolve) => document.on("end", () => resolve(Buffer.concat(chunks))));
}

/**
 * Compresses streams with a plain JavaScript deflate. The zlib of Node differs in its output between versions and
 * processors, and these bytes must come out the same wherever a paper is regenerated.
 */
function compressAlike(document: PdfDocument): void {
  const makeRef = document.ref.bind(document);
  document.ref = (data) => {
    const ref = makeRef(data);
    const finalize = ref.finalize.bind(ref);
    ref.finalize = () => {
      if (ref.compress && ref.buffer.length > 0) {
        ref.buffer = [zlibSync(Buffer.concat(ref.buffer), { level: 6 })];
        ref.data["Filter"] = "FlateDecode";
        ref.compress = false;
      }
      finalize();
    };
    return ref;
  };
}
