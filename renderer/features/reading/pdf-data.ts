import { pdfFiles } from "./pdf-files.ts";

/**
 * Gives the reader its own data by name: tables of East Asian encodings and the fonts that every reader must have. They come as
 * scripts of the built page, because the policy knows no fetching; what is asked for and is not there is refused.
 */
export class PdfData {
  readonly fetch = async ({ filename }: { filename: string }): Promise<Uint8Array> => {
    const load = Object.hasOwn(pdfFiles, filename) ? pdfFiles[filename] : undefined;
    if (load === undefined) throw new Error("pdf-data-absent");
    return Uint8Array.from(atob(await load()), (letter) => letter.charCodeAt(0));
  };
}
