import type { PDFPageProxy } from "pdfjs-dist";
import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { useText } from "../../stores/text.ts";
import { VisuallyHidden } from "../../ui/VisuallyHidden.tsx";
import { drawPage, textOfPage } from "./draw-page.ts";
import css from "./paper.module.css";
import type { PaperDocument } from "./pdf-document.ts";

interface PaperPageProps {
  readonly paper: PaperDocument;
  /** From 1. */
  readonly number: number;
  /** Width on screen, in CSS pixels. */
  readonly widthPx: number;
}

/** Height of a page for its width, A4, until the page itself says. */
const a4 = Math.SQRT2;

/** Pages this far outside the view, in CSS pixels, are drawn ahead. */
const aheadPx = 800;

/** One page of the paper as it will be signed, drawn when it comes near the view. */
export function PaperPage({ paper, number, widthPx }: PaperPageProps): ReactNode {
  const text = useText();
  const canvas = useRef<HTMLCanvasElement>(null);
  const isNear = useNear(canvas);
  const [said, setSaid] = useState("");
  const [ratio, setRatio] = useState(a4);
  useEffect(() => {
    if (!isNear || widthPx === 0) return undefined;
    let isCurrent = true;
    const show = async (): Promise<void> => {
      const page: PDFPageProxy = await paper.pdf.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      const words = await textOfPage(page);
      if (!isCurrent || canvas.current === null) return;
      setRatio(height / width);
      setSaid(words);
      await drawPage(page, canvas.current, widthPx);
    };
    // A paper that was replaced meanwhile closes under the drawing; the newer one is drawn by its own effect.
    show().catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [paper, number, widthPx, isNear]);
  const label = text("paperpage.pageOf", { page: number, pages: paper.pdf.numPages });
  return (
    <li className={css["page"]} style={{ inlineSize: widthPx }}>
      <canvas
        ref={canvas}
        className={css["canvas"]}
        style={{ inlineSize: widthPx, blockSize: widthPx * ratio }}
        role="img"
        aria-label={label}
        data-page={number}
      />
      <VisuallyHidden>
        {text("paperpage.pageText", { page: number })}
        {"\n"}
        {said}
      </VisuallyHidden>
      <span className={css["pageNumber"]} aria-hidden="true">
        {label}
      </span>
    </li>
  );
}

/** Whether an element is in view or nearly so; it stays true once it was. */
function useNear(target: RefObject<HTMLElement | null>): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const element = target.current;
    if (element === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        setNear(true);
        observer.disconnect();
      },
      { rootMargin: `${aheadPx}px` },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [target]);
  return isNear;
}
