import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { partedValues } from "../../../../../../electron/screening/lists/formats/opensanctions-csv.ts";
import { entityCell } from "../../../../../../electron/screening/lists/formats/us-bis.ts";
import { namedTable, namesOf, readKnown, refusalsOf } from "../read-known.ts";

describe("lists of the United States as tables", () => {
  const cslHeader = [
    "_id",
    "source",
    "entity_number",
    "type",
    "programs",
    "name",
    "title",
    "addresses",
    "federal_register_notice",
    "start_date",
    "remarks",
    "source_list_url",
    "alt_names",
    "citizenships",
    "dates_of_birth",
    "nationalities",
    "places_of_birth",
    "ids",
  ];

  test("the Consolidated Screening List gives type, aliases, places and numbers", async () => {
    const { layout, entries } = await readKnown(
      namedTable(cslHeader, [
        {
          source: "Fictional List",
          entity_number: "77",
          type: "Individual",
          programs: "XX; YY",
          name: "FICTION, Ann",
          addresses: "1 Road, Town, IR; 2 Road, City, SY",
          alt_names: "FICTIVE, A.; Анна",
          nationalities: "IR",
          dates_of_birth: "1971-05-02",
          start_date: "2020-01-02",
          ids: "IR, Passport, B77",
        },
        { source: "Entity List (EL)", name: "Some Works Co., Ltd." },
      ]),
    );
    assert.equal(layout, "us-csl-csv");
    assert.deepEqual(namesOf(entries[0]), ["primary: FICTION, Ann", "alias: FICTIVE, A.", "original-script: Анна"]);
    assert.deepEqual(entries[0]?.countries, ["IR", "SY"]);
    assert.deepEqual(entries[0]?.ids, [{ scheme: "IR Passport", value: "B77" }]);
    assert.deepEqual(entries[0]?.programmes, ["XX", "YY", "Fictional List"]);
    assert.equal(entries[1]?.type, "unknown");
  });

  test("the Denied Persons List reads days with the month first", async () => {
    const header = [
      "Name",
      "Street_Address",
      "City",
      "State",
      "Country",
      "Postal_Code",
      "Effective_Date",
      "Expiration_Date",
      "Action",
      "FR_Citation",
    ];
    const { layout, entries, report } = await readKnown(
      namedTable(header, [{ Name: " ANN FICTION", City: "TOWN", Country: "US", Effective_Date: "10/16/2017" }], "\t"),
    );
    assert.equal(layout, "us-dpl");
    assert.equal(report.delimiter, "\t");
    assert.equal(entries[0]?.names[0]?.text, "ANN FICTION");
    assert.equal(entries[0]?.effectiveDay, "2017-10-16");
  });

  test("the cell of the Entity List is cut at the comma that ends the name", () => {
    const cut = (text: string): string[] => [
      ...entityCell(text).names.map((name) => name.text),
      entityCell(text).address,
    ];
    assert.deepEqual(cut("Fiction Works Co., Ltd., No. 1 Road, Town"), ["Fiction Works Co., Ltd.", "No. 1 Road, Town"]);
    assert.deepEqual(
      cut("Fiction Institute, a.k.a., the following two aliases: —FI; and —Fiction Inst. Ltd. 5 Road, Town, China"),
      ["Fiction Institute", "FI", "Fiction Inst. Ltd", "5 Road, Town, China"],
    );
    assert.deepEqual(cut("Sole Name"), ["Sole Name", ""]);
  });

  test("the Entity List is told by its header", async () => {
    const header = ["Country", "Entity", "License requirement", "License review policy", "Federal Register citation"];
    const { layout, entries, report } = await readKnown(
      namedTable(header, [
        { Country: "CHINA", Entity: "Fiction Works, 1 Road" },
        { Entity: "Fiction Yard, 2 Road" },
        { Country: "CYPRUS", Entity: "[Reserved]" },
      ]),
    );
    assert.equal(layout, "us-entity-list");
    assert.deepEqual([report.rows, report.accepted, report.passed], [3, 2, 1], "a vacant place lists nobody");
    assert.deepEqual(
      entries.map(({ countries }) => countries),
      [["CHINA"], ["CHINA"]],
      "a country stands once above its entities",
    );
    assert.deepEqual([namesOf(entries[0]), entries[0]?.addresses], [["primary: Fiction Works"], ["1 Road"]]);
  });

  test("lists under single laws and under section 1260H", async () => {
    const special = [
      "schema",
      "name",
      "aliases",
      "topics",
      "program",
      "authority",
      "reason",
      "report-date",
      "start-date",
      "end-date",
      "country",
      "notes",
      "source_url",
    ];
    const one = await readKnown(
      namedTable(special, [
        { schema: "Company", name: "虚構大学 (Fictional University)", aliases: "FU;Fic U", program: "Section 0" },
      ]),
    );
    assert.equal(one.layout, "us-special");
    assert.deepEqual(namesOf(one.entries[0]).slice(1), ["alias: FU", "alias: Fic U"]);
    const military = [
      "Name",
      "Clean Name",
      "Alias",
      "Previous Name",
      "Parent Name",
      "Note",
      "Start date",
      "End date",
      "Source Url",
    ];
    const two = await readKnown(
      namedTable(military, [
        {
          Name: "Fiction Tech (FT)*",
          "Clean Name": "Fiction Tech",
          Alias: "FT",
          "Previous Name": "Old Tech",
          "Start date": "2022-10-05",
        },
      ]),
    );
    assert.equal(two.layout, "us-1260h");
    assert.deepEqual(namesOf(two.entries[0]), ["primary: Fiction Tech", "alias: FT", "former: Old Tech"]);
  });
});

