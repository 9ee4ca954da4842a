import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { markedValues } from "../../../../../../electron/screening/lists/formats/name-cells.ts";
import { namedTable, namesOf, readKnown } from "../read-known.ts";
import { euHeader, ofsiHeader, ukHeader } from "./published-headers.ts";

const eu = (rows: readonly Record<string, string>[]): string =>
  `\ufeff${namedTable(
    euHeader,
    rows.map((row) => ({ fileGenerationDate: "05/11/2026", Entity_LogicalId: "13", ...row })),
    ";",
  )}`;

describe("the EU's consolidated table under its published header", () => {
  test("gives the day of the file, every name with its quality, places, births, numbers and citizenships", async () => {
    const { layout, entries, report } = await readKnown(
      eu([
        {
          Entity_EU_ReferenceNumber: "EU.0.1",
          Entity_SubjectType: "P",
          Entity_SubjectType_ClassificationCode: "person",
          Entity_Regulation_Programme: "XX",
          Entity_Regulation_EntryIntoForceDate: "2003-07-08",
          NameAlias_WholeName: "Hanako Kyokō",
          NameAlias_Function: "(a) Minister, (b) General",
        },
        { NameAlias_WholeName: "Hana", NameAlias_Remark: "Low quality alias" },
        { NameAlias_WholeName: "虚構 花子", NameAlias_Remark: "Good quality alias" },
        { Address_City: "Town", Address_PoBox: "7", Address_Place: "Quarter", Address_CountryDescription: "NOWHERE" },
        { Address_CountryDescription: "UNKNOWN", Address_CountryIso2Code: "00" },
        { BirthDate_YearRangeFrom: "1960", BirthDate_YearRangeTo: "1962", BirthDate_City: "Village" },
        {
          Identification_Number: "Б 7",
          Identification_LatinNumber: "B 7",
          Identification_TypeDescription: "National passport",
          Identification_CountryDescription: "NOWHERE",
        },
        { Citizenship_CountryDescription: "NOWHERE" },
      ]),
    );
    assert.equal(layout, "eu-fsf-csv");
    assert.equal(report.statedDay, "2026-11-05");
    assert.deepEqual([report.rows, report.accepted, report.merged], [8, 1, 7]);
    const [entry] = entries;
    assert.deepEqual(namesOf(entry), ["primary: Hanako Kyokō", "weak-alias: Hana", "original-script: 虚構 花子"]);
    assert.deepEqual([entry?.type, entry?.effectiveDay, entry?.sourceId], ["person", "2003-07-08", "13"]);
    assert.deepEqual(entry?.positions, ["Minister", "General"]);
    assert.deepEqual([entry?.countries, entry?.nationalities], [["NOWHERE"], ["NOWHERE"]]);
    assert.deepEqual(entry?.addresses, ["7, Town, Quarter, NOWHERE"]);
    assert.deepEqual([entry?.birthYears, entry?.birthPlaces], [[1960, 1961, 1962], ["Village"]]);
    assert.deepEqual(entry?.ids, [
      { scheme: "National passport, NOWHERE", value: "Б 7" },
      { scheme: "National passport, NOWHERE", value: "B 7" },
    ]);
  });

  test("has the keys of the XML, so that either file continues the other", async () => {
    const xml = `<?xml version="1.0"?><export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-11-05T10:00:00.000+01:00"><sanctionEntity logicalId="13"><nameAlias wholeName="Kyokō"/></sanctionEntity></export>`;
    const [fromTable, fromXml] = [await readKnown(eu([{ NameAlias_WholeName: "Kyokō" }])), await readKnown(xml)];
    assert.equal(fromTable.entries[0]?.entryKey, fromXml.entries[0]?.entryKey);
  });
});

