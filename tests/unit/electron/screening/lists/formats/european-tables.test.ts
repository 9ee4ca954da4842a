import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { namedTable, namesOf, readKnown, refusalsOf, stopOf, table } from "../read-known.ts";

const journalHeader = [
  "celex",
  "recordId",
  "programKey",
  "annex",
  "measure",
  "startDate",
  "reason",
  "schema",
  "name",
  "alias",
  "weakAlias",
  "previousName",
  "country",
  "nationality",
  "birthDate",
  "birthPlace",
  "position",
  "passportNumber",
  "innCode",
  "address",
  "notes",
];
const journal = (rows: readonly Record<string, string>[]): string =>
  namedTable(
    journalHeader,
    rows.map((row) => ({ celex: "39999R0001", programKey: "EU-XX", annex: "I", measure: "Asset freeze", ...row })),
  );

describe("an annex of an EU regulation", () => {
  test("gives names in other scripts, weak and former names, days, places and numbers", async () => {
    const { layout, entries } = await readKnown(
      journal([
        {
          recordId: "1",
          schema: "Person",
          startDate: "5.3.2024",
          name: "Iwan VYDUMANNYJ",
          alias: "Ivan VYDUMANNY (Иван ВЫДУМАННЫЙ); I. V.",
          weakAlias: "Vanya",
          previousName: "Iwan STARYJ",
          nationality: "Russian",
          birthDate: "1.2.1960; 1961",
          birthPlace: "Nowhere",
          passportNumber: "123",
          innCode: "456",
          address: "1 Street; 2 Street",
        },
      ]),
    );
    assert.equal(layout, "eu-journal");
    const [entry] = entries;
    assert.deepEqual(namesOf(entry), [
      "primary: Iwan VYDUMANNYJ",
      "alias: Ivan VYDUMANNY",
      "original-script: Иван ВЫДУМАННЫЙ",
      "alias: I. V.",
      "weak-alias: Vanya",
      "former: Iwan STARYJ",
    ]);
    assert.equal(entry?.type, "person");
    assert.equal(entry.effectiveDay, "2024-03-05");
    assert.deepEqual(entry.birthYears, [1960, 1961]);
    assert.deepEqual(entry.ids, [
      { scheme: "passportNumber", value: "123" },
      { scheme: "innCode", value: "456" },
    ]);
    assert.deepEqual(entry.addresses, ["1 Street", "2 Street"]);
    assert.deepEqual(entry.nationalities, ["Russian"]);
  });

  test("leaves out a row without a name and names its line", async () => {
    const read = await readKnown(journal([{ name: "One Body", schema: "LegalEntity" }, { schema: "Person" }]));
    assert.deepEqual(refusalsOf(read), ["3 name-empty"]);
  });

  test("keeps a formula as text and points at it", async () => {
    const { entries, report } = await readKnown(journal([{ name: "=cmd|' /C calc'!A0", schema: "LegalEntity" }]));
    assert.equal(entries[0]?.names[0]?.text, "=cmd|' /C calc'!A0");
    assert.deepEqual(report.warnings, [{ line: 2, code: "formula-like-cell" }]);
  });

  test("points at a name of one character and takes it in", async () => {
    const { entries, report } = await readKnown(journal([{ name: "髙", schema: "Person" }]));
    assert.equal(entries.length, 1);
    assert.deepEqual(report.warnings, [{ line: 2, code: "name-one-character" }]);
  });

  test("is not taken for the list when a column has another name", async () => {
    const { layout } = await readKnown(journal([{ name: "Body" }]).replace("weakAlias", "feebleAlias"));
    assert.equal(layout, "csv");
    assert.equal(
      await stopOf(journal([{ name: "Body" }]).replace("weakAlias", "x"), { layout: "eu-journal" }),
      "header-unknown",
    );
  });

  test("stops at a file that ends within a row", async () => {
    const whole = journal([
      { name: "First Body", schema: "LegalEntity" },
      { name: "Second Body", schema: "LegalEntity" },
    ]);
    assert.equal(await stopOf(whole.slice(0, whole.indexOf("Second") + 3)), "file-truncated 3");
  });

  test("stops at a quotation mark that is never closed", async () => {
    assert.equal(await stopOf(`${journal([{ name: "First" }])}39999R0001,"open`), "quote-broken 3");
  });
});

const fsfHeader = [
  "fileGenerationDate",
  "Entity_LogicalId",
  "Entity_SubjectType",
  "Entity_Remark",
  "Entity_Regulation_Programme",
  "NameAlias_WholeName",
  "NameAlias_FirstName",
  "NameAlias_LastName",
  "Address_City",
  "Address_CountryDescription",
  "BirthDate_BirthDate",
  "BirthDate_Year",
  "Identification_Number",
  "Identification_TypeDescription",
  "Citizenship_CountryDescription",
];

