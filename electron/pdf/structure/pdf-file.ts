import { err, ok, type Result } from "../../../shared/result.ts";
import { PdfFault, type PdfFaultCode } from "./faults.ts";
import { openView, type PdfView } from "./pdf-view.ts";
import { type Revision, scanRevisions } from "./revisions.ts";

/** A file that passed the walk over all its bytes. */
export interface PdfFile {
  readonly bytes: Buffer;
  readonly revisions: readonly Revision[];
  /** The document as it stood after one revision, counted from 0; the newest by default. */
  view(revisionIndex?: number): PdfView;
}

/** Reads a file of ours from bytes. Codes: any of `pdfFaultCodes`. */
export function readPdf(bytes: Uint8Array): Result<PdfFile, PdfFaultCode> {
  return catchFault(() => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const revisions = scanRevisions(buffer);
    return {
      bytes: buffer,
      revisions,
      view: (revisionIndex = revisions.length - 1) => openView(revisions.slice(0, revisionIndex + 1)),
    };
  });
}

/** Runs a piece of reading and gives the fault it ends in as a value; anything else is a bug and passes through. */
export function catchFault<T>(read: () => T): Result<T, PdfFaultCode> {
  try {
    return ok(read());
  } catch (error) {
    if (error instanceof PdfFault) return err(error.code);
    throw error;
  }
}
