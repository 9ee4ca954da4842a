import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ofacRemarks } from "../../../../../../electron/screening/lists/formats/ofac-remarks.ts";
import { namesOf, readKnown, refusalsOf, stopOf } from "../read-known.ts";

const none = "-0- ";
const entry = (number: number, name: string, type = none, programme = "XX", remarks = none): string =>
  [
    number,
    `"${name}"`,
    type === none ? none : `"${type}"`,
    `"${programme}"`,
    ...Array.from({ length: 7 }, () => none),
    `"${remarks}"`,
  ].join(",");
const entries = [
  entry(36, "FICTION AIRLINES"),
  entry(
    40,
    "FICTION, Ann",
    "individual",
    "XX] [YY",
    "DOB 02 May 1971; POB Town, Nowhere; nationality Iran; Passport B77 (Iran); a.k.a. 'ANNIE'.",
  ),
  entry(41, "MV FICTION", "vessel"),
].join("\r\n");
const names = '36,12,"aka","AERO-FICTION",-0- \r\n36,13,"fka","OLD FICTION",-0- \r\n99,14,"aka","NOBODY",-0- \r\n\x1a';
const addresses = '36,25,"1 Road","Town","Cuba",-0- \r\n';

describe("OFAC's set of tables", () => {
  test("is told by its columns and joined by number, in whatever order it is chosen", async () => {
    const read = await readKnown([names, entries, addresses]);
    assert.equal(read.layout, "ofac-csv");
    assert.deepEqual(namesOf(read.entries[0]), [
      "primary: FICTION AIRLINES",
      "alias: AERO-FICTION",
      "former: OLD FICTION",
    ]);
    assert.deepEqual(read.entries[0]?.addresses, ["1 Road, Town, Cuba"]);
    assert.deepEqual(
      read.entries.map(({ type }) => type),
      ["organisation", "person", "unknown"],
    );
    assert.deepEqual([read.report.rows, read.report.accepted, read.report.merged], [7, 3, 3]);
    const again = await readKnown([addresses, entries, names]);
    assert.equal(again.report.sourceSha256, read.report.sourceSha256);
  });

  test("takes the table of remarks with it, which alone is a table like any other", async () => {
    const comments = '40,"Passport C88 (Nowhere)."\r\n';
    const read = await readKnown([comments, entries, names]);
    assert.equal(read.layout, "ofac-csv");
    assert.deepEqual(
      read.entries[1]?.ids?.map(({ value }) => value),
      ["B77 (Iran)", "C88 (Nowhere)"],
    );
    assert.equal(await stopOf([comments, comments]), "too-many-files");
  });

  test("names the file and the line of a row whose entry is missing", async () => {
    assert.deepEqual(refusalsOf(await readKnown([names, entries, addresses])), ["1/3 entry-missing"]);
  });

  test("reads what the remarks say in fixed words", async () => {
    const { entries: read } = await readKnown(entries);
    assert.deepEqual(namesOf(read[1]), ["primary: FICTION, Ann", "weak-alias: ANNIE"]);
    assert.deepEqual(read[1]?.birthYears, [1971]);
    assert.deepEqual(read[1]?.programmes, ["XX", "YY"]);
    assert.deepEqual(read[1]?.ids, [{ scheme: "Passport", value: "B77 (Iran)" }]);
    assert.deepEqual(ofacRemarks("Linked To: SOMETHING.").ids, []);
  });

  test("stops without the table of entries, with a table twice, and with a file of another list", async () => {
    assert.equal(await stopOf(names), "primary-file-missing");
    assert.equal(await stopOf([entries, names, names]), "file-part-twice 1");
    assert.equal(await stopOf([entries, "name,alias\nA,B\n"]), "too-many-files");
  });

  test("refuses the second entry of one number and rows that lost cells", async () => {
    const twice = `${entries}\r\n${entry(36, "ANOTHER")}\r\n50,"CUT"\r\n`;
    assert.deepEqual(refusalsOf(await readKnown(twice)), ["5 cells-lost", "4 id-repeated"]);
  });
});

