import { parse } from "csv-parse/sync";
import readXlsxFile from "read-excel-file/node";
import type { ReadSheet } from "../../../shared/domain/reading.ts";
import { decodePlain } from "./decode.ts";
import { ReadingFault } from "./reading-fault.ts";
import type { ReadingLimits } from "./reading-limits.ts";
import { cleanText, cutText } from "./text-parts.ts";
import { openPackage } from "./zip-package.ts";

/** Tables of a file, every cell as text. */
export interface ReadTables {
  readonly sheets: readonly ReadSheet[];
  readonly isCut: boolean;
  readonly encoding: string;
  readonly isUncertain: boolean;
}

/** Longest cell, in UTF-16 units; what a spreadsheet can hold. */
const cellUnits = 32_767;

/** Reads comma, semicolon or tab separated values. Rows that break the rules of quoting are kept as they stand. */
export function readCsv(bytes: Uint8Array, limits: ReadingLimits): ReadTables {
  const { text, encoding, isUncertain } = decodePlain(bytes);
  const rows = rowsOf(text, limits);
  const budget = budgetOf(limits);
  const sheet = sheetOf("", rows, budget);
  return { sheets: [sheet], isCut: budget.isCut, encoding, isUncertain };
}

function rowsOf(text: string, limits: ReadingLimits): string[][] {
  const delimiter = delimiterOf(text);
  try {
    return parse(text, {
      delimiter,
      bom: true,
      relax_quotes: true,
      relax_column_count: true,
      to: limits.rows + 1,
      max_record_size: 4 * 1024 * 1024,
    });
  } catch {
    // An opening quote that nothing closes: the lines as they are, so that nothing is hidden.
    return text.split("\n", limits.rows + 1).map((line) => line.replace(/\r$/u, "").split(delimiter));
  }
}

/** The separator that the first lines hold most of. */
function delimiterOf(text: string): string {
  const head = text.split("\n", 20).join("\n");
  const counted = [",", "\t", ";"].map((sign) => ({ sign, count: head.split(sign).length }));
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).sign;
}

/** Reads every sheet of a workbook. Formulas are not computed: the values that were stored are shown. */
export async function readWorkbook(bytes: Uint8Array, limits: ReadingLimits): Promise<ReadTables> {
  // The reader unpacks by itself and without limits; whatever is too much is found here first.
  openPackage(bytes, limits).measure();
  const sheets = await readXlsxFile(Buffer.from(bytes), { trim: false }).catch(() => {
    throw new ReadingFault("broken");
  });
  const budget = budgetOf(limits);
  const read = sheets.map(({ sheet, data }) =>
    sheetOf(
      cutText(cleanText(sheet), 200).text,
      data.map((row) => row.map(cellText)),
      budget,
    ),
  );
  return { sheets: read, isCut: budget.isCut, encoding: "", isUncertain: false };
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return dateText(cell);
  if (typeof cell === "string") return cell;
  return typeof cell === "number" || typeof cell === "boolean" ? String(cell) : "";
}

function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return "";
  const iso = date.toISOString();
  return iso.endsWith("T00:00:00.000Z") ? iso.slice(0, 10) : iso.slice(0, 19).replace("T", " ");
}

interface Budget {
  rows: number;
  cells: number;
  units: number;
  readonly columns: number;
  isCut: boolean;
}

function budgetOf(limits: ReadingLimits): Budget {
  return { rows: limits.rows, cells: limits.cells, units: limits.textUnits, columns: limits.columns, isCut: false };
}

/** Takes rows while there is room for them; what does not fit is left out, and the budget remembers that. */
function sheetOf(name: string, rows: readonly (readonly string[])[], budget: Budget): ReadSheet {
  const taken: string[][] = [];
  let columns = 0;
  for (const row of rows) {
    const width = Math.min(row.length, budget.columns);
    if (budget.rows <= 0 || budget.cells < width || budget.units <= 0) {
      budget.isCut = true;
      break;
    }
    if (row.length > budget.columns) budget.isCut = true;
    const cells = row.slice(0, width).map((cell) => cutText(cleanText(cell), cellUnits).text);
    budget.rows -= 1;
    budget.cells -= width;
    for (const cell of cells) budget.units -= cell.length;
    columns = Math.max(columns, width);
    taken.push(cells);
  }
  return { name, columns, rows: taken };
}
