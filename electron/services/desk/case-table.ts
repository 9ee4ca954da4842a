import type { CaseExportColumn, CaseRow } from "../../../shared/contract/calls/dossier-lists.ts";
import type { Content } from "../../../shared/domain/content/content.ts";
import { createNamer } from "../../../shared/domain/content/names.ts";
import { dayOf } from "../../../shared/domain/time.ts";
import { createText, type Locale } from "../../../shared/strings/text.ts";
import { type CsvRow, writeCsv } from "../../trail/trail-csv.ts";

/** What a list of cases is written out with. */
export interface CaseTableOf {
  readonly columns: readonly CaseExportColumn[];
  readonly content: Content;
  readonly locale: Locale;
}

/** Cases as CSV for people: words in their language, days as spreadsheets read them, and no cell that runs as a formula. */
export function caseTable(rows: readonly CaseRow[], { columns, content, locale }: CaseTableOf): Generator<Uint8Array> {
  const text = createText(locale);
  const nameOf = createNamer(content, locale);
  const cellOf: Readonly<Record<CaseExportColumn, (row: CaseRow) => string | number>> = {
    number: (row) => row.number,
    title: (row) => row.title,
    principal: (row) => row.principal,
    kind: (row) => text(`dossiers.kind-${row.kind}`),
    state: (row) => text(`dossier.state-${row.state}`),
    depth: (row) => nameOf("depth", row.depth),
    outcome: (row) => (row.outcome === null ? "" : nameOf("recommendation", row.outcome)),
    // A slash alone would be read as a date.
    progress: (row) => text("desk.progressOf", { answered: row.answered, required: row.required }),
    minutes: (row) => row.minutes,
    due: (row) => row.dueDay ?? "",
    review: (row) => row.reviewDay ?? "",
    created: (row) => dayOf(row.createdAt),
    updated: (row) => dayOf(row.updatedAt),
    access: (row) => (row.restricted ? text("access.mark") : ""),
  };
  return writeCsv(
    columns.map((column) => text(`desk.column-${column}`)),
    cellsOf(
      rows,
      columns.map((column) => cellOf[column]),
    ),
  );
}

function* cellsOf(rows: readonly CaseRow[], cells: readonly ((row: CaseRow) => string | number)[]): Generator<CsvRow> {
  for (const row of rows) yield { cells: cells.map((cell) => cell(row)) };
}