const reference = `<ReferenceValueSets>
  <AliasTypeValues><AliasType ID="1400">A.K.A.</AliasType><AliasType ID="1401">F.K.A.</AliasType><AliasType ID="1403">Name</AliasType></AliasTypeValues>
  <AreaCodeValues><AreaCode ID="7" CountryID="7" Description="Iran">IR</AreaCode></AreaCodeValues>
  <CountryValues><Country ID="7" ISO2="IR">Iran</Country><Country ID="9">undetermined</Country></CountryValues>
  <DetailReferenceValues><DetailReference ID="60">Crude Oil Tanker</DetailReference></DetailReferenceValues>
  <FeatureTypeValues><FeatureType ID="8">Birthdate</FeatureType><FeatureType ID="9">Place of Birth</FeatureType><FeatureType ID="10">Nationality Country</FeatureType><FeatureType ID="25">Location</FeatureType><FeatureType ID="99">Website</FeatureType><FeatureType ID="2">Vessel Call Sign</FeatureType><FeatureType ID="3">VESSEL TYPE</FeatureType><FeatureType ID="4">Vessel Flag</FeatureType><FeatureType ID="504">Secondary sanctions risk:</FeatureType></FeatureTypeValues>
  <IDRegDocTypeValues><IDRegDocType ID="1571">Passport</IDRegDocType></IDRegDocTypeValues>
  <ListValues><List ID="1550">SDN List</List></ListValues>
  <NamePartTypeValues><NamePartType ID="1520">Last Name</NamePartType><NamePartType ID="1521">First Name</NamePartType><NamePartType ID="1525">Entity Name</NamePartType><NamePartType ID="1526">Vessel Name</NamePartType></NamePartTypeValues>
  <PartySubTypeValues><PartySubType ID="1" PartyTypeID="4">Vessel</PartySubType><PartySubType ID="3" PartyTypeID="2">Unknown</PartySubType><PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType></PartySubTypeValues>
  <PartyTypeValues><PartyType ID="1">Individual</PartyType><PartyType ID="2">Entity</PartyType><PartyType ID="4">Transport</PartyType></PartyTypeValues>
</ReferenceValueSets>`;
const part = (group: number, text: string): string =>
  `<DocumentedNamePart><NamePartValue NamePartGroupID="${group}" ScriptID="215">${text}</NamePartValue></DocumentedNamePart>`;
const alias = (type: number, parts: string, more = 'Primary="false" LowQuality="false"'): string =>
  `<Alias AliasTypeID="${type}" ${more}><DocumentedName ID="1">${parts}</DocumentedName></Alias>`;
const groups =
  '<NamePartGroups><MasterNamePartGroup><NamePartGroup ID="1" NamePartTypeID="1520"/></MasterNamePartGroup><MasterNamePartGroup><NamePartGroup ID="2" NamePartTypeID="1521"/></MasterNamePartGroup></NamePartGroups>';
const date = (tag: string, day: string): string => {
  const [year, month, date] = day.split("-");
  return `<${tag}><Year>${year}</Year><Month>${month}</Month><Day>${date}</Day></${tag}>`;
};
const advanced = `<?xml version="1.0" encoding="utf-8"?>
<Sanctions xmlns="http://www.un.org/sanctions/1.0"><DateOfIssue><Year>2024</Year><Month>5</Month><Day>9</Day></DateOfIssue>
${reference}
<Locations><Location ID="500"><LocationCountry CountryID="7"/><LocationPart><LocationPartValue><Value>Town</Value></LocationPartValue></LocationPart></Location><Location ID="501"><LocationCountry CountryID="9"/><LocationPart><LocationPartValue><Value>Port</Value></LocationPartValue></LocationPart></Location></Locations>
<IDRegDocuments><IDRegDocument ID="1" IDRegDocTypeID="1571" IdentityID="4" IssuedBy-CountryID="7"><IDRegistrationNo>B77</IDRegistrationNo></IDRegDocument></IDRegDocuments>
<DistinctParties>
<DistinctParty FixedRef="36"><Comment>Note &amp; more</Comment><Profile ID="36" PartySubTypeID="4"><Identity ID="4" Primary="true">
${alias(1403, part(1, "FICTION") + part(2, "Ann"), 'Primary="true" LowQuality="false"')}
${alias(1400, part(1, "ФИКЦИЯ") + part(2, "Анна"))}${alias(1401, part(1, "OLD") + part(2, "Ann"))}${alias(1400, part(1, "ANNIE"), 'Primary="false" LowQuality="true"')}${groups}
</Identity>
<Feature FeatureTypeID="8"><FeatureVersion><DatePeriod><Start>${date("From", "1971-1-1")}</Start><End>${date("To", "1973-12-31")}</End></DatePeriod></FeatureVersion></Feature>
<Feature FeatureTypeID="25"><FeatureVersion><VersionLocation LocationID="500"/></FeatureVersion></Feature>
<Feature FeatureTypeID="10"><FeatureVersion><VersionLocation LocationID="500"/></FeatureVersion></Feature>
<Feature FeatureTypeID="99"><FeatureVersion><VersionDetail>fiction.example</VersionDetail></FeatureVersion></Feature>
</Profile></DistinctParty>
<DistinctParty FixedRef="37"><Profile ID="37" PartySubTypeID="3"><Identity ID="5">${alias(1403, part(3, "FICTION WORKS"), 'Primary="true"')}</Identity></Profile></DistinctParty>
<DistinctParty FixedRef="41"><Profile ID="41" PartySubTypeID="1"><Identity ID="6">${alias(1403, part(4, "MV FICTION"), 'Primary="true"')}</Identity>
<Feature FeatureTypeID="2"><FeatureVersion><VersionDetail DetailTypeID="1432">XX00</VersionDetail></FeatureVersion></Feature>
<Feature FeatureTypeID="3"><FeatureVersion><VersionDetail DetailTypeID="1431" DetailReferenceID="60"/></FeatureVersion></Feature>
<Feature FeatureTypeID="4"><FeatureVersion><VersionDetail DetailTypeID="1432">Nowhere</VersionDetail></FeatureVersion></Feature>
<Feature FeatureTypeID="25"><FeatureVersion><VersionLocation LocationID="501"/></FeatureVersion></Feature>
<Feature FeatureTypeID="504"><FeatureVersion><VersionDetail>section 0</VersionDetail></FeatureVersion></Feature></Profile></DistinctParty>
</DistinctParties>
<SanctionsEntries><SanctionsEntry ID="1" ProfileID="36" ListID="1550"><EntryEvent>${date("Date", "1986-12-10")}</EntryEvent><SanctionsMeasure SanctionsTypeID="1"><Comment>CUBA</Comment></SanctionsMeasure></SanctionsEntry></SanctionsEntries>
</Sanctions>`;

