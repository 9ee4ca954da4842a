import { err, ok, type Result } from "../../../shared/result.ts";
import { cellText } from "./cell-values.ts";
import type { CsvRow } from "./csv-rows.ts";
import { type ImportNotes, type ListStop, stopFor } from "./import-notes.ts";
import { type MetiLayout, metiColumns, metiHeaderLayout } from "./meti-layout.ts";

/** One numbered row of METI's list, cells as printed and continuation rows joined to it by line breaks. */
export interface MetiRow {
  readonly line: number;
  readonly number: number;
  readonly country: string;
  readonly name: string;
  readonly aliases: string;
  readonly wmd: string;
  readonly conventional: string;
}

/** How many rows may stand before the header: a title, a date, notes. */
const rowsBeforeHeader = 10;

/** Takes the rows of a file one by one and keeps the numbered ones. `finish` answers them, or the check that failed. */
export interface MetiRows {
  take(row: CsvRow): "stop" | undefined;
  finish(): Result<{ rows: readonly MetiRow[]; layout: MetiLayout }, ListStop>;
}

/** Starts reading; `wanted` allows one layout only. */
export function createMetiRows(wanted: MetiLayout | null, notes: ImportNotes): MetiRows {
  const rows: MetiRow[] = [];
  let layout: MetiLayout | undefined;
  let before = 0;
  let stop: ListStop | undefined;
  const seekHeader = (row: CsvRow): ListStop | undefined => {
    layout = metiHeaderLayout(row.cells);
    if (layout !== undefined && (wanted === null || layout === wanted)) return undefined;
    before += 1;
    if (layout !== undefined || before > rowsBeforeHeader) return stopFor("header-unknown", row.line);
    notes.warnOnce(row.line, "rows-before-header");
    return undefined;
  };
  return {
    take(row) {
      stop ??= layout === undefined ? seekHeader(row) : takeRow(row, { rows, layout, notes });
      return stop === undefined ? undefined : "stop";
    },
    finish() {
      if (stop !== undefined) return err(stop);
      return layout === undefined ? err(stopFor("header-unknown")) : ok({ rows, layout });
    },
  };
}

interface Taking {
  readonly rows: MetiRow[];
  readonly layout: MetiLayout;
  readonly notes: ImportNotes;
}

function takeRow(row: CsvRow, { rows, layout, notes }: Taking): ListStop | undefined {
  const cells = row.cells.map(cellText);
  const filled = cells.flatMap((cell, at) => (cell === "" ? [] : [at]));
  if (filled.length === 0) return undefined;
  if (metiHeaderLayout(row.cells) === layout) {
    notes.warn(row.line, "header-repeated");
    return undefined;
  }
  if (isPageFooter(cells, filled)) {
    notes.warn(row.line, "page-footer");
    return undefined;
  }
  if (filled.some((at) => at >= metiColumns(layout))) return stopFor("layout-row-broken", row.line);
  const [number = "", country = "", name = "", aliases = "", wmd = "", conventional = ""] = cells;
  if (number === "" && country === "" && name === "")
    return continueRow({ aliases, wmd, conventional }, row.line, { rows, notes });
  const counted = rowNumberOf(number);
  if (counted === undefined) return stopFor("layout-row-broken", row.line);
  if (counted !== rows.length + 1) return stopFor("row-number-gap", row.line);
  if (name === "") return stopFor("listed-name-missing", row.line);
  rows.push({ line: row.line, number: counted, country, name, aliases, wmd, conventional });
  return undefined;
}

/**
 * A row with nothing but a page number. A real entry whose other cells were lost looks the same; the number that is then
 * missing shows as a gap at the next row.
 */
function isPageFooter(cells: readonly string[], filled: readonly number[]): boolean {
  const [only] = filled;
  if (filled.length !== 1 || only === undefined) return false;
  return /^(?:page\s*)?[-–\s]*\d{1,4}\s*(?:[/／]\s*\d{1,4})?[-–\s]*(?:ページ|頁)?$/i.test(
    (cells[only] ?? "").normalize("NFKC"),
  );
}

function rowNumberOf(cell: string): number | undefined {
  const digits = /^(\d{1,6})\.?$/.exec(cell.normalize("NFKC"))?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function continueRow(
  more: Pick<MetiRow, "aliases" | "wmd" | "conventional">,
  line: number,
  { rows, notes }: Pick<Taking, "rows" | "notes">,
): ListStop | undefined {
  const last = rows.at(-1);
  if (last === undefined) return stopFor("layout-row-broken", line);
  const joined = (above: string, below: string): string =>
    above === "" || below === "" ? above + below : `${above}\n${below}`;
  rows[rows.length - 1] = {
    ...last,
    aliases: joined(last.aliases, more.aliases),
    wmd: joined(last.wmd, more.wmd),
    conventional: joined(last.conventional, more.conventional),
  };
  notes.warn(line, "alias-continued");
  return undefined;
}
