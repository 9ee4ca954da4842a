import type { EntryParts, IdPart, NamePart } from "../entry-parts.ts";
import { isJsonObject, type JsonObject } from "../source/json-records.ts";
import { ftmType, isFtmParty } from "./ftm-schema.ts";
import { listOf, objectsOf, textOf } from "./json-fields.ts";
import { thingWord, worded } from "./name-cells.ts";

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
  "uscCode",
  "dunsCode",
  "vatCode",
  "bikCode",
  "isin",
  "isinCode",
  "uniqueEntityId",
  "socialSecurityNumber",
  "swiftBic",
  "imoNumber",
  "mmsi",
  "callSign",
  "serialNumber",
  "publicKey",
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
  const sanctions = sanctionsIn(properties);
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
    programmes: [...all("programId", "program"), ...programmesOf(sanctions), ...topics, ...listOf(record["datasets"])],
    positions: all("position", "title"),
    remarks: [...thingWord(schema), ...all("notes", "summary"), ...worded("E-mail", ...all("email"))],
    sourceId: textOf(record["id"]),
    ...given(dayOf(sanctions)),
  };
}

/** The properties of the listings that some editions of the file carry within the party. */
function sanctionsIn(properties: JsonObject): readonly JsonObject[] {
  return objectsOf(properties["sanctions"]).flatMap((sanction) => {
    const found = sanction["properties"];
    return isJsonObject(found) ? [found] : [];
  });
}

function programmesOf(sanctions: readonly JsonObject[]): string[] {
  return sanctions.flatMap((sanction) => ["programId", "program"].flatMap((key) => listOf(sanction[key])));
}

/** The first day of a listing. The file's own `first_seen` says when the collection looked, and is none. */
function dayOf(sanctions: readonly JsonObject[]): string | undefined {
  const days = sanctions.flatMap((sanction) => ["startDate", "listingDate"].flatMap((key) => listOf(sanction[key])));
  return days.filter((day) => /^\d{4}-\d\d-\d\d/.test(day)).sort()[0];
}

function given(effectiveDay: string | undefined): Pick<EntryParts, "effectiveDay"> {
  return effectiveDay === undefined ? {} : { effectiveDay };
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
