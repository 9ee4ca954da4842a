import { createHash } from "node:crypto";
import readXlsxFile from "read-excel-file/universal";
import { err, ok, type Result } from "../../../../shared/result.ts";
import { ReadingFault } from "../../../parsing/evidence/reading-fault.ts";
import { type ReadingLimits, readingLimits } from "../../../parsing/evidence/reading-limits.ts";
import { openPackage } from "../../../parsing/evidence/zip-package.ts";
import { type ListStop, stopFor } from "../import-notes.ts";
import type { ListLimits } from "../list-limits.ts";
import type { RowCalls, RowSource } from "../row-source.ts";

/** Whether bytes begin as a ZIP does, which every workbook of today is. */
export function looksLikeWorkbook(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4;
}

/** Ceilings for unpacking: a workbook of many sheets of text is far below them, a bomb is not. */
const unpacking: ReadingLimits = readingLimits;

/**
 * The sheet of a workbook that holds the most rows, as rows. Formulas are not computed: the values that were stored are read.
 * Stops: `workbook-broken`, `workbook-locked`, `workbook-too-large`, `file-archive` for a ZIP that is no workbook.
 */
export async function workbookRows(bytes: Uint8Array, limits: ListLimits): Promise<Result<RowSource, ListStop>> {
  const sheets = await sheetsOf(bytes);
  if (!sheets.ok) return sheets;
  const largest = sheets.value.reduce((best, sheet) => (sheet.length > best.length ? sheet : best), []);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const read = (calls: RowCalls): Result<void, ListStop> => readSheet(largest, limits, calls);
  return ok({ encoding: "utf-8", uncertain: false, delimiter: null, sha256, sizeBytes: bytes.length, read });
}

type Sheet = readonly (readonly unknown[])[];

async function sheetsOf(bytes: Uint8Array): Promise<Result<Sheet[], ListStop>> {
  try {
    const packed = openPackage(bytes, unpacking);
    if (!packed.names.some((name) => name.startsWith("xl/"))) return err(stopFor("file-archive"));
    // The reader unpacks by itself and without limits; whatever is too much is found here first.
    packed.measure();
    const sheets = await readXlsxFile(new Blob([Uint8Array.from(bytes)]), { trim: false });
    return ok(sheets.map(({ data }) => data));
  } catch (error) {
    if (!(error instanceof ReadingFault)) return err(stopFor("workbook-broken"));
    if (error.code === "encrypted") return err(stopFor("workbook-locked"));
    return err(stopFor(error.code === "limit" ? "workbook-too-large" : "workbook-broken"));
  }
}

const progressEveryRows = 500;

function readSheet(sheet: Sheet, limits: ListLimits, calls: RowCalls): Result<void, ListStop> {
  let count = 0;
  for (const [at, row] of sheet.entries()) {
    const line = at + 1;
    const cells = row.map(cellOf);
    while (cells.at(-1) === "") cells.pop();
    if (cells.length === 0) continue;
    count += 1;
    if (count > limits.rows) return err(stopFor("too-many-rows", line));
    if (cells.length > limits.columns) return err(stopFor("too-many-columns", line));
    if (count % progressEveryRows === 0) calls.onProgress?.(line, sheet.length);
    if (cells.some((cell) => cell.length > limits.cellUnits)) calls.onRefused(line, "cell-too-long");
    else if (calls.onRow({ cells: padded(cells, sheet), line }) === "stop") break;
  }
  return ok(undefined);
}

/** Empty cells at the end of a row are not stored; every row is as wide as the first one. */
function padded(cells: readonly string[], sheet: Sheet): readonly string[] {
  const width = sheet[0]?.length ?? 0;
  return cells.length >= width ? cells : [...cells, ...Array.from({ length: width - cells.length }, () => "")];
}

function cellOf(cell: unknown): string {
  if (typeof cell === "string") return cell;
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? "" : cell.toISOString().slice(0, 10);
  return typeof cell === "number" || typeof cell === "boolean" ? String(cell) : "";
}
