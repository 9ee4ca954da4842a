/** What one row of the table for people says; words in the reader's language. */
export interface CsvRow {
  readonly cells: readonly (string | number)[];
}

/** Marks that make a spreadsheet take a cell for a formula. */
const formulaStart = /^[=+\-@\t\r＝＋－＠]/u;

/**
 * Rows as CSV (RFC 4180) with a byte order mark, so that Japanese spreadsheets read it as UTF-8. Names are what people typed:
 * a cell that a spreadsheet would run as a formula is kept from it by an apostrophe.
 */
export function* writeCsv(header: readonly string[], rows: Iterable<CsvRow>): Generator<Uint8Array, void, undefined> {
  yield Buffer.from(`\uFEFF${csvLine(header)}`, "utf8");
  for (const { cells } of rows) yield Buffer.from(csvLine(cells), "utf8");
}

/** One line of such a table, with its end. */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(cell: string | number): string {
  const text = typeof cell === "string" && formulaStart.test(cell) ? `'${cell}` : String(cell);
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
