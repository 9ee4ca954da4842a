import { type EntryParts, type IdPart, joinParts, type NamePart } from "../entry-parts.ts";
import type { EntrySink } from "../entry-sink.ts";
import type { EntryType, NameKind } from "../list-entry.ts";
import { at, below, textAt, type XmlElement } from "../source/xml-records.ts";
import { thingWord, worded } from "./name-cells.ts";
import type { XmlFormat, XmlRecords } from "./xml-format.ts";

/** Values that other elements refer to by number. */
const referenceValues = [
  "AliasType",
  "AreaCode",
  "Country",
  "DetailReference",
  "FeatureType",
  "IDRegDocType",
  "NamePartType",
  "PartySubType",
  "PartyType",
  "List",
] as const;

/**
 * OFAC's lists in the advanced XML of the sanctions data model: parties first, what they are listed under last, everything else
 * by reference. Parties are held until the end, because their programmes come after them.
 */
export const ofacAdvancedXml: XmlFormat = {
  layout: "ofac-advanced-xml",
  root: "Sanctions",
  records: new Set([...referenceValues, "DateOfIssue", "Location", "IDRegDocument", "DistinctParty", "SanctionsEntry"]),
  idScope: "ofac",
  dayAttribute: null,
  create: createReading,
};

interface Model {
  readonly values: Map<string, XmlElement>;
  readonly places: Map<string, { readonly text: string; readonly country: string }>;
  /** Documents by the number of the identity they belong to. */
  readonly documents: Map<string, IdPart[]>;
}

interface HeldParty {
  readonly parts: EntryParts;
  readonly line: number;
}

function createReading(): XmlRecords {
  const model: Model = { values: new Map(), places: new Map(), documents: new Map() };
  const parties: HeldParty[] = [];
  const listings = new Map<string, EntryParts>();
  let day: string | undefined;
  return {
    take(record, _sink, line) {
      const id = record.attributes["ID"] ?? "";
      if (record.name === "DateOfIssue") day = dayOf(record);
      else if (record.name === "Location") model.places.set(id, placeOf(record, model));
      else if (record.name === "IDRegDocument") keepDocument(record, model);
      else if (record.name === "DistinctParty") parties.push({ parts: partsOf(record, model), line });
      else if (record.name === "SanctionsEntry") keepListing(record, model, listings);
      else model.values.set(`${record.name} ${id}`, record);
    },
    finish: (sink) => handOver(parties, listings, sink),
    statedDay: () => day,
  };
}

function handOver(parties: readonly HeldParty[], listings: ReadonlyMap<string, EntryParts>, sink: EntrySink): void {
  for (const { parts, line } of parties) {
    const listing = listings.get(parts.sourceId ?? "");
    sink.take(listing === undefined ? parts : joinParts(parts, listing), { line });
  }
}

function meaningOf(model: Model, kind: (typeof referenceValues)[number], id: string | undefined): string {
  return model.values.get(`${kind} ${id ?? ""}`)?.text ?? "";
}

/** A year, a month and a day of the model as a text; what is not given is left out. */
function dayOf(element: XmlElement | undefined): string {
  if (element === undefined) return "";
  const [year, month, day] = ["Year", "Month", "Day"].map((part) => textAt(element, part));
  if (year === undefined || year === "") return "";
  return [year, month, day]
    .filter((part) => part !== undefined && part !== "")
    .map((part) => part?.padStart(2, "0"))
    .join("-");
}

function placeOf(record: XmlElement, model: Model): { readonly text: string; readonly country: string } {
  const parts = below(record, "LocationPart").flatMap((part) =>
    below(part, "LocationPartValue").map((value) => textAt(value, "Value")),
  );
  const area = model.values.get(`AreaCode ${at(record, "LocationAreaCode")?.attributes["AreaCodeID"] ?? ""}`);
  const named =
    meaningOf(model, "Country", at(record, "LocationCountry")?.attributes["CountryID"]) ||
    (area?.attributes["Description"] ?? "");
  const country = /^undetermined$/i.test(named) ? "" : named;
  return { text: [...parts, country].filter((part) => part !== "").join(", "), country };
}

