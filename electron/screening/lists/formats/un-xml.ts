import type { EntryParts, IdPart, NamePart } from "../entry-parts.ts";
import { at, below, textAt, textsBelow, type XmlElement } from "../source/xml-records.ts";
import { joinedName } from "./name-cells.ts";
import type { XmlFormat } from "./xml-format.ts";

/** The consolidated list of the United Nations Security Council. */
export const unXml: XmlFormat = {
  layout: "un-xml",
  root: "CONSOLIDATED_LIST",
  records: new Set(["INDIVIDUAL", "ENTITY"]),
  idScope: "un",
  dayAttribute: "dateGenerated",
  create: () => ({
    take: (record, sink, line) => {
      const prefix = record.name;
      sink.take(partsOf(record, prefix), { line });
    },
  }),
};

function partsOf(record: XmlElement, prefix: string): EntryParts {
  const births = below(record, `${prefix}_DATE_OF_BIRTH`);
  const addresses = below(record, `${prefix}_ADDRESS`);
  return {
    type: prefix === "INDIVIDUAL" ? "person" : "organisation",
    names: namesOf(record, prefix),
    nationalities: below(record, "NATIONALITY").flatMap((element) => textsBelow(element, "VALUE")),
    countries: addresses.map((address) => textAt(address, "COUNTRY")),
    addresses: addresses.map((address) =>
      placeOf(address, ["STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY"]),
    ),
    ids: below(record, `${prefix}_DOCUMENT`).map(idOf),
    birthDates: births.map(birthOf),
    birthPlaces: below(record, `${prefix}_PLACE_OF_BIRTH`).map((place) =>
      placeOf(place, ["STREET", "CITY", "STATE_PROVINCE", "COUNTRY"]),
    ),
    programmes: [textAt(record, "UN_LIST_TYPE")],
    positions: ["DESIGNATION", "TITLE"].flatMap((name) =>
      below(record, name).flatMap((element) => textsBelow(element, "VALUE")),
    ),
    remarks: [textAt(record, "REFERENCE_NUMBER"), textAt(record, "COMMENTS1")],
    sourceId: textAt(record, "DATAID"),
    effectiveDay: textAt(record, "LISTED_ON"),
  };
}

function namesOf(record: XmlElement, prefix: string): NamePart[] {
  const name = joinedName(
    ...["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"].map((part) => textAt(record, part)),
  );
  const originals = textAt(record, "NAME_ORIGINAL_SCRIPT").split(/[;；]|: /);
  const aliases = below(record, `${prefix}_ALIAS`).flatMap((alias): NamePart[] => {
    const quality = textAt(alias, "QUALITY").toLowerCase();
    const kind = quality.startsWith("low") ? "weak-alias" : quality.startsWith("f.k.a") ? "former" : "alias";
    // Some aliases of this list are several, parted by semicolons.
    return textAt(alias, "ALIAS_NAME")
      .split(/[;；]/)
      .map((text) => ({ text, kind }));
  });
  return [
    { text: name, kind: "primary" },
    ...originals.map((text): NamePart => ({ text, kind: "original-script" })),
    ...aliases,
  ];
}

function placeOf(element: XmlElement, parts: readonly string[]): string {
  return parts
    .map((part) => textAt(element, part))
    .filter((text) => text !== "")
    .join(", ");
}

function birthOf(birth: XmlElement): string {
  const single = textAt(birth, "DATE") || textAt(birth, "YEAR");
  const [from, to] = [textAt(birth, "FROM_YEAR"), textAt(birth, "TO_YEAR")];
  const span = from === "" || to === "" ? from + to : `${from}-${to}`;
  return single === "" ? span : single;
}

function idOf(document: XmlElement): IdPart {
  const kinds = [textAt(document, "TYPE_OF_DOCUMENT"), textAt(document, "TYPE_OF_DOCUMENT2")];
  const country = textAt(document, "ISSUING_COUNTRY") || (at(document, "COUNTRY_OF_ISSUE")?.text ?? "");
  return {
    scheme: [...kinds, country].filter((text) => text !== "").join(", "),
    value: textAt(document, "NUMBER"),
  };
}
