import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
// Loaded first: it announces itself to the reader, which then runs it in this very thread.
import "pdfjs-dist/legacy/build/pdf.worker.mjs";
import { getDocument, type PDFDocumentProxy, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { TextPart } from "../../../shared/domain/reading.ts";
import type { ParserProgress } from "../parser-protocol.ts";
import { ReadingFault } from "./reading-fault.ts";
import type { ReadingLimits } from "./reading-limits.ts";
import { cleanText, cutText } from "./text-parts.ts";

/** The words of a PDF, one part for each page. */
export interface PdfText {
  readonly parts: readonly TextPart[];
  readonly isCut: boolean;
}

/**
 * Takes the text out of a PDF, page by page. Scripts are not run, forms of the XFA kind not opened. Throws `encrypted` for a
 * file that asks for a password, `broken` for one that cannot be read.
 */
export async function readPdfText(
  bytes: Uint8Array,
  limits: ReadingLimits,
  onProgress: (progress: ParserProgress) => void,
): Promise<PdfText> {
  const task = getDocument({
    data: bytes,
    cMapUrl: mapFolder(),
    cMapPacked: true,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const pdf = await task.promise;
    return await textOfPages(pdf, limits, onProgress);
  } catch (thrown) {
    if (thrown instanceof ReadingFault) throw thrown;
    throw new ReadingFault(thrown instanceof Error && thrown.name === "PasswordException" ? "encrypted" : "broken");
  } finally {
    await task.destroy();
  }
}

async function textOfPages(
  pdf: PDFDocumentProxy,
  limits: ReadingLimits,
  onProgress: (progress: ParserProgress) => void,
): Promise<PdfText> {
  const parts: TextPart[] = [];
  const pages = Math.min(pdf.numPages, limits.pages);
  let left = limits.textUnits;
  let isCut = pdf.numPages > limits.pages;
  for (let number = 1; number <= pages && left > 0; number += 1) {
    const { text, isCut: isPageCut } = cutText(await textOfPage(pdf, number), left);
    left -= text.length;
    isCut ||= isPageCut;
    parts.push({ label: "", text });
    onProgress({ done: number, total: pages });
  }
  return { parts, isCut: isCut || parts.length < pages };
}

/** A page that cannot be read is empty; the others are worth having. */
async function textOfPage(pdf: PDFDocumentProxy, number: number): Promise<string> {
  try {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    page.cleanup();
    return cleanText(items.map((item) => ("str" in item ? `${item.str}${item.hasEOL ? "\n" : ""}` : "")).join(""));
  } catch {
    return "";
  }
}

/** The tables for Japanese, Chinese and Korean encodings: in the package in source, beside the worker once it is bundled. */
function mapFolder(): string {
  if (!import.meta.url.endsWith(".ts")) return `${join(import.meta.dirname, "cmaps")}/`;
  return `${join(dirname(fileURLToPath(import.meta.resolve("pdfjs-dist/package.json"))), "cmaps")}/`;
}
