import type { PDFPageProxy } from "pdfjs-dist";
import { paintPage, sharpness } from "../../parts/reading/paint-page.ts";

/** Draws a page at a width in CSS pixels, sharp on this screen, and then shows it at once: no half-drawn page is seen. */
export async function drawPage(page: PDFPageProxy, canvas: HTMLCanvasElement, widthPx: number): Promise<void> {
  const scale = (widthPx / page.getViewport({ scale: 1 }).width) * sharpness();
  await paintPage(page, page.getViewport({ scale }), canvas);
}

/** What the page says, in reading order, for the ear. */
export async function textOfPage(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  return items.map((item) => ("str" in item ? `${item.str}${item.hasEOL ? "\n" : ""}` : "")).join("");
}
