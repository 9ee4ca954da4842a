import type { EntryParts, IdPart, NamePart } from "../entry-parts.ts";
import { isJsonObject, type JsonObject } from "../source/json-records.ts";
import { ftmType, isFtmParty } from "./ftm-schema.ts";
import { listOf, textOf } from "./json-fields.ts";

const idProperties = [
  "passportNumber",
  "idNumber",
  "registrationNumber",
  "taxNumber",
  "innCode",
  "ogrnCode",
  "kppCode",
  "okpoCode",
  "leiCode",
  "uniqueEntityId",
  "socialSecurityNumber",
  "swiftBic",
  "imoNumber",
  "mmsi",
  "callSign",
  "wikidataId",
] as const;

/** Whether an object is an entity of FollowTheMoney. */
export function isFtmEntity(record: JsonObject): boolean {
  return typeof record["id"] === "string" && typeof record["schema"] === "string" && isJsonObject(record["properties"]);
}

/**
 * What one entity says; nothing for relations, sanctions, addresses, and for parties that are in the file only because another
 * one points to them (not a target and without a topic).
 */
export function ftmParts(record: JsonObject): EntryParts | undefined {
  const schema = textOf(record["schema"]);
  const found = record["properties"];
  const properties = isJsonObject(found) ? found : {};
  const topics = listOf(properties["topics"]);
  if (!isFtmParty(schema) || (record["target"] === false && topics.length === 0)) return undefined;
  const all = (...keys: readonly string[]): string[] => keys.flatMap((key) => listOf(properties[key]));
  return {
    type: ftmType(schema),
    names: namesOf(record, all),
    nationalities: all("nationality", "citizenship"),
    countries: all("country", "jurisdiction", "mainCountry", "flag"),
    addresses: all("address"),
    ids: idProperties.flatMap((scheme) => all(scheme).map((value): IdPart => ({ scheme, value }))),
    birthDates: all("birthDate"),
    birthPlaces: all("birthPlace"),
    programmes: [...all("programId", "program"), ...topics, ...listOf(record["datasets"])],
    positions: all("position", "title"),
    remarks: all("notes", "summary"),
    sourceId: textOf(record["id"]),
    effectiveDay: textOf(record["first_seen"]),
  };
}

function namesOf(record: JsonObject, all: (...keys: readonly string[]) => string[]): NamePart[] {
  const caption = textOf(record["caption"]);
  const names = all("name");
  // The caption is one of the names, or made from the schema where there is none.
  const first = names.includes(caption) ? [caption] : [];
  const as = (kind: NamePart["kind"], texts: readonly string[]): NamePart[] => texts.map((text) => ({ text, kind }));
  return [
    ...as("primary", [...first, ...names]),
    ...as("alias", all("alias", "abbreviation")),
    ...as("weak-alias", all("weakAlias")),
    ...as("former", all("previousName")),
  ];
}
