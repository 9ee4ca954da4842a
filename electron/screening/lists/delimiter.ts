import { parse } from "csv-parse/sync";
import type { Delimiter } from "./list-entry.ts";

const delimiters: readonly Delimiter[] = [",", "\t", ";"];

/** How much of a file is read to find its delimiter: UTF-16 units and records. */
const sampleUnits = 64 * 1024;
const sampleRecords = 60;

/**
 * The delimiter under which most of the first records have the same number of cells, and more than one. A comma where
 * none does: a file with a single column has no delimiter to find.
 */
export function detectDelimiter(text: string): Delimiter {
  const sample = text.slice(0, sampleUnits);
  const scored = delimiters.map((delimiter) => ({ delimiter, score: scoreOf(sample, delimiter) }));
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).delimiter;
}

function scoreOf(sample: string, delimiter: Delimiter): number {
  const countOf = new Map<number, number>();
  let records = 0;
  for (const width of recordWidths(sample, delimiter)) {
    records += 1;
    countOf.set(width, (countOf.get(width) ?? 0) + 1);
  }
  let best = 0;
  for (const [width, count] of countOf) {
    if (width > 1) best = Math.max(best, (count / records) * (1 + Math.min(width, 50) / 100));
  }
  return best;
}

function recordWidths(sample: string, delimiter: Delimiter): readonly number[] {
  const widths: number[] = [];
  parse(sample, {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    // The sample may end inside a quoted cell; its last record says nothing.
    skip_records_with_error: true,
    to: sampleRecords,
    on_record: (record) => {
      widths.push(Array.isArray(record) ? record.length : 0);
      return null;
    },
  });
  return widths;
}