function keepDocument(record: XmlElement, model: Model): void {
  const identity = record.attributes["IdentityID"] ?? "";
  const kind = meaningOf(model, "IDRegDocType", record.attributes["IDRegDocTypeID"]);
  const country = meaningOf(model, "Country", record.attributes["IssuedBy-CountryID"]);
  const scheme = [kind, country].filter((part) => part !== "").join(", ");
  const id: IdPart = { scheme, value: textAt(record, "IDRegistrationNo") };
  const known = model.documents.get(identity);
  if (known === undefined) model.documents.set(identity, [id]);
  else known.push(id);
}

/** What the entry of a party says: its list, programmes in the comments of its measures, the day of its first event. */
function keepListing(record: XmlElement, model: Model, listings: Map<string, EntryParts>): void {
  const profile = record.attributes["ProfileID"] ?? "";
  const effectiveDay = dayOf(at(record, "EntryEvent", "Date"));
  const listing: EntryParts = {
    type: "unknown",
    names: [],
    programmes: [
      ...below(record, "SanctionsMeasure").map((measure) => textAt(measure, "Comment")),
      meaningOf(model, "List", record.attributes["ListID"]),
    ],
    ...(effectiveDay === "" ? {} : { effectiveDay }),
  };
  const known = listings.get(profile);
  listings.set(profile, known === undefined ? listing : joinParts(known, listing));
}

function partsOf(record: XmlElement, model: Model): EntryParts {
  const profiles = below(record, "Profile");
  const identities = profiles.flatMap((profile) => below(profile, "Identity"));
  const features = profiles.flatMap((profile) => below(profile, "Feature")).map((feature) => featureOf(feature, model));
  const textsOf = (pattern: RegExp): string[] =>
    features.filter(({ kind }) => pattern.test(kind)).flatMap(({ texts }) => texts);
  const places = features.filter(({ kind }) => /^location$/i.test(kind)).flatMap(({ countries }) => countries);
  const others = features.filter(({ kind }) => !ownField.test(kind));
  const flags = others.filter(({ kind }) => /\bflag$/i.test(kind));
  return {
    type: typeOf(profiles[0], model),
    names: identities.flatMap((identity) => namesOf(identity, model)),
    nationalities: textsOf(/^(?:nationality|citizenship)/i),
    countries: [...places, ...flags.flatMap(({ texts }) => texts)],
    addresses: textsOf(/^location$/i),
    ids: [
      ...identities.flatMap((identity) => model.documents.get(identity.attributes["ID"] ?? "") ?? []),
      ...others.filter(isNumber).flatMap(({ kind, texts }) => texts.map((value): IdPart => ({ scheme: kind, value }))),
    ],
    birthDates: textsOf(/^birthdate$/i),
    birthPlaces: textsOf(/^place of birth$/i),
    positions: textsOf(/^title$/i),
    remarks: [
      ...thingWord(partyWord(profiles[0], model)),
      textAt(record, "Comment"),
      ...others
        .filter((feature) => !isNumber(feature))
        .flatMap(({ kind, texts }) => worded(kind.replace(/[\s:-]+$/, ""), ...texts)),
    ],
    sourceId: profiles[0]?.attributes["ID"] ?? record.attributes["FixedRef"] ?? "",
  };
}

/** Features that have a field of their own. */
const ownField = /^(?:nationality|citizenship|location$|birthdate$|place of birth$|title$)/i;

/** Features by which a party can be told: numbers and addresses that only one party has. All others are remarks. */
const numberFeature =
  /call sign|mmsi|\bimo\b|swift|\bbi[ck]\b|d-u-n-s|\blei\b|isin|ticker|digital currency|serial number|tail number|construction number|mode s|locode|website|e-?mail|phone|\bnumber\b/i;

function isNumber({ kind }: Feature): boolean {
  return numberFeature.test(kind);
}