describe("OFAC's advanced XML", () => {
  test("gives names with their kinds, spans of birth, places, documents, programmes and days", async () => {
    const { layout, entries: read, report } = await readKnown(advanced);
    assert.equal(layout, "ofac-advanced-xml");
    assert.equal(report.statedDay, "2024-05-09");
    const [person, body] = read;
    assert.deepEqual(namesOf(person), [
      "primary: FICTION, Ann",
      "original-script: ФИКЦИЯ Анна",
      "former: OLD, Ann",
      "weak-alias: ANNIE",
    ]);
    assert.deepEqual(person?.birthYears, [1971, 1972, 1973]);
    assert.deepEqual(person?.addresses, ["Town, Iran"]);
    assert.deepEqual(person?.ids, [
      { scheme: "Passport, Iran", value: "B77" },
      { scheme: "Website", value: "fiction.example" },
    ]);
    assert.deepEqual([person?.programmes, person?.effectiveDay], [["CUBA", "SDN List"], "1986-12-10"]);
    assert.deepEqual([person?.type, body?.type, person?.remarks], ["person", "organisation", "Note & more"]);
    assert.deepEqual(namesOf(body), ["primary: FICTION WORKS"]);
  });

  test("keeps a vessel with what it is, its numbers as numbers and the rest as remarks", async () => {
    const vessel = (await readKnown(advanced)).entries[2];
    assert.deepEqual([vessel?.type, namesOf(vessel)], ["unknown", ["primary: MV FICTION"]]);
    assert.deepEqual(vessel?.ids, [{ scheme: "Vessel Call Sign", value: "XX00" }]);
    assert.deepEqual([vessel?.countries, vessel?.addresses], [["Nowhere"], ["Port"]]);
    assert.equal(
      vessel?.remarks,
      "Vessel\nVESSEL TYPE: Crude Oil Tanker\nVessel Flag: Nowhere\nSecondary sanctions risk: section 0",
    );
  });

  test("has the keys of the tables, so that either file continues the other", async () => {
    const fromTable = (await readKnown(entries)).entries.find(({ sourceId }) => sourceId === "36");
    const fromXml = (await readKnown(advanced)).entries.find(({ sourceId }) => sourceId === "36");
    assert.equal(fromTable?.entryKey, fromXml?.entryKey);
  });

  test("stops at a file that is cut off", async () => {
    const stop = await stopOf(advanced.slice(0, advanced.indexOf("</DistinctParties>")));
    assert.match(stop, /^xml-broken \d+$/);
  });
});
