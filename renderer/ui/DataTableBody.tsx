import { useVirtualizer } from "@tanstack/react-virtual";
import { memo, type ReactNode, useEffect } from "react";
import { classNames } from "./class-names.ts";
import css from "./DataTable.module.css";
import { type DataColumn, type DataTableProps, type DataTableWords, rowHeightsPx } from "./data-table-model.ts";
import { useTableHands } from "./use-table-hands.ts";

type BodyProps<Row> = DataTableProps<Row> & { readonly frame: HTMLDivElement | null };

/** Rows drawn beyond those in sight, so that fast scrolling meets rows and not blank space. */
const overscanRows = 16;

/** The rows in sight, with empty space standing for the rest. */
export function DataTableBody<Row>(props: BodyProps<Row>): ReactNode {
  const { columns, source, frame, selection, density } = props;
  const heightPx = rowHeightsPx[density];
  const virtual = useVirtualizer({
    count: source.count,
    getScrollElement: () => frame,
    estimateSize: () => heightPx,
    overscan: overscanRows,
    scrollPaddingStart: heightPx,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sizes are reckoned anew when the height of rows changes.
  useEffect(() => virtual.measure(), [heightPx]);
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? -1;
  const { onSee } = source;
  useEffect(() => {
    if (last >= first) onSee(first, last);
  }, [first, last, onSee]);
  const hands = useTableHands(props, (index) => virtual.scrollToIndex(index));
  const columnCount = columns.length + (selection === undefined ? 0 : 1);
  if (source.count === 0) {
    return (
      <tbody>
        <tr>
          <td className={css["empty"]} colSpan={columnCount}>
            {props.empty}
          </td>
        </tr>
      </tbody>
    );
  }
  const beforePx = items[0]?.start ?? 0;
  const afterPx = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <tbody ref={hands.body} onKeyDown={hands.onKeyDown} onFocus={hands.onFocus} onClick={hands.onClick}>
      <Gap heightPx={beforePx} columnCount={columnCount} />
      {items.map(({ index }) => {
        const row = source.rowAt(index);
        return (
          <DataRow
            key={index}
            index={index}
            row={row}
            columns={columns as readonly DataColumn<unknown>[]} // Safe: rows and columns of one table go together.
            name={row === undefined ? "" : props.nameOf(row)}
            isSelected={row !== undefined && (selection?.keys.has(source.keyOf(row)) ?? false)}
            isOpen={row !== undefined && source.keyOf(row) === props.openKey}
            hasBox={selection !== undefined}
            isReachable={index === Math.min(hands.current, source.count - 1)}
            words={props.words}
            heightPx={heightPx}
          />
        );
      })}
      <Gap heightPx={afterPx} columnCount={columnCount} />
    </tbody>
  );
}

type RowProps = {
  readonly index: number;
  readonly row: unknown;
  readonly columns: readonly DataColumn<unknown>[];
  readonly name: string;
  readonly isSelected: boolean;
  readonly isOpen: boolean;
  readonly hasBox: boolean;
  readonly isReachable: boolean;
  readonly words: DataTableWords;
  readonly heightPx: number;
};

/** One row; drawn again only when something it shows has changed, which keeps scrolling smooth. */
const DataRow = memo(function DataRow(props: RowProps): ReactNode {
  const { index, row, columns, isSelected, isOpen, hasBox } = props;
  return (
    <tr
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={hasBox ? isSelected : isOpen || undefined}
      aria-busy={row === undefined ? true : undefined}
      tabIndex={props.isReachable ? 0 : -1}
      className={classNames(css["row"], (isSelected || isOpen) && css["selected"])}
      style={{ blockSize: props.heightPx }}
    >
      {hasBox && (
        <td className={css["box"]} data-box-cell="">
          {row !== undefined && (
            <input
              type="checkbox"
              tabIndex={-1}
              aria-label={props.words.selectRow(props.name)}
              checked={isSelected}
              onChange={() => undefined}
            />
          )}
        </td>
      )}
      {columns.map((column, at) => (
        <Cell key={column.id} column={column} row={row} waiting={at === 0 ? props.words.loading : ""} />
      ))}
    </tr>
  );
});

function Cell({ column, row, waiting }: { column: DataColumn<unknown>; row: unknown; waiting: string }): ReactNode {
  const className = classNames(css["cell"], column.align === "end" && css["end"]);
  const content = row === undefined ? <span className={css["waiting"]}>{waiting}</span> : column.cell(row);
  return column.isRowHeader === true ? (
    <th scope="row" className={className}>
      {content}
    </th>
  ) : (
    <td className={className}>{content}</td>
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
