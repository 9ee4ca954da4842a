import { RefreshCw } from "lucide-react";
import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { classNames } from "../../ui/class-names.ts";
import { Progress } from "../../ui/Progress.tsx";
import { SegmentedControl } from "../../ui/SegmentedControl.tsx";
import { PaperPage } from "./PaperPage.tsx";
import { PreviewFault } from "./PreviewFault.tsx";
import css from "./paper.module.css";
import type { PaperDocument } from "./pdf-document.ts";
import type { StoredTexts } from "./use-paper-texts.ts";
import type { Preview } from "./use-preview.ts";

const zooms = ["fit", "full", "large"] as const;
type Zoom = (typeof zooms)[number];

/** Width of an A4 page at its true size, in CSS pixels. */
const a4WidthPx = 794;

interface PaperPreviewProps {
  readonly preview: Preview & { readonly again: () => void };
  readonly stored: StoredTexts;
  readonly goTo: (name: string) => void;
}

/** The pages that will be signed, beside the texts they are made of. */
export function PaperPreview({ preview, stored, goTo }: PaperPreviewProps): ReactNode {
  const text = useText();
  const [zoom, setZoom] = useState<Zoom>("fit");
  const { paper, isDrawing, fault } = preview;
  return (
    <section className={css["preview"]} aria-labelledby="paper-preview">
      <header className={css["previewHead"]}>
        <h2 className={css["previewTitle"]} id="paper-preview">
          {text("paperpage.preview")}
        </h2>
        <span className={css["count"]} role="status">
          {paper !== undefined && text("paperpage.pages", { pages: paper.pdf.numPages })}
          {paper !== undefined && isDrawing && <span className={css["again"]}>{text("paperpage.refreshing")}</span>}
        </span>
        <SegmentedControl
          label={text("paperpage.zoom")}
          isLabelHidden
          segments={zooms.map((value) => ({ value, label: text(`paperpage.zoom-${value}`) }))}
          value={zoom}
          onChange={setZoom}
        />
      </header>
      {fault !== undefined && !isDrawing && (
        <PreviewFault
          fault={fault}
          stored={stored}
          hasPages={paper !== undefined}
          goTo={goTo}
          action={
            <Button size="small" icon={RefreshCw} onPress={preview.again}>
              {text("paperpage.again")}
            </Button>
          }
        />
      )}
      {paper === undefined && isDrawing && <Progress label={text("paperpage.drawing")} />}
      {paper !== undefined && <Pages paper={paper} zoom={zoom} isOld={isDrawing || fault !== undefined} />}
      <p className={classNames(css["hint"], css["below"])}>{text("paperpage.previewNote")}</p>
    </section>
  );
}

function Pages({ paper, zoom, isOld }: { paper: PaperDocument; zoom: Zoom; isOld: boolean }): ReactNode {
  const text = useText();
  const frame = useRef<HTMLElement>(null);
  const roomPx = useRoom(frame);
  const widthPx = zoom === "fit" ? roomPx : Math.round(a4WidthPx * (zoom === "full" ? 1 : 1.5));
  return (
    <section
      ref={frame}
      className={css["pages"]}
      aria-label={text("paperpage.preview")}
      // Scrolls by itself, so it must be reachable without a mouse.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region takes the focus for the arrow keys.
      tabIndex={0}
      data-old={isOld}
    >
      <ol className={css["sheets"]}>
        {Array.from({ length: paper.pdf.numPages }, (_, index) => index + 1).map((number) => (
          <PaperPage key={number} paper={paper} number={number} widthPx={widthPx} />
        ))}
      </ol>
    </section>
  );
}

/** Room around the sheets inside their frame, in CSS pixels. */
const marginPx = 32;

/** The width a page may take, in CSS pixels; zero until it is known. */
function useRoom(frame: RefObject<HTMLElement | null>): number {
  const [roomPx, setRoomPx] = useState(0);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setRoomPx(Math.max(element.clientWidth - marginPx, 0)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return roomPx;
}
