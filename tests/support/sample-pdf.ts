import { createRequire } from "node:module";
import path from "node:path";
import PDFDocument from "pdfkit";

/** Folder of the fonts that ship with the app, as installed for development. */
export const fontFolder = path.join(
  path.dirname(createRequire(import.meta.url).resolve("@expo-google-fonts/noto-sans-jp/package.json")),
);

/** What the sample paper is made from; the same object stands inside the PDF as `dossier.json`. */
export interface SampleData {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly pageCount: number;
  /** What stands on one page alone, by its number from 1. */
  readonly alone?: Readonly<Record<number, string>>;
}

/** A small paper about invented people. */
export const sampleData: SampleData = {
  title: "受入審査票　髙橋 﨑子",
  paragraphs: ["審査対象: 𠮷田 葛󠄀馬（ﾖｼﾀﾞ ｶｽﾞﾏ）", "Prepared for the committee of the Invented Institute."],
  pageCount: 2,
};

const frozenAt = new Date(Date.UTC(2026, 10, 22, 9, 0, 0));
const fieldNames = ["sig.reviewer", "sig.approver", "sig.chair"] as const;

interface FieldOptions {
  /** False leaves out the lock by which the chair's signature closes every field. */
  readonly lockWithChair?: boolean;
  /** Extra entries of the catalogue, for files that must be refused. */
  readonly catalogEntries?: Readonly<Record<string, unknown>>;
}

/**
 * Renders a paper with three empty signature fields, the way the layout room does: same bytes for the same data.
 * Pages are plain; what matters to the signing and verification tests is the structure.
 */
export async function renderSamplePdf(data: SampleData = sampleData, options: FieldOptions = {}): Promise<Uint8Array> {
  const document = new PDFDocument({
    size: "A4",
    pdfVersion: "1.7",
    subset: "PDF/A-3a",
    tagged: true,
    lang: "ja-JP",
    displayTitle: true,
    autoFirstPage: false,
    // Keeps pdfkit from adding Helvetica, which would not be embedded.
    font: undefined,
    info: { Title: data.title, Producer: "kura-tests", CreationDate: frozenAt, ModDate: frozenAt },
  });
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => document.on("end", resolve));
  document.registerFont("body", path.join(fontFolder, "400Regular", "NotoSansJP_400Regular.ttf"));
  for (let page = 1; page <= data.pageCount; page += 1) {
    document.addPage().font("body").fontSize(16).text(`${data.title} ${page}`);
    for (const paragraph of [...data.paragraphs, data.alone?.[page] ?? []].flat())
      document.fontSize(10).text(paragraph);
  }
  addSignatureFields(document, options);
  document.file(Buffer.from(JSON.stringify(data)), {
    name: "dossier.json",
    type: "application/json",
    relationship: "Data",
    description: "The data of this paper",
    creationDate: frozenAt,
    modifiedDate: frozenAt,
    // pdfkit's types do not know `relationship`.
  } as PDFKit.Mixins.PDFAttachmentOptions);
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

/** The re-render function that belongs to `renderSamplePdf`. */
export async function rerenderSamplePdf(embedded: Uint8Array): Promise<Uint8Array> {
  // The tests only ever embed what they made.
  return renderSamplePdf(JSON.parse(Buffer.from(embedded).toString("utf8")) as SampleData);
}

/** The parts of pdfkit that its types leave out. */
interface Internals {
  ref(data: Record<string, unknown>): { end(chunk?: Buffer): void };
  readonly page: { readonly annotations: unknown[]; readonly dictionary: unknown };
  readonly _root: { readonly data: Record<string, unknown> };
  annotate(x: number, y: number, width: number, height: number, options: Record<string, unknown>): void;
  endAcroForm(): unknown;
}

function addSignatureFields(document: PDFKit.PDFDocument, options: FieldOptions): void {
  // pdfkit has no signature fields; they are made from its own pieces.
  const internals = document as unknown as Internals;
  const fields = fieldNames.map((name, index) => {
    const extra: Record<string, unknown> = {};
    if (name === "sig.chair" && options.lockWithChair !== false)
      extra["Lock"] = { Type: "SigFieldLock", Action: "All" };
    internals.annotate(56 + index * 164, 680, 155, 84, {
      Subtype: "Widget",
      FT: "Sig",
      // pdfkit writes String objects as strings and plain strings as names.
      T: new String(name),
      F: 4,
      P: internals.page.dictionary,
      ...extra,
    });
    return internals.page.annotations.at(-1);
  });
  const form = internals.ref({ Fields: fields, SigFlags: 3 });
  form.end();
  internals._root.data["AcroForm"] = form;
  Object.assign(internals._root.data, options.catalogEntries ?? {});
  internals.endAcroForm = () => internals;
}
