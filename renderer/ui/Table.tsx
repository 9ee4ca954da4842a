import { type ReactNode, useState } from "react";
import { classNames } from "./class-names.ts";
import css from "./Table.module.css";
import { TableBody } from "./TableBody.tsx";
import { TableHead } from "./TableHead.tsx";
import { leastTableWidth, nextSort, sortRows, type TableColumn, type TableSort } from "./table-model.ts";

export type TableProps<Row> = {
  /** What the table lists; read out, not shown. */
  readonly label: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Shown in place of rows; say what to do first. */
  readonly empty: ReactNode;
  /** Enter or a click on a row. With it the rows take focus and the arrow keys, J and K move. */
  readonly onRowAction?: ((row: Row) => void) | undefined;
  /** The row that is open elsewhere on the page. */
  readonly selectedKey?: string | undefined;
  readonly defaultSort?: TableSort | undefined;
  /** With `onSort` the caller sorts; without, the table does. */
  readonly sort?: TableSort | undefined;
  readonly onSort?: ((sort: TableSort) => void) | undefined;
  /** Tallest it may become before it scrolls by itself, as a CSS length. Long tables always have one. */
  readonly maxHeight?: string | undefined;
  readonly isBusy?: boolean | undefined;
  /** Without its own border, for inside a flush card. */
  readonly isPlain?: boolean;
};

/** Above this many rows only those in sight are drawn. */
const virtualRowThreshold = 200;

/** Rows of facts: sortable, with a header that stays, fast at ten thousand rows, and usable by keyboard alone. */
export function Table<Row>(props: TableProps<Row>): ReactNode {
  const { label, columns, rows, onRowAction, selectedKey, maxHeight, isBusy = false, isPlain = false } = props;
  const [ownSort, setOwnSort] = useState(props.defaultSort);
  const [frame, setFrame] = useState<HTMLDivElement | null>(null);
  const sort = props.onSort === undefined ? ownSort : props.sort;
  const shown = props.onSort === undefined ? sortRows(rows, columns, sort) : rows;
  const isVirtual = rows.length > virtualRowThreshold;
  const height = maxHeight ?? (isVirtual ? "70vh" : undefined);
  const isGrid = onRowAction !== undefined;
  return (
    <div
      ref={setFrame}
      className={classNames(css["frame"], isPlain && css["plain"], height !== undefined && css["scrolls"])}
      style={{ maxBlockSize: height }}
      {...(height !== undefined && !isGrid && { role: "region", "aria-label": label, tabIndex: 0 })}
    >
      <table
        className={classNames(css["table"], isVirtual && css["fixed"], isBusy && css["busy"])}
        role={isGrid ? "grid" : undefined}
        style={{ minInlineSize: leastTableWidth(columns) }}
        aria-label={label}
        aria-busy={isBusy}
        aria-rowcount={isVirtual ? rows.length + 1 : undefined}
      >
        <TableHead
          columns={columns}
          sort={sort}
          onSort={(columnId) => {
            const next = nextSort(sort, columnId);
            if (props.onSort === undefined) setOwnSort(next);
            else props.onSort(next);
          }}
        />
        <TableBody
          columns={columns}
          rows={shown}
          rowKey={props.rowKey}
          empty={props.empty}
          onRowAction={onRowAction}
          selectedKey={selectedKey}
          frame={frame}
          isVirtual={isVirtual}
        />
      </table>
    </div>
  );
}
