import type { PDFPageProxy } from "pdfjs-dist";

/** Draws a page at a width in CSS pixels, sharp on this screen, and then shows it at once: no half-drawn page is seen. */
export async function drawPage(page: PDFPageProxy, canvas: HTMLCanvasElement, widthPx: number): Promise<void> {
  const scale = (widthPx / page.getViewport({ scale: 1 }).width) * sharpness();
  const viewport = page.getViewport({ scale });
  const hidden = document.createElement("canvas");
  hidden.width = Math.round(viewport.width);
  hidden.height = Math.round(viewport.height);
  await page.render({ canvas: hidden, viewport, background: "#ffffff" }).promise;
  canvas.width = hidden.width;
  canvas.height = hidden.height;
  canvas.getContext("2d")?.drawImage(hidden, 0, 0);
}

/** Device pixels for a CSS pixel; more than three would cost memory that nobody sees. */
function sharpness(): number {
  return Math.min(Math.max(globalThis.devicePixelRatio, 1), 3);
}

/** What the page says, in reading order, for the ear. */
export async function textOfPage(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  return items.map((item) => ("str" in item ? `${item.str}${item.hasEOL ? "\n" : ""}` : "")).join("");
}
