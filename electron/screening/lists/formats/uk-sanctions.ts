import { cellText } from "../cell-values.ts";
import { listDay } from "../list-day.ts";
import type { NameKind } from "../list-entry.ts";
import { typeOfWord } from "./name-cells.ts";
import type { NamedRow, TableFormat } from "./table-format.ts";
import { addressOf, sixPartName } from "./uk-ofsi.ts";

/** The UK Sanctions List: rows of names joined by the unique number, a line with the date above the header. */
export const ukSanctions: TableFormat = {
  layout: "uk-sanctions-csv",
  headers: ["Unique ID", "Name 6", "Name 1", "Name type", "Regime Name", "Date Designated"],
  idScope: "uk-sanctions",
  groupOf: (row) => cellText(row.cell("Unique ID")),
  partsOf: (row) => ({
    type: typeOfWord(row.cell("Designation Type") || row.cell("Individual, Entity, Ship") || row.cell("Type")),
    names: [
      { text: sixPartName(row), kind: kindOf(row) },
      { text: row.cell("Name non-latin script"), kind: "original-script" },
    ],
    nationalities: [row.cell("Nationality(/ies)")],
    countries: [row.cell("Address Country")],
    addresses: [
      addressOf(row, [
        "Address Line 1",
        "Address Line 2",
        "Address Line 3",
        "Address Line 4",
        "Address Line 5",
        "Address Line 6",
        "Address Postal Code",
        "Address Country",
      ]),
    ],
    ids: [
      { scheme: "Passport", value: row.cell("Passport number") },
      { scheme: "National ID", value: row.cell("National Identifier number") },
      { scheme: "Business registration", value: row.cell("Business registration number (s)") },
      { scheme: "IMO", value: row.cell("IMO number") },
    ],
    birthDates: [row.cell("D.O.B")],
    birthPlaces: [addressOf(row, ["Town of birth", "Country of birth"])],
    programmes: [row.cell("Regime Name"), row.cell("Sanctions Imposed")],
    positions: [row.cell("Position"), row.cell("Title")],
    remarks: [row.cell("Other Information"), row.cell("UK Statement of Reasons")],
    sourceId: row.cell("Unique ID"),
    effectiveDay: row.cell("Date Designated"),
  }),
  statedDay: (cells) => {
    const first = cells.join(" ").trim();
    return /^report date/i.test(first) ? listDay(first.replace(/^report date\s*:?\s*/i, "").trim()) : undefined;
  },
};

function kindOf(row: NamedRow): NameKind {
  const type = row.cell("Name type").trim();
  if (/^primary name$/i.test(type)) return "primary";
  return /low|weak/i.test(row.cell("Alias strength")) ? "weak-alias" : "alias";
}
