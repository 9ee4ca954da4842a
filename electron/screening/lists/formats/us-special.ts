import { cellText } from "../cell-values.ts";
import { namesIn, primaryName, typeOfWord } from "./name-cells.ts";
import type { TableFormat } from "./table-format.ts";

/** Lists that single laws of the United States call for (sections 1286, 353, 889, 5949, 154, INKSNA), in one table layout. */
export const usSpecial: TableFormat = {
  layout: "us-special",
  headers: ["schema", "name", "aliases", "program", "authority", "report-date", "start-date", "end-date"],
  idScope: null,
  partsOf: (row) => ({
    type: typeOfWord(row.cell("schema")),
    names: [...primaryName(row.cell("name")), ...namesIn(row.cell("aliases"), ";", "alias")],
    countries: [row.cell("country")],
    programmes: [row.cell("program")],
    remarks: [row.cell("reason"), row.cell("notes"), ending(row.cell("end-date"))],
    effectiveDay: row.cell("start-date"),
  }),
};

function ending(day: string): string {
  return cellText(day) === "" ? "" : `End date: ${cellText(day)}`;
}

/** The US list of Chinese military companies (section 1260H). */
export const us1260h: TableFormat = {
  layout: "us-1260h",
  headers: ["Name", "Clean Name", "Alias", "Previous Name", "Parent Name"],
  idScope: null,
  partsOf: (row) => {
    const clean = cellText(row.cell("Clean Name"));
    return {
      type: "organisation",
      names: [
        ...primaryName(clean === "" ? row.cell("Name").replace(/\*\s*$/, "") : clean),
        ...namesIn(row.cell("Alias"), ";", "alias"),
        ...namesIn(row.cell("Previous Name"), ";", "former"),
      ],
      countries: ["CN"],
      programmes: ["Section 1260H"],
      remarks: [
        cellText(row.cell("Parent Name")) === "" ? "" : `Parent: ${cellText(row.cell("Parent Name"))}`,
        row.cell("Note"),
        ending(row.cell("End date")),
      ],
      effectiveDay: row.cell("Start date"),
    };
  },
};
