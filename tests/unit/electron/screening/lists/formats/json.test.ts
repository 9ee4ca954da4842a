import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { namesOf, readKnown, refusalsOf, stopOf } from "../read-known.ts";

const entity = (id: string, schema: string, properties: Record<string, string[]>, more: object = {}): string =>
  JSON.stringify({ id, schema, caption: properties["name"]?.[0] ?? id, properties, datasets: ["xx"], ...more });

const lines = [
  entity(
    "NK-1",
    "Person",
    {
      name: ["Anna Fiction", "Анна Фикция"],
      alias: ["A. F."],
      weakAlias: ["Annie"],
      previousName: ["Anna Old"],
      birthDate: ["1971"],
      nationality: ["ru"],
      passportNumber: ["B7"],
      topics: ["sanction"],
    },
    { target: true, first_seen: "2024-01-02T00:00:00" },
  ),
  entity("NK-2", "Ownership", { owner: ["NK-1"] }),
  entity("NK-3", "Company", { name: ["虚構株式会社"] }, { target: true }),
  entity("NK-4", "Company", { name: ["Only Linked"] }, { target: false }),
  entity("NK-5", "Company", { name: ["Linked With Topic"], topics: ["sanction.linked"] }, { target: false }),
];

describe("entities of OpenSanctions, one in each line", () => {
  test("gives parties with all their names and passes relations and mere links over", async () => {
    const { layout, entries, report } = await readKnown(`${lines.join("\n")}\n`);
    assert.equal(layout, "opensanctions-ftm");
    assert.deepEqual([report.accepted, report.passed], [3, 2]);
    assert.deepEqual(namesOf(entries[0]), [
      "primary: Anna Fiction",
      "original-script: Анна Фикция",
      "alias: A. F.",
      "weak-alias: Annie",
      "former: Anna Old",
    ]);
    assert.deepEqual(entries[0]?.ids, [{ scheme: "passportNumber", value: "B7" }]);
    assert.deepEqual(entries[0]?.nationalities, ["ru"]);
    assert.equal(entries[0]?.effectiveDay, undefined, "when the collection first looked is no day of a listing");
  });

  test("reads listings that lie within the party, and says what a thing is", async () => {
    const nested = {
      id: "NK-9",
      schema: "Vessel",
      caption: "MV Kyokō",
      properties: {
        name: ["MV Kyokō"],
        imoNumber: ["IMO0000001"],
        flag: ["xx"],
        sanctions: [
          { id: "s-1", schema: "Sanction", properties: { program: ["Second"], startDate: ["2023-04-05"] } },
          {
            id: "s-2",
            schema: "Sanction",
            properties: { programId: ["XX-1"], startDate: ["2022"], listingDate: ["2022-03-04"] },
          },
        ],
      },
      target: true,
    };
    const { entries } = await readKnown(JSON.stringify(nested));
    assert.deepEqual(entries[0]?.programmes, ["Second", "XX-1"]);
    assert.equal(entries[0]?.effectiveDay, "2022-03-04");
    assert.deepEqual([entries[0]?.type, entries[0]?.remarks], ["unknown", "Vessel"]);
    assert.deepEqual(
      [entries[0]?.ids, entries[0]?.countries],
      [[{ scheme: "imoNumber", value: "IMO0000001" }], ["xx"]],
    );
  });

  test("a file of changes is no list: what it deletes would stay, and what it does not name would go", async () => {
    const delta = [`{"op":"ADD","entity":${lines[0]}}`, JSON.stringify({ op: "DEL", entity: { id: "NK-3" } })];
    assert.equal(await stopOf(delta.join("\n")), "layout-mismatch");
  });

  test("refuses a broken line, an object of another kind, and an id that comes twice, each by line", async () => {
    const text = [lines[0], "{broken", '{"a":1}', "", lines[0], lines[2]].join("\n");
    assert.deepEqual(refusalsOf(await readKnown(text)), ["2 json-row-broken", "3 json-row-broken", "5 id-repeated"]);
  });

  test("stops at a file that is cut off", async () => {
    assert.equal(await stopOf(lines.join("\n").slice(0, -5)), "file-truncated 5");
  });

  test("stops at a line of ten megabytes and names it", async () => {
    const text = `${lines[0]}\n{"id":"x","schema":"Person","properties":{"name":["${"x".repeat(10_000_000)}"]}}\n${lines[2]}\n`;
    assert.equal(await stopOf(text), "line-too-long 2");
  });

  test("stops at bytes that are not of the encoding its beginning has", async () => {
    const filler = `${"\n".repeat(600_000)}`;
    const bytes = Buffer.concat([Buffer.from(`${lines[0]}\n${filler}`), Buffer.from([0xff, 0xfe, 0x41])]);
    assert.equal(await stopOf(bytes), "file-encoding-unknown");
  });

  test("takes control characters and half characters out of a name", async () => {
    const odd = String.raw`{"id":"1","schema":"Person","properties":{"name":["An\u0000na \ud800X"]}}`;
    const { entries, report } = await readKnown(odd);
    assert.equal(entries[0]?.names[0]?.text, "An na \ufffdX");
    assert.deepEqual(
      report.warnings.map(({ code }) => code),
      ["replacement-characters", "control-characters"],
    );
  });

  test("cuts the names of an entry beyond the limit and says so", async () => {
    const many = entity("1", "Person", { name: Array.from({ length: 700 }, (_, at) => `Name ${at}`) });
    const { entries, report } = await readKnown(many);
    assert.equal(entries[0]?.names.length, 500);
    assert.deepEqual(report.warnings, [{ line: 1, code: "names-cut" }]);
  });
});