describe("the UK's lists under their published headers", () => {
  test("OFSI's numbered values are values of their own, and a ship is said to be one", async () => {
    const rows = namedTable(ofsiHeader, [
      {
        "Name 6": "KYOKO",
        "Name 1": "Hanako",
        "Alias Type": "Primary name",
        "Group Type": "Individual",
        DOB: "(1) 01/02/1960 (2) 00/00/1962",
        "Town of Birth": "(1) Town (2) Village",
        "Country of Birth": "(1) Nowhere (2) Elsewhere",
        Nationality: "(1) Nowhere (2) Elsewhere",
        "Passport Number": "(1) B7 (2) B8",
        Position: "(1) Minister (2) Member (since 2001)",
        "UK Sanctions List Date Designated": "31/12/2020",
        "Group ID": "9",
      },
      { "Name 6": "OLD", "Name 1": "Hanako", "Alias Type": "FKA", "Group Type": "Individual", "Group ID": "9" },
      {
        "Name 6": "MV KYOKO",
        "Alias Type": "Primary name",
        "Group Type": "Ship",
        Country: "Nowhere",
        "Group ID": "10",
      },
    ]);
    const { entries } = await readKnown(`Last Updated,21/02/2025\r\n${rows}`);
    const [person, ship] = entries;
    assert.deepEqual(namesOf(person), ["primary: Hanako KYOKO", "former: Hanako OLD"]);
    assert.deepEqual(
      [person?.birthYears, person?.nationalities],
      [
        [1960, 1962],
        ["Nowhere", "Elsewhere"],
      ],
    );
    assert.deepEqual(person?.birthPlaces, ["Town, Nowhere", "Village, Elsewhere"]);
    assert.deepEqual(
      person?.ids?.map(({ value }) => value),
      ["B7", "B8"],
    );
    assert.deepEqual([person?.positions, person?.effectiveDay], [["Minister", "Member (since 2001)"], "2020-12-31"]);
    assert.deepEqual([ship?.type, ship?.remarks], ["unknown", "Ship"]);
  });

  test("the UK Sanctions List gives variations, former and weak names, measures and the marks of a ship", async () => {
    const rows = namedTable(ukHeader, [
      { "Unique ID": "XXX0001", "Name 6": "Kyokō Works", "Name type": "Primary Name", "Designation Type": "Entity" },
      { "Unique ID": "XXX0001", "Name 6": "Kyoko Works", "Name type": "Primary Name Variation" },
      { "Unique ID": "XXX0001", "Name 6": "KW", "Name type": "Alias", "Alias strength": "Low" },
      { "Unique ID": "XXX0001", "Name 6": "Old Works", "Name type": "FKA", "Name non-latin script": "虚構製作所" },
      {
        "Unique ID": "XXX0002",
        "Name 6": "MV KYOKO",
        "Name type": "Primary Name",
        "Designation Type": "Ship",
        "Sanctions Imposed": "Asset freeze|Ban on ports",
        "IMO number": "0000001",
        "Type of ship": "Tanker",
        "Current believed flag of ship": "Nowhere",
        "Current owner/operator (s)": "Kyokō Works",
      },
    ]);
    const { layout, entries, report } = await readKnown(`Report Date: 23-Nov-2026\r\n${rows}`);
    assert.deepEqual([layout, report.statedDay], ["uk-sanctions-csv", "2026-11-23"]);
    const [body, ship] = entries;
    assert.deepEqual(namesOf(body), [
      "primary: Kyokō Works",
      "alias: Kyoko Works",
      "weak-alias: KW",
      "former: Old Works",
      "original-script: 虚構製作所",
    ]);
    assert.deepEqual(
      [ship?.type, ship?.countries, ship?.programmes],
      ["unknown", ["Nowhere"], ["Asset freeze", "Ban on ports"]],
    );
    assert.deepEqual(ship?.ids, [{ scheme: "IMO", value: "0000001" }]);
    assert.equal(ship?.remarks, "Ship\nType of ship: Tanker\nCurrent owner/operator (s): Kyokō Works");
  });

  test("a mark within a text parts nothing", () => {
    assert.deepEqual(markedValues("Member of group (1) of the council"), ["Member of group (1) of the council"]);
    assert.deepEqual(markedValues("(1) One"), ["One"]);
    assert.deepEqual(markedValues(""), []);
  });
});
