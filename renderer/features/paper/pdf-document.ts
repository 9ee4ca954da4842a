import type { PDFDocumentProxy } from "pdfjs-dist";

/** An open paper; close it when its pages leave the screen. */
export interface PaperDocument {
  readonly pdf: PDFDocumentProxy;
  close(): Promise<void>;
}

/** Bytes from base64. */
export function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

/**
 * Opens a paper from memory. The reader's own worker module runs on this thread, where no policy has to let it in; nothing
 * is fetched, and the fonts are the paper's own. Rejects when the bytes are no PDF.
 */
export async function openPaper(bytes: Uint8Array): Promise<PaperDocument> {
  // Loaded first: it announces itself to the reader, which then starts no worker.
  await import("pdfjs-dist/build/pdf.worker.mjs");
  const { getDocument, VerbosityLevel } = await import("pdfjs-dist");
  const task = getDocument({
    data: bytes,
    disableAutoFetch: true,
    disableStream: true,
    disableRange: true,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    enableXfa: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  const pdf = await task.promise;
  return { pdf, close: () => task.destroy() };
}
