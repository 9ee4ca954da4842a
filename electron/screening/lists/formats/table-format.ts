import type { ListLayout } from "../../../../shared/domain/screening.ts";
import type { EntryParts } from "../entry-parts.ts";

/** A row of a known table by the names of its columns. */
export interface NamedRow {
  /** The cell under a header; empty where the file has no such column. */
  cell(header: string): string;
}

/** The table of a known list: what its header must hold, and what a row says. */
export interface TableFormat {
  readonly layout: ListLayout;
  /** Headers that must all be there, in any order; compared without case, width, spaces and signs. */
  readonly headers: readonly string[];
  /** Scope of the list's own stable numbers; null where it has none. */
  readonly idScope: string | null;
  /** Rows with the same text here are one entry; absent where every row is one. */
  readonly groupOf?: (row: NamedRow) => string;
  readonly partsOf: (row: NamedRow) => EntryParts;
  /** Columns whose empty cells mean the cell above them, as where one printed cell spans many rows. */
  readonly fillDown?: readonly string[];
  /** Rows that say that nothing is listed at their place any more. They are counted as passed over. */
  readonly isVacant?: (row: NamedRow) => boolean;
  /** The column in which every row repeats the day the file was made. */
  readonly dayColumn?: string;
  /** The day the file states about itself, from a row above the header. */
  readonly statedDay?: (cells: readonly string[]) => string | undefined;
}

/** A header as it is compared. */
export function plainHeader(header: string): string {
  return header
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, "");
}

/** Column numbers of a header row, if it is the header of this table. */
export function columnsOf(format: TableFormat, cells: readonly string[]): ReadonlyMap<string, number> | undefined {
  const columns = new Map<string, number>();
  cells.forEach((cell, at) => {
    const header = plainHeader(cell);
    if (header !== "" && !columns.has(header)) columns.set(header, at);
  });
  return format.headers.every((header) => columns.has(plainHeader(header))) ? columns : undefined;
}
