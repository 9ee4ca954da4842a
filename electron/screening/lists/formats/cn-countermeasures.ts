import { cellText, cellValues } from "../cell-values.ts";
import { namesIn, primaryName, typeOfWord } from "./name-cells.ts";
import type { TableFormat } from "./table-format.ts";

/** Countermeasures and unreliable entities of the Chinese ministries, with names in Chinese and English. */
export const cnCountermeasures: TableFormat = {
  layout: "cn-countermeasures",
  headers: ["Type", "Name", "Alias", "Chinese name", "Country", "Body", "List", "Date"],
  idScope: null,
  partsOf: (row) => ({
    type: typeOfWord(row.cell("Type")),
    names: [
      ...primaryName(row.cell("Name") || row.cell("Chinese name")),
      { text: row.cell("Chinese name"), kind: "original-script" },
      ...namesIn(row.cell("Alias"), ";", "alias"),
    ],
    countries: cellValues(row.cell("Country"), ";"),
    addresses: cellValues(row.cell("Address"), ";"),
    programmes: [row.cell("List"), row.cell("Body")],
    remarks: [row.cell("Summary"), row.cell("Chinese summary"), ending(row.cell("End date"))],
    effectiveDay: row.cell("Date"),
  }),
};

function ending(day: string): string {
  return cellText(day) === "" ? "" : `End date: ${cellText(day)}`;
}
