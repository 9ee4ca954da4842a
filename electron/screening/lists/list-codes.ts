/**
 * Everything an import can say, as codes. Each has a sentence under `screening.note.<code>`.
 * A stop ends the import with nothing kept; a refusal leaves one row out; a warning lets it in and points at something.
 */
export const stopCodes = [
  "file-empty",
  "file-spreadsheet",
  "file-pdf",
  "file-archive",
  "file-binary",
  "file-encoding-unknown",
  "file-too-large",
  "too-many-rows",
  "too-many-columns",
  "quote-broken",
  "row-endless",
  "header-unknown",
  "column-missing",
  "name-column-missing",
  "row-number-gap",
  "listed-name-missing",
  "too-few-rows",
  "no-entries",
  "layout-row-broken",
  "import-timeout",
  "import-memory",
  "import-failed",
] as const;
export type StopCode = (typeof stopCodes)[number];

export const refusalCodes = [
  "name-empty",
  "name-unusable",
  "name-too-long",
  "cell-too-long",
  "cells-too-many",
  "quote-in-field",
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

export const warningCodes = [
  "encoding-uncertain",
  "private-use-characters",
  "replacement-characters",
  "formula-like-cell",
  "cells-missing",
  "entry-repeated",
  "type-unclear",
  "birth-date-unread",
  "names-cut",
  "values-cut",
  "rows-below-minimum",
  "rows-before-header",
  "header-repeated",
  "page-footer",
  "alias-continued",
  "wmd-unclear",
] as const;
export type WarningCode = (typeof warningCodes)[number];
