import type { RefusalCode, StopCode, WarningCode } from "./list-codes.ts";
import type { ImportReport } from "./list-entry.ts";
import { notesPerReport } from "./list-limits.ts";

/**
 * Why an import ended with nothing kept. `code` is one of the app's error codes; `reason` says which check stopped it,
 * `line` where (lines of the file from 1), when it can be told.
 */
export interface ListStop {
  readonly code:
    | "list-unreadable"
    | "list-layout-unknown"
    | "list-mapping-incomplete"
    | "list-row-bad"
    | "list-too-large";
  readonly reason: StopCode;
  readonly line: number | null;
  /** Which of several files chosen together, from 1. */
  readonly file?: number;
}

const codeOfReason: Partial<Record<StopCode, ListStop["code"]>> = {
  "file-too-large": "list-too-large",
  "too-many-rows": "list-too-large",
  "too-many-columns": "list-too-large",
  "row-endless": "list-too-large",
  "import-memory": "list-too-large",
  "header-unknown": "list-layout-unknown",
  "column-missing": "list-mapping-incomplete",
  "name-column-missing": "list-mapping-incomplete",
  "row-number-gap": "list-row-bad",
  "listed-name-missing": "list-row-bad",
  "layout-row-broken": "list-row-bad",
  "count-differs": "list-row-bad",
  "line-too-long": "list-too-large",
  "record-too-large": "list-too-large",
  "xml-too-deep": "list-too-large",
  "layout-mismatch": "list-layout-unknown",
  "primary-file-missing": "list-layout-unknown",
  "file-part-twice": "list-layout-unknown",
  "too-many-files": "list-layout-unknown",
  "too-few-rows": "list-row-bad",
};

/** A stop for this reason, with the error code it counts as. */
export function stopFor(reason: StopCode, line: number | null = null): ListStop {
  return { code: codeOfReason[reason] ?? "list-unreadable", reason, line };
}

/** Collects what an import has to say, each list up to its limit and all of it in the totals. */
export interface ImportNotes {
  /** `file` says which of several files chosen together, from 1. */
  refuse(line: number, code: RefusalCode, file?: number): void;
  warn(line: number | null, code: WarningCode, file?: number): void;
  /** A warning that is given for its first row only, because it would repeat on most of them. */
  warnOnce(line: number, code: WarningCode, file?: number): void;
  taken(): Pick<ImportReport, "refused" | "refusedTotal" | "warnings" | "warningsTotal">;
}

/** An empty collection. */
export function createImportNotes(): ImportNotes {
  const refused: ImportReport["refused"] = [];
  const warnings: ImportReport["warnings"] = [];
  const given = new Set<WarningCode>();
  let refusedTotal = 0;
  let warningsTotal = 0;
  const inFile = (file: number | undefined): { file?: number } => (file === undefined ? {} : { file });
  const warn = (line: number | null, code: WarningCode, file?: number): void => {
    warningsTotal += 1;
    if (warnings.length < notesPerReport) warnings.push({ line, code, ...inFile(file) });
  };
  return {
    refuse(line, code, file) {
      refusedTotal += 1;
      if (refused.length < notesPerReport) refused.push({ line, code, ...inFile(file) });
    },
    warn,
    warnOnce(line, code, file) {
      if (given.has(code)) return;
      given.add(code);
      warn(line, code, file);
    },
    taken: () => ({ refused, refusedTotal, warnings, warningsTotal }),
  };
}
