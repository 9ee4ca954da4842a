/** Ceilings for one list file. Beyond any of those down to `columns` the file is refused; the others refuse a row or cut a field. */
export interface ListLimits {
  /** A file that is read as a whole: a workbook, METI's list, running text. */
  readonly bytes: number;
  /** A table whose columns a person assigned: read piece by piece, but its entries are held until all have their keys. */
  readonly mappedBytes: number;
  /** A file that is read piece by piece: XML, JSON and the tables of known lists. */
  readonly streamBytes: number;
  /** One record of XML or JSON, in UTF-16 units. */
  readonly recordUnits: number;
  /** How deep elements of XML may lie. */
  readonly depth: number;
  /** Rows of a file that is read as a whole. */
  readonly rows: number;
  /** Records of a file that is read piece by piece. */
  readonly streamRows: number;
  readonly columns: number;
  /** One cell, in UTF-16 units. */
  readonly cellUnits: number;
  /** One name, in UTF-16 units. */
  readonly nameUnits: number;
  readonly namesPerEntry: number;
  /** Countries, identifiers, programmes or birth dates of one entry. */
  readonly valuesPerField: number;
}

/**
 * The limits of a release. Lists of one authority have under 40,000 entries and 150 MiB; a collection of all lists of the
 * world has three million entries in about a gibibyte, which is why it is read piece by piece.
 */
export const listLimits: ListLimits = {
  bytes: 64 * 1024 * 1024,
  mappedBytes: 512 * 1024 * 1024,
  streamBytes: 2 * 1024 * 1024 * 1024,
  recordUnits: 4 * 1024 * 1024,
  depth: 32,
  rows: 1_000_000,
  streamRows: 6_000_000,
  columns: 256,
  cellUnits: 32_767,
  nameUnits: 1_000,
  namesPerEntry: 500,
  valuesPerField: 200,
};

/** How many refusals and warnings a report carries one by one; beyond that only their number is given. */
export const notesPerReport = 200;

/** Rows a preview shows. */
export const previewRows = 50;
