import { useVirtualizer } from "@tanstack/react-virtual";
import { type JSX, type KeyboardEvent, type ReactNode, type RefObject, useRef, useState } from "react";
import { classNames } from "./class-names.ts";
import type { CompositionGuard } from "./composition.ts";
import { pressOf, useCompositionGuard } from "./composition-events.ts";
import css from "./Table.module.css";
import { rowAfterKey, type TableColumn } from "./table-model.ts";

export type TableBodyProps<Row> = {
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly empty: ReactNode;
  readonly onRowAction: ((row: Row) => void) | undefined;
  readonly selectedKey: string | undefined;
  /** The element that scrolls; null until it is on the page. */
  readonly frame: HTMLDivElement | null;
  readonly isVirtual: boolean;
};

/** First guess of a row's height in pixels; each row is measured once it is drawn. */
const rowHeightPx = 41;
/** How far Page Up and Page Down go. */
const pageRows = 10;

/** The rows themselves: all of them, or those in sight with empty space standing for the rest. */
export function TableBody<Row>(props: TableBodyProps<Row>): ReactNode {
  const { columns, rows, rowKey, onRowAction, selectedKey, isVirtual } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const [current, setCurrent] = useState(0);
  const { guard } = useCompositionGuard();
  const drawn = useDrawnRows(props);
  if (rows.length === 0) return <EmptyBody columnCount={columns.length}>{props.empty}</EmptyBody>;
  const reachable = Math.min(current, rows.length - 1);
  const moveTo = (index: number): void => {
    setCurrent(index);
    drawn.bringIntoSight(index);
    focusRow(body, index);
  };
  const handsOn = (row: Row, index: number): Partial<JSX.IntrinsicElements["tr"]> =>
    onRowAction === undefined
      ? {}
      : {
          tabIndex: index === reachable ? 0 : -1,
          onFocus: () => setCurrent(index),
          onClick: (event) => {
            if (!isInsideControl(event.target, event.currentTarget)) onRowAction(row);
          },
          onKeyDown: (event) =>
            onRowKey(event, { index, rowCount: rows.length, guard, moveTo, act: () => onRowAction(row) }),
        };
  return (
    <tbody ref={body}>
      <Gap heightPx={drawn.gapBeforePx} columnCount={columns.length} />
      {drawn.indexes.map((index) => {
        const row = rows[index];
        if (row === undefined) return null;
        const isSelected = rowKey(row) === selectedKey;
        return (
          <tr
            key={rowKey(row)}
            ref={drawn.measure}
            data-index={index}
            aria-rowindex={isVirtual ? index + 2 : undefined}
            aria-selected={onRowAction === undefined ? undefined : isSelected}
            className={classNames(
              css["row"],
              onRowAction !== undefined && css["actionable"],
              isSelected && css["selected"],
            )}
            {...handsOn(row, index)}
          >
            {columns.map((column) => (
              <Cell key={column.id} column={column} row={row} />
            ))}
          </tr>
        );
      })}
      <Gap heightPx={drawn.gapAfterPx} columnCount={columns.length} />
    </tbody>
  );
}

type DrawnRows = {
  readonly indexes: readonly number[];
  readonly gapBeforePx: number;
  readonly gapAfterPx: number;
  readonly measure: ((row: HTMLTableRowElement | null) => void) | undefined;
  readonly bringIntoSight: (index: number) => void;
};

/** Which rows to draw, and how much room the others take. */
function useDrawnRows<Row>({ rows, rowKey, frame, isVirtual }: TableBodyProps<Row>): DrawnRows {
  const virtual = useVirtualizer({
    count: rows.length,
    enabled: isVirtual,
    getScrollElement: () => frame,
    estimateSize: () => rowHeightPx,
    getItemKey: (index) => keyAt(rows, rowKey, index),
    overscan: 12,
    scrollPaddingStart: rowHeightPx,
  });
  if (!isVirtual) {
    const indexes = rows.map((_, index) => index);
    return { indexes, gapBeforePx: 0, gapAfterPx: 0, measure: undefined, bringIntoSight: () => undefined };
  }
  const items = virtual.getVirtualItems();
  return {
    indexes: items.map((item) => item.index),
    gapBeforePx: items[0]?.start ?? 0,
    gapAfterPx: virtual.getTotalSize() - (items.at(-1)?.end ?? 0),
    measure: virtual.measureElement,
    bringIntoSight: (index) => virtual.scrollToIndex(index),
  };
}

function Cell<Row>({ column, row }: { readonly column: TableColumn<Row>; readonly row: Row }): ReactNode {
  const className = classNames(column.align === "end" && css["end"]);
  return column.isRowHeader === true ? (
    <th scope="row" className={className}>
      {column.cell(row)}
    </th>
  ) : (
    <td className={className}>{column.cell(row)}</td>
  );
}

function Gap({ heightPx, columnCount }: { readonly heightPx: number; readonly columnCount: number }): ReactNode {
  if (heightPx <= 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row of empty space takes no focus and would be read as a blank row
    <tr aria-hidden="true">
      <td className={css["gap"]} colSpan={columnCount} style={{ blockSize: heightPx }} />
    </tr>
  );
}

function EmptyBody({
  columnCount,
  children,
}: {
  readonly columnCount: number;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <tbody>
      <tr>
        <td className={css["empty"]} colSpan={columnCount}>
          {children}
        </td>
      </tr>
    </tbody>
  );
}

type RowKeyContext = {
  readonly index: number;
  readonly rowCount: number;
  readonly guard: CompositionGuard;
  readonly moveTo: (index: number) => void;
  readonly act: () => void;
};

function onRowKey(event: KeyboardEvent, { index, rowCount, guard, moveTo, act }: RowKeyContext): void {
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = rowAfterKey(event.key, index, rowCount, pageRows);
  if (target === undefined && (event.key !== "Enter" || guard.owns(pressOf(event)))) return;
  event.preventDefault();
  event.stopPropagation();
  if (target === undefined) act();
  else moveTo(target);
}

/** The row may not be drawn yet when it lies outside what is in sight, so a few frames are allowed for it. */
function focusRow(body: RefObject<HTMLTableSectionElement | null>, index: number, framesLeft = 5): void {
  const row = body.current?.querySelector<HTMLElement>(`tr[data-index="${index}"]`);
  if (row !== null && row !== undefined) row.focus();
  else if (framesLeft > 0) requestAnimationFrame(() => focusRow(body, index, framesLeft - 1));
}

function isInsideControl(target: EventTarget, row: EventTarget): boolean {
  if (!(target instanceof Element)) return false;
  const control = target.closest("a, button, input, select, textarea, label, [role='button']");
  return control !== null && control !== row;
}

function keyAt<Row>(rows: readonly Row[], rowKey: (row: Row) => string, index: number): string | number {
  const row = rows[index];
  return row === undefined ? index : rowKey(row);
}