function typeOf(profile: XmlElement | undefined, model: Model): EntryType {
  const subtype = model.values.get(`PartySubType ${profile?.attributes["PartySubTypeID"] ?? ""}`);
  const type = meaningOf(model, "PartyType", subtype?.attributes["PartyTypeID"]);
  if (/^individual$/i.test(type)) return "person";
  return /^entity$/i.test(type) ? "organisation" : "unknown";
}

/** What a party is beside persons and bodies: a vessel, an aircraft. */
function partyWord(profile: XmlElement | undefined, model: Model): string {
  return meaningOf(model, "PartySubType", profile?.attributes["PartySubTypeID"]);
}

interface Feature {
  readonly kind: string;
  readonly texts: readonly string[];
  readonly countries: readonly string[];
}

function featureOf(feature: XmlElement, model: Model): Feature {
  const kind = meaningOf(model, "FeatureType", feature.attributes["FeatureTypeID"]);
  const versions = below(feature, "FeatureVersion");
  const places = versions.flatMap((version) =>
    below(version, "VersionLocation").flatMap((link) => model.places.get(link.attributes["LocationID"] ?? "") ?? []),
  );
  const details = versions.flatMap((version) =>
    below(version, "VersionDetail").map(
      (detail) => detail.text || meaningOf(model, "DetailReference", detail.attributes["DetailReferenceID"]),
    ),
  );
  const dates = versions.flatMap((version) => below(version, "DatePeriod").map(periodOf));
  const texts = [...dates, ...details, ...places.map(({ text }) => text)].filter((text) => text !== "");
  return { kind, texts, countries: places.map(({ country }) => country) };
}

/** A period from the earliest to the latest day it may be; one day where both are the same. */
function periodOf(period: XmlElement): string {
  const from = dayOf(at(period, "Start", "From"));
  const to = dayOf(at(period, "End", "To"));
  if (to === "" || from === to) return from;
  const [fromYear, toYear] = [from.slice(0, 4), to.slice(0, 4)];
  return fromYear === toYear ? fromYear : `${fromYear}-${toYear}`;
}

function namesOf(identity: XmlElement, model: Model): NamePart[] {
  const partTypes = new Map<string, string>();
  for (const group of below(identity, "NamePartGroups").flatMap((groups) => below(groups, "MasterNamePartGroup")))
    for (const part of below(group, "NamePartGroup"))
      partTypes.set(part.attributes["ID"] ?? "", meaningOf(model, "NamePartType", part.attributes["NamePartTypeID"]));
  return below(identity, "Alias").flatMap((alias) => {
    const kind = kindOf(alias, model);
    return below(alias, "DocumentedName").map((name): NamePart => ({ text: nameOf(name, partTypes), kind }));
  });
}

function kindOf(alias: XmlElement, model: Model): NameKind {
  if (alias.attributes["LowQuality"] === "true") return "weak-alias";
  if (alias.attributes["Primary"] === "true") return "primary";
  return /^f\.?k\.?a/i.test(meaningOf(model, "AliasType", alias.attributes["AliasTypeID"])) ? "former" : "alias";
}

/** The parts of a name as OFAC prints them: the family name, a comma, the rest; names of bodies in their order. */
function nameOf(name: XmlElement, partTypes: ReadonlyMap<string, string>): string {
  const parts = below(name, "DocumentedNamePart").flatMap((part) => below(part, "NamePartValue"));
  const isFamily = (part: XmlElement): boolean =>
    /^last name$/i.test(partTypes.get(part.attributes["NamePartGroupID"] ?? "") ?? "");
  const textOf = (some: readonly XmlElement[]): string =>
    some
      .map(({ text }) => text)
      .join(" ")
      .trim();
  const [family, rest] = [textOf(parts.filter(isFamily)), textOf(parts.filter((part) => !isFamily(part)))];
  // In scripts that write the family name first without a sign, a comma would be foreign to the name.
  const parting = /\p{Script=Latin}/u.test(family) ? ", " : " ";
  return family === "" || rest === "" ? family + rest : `${family}${parting}${rest}`;
}