describe("the EU's consolidated table", () => {
  test("joins the rows of an entity and counts every one", async () => {
    const { layout, entries, report } = await readKnown(
      namedTable(
        fsfHeader,
        [
          { Entity_LogicalId: "13", Entity_SubjectType: "P", NameAlias_WholeName: "Erste Erfundene" },
          {
            Entity_LogicalId: "13",
            Entity_SubjectType: "P",
            NameAlias_FirstName: "Ера",
            NameAlias_LastName: "Выдумка",
          },
          { Entity_LogicalId: "14", Entity_SubjectType: "E", NameAlias_WholeName: "Erfunden; GmbH" },
          {
            Entity_LogicalId: "13",
            Entity_SubjectType: "P",
            BirthDate_Year: "1970",
            Citizenship_CountryDescription: "IRAN",
          },
          { Entity_LogicalId: "13", Identification_Number: "A1", Identification_TypeDescription: "Passport" },
        ],
        ";",
      ),
    );
    assert.equal(layout, "eu-fsf-csv");
    assert.deepEqual([report.rows, report.accepted, report.merged], [5, 2, 3]);
    assert.deepEqual(namesOf(entries[0]), ["primary: Erste Erfundene", "original-script: Ера Выдумка"]);
    assert.deepEqual(entries[0]?.birthYears, [1970]);
    assert.deepEqual(entries[0]?.ids, [{ scheme: "Passport", value: "A1" }]);
    assert.deepEqual(namesOf(entries[1]), ["primary: Erfunden; GmbH"]);
  });

  test("refuses a row without the number of its entity", async () => {
    const read = await readKnown(
      namedTable(
        fsfHeader,
        [{ Entity_LogicalId: "1", NameAlias_WholeName: "A Body" }, { NameAlias_WholeName: "B Body" }],
        ";",
      ),
    );
    assert.deepEqual(refusalsOf(read), ["3 id-empty"]);
  });

  test("keeps the key of an entity whose name changes", async () => {
    const one = (name: string): string =>
      namedTable(fsfHeader, [{ Entity_LogicalId: "7", Entity_SubjectType: "E", NameAlias_WholeName: name }], ";");
    const [before, after] = [await readKnown(one("Old Name Works")), await readKnown(one("New Name Works"))];
    assert.equal(before.entries[0]?.entryKey, after.entries[0]?.entryKey);
  });
});

const ofsiHeader = [
  "Name 6",
  "Name 1",
  "Name 2",
  "Title",
  "Name Non-Latin Script",
  "DOB",
  "Town of Birth",
  "Country of Birth",
  "Nationality",
  "Passport Number",
  "Address 1",
  "Country",
  "Other Information",
  "Group Type",
  "Alias Type",
  "Alias Quality",
  "Regime",
  "Listed On",
  "Group ID",
];

describe("the UK's lists", () => {
  test("OFSI's rows of one group become one entry, under the date above the header", async () => {
    const rows = namedTable(ofsiHeader, [
      {
        "Name 6": "AKA",
        "Name 1": "Low",
        "Group Type": "Individual",
        "Alias Type": "AKA",
        "Alias Quality": "Low",
        "Group ID": "9",
      },
      {
        "Name 6": "FICTION",
        "Name 1": "Anna",
        "Name Non-Latin Script": "Анна Фикция",
        DOB: "01/02/1980",
        "Group Type": "Individual",
        "Alias Type": "Primary name",
        "Listed On": "31/12/2020",
        Regime: "Nowhere",
        "Group ID": "9",
      },
    ]);
    const { layout, entries, report } = await readKnown(`Last Updated,21/02/2025\r\n${rows}`);
    assert.equal(layout, "uk-ofsi-csv");
    assert.equal(report.statedDay, "2025-02-21");
    assert.deepEqual(namesOf(entries[0]), [
      "primary: Anna FICTION",
      "weak-alias: Low AKA",
      "original-script: Анна Фикция",
    ]);
    assert.equal(entries[0]?.effectiveDay, "2020-12-31");
    assert.deepEqual([report.accepted, report.merged], [1, 1]);
  });

  test("the UK Sanctions List is joined by its unique number", async () => {
    const header = [
      "Last Updated",
      "Unique ID",
      "Name 6",
      "Name 1",
      "Name type",
      "Alias strength",
      "Name non-latin script",
      "Regime Name",
      "Designation Type",
      "Address Country",
      "Date Designated",
      "D.O.B",
    ];
    const rows = namedTable(header, [
      {
        "Unique ID": "AAA0001",
        "Name 6": "Fiction Shipping",
        "Name type": "Primary Name",
        "Designation Type": "Entity",
      },
      { "Unique ID": "AAA0001", "Name 6": "FS", "Name type": "Alias", "Alias strength": "Low quality a.k.a" },
      {
        "Unique ID": "AAA0002",
        "Name 6": "PERSON",
        "Name 1": "Some",
        "Name type": "Primary Name",
        "Designation Type": "Individual",
        "D.O.B": "dd/mm/1966",
      },
    ]);
    const { layout, entries, report } = await readKnown(`Report Date: 01-Sep-2025\r\n${rows}`);
    assert.equal(layout, "uk-sanctions-csv");
    assert.equal(report.statedDay, "2025-09-01");
    assert.deepEqual(
      entries.map(({ type }) => type),
      ["organisation", "person"],
    );
    assert.deepEqual(namesOf(entries[0]), ["primary: Fiction Shipping", "weak-alias: FS"]);
    assert.deepEqual(entries[1]?.birthYears, [1966]);
  });

  test("a row with more cells than the header is refused", async () => {
    const text = namedTable(ofsiHeader, [{ "Name 6": "GOOD", "Group ID": "1" }]) + table([[...ofsiHeader, "extra"]]);
    assert.deepEqual(refusalsOf(await readKnown(text)), ["3 cells-too-many"]);
  });
});
