import type { PageViewport, PDFPageProxy } from "pdfjs-dist";

/** Draws a page out of sight and then shows it at once: no half-drawn page is seen. */
export async function paintPage(page: PDFPageProxy, viewport: PageViewport, canvas: HTMLCanvasElement): Promise<void> {
  const hidden = document.createElement("canvas");
  hidden.width = Math.round(viewport.width);
  hidden.height = Math.round(viewport.height);
  await page.render({ canvas: hidden, viewport, background: "#ffffff" }).promise;
  canvas.width = hidden.width;
  canvas.height = hidden.height;
  canvas.getContext("2d")?.drawImage(hidden, 0, 0);
}

/** Device pixels for a CSS pixel; more than three would cost memory that nobody sees. */
export function sharpness(): number {
  return Math.min(Math.max(globalThis.devicePixelRatio, 1), 3);
}
