import { cellText } from "../cell-values.ts";
import type { NamePart } from "../entry-parts.ts";
import { joinedName, typeOfWord } from "./name-cells.ts";
import type { NamedRow, TableFormat } from "./table-format.ts";

/**
 * The EU's consolidated financial sanctions as a table parted by semicolons: one row for each name, address, birth, document
 * or citizenship, joined by the number of the entity.
 */
export const euFsfCsv: TableFormat = {
  layout: "eu-fsf-csv",
  headers: ["Entity_LogicalId", "Entity_SubjectType", "NameAlias_WholeName"],
  idScope: "eu-fsf",
  groupOf: (row) => cellText(row.cell("Entity_LogicalId")),
  partsOf: (row) => ({
    type: typeOfWord(row.cell("Entity_SubjectType") || row.cell("Entity_SubjectType_ClassificationCode")),
    names: namesOf(row),
    nationalities: [row.cell("Citizenship_CountryDescription")],
    countries: [row.cell("Address_CountryDescription")],
    addresses: [
      ["Address_Street", "Address_ZipCode", "Address_City", "Address_CountryDescription"]
        .map((header) => cellText(row.cell(header)))
        .filter((part) => part !== "")
        .join(", "),
    ],
    ids: [
      {
        scheme: row.cell("Identification_TypeDescription") || row.cell("Identification_TypeCode"),
        value: row.cell("Identification_Number"),
      },
    ],
    birthDates: [birthOf(row)],
    birthPlaces: [joinedName(row.cell("BirthDate_Place"), row.cell("BirthDate_City"))],
    programmes: [row.cell("Entity_Regulation_Programme")],
    positions: [row.cell("NameAlias_Function"), row.cell("NameAlias_Title")],
    remarks: [row.cell("Entity_Remark"), row.cell("Entity_DesignationDetails")],
    sourceId: row.cell("Entity_LogicalId"),
    effectiveDay: row.cell("Entity_DesignationDate"),
  }),
};

function namesOf(row: NamedRow): NamePart[] {
  const whole = cellText(row.cell("NameAlias_WholeName"));
  const spelled = joinedName(
    row.cell("NameAlias_FirstName"),
    row.cell("NameAlias_MiddleName"),
    row.cell("NameAlias_LastName"),
  );
  const isWeak = /^(?:false|no|0)$/i.test(row.cell("NameAlias_Strong"));
  return [{ text: whole === "" ? spelled : whole, kind: isWeak ? "weak-alias" : "primary" }];
}

function birthOf(row: NamedRow): string {
  const day = cellText(row.cell("BirthDate_BirthDate"));
  if (day !== "") return day;
  const from = cellText(row.cell("BirthDate_YearRangeFrom"));
  const to = cellText(row.cell("BirthDate_YearRangeTo"));
  return cellText(row.cell("BirthDate_Year")) || (from === "" || to === "" ? from + to : `${from}-${to}`);
}