describe("the US Consolidated Screening List as JSON", () => {
  const results = [
    {
      source: "Fictional List",
      name: "FICTION, Ann",
      type: "Individual",
      alt_names: ["Ann {F}", 'quote " ]'],
      addresses: [{ city: "Town", country: "IR" }],
      ids: [{ type: "Passport", number: "B7", country: "IR" }],
      dates_of_birth: ["1971"],
      start_date: "2020-01-02",
    },
    { source: "Fictional List", name: "" },
    { other: true },
  ];
  test("reads the results of the outer object, or an array alone", async () => {
    for (const text of [JSON.stringify({ total: 3, results }, undefined, 1), JSON.stringify(results)]) {
      const read = await readKnown(text);
      assert.equal(read.layout, "us-csl-json");
      assert.deepEqual(namesOf(read.entries[0]), ["primary: FICTION, Ann", "alias: Ann {F}", 'alias: quote " ]']);
      assert.deepEqual(read.entries[0]?.ids, [{ scheme: "Passport, IR", value: "B7" }]);
      assert.deepEqual(
        read.report.refused.map(({ code }) => code),
        ["name-empty", "json-row-broken"],
      );
    }
  });

  test("passes over the sources it names before its results, and reads a vessel's flag, call sign and end", async () => {
    const vessel = {
      id: "abc",
      source: "Fictional List",
      entity_number: 41,
      type: "Vessel",
      name: "MV KYOKO",
      alt_names: ["KYOKO 1; KYOKO 2"],
      ids: [],
      call_sign: "XX00",
      vessel_flag: "Nowhere",
      vessel_type: "Tanker",
      end_date: "2030-01-02",
    };
    const body = { source: "Fictional List", name: "Kyokō Works, and any successor, sub-unit, or subsidiary thereof" };
    const text = JSON.stringify({
      sources: [{ source: "Fictional List", source_last_updated: "2026-01-02T00:00:00" }],
      results: [vessel, body],
    });
    const { entries, report } = await readKnown(text);
    assert.deepEqual([report.accepted, report.passed, report.refusedTotal], [2, 1, 0]);
    assert.deepEqual(namesOf(entries[0]), ["primary: MV KYOKO", "alias: KYOKO 1", "alias: KYOKO 2"]);
    assert.deepEqual(entries[0]?.ids, [{ scheme: "Call sign", value: "XX00" }]);
    assert.deepEqual([entries[0]?.type, entries[0]?.countries, entries[0]?.sourceId], ["unknown", ["Nowhere"], "41"]);
    assert.equal(entries[0]?.remarks, "Vessel\nvessel type: Tanker\nEnd date: 2030-01-02");
    assert.deepEqual(namesOf(entries[1]), ["primary: Kyokō Works"]);
  });

  test("stops at a document that is cut off or holds too large a record", async () => {
    const text = JSON.stringify({ results });
    assert.match(await stopOf(text.slice(0, -2)), /^file-truncated/);
    assert.match(await stopOf(text, { limits: { recordUnits: 20 } }), /^line-too-long/);
  });

  test("JSON of no known list is refused", async () => {
    assert.equal(await stopOf('{"hello": [1, 2]}'), "layout-mismatch 1");
    assert.equal(await stopOf('{"hello": "x"}', { layout: "us-csl-json" }), "layout-mismatch 1");
  });
});
