import { cellText, cellValues } from "../cell-values.ts";
import type { EntryParts, IdPart } from "../entry-parts.ts";
import { namesIn, primaryName, thingWord, typeOfWord, worded } from "./name-cells.ts";
import type { TableFormat } from "./table-format.ts";

/**
 * The US Consolidated Screening List as a table. Only a part of its sources number their entries, so that keys are made from
 * names.
 */
export const usCslCsv: TableFormat = {
  layout: "us-csl-csv",
  headers: ["source", "entity_number", "type", "programs", "name", "alt_names", "source_list_url"],
  idScope: null,
  partsOf: (row) => ({
    type: cslType(row.cell("type"), row.cell("source")),
    names: [...primaryName(cslName(row.cell("name"))), ...namesIn(row.cell("alt_names"), ";", "alias")],
    nationalities: [...cellValues(row.cell("nationalities"), ";,"), ...cellValues(row.cell("citizenships"), ";,")],
    countries: [...cellValues(row.cell("addresses"), ";").flatMap(countryAtEnd), row.cell("vessel_flag")],
    addresses: cellValues(row.cell("addresses"), ";"),
    ids: [...cellValues(row.cell("ids"), ";").map(idOf), { scheme: "Call sign", value: row.cell("call_sign") }],
    birthDates: cellValues(row.cell("dates_of_birth"), ";"),
    birthPlaces: cellValues(row.cell("places_of_birth"), ";"),
    programmes: [...cellValues(row.cell("programs"), ";"), row.cell("source")],
    positions: [row.cell("title")],
    remarks: cslRemarks((name) => row.cell(name)),
    sourceId: cellText(row.cell("entity_number")) || cellText(row.cell("_id")),
    effectiveDay: row.cell("start_date"),
  }),
};

/** A name without the words that the list adds to the names of bodies. */
export function cslName(name: string): string {
  return name.replace(/,?\s*and any successor, sub-?unit,? or subsidiary thereof\.?/i, "");
}

/** What the list says of a party beside its names and numbers, from its fields by their names. */
export function cslRemarks(field: (name: string) => string): NonNullable<EntryParts["remarks"]> {
  const type = field("type");
  return [
    ...thingWord(type),
    ...["vessel_type", "vessel_owner", "gross_tonnage"].flatMap((name) => worded(name.replace("_", " "), field(name))),
    field("remarks"),
    field("license_requirement"),
    field("license_policy"),
    field("federal_register_notice"),
    ...worded("End date", field("end_date")),
  ];
}

/**
 * The type as the source says it; where it says nothing the lists of bodies (Entity List, Military End User, Unverified) may
 * still hold persons, so that nothing is concluded from the source.
 */
export function cslType(word: string, source: string): "person" | "organisation" | "unknown" {
  const type = typeOfWord(word);
  if (type !== "unknown") return type;
  return /chinese military|military end user|capta|sectoral/i.test(source) ? "organisation" : "unknown";
}

/** The two-letter code at the end of an address, as this list prints it. */
function countryAtEnd(address: string): string[] {
  const code = /,\s*([A-Z]{2})$/.exec(address)?.[1];
  return code === undefined ? [] : [code];
}

function idOf(text: string): IdPart {
  // Country, kind and number parted by commas; the number is the last.
  const parts = text.split(",").map((part) => part.trim());
  return { scheme: parts.slice(0, -1).join(" "), value: parts.at(-1) ?? "" };
}