describe("lists of China and of OpenSanctions as tables", () => {
  test("Chinese countermeasures keep both names", async () => {
    const header = [
      "Type",
      "QID",
      "Name",
      "Alias",
      "Chinese name",
      "Country",
      "Topics",
      "Summary",
      "Body",
      "List",
      "Date",
      "End date",
      "Address",
    ];
    const { layout, entries } = await readKnown(
      namedTable(header, [
        {
          Type: "Organization",
          Name: "Fiction Foundation",
          "Chinese name": "虚构基金会",
          Country: "US",
          Date: "02.12.2019",
        },
        { Type: "Person", "Chinese name": "虚构人" },
      ]),
    );
    assert.equal(layout, "cn-countermeasures");
    assert.deepEqual(namesOf(entries[0]), ["primary: Fiction Foundation", "original-script: 虚构基金会"]);
    assert.equal(entries[0]?.effectiveDay, "2019-12-02");
    assert.deepEqual(namesOf(entries[1]), ["primary: 虚构人"]);
  });

  const simple = [
    "id",
    "schema",
    "name",
    "aliases",
    "birth_date",
    "countries",
    "addresses",
    "identifiers",
    "sanctions",
    "phones",
    "emails",
    "dataset",
    "first_seen",
    "last_seen",
    "last_change",
  ];

  test("the simple table of targets is keyed by its ids, and a repeated one is refused", async () => {
    const read = await readKnown(
      namedTable(simple, [
        {
          id: "NK-1",
          schema: "Person",
          name: "𠮷田 葛󠄀子",
          aliases: "Yoshida;髙田",
          birth_date: "1960-01-01;1961",
          countries: "jp",
        },
        { id: "NK-2", schema: "LegalEntity", name: "Fiction", dataset: "Some List" },
        { id: "NK-1", schema: "Person", name: "Another" },
        { schema: "Person", name: "Nobody" },
      ]),
    );
    assert.equal(read.layout, "opensanctions-csv");
    assert.deepEqual(refusalsOf(read), ["4 id-repeated", "5 id-empty"]);
    assert.deepEqual(
      read.entries.map(({ type, sourceId }) => `${type} ${sourceId}`),
      ["person NK-1", "unknown NK-2"],
    );
    assert.deepEqual(read.entries[0]?.birthYears, [1960, 1961]);
  });

  test("the simple table of targets gives programmes, things by their word, and no day of listing", async () => {
    const header = [...simple.slice(0, 11), "program_ids", ...simple.slice(11)];
    const { entries } = await readKnown(
      namedTable(header, [
        {
          id: "NK-3",
          schema: "Airplane",
          name: "KY-001",
          identifiers: "S/N 1",
          sanctions: "Fictional sanctions",
          emails: "a@kyoko.example",
          program_ids: "XX-1;XX-2",
          dataset: "Some List",
          first_seen: "2024-01-02T03:04:05",
        },
      ]),
    );
    assert.deepEqual(entries[0]?.programmes, ["XX-1", "XX-2", "Fictional sanctions", "Some List"]);
    assert.equal(entries[0]?.remarks, "Airplane\nE-mail: a@kyoko.example");
    assert.deepEqual([entries[0]?.type, entries[0]?.effectiveDay], ["unknown", undefined]);
  });

  test("values that hold a semicolon stand in quotation marks", () => {
    assert.deepEqual(partedValues('A;"B; C";"say ""D"""'), ["A", "B; C", 'say "D"']);
    assert.deepEqual(partedValues(""), []);
  });
});
