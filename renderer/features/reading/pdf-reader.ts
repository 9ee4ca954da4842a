import type { PDFDocumentProxy } from "pdfjs-dist";
import { startPdfWorker } from "./frame-policy.ts";
import { PdfData } from "./pdf-data.ts";

/** An open PDF with the thread that reads it. */
export interface OpenPdf {
  readonly pdf: PDFDocumentProxy;
  /** Ends the thread, whatever it is doing. */
  close(): void;
}

/** Why a PDF is not shown. */
export type PdfFault = "reading-encrypted" | "reading-broken" | "reading-limit";

/** Longest time for opening a document, in milliseconds. */
const openLimitMs = 30_000;
/** Largest picture inside a PDF that is drawn, in pixels. */
const imagePixels = 64_000_000;

/**
 * Opens a PDF from memory in a worker: scripts and XFA off, nothing fetched. One that does not open in time is ended with its
 * thread. The bytes are handed over.
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf | PdfFault> {
  const { getDocument, PDFWorker, VerbosityLevel } = await import("pdfjs-dist");
  const thread = startPdfWorker();
  const task = getDocument({
    data: bytes,
    worker: PDFWorker.create({ port: thread }),
    BinaryDataFactory: PdfData,
    cMapUrl: "cmaps/",
    standardFontDataUrl: "fonts/",
    wasmUrl: "/assets/pdf/",
    disableAutoFetch: true,
    disableStream: true,
    disableRange: true,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    enableXfa: false,
    maxImageSize: imagePixels,
    verbosity: VerbosityLevel.ERRORS,
  });
  const close = (): void => {
    void task.destroy().catch(() => undefined);
    thread.terminate();
  };
  const opened = await Promise.race([
    task.promise.catch(
      (thrown: unknown): PdfFault =>
        thrown instanceof Error && thrown.name === "PasswordException" ? "reading-encrypted" : "reading-broken",
    ),
    new Promise<PdfFault>((resolve) => setTimeout(() => resolve("reading-limit"), openLimitMs)),
  ]);
  if (typeof opened !== "string") return { pdf: opened, close };
  close();
  return opened;
}
