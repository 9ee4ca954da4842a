import type { PDFPageProxy } from "pdfjs-dist";
import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import type { EvidenceMark } from "../../../shared/domain/reading.ts";
import { paintPage, sharpness } from "../../parts/reading/paint-page.ts";
import { useText } from "../../stores/text.ts";
import { useHighlights } from "./highlights.ts";
import type { PaneProps } from "./pane.ts";
import type { OpenPdf } from "./pdf-reader.ts";
import { RegionLayer } from "./RegionLayer.tsx";
import css from "./reading.module.css";
import { spansOf } from "./text-ranges.ts";

interface PdfPageProps {
  readonly open: OpenPdf;
  readonly number: number;
  readonly widthPx: number;
  readonly rotation: number;
  readonly marks: readonly EvidenceMark[];
  readonly pane: PaneProps;
}

/** Height of a page for its width, A4, until the page itself says. */
const a4 = Math.SQRT2;
/** Most pixels of one drawn page; beyond that it is drawn coarser. */
const canvasPixels = 16_000_000;

/** One page: its picture, its words above it, and the highlights on it. */
export function PdfPage({ open, number, widthPx, rotation, marks, pane }: PdfPageProps): ReactNode {
  const text = useText();
  const frame = useRef<HTMLLIElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const isNear = useNear(frame);
  const drawn = useDrawing({ open, number, widthPx, rotation, isNear, canvas, layer });
  const words = drawn.isDrawn ? (layer.current?.textContent ?? "") : "";
  useHighlights(layer, "kura-found", { spans: spansOf(words, pane.query), isDrawn: drawn.isDrawn });
  const here = pane.here?.part === number ? [pane.here] : [];
  useHighlights(layer, "kura-here", { spans: here, isDrawn: drawn.isDrawn });
  const style = { inlineSize: widthPx, blockSize: widthPx * drawn.ratio };
  return (
    <li ref={frame} className={css["page"]} style={style} data-page={number} data-part={number}>
      <canvas ref={canvas} className={css["canvas"]} role="img" aria-label={text("reading.pageOf", { page: number })} />
      <div ref={layer} className={css["textLayer"]} />
      {drawn.isBroken && <p className={css["brokenPage"]}>{text("reading.pageBroken", { page: number })}</p>}
      <RegionLayer
        marks={marks}
        chosenId={pane.chosenId}
        isDrawing={pane.drawingPage === number}
        onDrawn={(box) => pane.onDraft({ place: { kind: "boxes", page: number, boxes: [box] }, quote: "" })}
        onCancel={pane.onCancelDrawing}
      />
    </li>
  );
}

interface Drawing {
  readonly open: OpenPdf;
  readonly number: number;
  readonly widthPx: number;
  readonly rotation: number;
  readonly isNear: boolean;
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly layer: RefObject<HTMLDivElement | null>;
}

function useDrawing({ open, number, widthPx, rotation, isNear, canvas, layer }: Drawing): {
  ratio: number;
  isDrawn: boolean;
  isBroken: boolean;
} {
  const [state, setState] = useState({ ratio: a4, isDrawn: false, isBroken: false });
  useEffect(() => {
    if (!isNear || widthPx === 0) return undefined;
    let isCurrent = true;
    const draw = async (): Promise<void> => {
      const page = await open.pdf.getPage(number);
      const turned = (page.rotate + rotation) % 360;
      const { width, height } = page.getViewport({ scale: 1, rotation: turned });
      if (!isCurrent || canvas.current === null || layer.current === null) return;
      setState((known) => ({ ...known, ratio: height / width, isDrawn: false }));
      const at = { page, scale: widthPx / width, rotation: turned };
      await drawPage(at, canvas.current);
      await drawWords(at, layer.current);
      if (isCurrent) setState({ ratio: height / width, isDrawn: true, isBroken: false });
    };
    draw().catch(() => {
      if (isCurrent) setState((known) => ({ ...known, isBroken: true }));
    });
    return () => {
      isCurrent = false;
    };
  }, [open, number, widthPx, rotation, isNear, canvas, layer]);
  return state;
}

interface PageAt {
  readonly page: PDFPageProxy;
  readonly scale: number;
  readonly rotation: number;
}

async function drawPage({ page, scale, rotation }: PageAt, canvas: HTMLCanvasElement): Promise<void> {
  const { width, height } = page.getViewport({ scale, rotation });
  const sharp = Math.min(sharpness(), Math.sqrt(canvasPixels / (width * height)));
  const viewport = page.getViewport({ scale: scale * sharp, rotation });
  await paintPage(page, viewport, canvas);
}

async function drawWords({ page, scale, rotation }: PageAt, layer: HTMLElement): Promise<void> {
  const { TextLayer } = await import("pdfjs-dist");
  const viewport = page.getViewport({ scale, rotation });
  layer.replaceChildren();
  layer.style.setProperty("--total-scale-factor", String(scale));
  await new TextLayer({ textContentSource: await page.getTextContent(), container: layer, viewport }).render();
}

/** Pages this far outside the view, in CSS pixels, are drawn ahead. */
const aheadPx = 800;

/** Whether an element is in view or nearly so. */
function useNear(target: RefObject<HTMLElement | null>): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const element = target.current;
    if (element === null) return undefined;
    const observer = new IntersectionObserver((entries) => setNear(entries.some((entry) => entry.isIntersecting)), {
      rootMargin: `${aheadPx}px`,
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [target]);
  return isNear;
}
