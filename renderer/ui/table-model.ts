import type { ReactNode } from "react";

export type TableColumn<Row> = {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** What the column sorts by; a column without it cannot be sorted. Undefined values come last in both directions. */
  readonly sortValue?: ((row: Row) => string | number | undefined) | undefined;
  /** End for numbers, which are also set in tabular figures. */
  readonly align?: "start" | "end";
  /** A CSS width, as `8rem`. */
  readonly width?: string | undefined;
  /** The cell that names the row. One per table. */
  readonly isRowHeader?: boolean;
  readonly isHeaderHidden?: boolean;
};

export type TableSort = { readonly columnId: string; readonly direction: "ascending" | "descending" };

/** Room a column without a width is never denied, as a CSS length. */
const leastWidth = "9rem";

/** The width below which a table scrolls sideways rather than squeeze its columns. */
export function leastTableWidth<Row>(columns: readonly TableColumn<Row>[]): string {
  return `calc(${columns.map((column) => column.width ?? leastWidth).join(" + ")})`;
}

/** Rows in the order asked for; equal rows keep the order they came in. Text is compared as Japanese readers expect. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Pick<TableColumn<Row>, "id" | "sortValue">[],
  sort: TableSort | undefined,
): readonly Row[] {
  const sortValue = columns.find((column) => column.id === sort?.columnId)?.sortValue;
  if (sort === undefined || sortValue === undefined) return rows;
  const sign = sort.direction === "ascending" ? 1 : -1;
  return rows
    .map((row) => ({ row, value: sortValue(row) }))
    .sort((a, b) => compare(a.value, b.value, sign))
    .map(({ row }) => row);
}

/** Rows in several orders at once, the first one leading. */
export function sortRowsBy<Row>(
  rows: readonly Row[],
  columns: readonly Pick<TableColumn<Row>, "id" | "sortValue">[],
  sorts: readonly TableSort[],
): readonly Row[] {
  return sorts.reduceRight((ordered, sort) => sortRows(ordered, columns, sort), rows);
}

/** The order after a press on a column's header: ascending first, then the other way. */
export function nextSort(sort: TableSort | undefined, columnId: string): TableSort {
  const isReversal = sort?.columnId === columnId && sort.direction === "ascending";
  return { columnId, direction: isReversal ? "descending" : "ascending" };
}

const collator = new Intl.Collator("ja", { numeric: true });

type SortValue = string | number | undefined;

function compare(a: SortValue, b: SortValue, sign: number): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  if (typeof a === "number" && typeof b === "number") return sign * (a - b);
  return sign * collator.compare(String(a), String(b));
}

/** The row a key moves to, or undefined when the key does not move. `pageRows` is how many rows one page shows. */
export function rowAfterKey(key: string, index: number, rowCount: number, pageRows: number): number | undefined {
  const last = rowCount - 1;
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    j: index + 1,
    k: index - 1,
    Home: 0,
    End: last,
    PageDown: index + pageRows,
    PageUp: index - pageRows,
  };
  const target = moves[key];
  return target === undefined || last < 0 ? undefined : Math.min(Math.max(target, 0), last);
}
