/** Ceilings for one list file. Beyond any of the first three the file is refused; the others refuse a row or cut a field. */
export interface ListLimits {
  readonly bytes: number;
  readonly rows: number;
  readonly columns: number;
  /** One cell, in UTF-16 units. */
  readonly cellUnits: number;
  /** One name, in UTF-16 units. */
  readonly nameUnits: number;
  readonly namesPerEntry: number;
  /** Countries, identifiers, programmes or birth dates of one entry. */
  readonly valuesPerField: number;
}

/** The limits of a release. The largest public list known has under 30,000 entries. */
export const listLimits: ListLimits = {
  bytes: 64 * 1024 * 1024,
  rows: 1_000_000,
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
