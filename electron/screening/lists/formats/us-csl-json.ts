import type { EntryParts, IdPart, NamePart } from "../entry-parts.ts";
import { isJsonObject, type JsonObject } from "../source/json-records.ts";
import { listOf, objectsOf, textOf } from "./json-fields.ts";
import { cslName, cslRemarks, cslType } from "./us-csl-csv.ts";

/** What one result of the US Consolidated Screening List in JSON says. */
export function cslParts(record: JsonObject): EntryParts {
  const addresses = objectsOf(record["addresses"]);
  return {
    type: cslType(textOf(record["type"]), textOf(record["source"])),
    names: [
      { text: cslName(textOf(record["name"])), kind: "primary" },
      // Some of its further names are several in one text.
      ...listOf(record["alt_names"])
        .flatMap((text) => text.split("; "))
        .map((text): NamePart => ({ text, kind: "alias" })),
    ],
    nationalities: [...listOf(record["nationalities"]), ...listOf(record["citizenships"])],
    countries: [
      ...listOf(record["country"]),
      ...listOf(record["vessel_flag"]),
      ...addresses.map((address) => textOf(address["country"])),
    ],
    addresses: addresses.map((address) =>
      ["address", "city", "state", "postal_code", "country"]
        .map((part) => textOf(address[part]))
        .filter((part) => part !== "")
        .join(", "),
    ),
    ids: [
      ...objectsOf(record["ids"]).map(
        (id): IdPart => ({
          scheme: [textOf(id["type"]), textOf(id["country"])].filter((part) => part !== "").join(", "),
          value: textOf(id["number"]),
        }),
      ),
      { scheme: "Call sign", value: textOf(record["call_sign"]) },
    ],
    birthDates: listOf(record["dates_of_birth"]),
    birthPlaces: listOf(record["places_of_birth"]),
    programmes: [...listOf(record["programs"]), textOf(record["source"])],
    positions: listOf(record["title"]),
    remarks: cslRemarks((name) => listOf(record[name]).join("; ")),
    sourceId: textOf(record["entity_number"]) || textOf(record["id"]),
    effectiveDay: textOf(record["start_date"]),
  };
}

/** Whether an object tells of one of the lists that this one was made of, and of nobody listed. */
export function isCslSource(record: JsonObject): boolean {
  return "source" in record && !("name" in record);
}

/** Whether an object is a record of this list. */
export function isCslRecord(record: unknown): boolean {
  return isJsonObject(record) && "name" in record && "source" in record;
}
