import type { EntryParts, IdPart, NamePart } from "../entry-parts.ts";
import { at, below, type XmlElement } from "../source/xml-records.ts";
import { joinedName, markedValues, typeOfWord } from "./name-cells.ts";
import type { XmlFormat } from "./xml-format.ts";

/** The EU's consolidated financial sanctions as XML: names, births and documents are attributes of elements of an entity. */
export const euFsfXml: XmlFormat = {
  layout: "eu-fsf-xml",
  root: "export",
  records: new Set(["sanctionEntity"]),
  idScope: "eu-fsf",
  dayAttribute: "generationDate",
  create: () => ({ take: (record, sink, line) => sink.take(partsOf(record), { line }) }),
};

function attribute(element: XmlElement | undefined, name: string): string {
  return element?.attributes[name] ?? "";
}

function partsOf(record: XmlElement): EntryParts {
  const subject = at(record, "subjectType");
  const births = below(record, "birthdate");
  const addresses = below(record, "address");
  return {
    type: typeOfWord(attribute(subject, "code") || attribute(subject, "classificationCode")),
    names: below(record, "nameAlias").map(nameOf),
    nationalities: below(record, "citizenship").map(countryOf),
    countries: addresses.map(countryOf),
    addresses: addresses.map((address) => placeOf(address, ["street", "poBox", "zipCode", "city", "region", "place"])),
    ids: below(record, "identification").flatMap(idsOf),
    birthDates: births.map(birthOf),
    birthPlaces: births.map((birth) => placeOf(birth, ["place", "city", "region"])),
    programmes: below(record, "regulation").map((element) => attribute(element, "programme")),
    positions: below(record, "nameAlias").flatMap((name) =>
      ["function", "title"].flatMap((kind) => markedValues(attribute(name, kind))),
    ),
    remarks: [...below(record, "remark").map(({ text }) => text), attribute(record, "designationDetails")],
    sourceId: attribute(record, "logicalId") || attribute(record, "euReferenceNumber"),
    effectiveDay: attribute(record, "designationDate") || attribute(at(record, "regulation"), "entryIntoForceDate"),
  };
}

function nameOf(alias: XmlElement): NamePart {
  const spelled = joinedName(
    attribute(alias, "firstName"),
    attribute(alias, "middleName"),
    attribute(alias, "lastName"),
  );
  // The attribute says it for some entries, a remark on the name for others.
  const isWeak =
    attribute(alias, "strong") === "false" || below(alias, "remark").some(({ text }) => isLowQuality(text));
  return { text: attribute(alias, "wholeName") || spelled, kind: isWeak ? "weak-alias" : "primary" };
}

/** Whether a remark calls a name one of low quality; the list has the words with and without their last letters. */
export function isLowQuality(remark: string): boolean {
  return /\blow? quality/i.test(remark);
}

/** The number as printed and in Latin letters, under its type and the country that gave it. */
function idsOf(element: XmlElement): IdPart[] {
  const type = attribute(element, "identificationTypeDescription") || attribute(element, "identificationTypeCode");
  const scheme = [type, countryOf(element)].filter((text) => text !== "").join(", ");
  return ["number", "latinNumber"].map((name) => ({ scheme, value: attribute(element, name) }));
}

/** Countries the list does not know have the code 00. */
function countryOf(element: XmlElement): string {
  const country = attribute(element, "countryDescription");
  return /unknown/i.test(country) ? "" : country || attribute(element, "countryIso2Code").replace("00", "");
}

function placeOf(element: XmlElement, names: readonly string[]): string {
  return [...names.map((name) => attribute(element, name)), countryOf(element)]
    .filter((text) => text !== "")
    .join(", ");
}

function birthOf(birth: XmlElement): string {
  const [from, to] = [attribute(birth, "yearRangeFrom"), attribute(birth, "yearRangeTo")];
  const span = from === "" || to === "" ? from + to : `${from}-${to}`;
  return attribute(birth, "birthdate") || attribute(birth, "year") || span;
}
