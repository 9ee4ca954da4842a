import { cellValues } from "../cell-values.ts";
import type { IdPart } from "../entry-parts.ts";
import { namesIn, primaryName, typeOfWord } from "./name-cells.ts";
import type { NamedRow, TableFormat } from "./table-format.ts";

const idColumns = [
  "passportNumber",
  "registrationNumber",
  "taxNumber",
  "idNumber",
  "innCode",
  "ogrnCode",
  "kppCode",
  "okpoCode",
  "leiCode",
  "swiftBic",
  "ticker",
  "imoNumber",
  "mmsi",
];

/** Annexes of EU regulations as tables: one row for each listing, several values in a cell parted by semicolons. */
export const euJournal: TableFormat = {
  layout: "eu-journal",
  headers: ["celex", "programKey", "annex", "measure", "schema", "name", "alias", "weakAlias", "previousName"],
  idScope: null,
  partsOf: (row) => ({
    type: typeOfWord(row.cell("schema")),
    names: [
      ...primaryName(row.cell("name")),
      ...namesIn(row.cell("alias"), ";", "alias"),
      ...namesIn(row.cell("weakAlias"), ";", "weak-alias"),
      ...namesIn(row.cell("previousName"), ";", "former"),
    ],
    nationalities: cellValues(row.cell("nationality"), ";"),
    countries: ["country", "jurisdiction", "flag"].flatMap((header) => cellValues(row.cell(header), ";")),
    addresses: cellValues(row.cell("address"), ";"),
    ids: idsOf(row),
    birthDates: cellValues(row.cell("birthDate"), ";"),
    birthPlaces: cellValues(row.cell("birthPlace"), ";"),
    programmes: [row.cell("programKey"), row.cell("measure")],
    positions: cellValues(row.cell("position"), ";"),
    remarks: [row.cell("reason"), row.cell("notes")],
    sourceId: [row.cell("celex"), row.cell("annex"), row.cell("recordId")].filter((part) => part !== "").join(" "),
    effectiveDay: row.cell("startDate"),
  }),
};

function idsOf(row: NamedRow): IdPart[] {
  return idColumns.flatMap((scheme) => cellValues(row.cell(scheme), ";").map((value) => ({ scheme, value })));
}
