import { cellText } from "../cell-values.ts";
import type { IdPart } from "../entry-parts.ts";
import { listDay } from "../list-day.ts";
import type { NameKind } from "../list-entry.ts";
import { joinedName, markedValues, thingWord, typeOfWord } from "./name-cells.ts";
import type { NamedRow, TableFormat } from "./table-format.ts";

/** A name in six columns: the sixth holds the family name of a person, or the whole name of a body. */
export function sixPartName(row: NamedRow): string {
  return joinedName(...["Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Name 6"].map((header) => row.cell(header)));
}

/** An address printed in several columns. */
export function addressOf(row: NamedRow, headers: readonly string[]): string {
  return headers
    .map((header) => cellText(row.cell(header)))
    .filter((part) => part !== "")
    .join(", ");
}

/** OFSI's consolidated list of targets: rows of names joined by their group, a line with the date above the header. */
export const ukOfsi: TableFormat = {
  layout: "uk-ofsi-csv",
  headers: ["Name 6", "Name 1", "Group Type", "Alias Type", "Regime", "Group ID"],
  idScope: "uk-ofsi",
  groupOf: (row) => cellText(row.cell("Group ID")),
  partsOf: (row) => ({
    type: typeOfWord(row.cell("Group Type")),
    names: [
      { text: sixPartName(row), kind: kindOf(row) },
      { text: row.cell("Name Non-Latin Script"), kind: "original-script" },
    ],
    nationalities: markedValues(row.cell("Nationality")),
    countries: markedValues(row.cell("Country")),
    addresses: [
      addressOf(row, [
        "Address 1",
        "Address 2",
        "Address 3",
        "Address 4",
        "Address 5",
        "Address 6",
        "Post/Zip Code",
        "Country",
      ]),
    ],
    ids: [
      ...markedIds("Passport", row.cell("Passport Number") || row.cell("Passport Details")),
      ...markedIds("National ID", row.cell("National Identification Number") || row.cell("NI Number")),
    ],
    birthDates: markedValues(row.cell("DOB")),
    birthPlaces: birthPlaces(row.cell("Town of Birth"), row.cell("Country of Birth")),
    programmes: [row.cell("Regime")],
    positions: [...markedValues(row.cell("Position")), ...markedValues(row.cell("Title"))],
    remarks: [...thingWord(row.cell("Group Type")), row.cell("Other Information")],
    sourceId: row.cell("Group ID"),
    effectiveDay: row.cell("Listed On") || row.cell("UK Sanctions List Date Designated"),
  }),
  statedDay: ([first = "", second = ""]) => (/^last updated$/i.test(first.trim()) ? listDay(second) : undefined),
};

function markedIds(scheme: string, cell: string): IdPart[] {
  return markedValues(cell).map((value) => ({ scheme, value }));
}

/** Towns and countries of birth, numbered in step where there are several. */
function birthPlaces(town: string, country: string): string[] {
  const [towns, countries] = [markedValues(town), markedValues(country)];
  return Array.from({ length: Math.max(towns.length, countries.length) }, (_, at) =>
    [towns[at], countries[at]].filter((part) => part !== undefined).join(", "),
  );
}

function kindOf(row: NamedRow): NameKind {
  const type = row.cell("Alias Type");
  if (/^primary name$/i.test(type.trim())) return "primary";
  if (/former|f\.?k\.?a/i.test(type)) return "former";
  return /low/i.test(row.cell("Alias Quality")) ? "weak-alias" : "alias";
}
