import { type PdfFile, readPdf } from "../structure/pdf-file.ts";
import { readEmbeddedData } from "./embedded-data.ts";
import type { ReasonCode } from "./reasons.ts";

/** Renders a paper anew from the data inside it; must give the same bytes for the same data. */
export type RenderPaper = (embeddedData: Uint8Array) => Promise<Uint8Array>;

/** How a comparison ended: undefined if the pages are exactly what the data gives. */
export type RegenerationFault = Extract<
  ReasonCode,
  "embedded-data-missing" | "pages-differ-from-data" | "render-failed"
>;

/**
 * Renders the embedded data anew and compares with the bytes of the first revision. Equal bytes prove that the pages
 * people read are a function of the data machines read. Whether the file is intact is for `verifyPdf` to say first.
 */
export async function regeneratesFrom(bytes: Uint8Array, render: RenderPaper): Promise<RegenerationFault | undefined> {
  const file = readPdf(bytes);
  return file.ok ? compareWithRendering(file.value, render) : "embedded-data-missing";
}

/** The same for a file that has been read. */
export async function compareWithRendering(file: PdfFile, render: RenderPaper): Promise<RegenerationFault | undefined> {
  const data = readEmbeddedData(file);
  if (data === undefined) return "embedded-data-missing";
  const rendered = await render(data.bytes).catch(() => undefined);
  if (rendered === undefined) return "render-failed";
  const firstRevision = file.bytes.subarray(0, file.revisions[0]?.endByte ?? 0);
  return firstRevision.equals(rendered) ? undefined : "pages-differ-from-data";
}
