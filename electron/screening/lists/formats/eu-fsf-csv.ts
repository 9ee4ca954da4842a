import { cellText } from "../cell-values.ts";
import type { IdPart, NamePart } from "../entry-parts.ts";
import { isLowQuality } from "./eu-fsf-xml.ts";
import { joinedName, markedValues, typeOfWord } from "./name-cells.ts";
import type { NamedRow, TableFormat } from "./table-format.ts";

/**
 * The EU's consolidated financial sanctions as a table parted by semicolons: one row for each name, address, birth, document
 * or citizenship, joined by the number of the entity.
 */
export const euFsfCsv: TableFormat = {
  layout: "eu-fsf-csv",
  headers: ["Entity_LogicalId", "Entity_SubjectType", "NameAlias_WholeName"],
  idScope: "eu-fsf",
  dayColumn: "fileGenerationDate",
  groupOf: (row) => cellText(row.cell("Entity_LogicalId")),
  partsOf: (row) => ({
    type: typeOfWord(row.cell("Entity_SubjectType") || row.cell("Entity_SubjectType_ClassificationCode")),
    names: namesOf(row),
    nationalities: [countryIn(row, "Citizenship")],
    countries: [countryIn(row, "Address")],
    addresses: [placeIn(row, "Address", ["Street", "PoBox", "ZipCode", "City", "Region", "Place"])],
    ids: idsOf(row),
    birthDates: [birthOf(row)],
    birthPlaces: [placeIn(row, "BirthDate", ["Place", "City", "Region"])],
    programmes: [row.cell("Entity_Regulation_Programme")],
    positions: ["NameAlias_Function", "NameAlias_Title"].flatMap((header) => markedValues(row.cell(header))),
    remarks: [row.cell("Entity_Remark"), row.cell("Entity_DesignationDetails")],
    sourceId: row.cell("Entity_LogicalId"),
    effectiveDay: row.cell("Entity_DesignationDate") || row.cell("Entity_Regulation_EntryIntoForceDate"),
  }),
};

function namesOf(row: NamedRow): NamePart[] {
  const whole = cellText(row.cell("NameAlias_WholeName"));
  const spelled = joinedName(
    row.cell("NameAlias_FirstName"),
    row.cell("NameAlias_MiddleName"),
    row.cell("NameAlias_LastName"),
  );
  const isWeak = isLowQuality(row.cell("NameAlias_Remark"));
  return [{ text: whole === "" ? spelled : whole, kind: isWeak ? "weak-alias" : "primary" }];
}

/** Countries the list does not know are printed as UNKNOWN. */
function countryIn(row: NamedRow, of: string): string {
  const country = cellText(row.cell(`${of}_CountryDescription`));
  return /^unknown/i.test(country) ? "" : country;
}

function placeIn(row: NamedRow, of: string, parts: readonly string[]): string {
  return [...parts.map((part) => cellText(row.cell(`${of}_${part}`))), countryIn(row, of)]
    .filter((part) => part !== "")
    .join(", ");
}

/** The number as printed and in Latin letters, under its type and the country that gave it. */
function idsOf(row: NamedRow): IdPart[] {
  const type = cellText(row.cell("Identification_TypeDescription")) || cellText(row.cell("Identification_TypeCode"));
  const scheme = [type, countryIn(row, "Identification")].filter((part) => part !== "").join(", ");
  return ["Number", "LatinNumber"].map((header) => ({ scheme, value: row.cell(`Identification_${header}`) }));
}

function birthOf(row: NamedRow): string {
  const day = cellText(row.cell("BirthDate_BirthDate"));
  if (day !== "") return day;
  const from = cellText(row.cell("BirthDate_YearRangeFrom"));
  const to = cellText(row.cell("BirthDate_YearRangeTo"));
  return cellText(row.cell("BirthDate_Year")) || (from === "" || to === "" ? from + to : `${from}-${to}`);
}
