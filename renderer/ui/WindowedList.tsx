import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";

export type WindowedListProps<Row> = {
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => number | string;
  /** What stands in the list item of a row. */
  readonly children: (row: Row, index: number) => ReactNode;
  /** First guess of an item's height in pixels; each is measured once it is drawn. */
  readonly guessPx: number;
  readonly className?: string | undefined;
  readonly itemClassName?: string | undefined;
  /** Whether these are all; screen readers are told the length only then. */
  readonly isWhole: boolean;
  /** Called when the end comes near, until there are more rows. */
  readonly onNearEnd?: (() => void) | undefined;
};

/** Items from the end at which more are asked for. */
const nearEnd = 40;

/** A list of any length that scrolls with its page: the items in sight are drawn, empty room stands for the others. */
export function WindowedList<Row>(props: WindowedListProps<Row>): ReactNode {
  const { rows, rowKey, guessPx, isWhole, onNearEnd } = props;
  const list = useRef<HTMLOListElement>(null);
  const { scroller, marginPx } = usePlace(list);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller,
    estimateSize: () => guessPx,
    getItemKey: (index) => keyAt(rows, rowKey, index),
    overscan: 10,
    scrollMargin: marginPx,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1);
  const isNearEnd = last !== undefined && last.index >= rows.length - nearEnd;
  useEffect(() => {
    if (isNearEnd) onNearEnd?.();
  }, [isNearEnd, onNearEnd]);
  const room = {
    paddingBlockStart: Math.max(0, (items[0]?.start ?? marginPx) - marginPx),
    paddingBlockEnd: Math.max(0, virtual.getTotalSize() - ((last?.end ?? marginPx) - marginPx)),
  };
  return (
    <ol ref={list} className={props.className} style={room}>
      {items.map(({ index }) => {
        const row = rows[index];
        if (row === undefined) return null;
        return (
          <li
            key={rowKey(row)}
            ref={virtual.measureElement}
            data-index={index}
            aria-posinset={index + 1}
            aria-setsize={isWhole ? rows.length : -1}
            className={props.itemClassName}
          >
            {props.children(row, index)}
          </li>
        );
      })}
    </ol>
  );
}

/** The part of the page that scrolls, and how far below its beginning the list starts. */
function usePlace(list: { readonly current: HTMLElement | null }): { scroller: HTMLElement | null; marginPx: number } {
  const [place, setPlace] = useState<{ scroller: HTMLElement | null; marginPx: number }>({
    scroller: null,
    marginPx: 0,
  });
  // At every drawing: what stands above the list grows and shrinks without the list being told.
  useLayoutEffect(() => {
    const element = list.current;
    const scroller = element?.closest("main") ?? null;
    if (element === null || scroller === null) return;
    const top = element.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
    const marginPx = Math.round(top);
    setPlace((earlier) =>
      earlier.scroller === scroller && earlier.marginPx === marginPx ? earlier : { scroller, marginPx },
    );
  });
  return place;
}

function keyAt<Row>(rows: readonly Row[], rowKey: (row: Row) => number | string, index: number): number | string {
  const row = rows[index];
  return row === undefined ? index : rowKey(row);
}
