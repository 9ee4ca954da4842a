import { cellText } from "../cell-values.ts";
import { listDay } from "../list-day.ts";
import type { NameKind } from "../list-entry.ts";
import { thingWord, typeOfWord, worded } from "./name-cells.ts";
import type { NamedRow, TableFormat } from "./table-format.ts";
import { addressOf, sixPartName } from "./uk-ofsi.ts";

/** The UK Sanctions List: rows of names joined by the unique number, a line with the date above the header. */
export const ukSanctions: TableFormat = {
  layout: "uk-sanctions-csv",
  headers: ["Unique ID", "Name 6", "Name 1", "Name type", "Regime Name", "Date Designated"],
  idScope: "uk-sanctions",
  groupOf: (row) => cellText(row.cell("Unique ID")),
  partsOf: (row) => ({
    type: typeOfWord(kindOfParty(row)),
    names: [
      { text: sixPartName(row), kind: kindOf(row) },
      { text: row.cell("Name non-latin script"), kind: "original-script" },
    ],
    nationalities: [row.cell("Nationality(/ies)")],
    countries: [row.cell("Address Country"), row.cell("Current believed flag of ship")],
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
      { scheme: "HIN", value: row.cell("Hull identification number (HIN)") },
    ],
    birthDates: [row.cell("D.O.B")],
    birthPlaces: [addressOf(row, ["Town of birth", "Country of birth"])],
    programmes: [row.cell("Regime Name"), ...row.cell("Sanctions Imposed").split("|")],
    positions: [row.cell("Position"), row.cell("Title")],
    remarks: [
      ...thingWord(kindOfParty(row)),
      ...["Type of entity", "Type of ship", "Parent company", "Current owner/operator (s)", "Previous flags"].flatMap(
        (header) => worded(header, row.cell(header)),
      ),
      row.cell("Other Information"),
      row.cell("UK Statement of Reasons"),
    ],
    sourceId: row.cell("Unique ID"),
    effectiveDay: row.cell("Date Designated"),
  }),
  statedDay: (cells) => {
    const first = cells.join(" ").trim();
    return /^report date/i.test(first) ? listDay(first.replace(/^report date\s*:?\s*/i, "").trim()) : undefined;
  },
};

/** The header of this column was changed in 2025. */
function kindOfParty(row: NamedRow): string {
  return row.cell("Designation Type") || row.cell("Individual, Entity, Ship") || row.cell("Type");
}

function kindOf(row: NamedRow): NameKind {
  const type = row.cell("Name type").trim();
  if (/^primary name$/i.test(type)) return "primary";
  if (/f\.?k\.?a|former/i.test(type)) return "former";
  return /low|weak/i.test(row.cell("Alias strength")) ? "weak-alias" : "alias";
}
