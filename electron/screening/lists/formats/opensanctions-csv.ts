import type { IdPart } from "../entry-parts.ts";
import { ftmType } from "./ftm-schema.ts";
import { thingWord, worded } from "./name-cells.ts";
import type { TableFormat } from "./table-format.ts";

/** OpenSanctions' simple table of targets: several values in a cell parted by semicolons, quoted where they hold one. */
export const openSanctionsCsv: TableFormat = {
  layout: "opensanctions-csv",
  headers: ["id", "schema", "name", "aliases", "birth_date", "countries", "identifiers", "sanctions", "dataset"],
  idScope: "opensanctions",
  partsOf: (row) => ({
    type: ftmType(row.cell("schema")),
    names: [
      { text: row.cell("name"), kind: "primary" },
      ...partedValues(row.cell("aliases")).map((text) => ({ text, kind: "alias" as const })),
    ],
    countries: partedValues(row.cell("countries")),
    addresses: partedValues(row.cell("addresses")),
    ids: partedValues(row.cell("identifiers")).map((value): IdPart => ({ scheme: "", value })),
    birthDates: partedValues(row.cell("birth_date")),
    programmes: ["program_ids", "sanctions", "dataset"].flatMap((header) => partedValues(row.cell(header))),
    remarks: [
      ...thingWord(row.cell("schema")),
      ...worded("E-mail", ...partedValues(row.cell("emails"))),
      ...worded("Phone", ...partedValues(row.cell("phones"))),
    ],
    // Its days say when the collection was looked at, not when anybody was listed.
    sourceId: row.cell("id"),
  }),
};

/** The values of a cell parted by semicolons; one that holds a semicolon stands in quotation marks, doubled inside. */
export function partedValues(cell: string): string[] {
  if (!cell.includes('"')) return cell === "" ? [] : cell.split(";");
  return [...cell.matchAll(/"((?:[^"]|"")*)"|([^;"]+)/g)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'),
  );
}
