import { listedNames } from "../../../../../electron/screening/lists/cell-values.ts";
import { withEntryKeys } from "../../../../../electron/screening/lists/entry-key.ts";
import type { ListEntry } from "../../../../../electron/screening/lists/list-entry.ts";

/** One row of a made-up list in METI's columns. */
export interface SampleRow {
  readonly number: string;
  readonly country: string;
  readonly name: string;
  readonly aliases: string;
  readonly wmd: string;
  readonly conventional: string;
}

/** Header cells of the layout since October 2025, each in two lines. */
export const metiHeader6 = [
  "No.",
  "国名、地域名\nCountry or Region",
  "企業名､組織名\nCompany or Organization",
  "別名\nAlso Known As",
  "懸念区分\nType of WMD",
  "通常兵器\nConventional Weapons",
];
export const metiHeader5 = metiHeader6.slice(0, 5);

/** A row that passes every check, with what a test wants to be different. */
export function sampleRow(number: number, change: Partial<SampleRow> = {}): SampleRow {
  return {
    number: String(number),
    country: "架空国\nRepublic of Fiction",
    name: `Fictional Works No. ${number}`,
    aliases: `・FW ${number}`,
    wmd: "核\nN",
    conventional: "",
    ...change,
  };
}

/** Cells of a row in column order. */
export function cellsOf(row: SampleRow, columns = 6): string[] {
  return [row.number, row.country, row.name, row.aliases, row.wmd, row.conventional].slice(0, columns);
}

/** Rows as delimited text with every cell quoted. */
export function delimited(rows: readonly (readonly string[])[], delimiter = ","): string {
  return rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter)).join("\r\n");
}

/** A list file in METI's layout as bytes. */
export function metiFile(rows: readonly SampleRow[], header: readonly string[] = metiHeader6): Uint8Array {
  return Buffer.from(delimited([header, ...rows.map((row) => cellsOf(row, header.length))]));
}

/** An entry as an importer would make it, with what a test wants to be different. */
export function sampleEntry(name: string, change: Partial<Omit<ListEntry, "entryKey">> = {}): ListEntry {
  return sampleEntries([{ name, ...change }])[0]!;
}

/** Entries of one edition, keyed together. */
export function sampleEntries(
  drafts: readonly (Partial<Omit<ListEntry, "entryKey">> & {
    readonly name: string;
    readonly aliases?: readonly string[];
  })[],
): ListEntry[] {
  return withEntryKeys(
    drafts.map(({ name, aliases, ...change }, at) => ({
      type: "organisation" as const,
      names: listedNames(name, aliases ?? []),
      countries: [],
      identifiers: [],
      birthDates: [],
      programmes: [],
      wmd: [],
      conventional: false,
      remarks: "",
      sourceId: null,
      rowNumber: at + 1,
      ...change,
    })),
  ).entries;
}
