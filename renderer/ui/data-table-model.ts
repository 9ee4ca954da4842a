import type { ReactNode } from "react";
import type { TableSort } from "./table-model.ts";

export type DataColumn<Row> = {
  readonly id: string;
  readonly header: string;
  /** One line of content; whatever is longer is cut off with an ellipsis. */
  readonly cell: (row: Row) => ReactNode;
  readonly canSort?: boolean;
  /** End for numbers. */
  readonly align?: "start" | "end";
  readonly widthPx: number;
  /** The cell that names the row. One per table. */
  readonly isRowHeader?: boolean;
};

/** Rows of which only some may be at hand. */
export type DataSource<Row> = {
  readonly count: number;
  /** Undefined while the row is on its way. */
  readonly rowAt: (index: number) => Row | undefined;
  readonly keyOf: (row: Row) => string;
  /** These rows are in sight, the last one included. */
  readonly onSee: (first: number, last: number) => void;
};

/** Rows chosen by hand, by key. */
export type DataSelection = {
  readonly keys: ReadonlySet<string>;
  /** Puts the row at `index` in or out. */
  readonly toggle: (index: number) => void;
  /** Chooses every row from one to the other. */
  readonly extend: (from: number, to: number) => void;
  readonly all: () => void;
};

export type DataTableWords = {
  /** Heads the column of boxes. */
  readonly selection: string;
  readonly selectAll: string;
  readonly selectRow: (name: string) => string;
  readonly widthOf: (column: string) => string;
  readonly sortPlace: (place: number) => string;
  readonly loading: string;
};

export type DataTableProps<Row> = {
  /** What the table lists; read out, not shown. */
  readonly label: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly source: DataSource<Row>;
  /** Names a row, for its box. */
  readonly nameOf: (row: Row) => string;
  /** Shown in place of rows; say what to do first. */
  readonly empty: ReactNode;
  readonly words: DataTableWords;
  /** Enter or a click on a row. */
  readonly onRowAction: (row: Row) => void;
  readonly sorts: readonly TableSort[];
  readonly onSort: (columnId: string, isAdding: boolean) => void;
  readonly onWidth: (columnId: string, widthPx: number) => void;
  readonly selection?: DataSelection | undefined;
  /** The row that is open elsewhere on the page, by key. */
  readonly openKey?: string | undefined;
  /** Where the next row lies that begins with what was typed on a row; undefined without one. */
  readonly onType?: ((typed: string, from: number) => Promise<number | undefined>) | undefined;
  readonly density: "roomy" | "dense";
  /** Names what is listed and in which order; another one begins at the top. */
  readonly question: string;
  /** Tallest it may become before it scrolls by itself, as a CSS length. */
  readonly maxHeight: string;
  readonly isBusy?: boolean | undefined;
};

/** Narrowest a column may become, in pixels. */
export const leastColumnPx = 56;
/** Widest a column may become, in pixels. */
export const mostColumnPx = 2000;
/** How far one press of an arrow key moves the edge of a column, in pixels. */
export const widthStepPx = 16;
/** Height of a row in pixels; every row has it, so that no row need be measured. */
export const rowHeightsPx = { roomy: 41, dense: 31 } as const;

/**
 * The order after a press on a header: the column alone, the other way round if it led alone already; with `isAdding` it joins
 * the others as the last, turns round in its place, or leaves after both ways.
 */
export function nextSorts(sorts: readonly TableSort[], columnId: string, isAdding: boolean): TableSort[] {
  const known = sorts.find((sort) => sort.columnId === columnId);
  if (!isAdding) {
    const turns = sorts.length === 1 && known?.direction === "ascending";
    return [{ columnId, direction: turns ? "descending" : "ascending" }];
  }
  if (known === undefined) return [...sorts, { columnId, direction: "ascending" as const }].slice(-mostSorts);
  if (known.direction === "descending") return sorts.filter((sort) => sort !== known);
  return sorts.map((sort) => (sort === known ? { columnId, direction: "descending" as const } : sort));
}

/** More orders than these nobody keeps in mind. */
const mostSorts = 4;

/** Letters typed within this time of each other belong together. */
export const typingPauseMs = 900;

/** Whether a key typed on a row is a letter to look for. J and K move, unless letters came just before. */
export function isTyped(key: string, isTyping: boolean): boolean {
  if ([...key].length !== 1 || (key === " " && !isTyping)) return false;
  return isTyping || !["j", "k", "?", "/"].includes(key);
}
