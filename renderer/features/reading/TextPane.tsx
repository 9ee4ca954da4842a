import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import type { EvidenceMark, TextPart } from "../../../shared/domain/reading.ts";
import { useHighlights } from "./highlights.ts";
import type { PaneProps } from "./pane.ts";
import css from "./reading.module.css";
import { type Span, spansOf } from "./text-ranges.ts";

interface TextPaneProps extends PaneProps {
  readonly parts: readonly TextPart[];
  readonly scroller: RefObject<HTMLElement | null>;
}

/** Running text, part by part; the parts in sight are on the page. */
export function TextPane(props: TextPaneProps): ReactNode {
  const { parts, scroller, onTexts, zoom, here } = props;
  useEffect(
    () =>
      onTexts(
        parts.map((part) => part.text),
        true,
      ),
    [parts, onTexts],
  );
  const virtual = useVirtualizer({
    count: parts.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 1_200,
    overscan: 2,
  });
  const wanted = here?.part ?? markedPart(props.marks, props.chosenId);
  useEffect(() => {
    if (wanted !== undefined) virtual.scrollToIndex(wanted - 1, { align: "start" });
  }, [wanted, virtual]);
  const items = virtual.getVirtualItems();
  return (
    <div className={css["text"]} style={{ blockSize: virtual.getTotalSize(), fontSize: `${zoom}em` }}>
      {items.map(({ index, start }) => (
        <div
          key={index}
          ref={virtual.measureElement}
          data-index={index}
          className={css["part"]}
          style={{ transform: `translateY(${start}px)` }}
        >
          <Part part={parts[index]} number={index + 1} pane={props} />
        </div>
      ))}
    </div>
  );
}

function markedPart(marks: readonly EvidenceMark[], chosenId: string | undefined): number | undefined {
  const place = marks.find((mark) => mark.id === chosenId)?.place;
  return place?.kind === "passage" ? place.from.part : undefined;
}

function Part({ part, number, pane }: { part: TextPart | undefined; number: number; pane: PaneProps }): ReactNode {
  const element = useRef<HTMLDivElement>(null);
  const words = part?.text ?? "";
  useHighlights(element, "kura-found", { spans: spansOf(words, pane.query), isDrawn: true });
  useHighlights(element, "kura-here", { spans: pane.here?.part === number ? [pane.here] : [], isDrawn: true });
  const marked = pane.marks.flatMap((mark) => spanInPart(mark, number, words.length));
  useHighlights(element, "kura-mark", { spans: marked, isDrawn: true });
  return (
    <div ref={element} className={css["words"]} data-part={number}>
      {words}
    </div>
  );
}

/** What of a passage stands in one part. */
function spanInPart({ place }: EvidenceMark, number: number, length: number): Span[] {
  if (place.kind !== "passage" || number < place.from.part || number > place.to.part) return [];
  const from = place.from.part === number ? place.from.offset : 0;
  const to = place.to.part === number ? place.to.offset : length;
  return from < to ? [{ from, to }] : [];
}
