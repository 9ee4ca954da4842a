import type { LayoutGuess, ListLayout } from "../../../shared/domain/screening.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { type CsvRow, readCsvRows } from "./csv-rows.ts";
import { detectDelimiter } from "./delimiter.ts";
import { knownDocuments } from "./formats/known-documents.ts";
import { knownTables } from "./formats/known-tables.ts";
import { columnsOf } from "./formats/table-format.ts";
import { type ListStop, stopFor } from "./import-notes.ts";
import { ofacPartOf } from "./import-ofac-csv.ts";
import type { ListLimits } from "./list-limits.ts";
import { metiHeaderLayout } from "./meti-layout.ts";

/** A layout and what it was told from. */
export interface RecognisedLayout {
  readonly layout: ListLayout;
  readonly guess: LayoutGuess;
}

/** How far down a header may stand. */
const headerWithinRows = 12;

/** Rows at the beginning of a table; a quote that the sample cuts off ends them early. */
export function firstRows(head: string, limits: ListLimits, most: number): readonly CsvRow[] {
  const rows: CsvRow[] = [];
  readCsvRows({
    text: head,
    delimiter: detectDelimiter(head),
    limits,
    onRow: (row) => (rows.push(row) >= most ? "stop" : undefined),
    onRefused: () => undefined,
  });
  return rows;
}

/**
 * Tells the layout of a file from the beginning of its text. A table that is none of the known ones is `csv`, whose columns a
 * person assigns. Stops: `layout-mismatch` for XML and JSON of no known list, `xml-doctype`.
 */
export function recogniseText(head: string, limits: ListLimits): Result<RecognisedLayout, ListStop> {
  const start = head.trimStart();
  if (start.startsWith("<")) return recogniseXml(start);
  if (start.startsWith("{") || start.startsWith("[")) return recogniseJson(start);
  const rows = recogniseRows(firstRows(head, limits, headerWithinRows));
  if (rows !== undefined) return ok(rows);
  if (/所在地/.test(head) && /告示第/.test(head)) return ok({ layout: "meti-tokutei", guess: "text-of-list" });
  if (/Country or Region/i.test(head) && /Company or Organization/i.test(head))
    return ok({ layout: "meti-text", guess: "text-of-list" });
  return ok({ layout: "csv", guess: "table-only" });
}

/** Tells a known table from its first rows; nothing when they are of no known list. */
export function recogniseRows(rows: readonly CsvRow[]): RecognisedLayout | undefined {
  for (const { cells } of rows) {
    const meti = metiHeaderLayout(cells);
    if (meti !== undefined) return { layout: meti, guess: "header-of-list" };
    const fitting = knownTables.filter((format) => columnsOf(format, cells) !== undefined);
    const closest = fitting.sort((a, b) => b.headers.length - a.headers.length)[0];
    if (closest !== undefined) return { layout: closest.layout, guess: "header-of-list" };
  }
  const [first] = rows;
  const isOfac = first !== undefined && ofacPartOf(first.cells) !== undefined && first.cells.length > 2;
  return isOfac ? { layout: "ofac-csv", guess: "columns-of-list" } : undefined;
}

function recogniseXml(start: string): Result<RecognisedLayout, ListStop> {
  const body = start.replace(/^(?:\s|<\?[^>]{0,2000}\?>|<!--[\s\S]{0,20000}?-->)+/, "");
  if (/^<!DOCTYPE/i.test(body)) return err(stopFor("xml-doctype", 1));
  const root = /^<(?:[\w.-]+:)?([\w.-]+)[\s/>]/.exec(body)?.[1];
  const document = knownDocuments.find((format) => format.root === root);
  return document === undefined
    ? err(stopFor("layout-mismatch", 1))
    : ok({ layout: document.layout, guess: "xml-root" });
}

function recogniseJson(start: string): Result<RecognisedLayout, ListStop> {
  const sample = start.slice(0, 20_000);
  if (start.startsWith("{") && /"schema"\s*:/.test(sample) && /"properties"\s*:/.test(sample))
    return ok({ layout: "opensanctions-ftm", guess: "json-shape" });
  if (/"source"\s*:/.test(sample) && /"name"\s*:/.test(sample))
    return ok({ layout: "us-csl-json", guess: "json-shape" });
  return err(stopFor("layout-mismatch", 1));
}
