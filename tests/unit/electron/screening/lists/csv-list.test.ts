import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type CsvProfile, importCsvList } from "../../../../../electron/screening/lists/csv-list.ts";
import { ImportReport, ListEntry } from "../../../../../electron/screening/lists/list-entry.ts";
import { type ListLimits, listLimits } from "../../../../../electron/screening/lists/list-limits.ts";
import { type ImportedList, quietWork } from "../../../../../electron/screening/lists/list-work.ts";
import type { ColumnMapping } from "../../../../../shared/domain/screening.ts";

const mapping: ColumnMapping = {
  name: 0,
  aliases: 1,
  aliasSeparator: ";|",
  kind: 2,
  kindWhenAbsent: "organisation",
  country: 3,
  identifiers: 4,
  birthDate: 5,
  programme: 6,
  remarks: 7,
  sourceId: 8,
};
const profile: CsvProfile = { mapping, hasHeader: true, delimiter: null, encoding: null };
const header = "name,aliases,type,country,ids,dob,programme,remarks,id";

function outcome(text: string | Uint8Array, change: Partial<CsvProfile> = {}, limits: Partial<ListLimits> = {}) {
  const bytes = typeof text === "string" ? Buffer.from(text) : text;
  return importCsvList(bytes, { ...profile, ...change }, quietWork({ ...listLimits, ...limits }));
}

function imported(...given: Parameters<typeof outcome>): ImportedList {
  const found = outcome(...given);
  assert.ok(found.ok, found.ok ? "" : found.error.reason);
  return found.value;
}

function stopped(...given: Parameters<typeof outcome>): readonly [string, string, number | null] {
  const found = outcome(...given);
  assert.ok(!found.ok, "the import should have stopped");
  return [found.error.code, found.error.reason, found.error.line];
}

describe("importing a delimited list", () => {
  const full = `${header}\n髙橋 健,"高橋健;Takahashi Ken|タカハシ",個人,日本;JP,P-1,1960-04-01,TEST,一行目,T-1\n`;

  test("keeps every mapped field as printed", () => {
    const [entry] = imported(full).entries;
    assert.deepEqual(
      { ...entry, entryKey: "" },
      {
        entryKey: "",
        type: "person",
        names: [
          { text: "髙橋 健", kind: "primary", script: "han" },
          { text: "高橋健", kind: "alias", script: "han" },
          { text: "Takahashi Ken", kind: "alias", script: "latin" },
          { text: "タカハシ", kind: "alias", script: "kana" },
        ],
        countries: ["日本", "JP"],
        identifiers: ["P-1"],
        birthDates: ["1960-04-01"],
        programmes: ["TEST"],
        wmd: [],
        conventional: false,
        remarks: "一行目",
        sourceId: "T-1",
        rowNumber: 1,
      },
    );
  });

  test("makes entries and a report that fit their schemas", () => {
    const { entries, report } = imported(full);
    assert.deepEqual(ImportReport.parse(report), report);
    for (const entry of entries) assert.deepEqual(ListEntry.parse(entry), entry);
  });

  test("reports how the file was read", () => {
    const { report } = imported(full);
    assert.deepEqual(
      [report.encoding, report.delimiter, report.layout, report.rows, report.accepted],
      ["utf-8", ",", "csv", 1, 1],
    );
    assert.match(report.sourceSha256, /^[0-9a-f]{64}$/);
    assert.equal(report.sizeBytes, Buffer.byteLength(full));
  });

  for (const [delimiter, name] of [
    ["\t", "tabs"],
    [";", "semicolons"],
  ] as const) {
    test(`finds ${name} by itself`, () => {
      const text = full
        .replaceAll('"高橋健;Takahashi Ken|タカハシ"', "A")
        .replaceAll(";JP", "")
        .replaceAll(",", delimiter);
      assert.equal(imported(text).report.delimiter, delimiter);
    });
  }

  test("reads the columns of a file without a header", () => {
    const { entries } = imported("1,架空研究所\n2,Fiction\n", {
      hasHeader: false,
      mapping: { ...allNull(), name: 1, sourceId: 0 },
    });
    assert.deepEqual(
      entries.map(({ names, sourceId }) => [names[0]?.text, sourceId]),
      [
        ["架空研究所", "1"],
        ["Fiction", "2"],
      ],
    );
  });

  test("knows a name in its own script beside a Latin one", () => {
    const { entries } = imported(`${header}\nFiction,"虚构;Вымысел;FCT",企業,,,,,,\n`);
    assert.deepEqual(
      entries[0]?.names.map(({ kind }) => kind),
      ["primary", "original-script", "original-script", "alias"],
    );
  });

  test("keeps 𠮷, 﨑, variation selectors, half-width kana and formula-like cells as they stand", () => {
    const names = ["𠮷田", "山﨑", "葛\u{e0100}城", "ﾀｶﾊｼ", "=cmd|' /C calc'!A0", "@Fiction", "一", "x".repeat(1_000)];
    const { entries, report } = imported(`${header}\n${names.map((name) => `"${name}",,人,,,,,,`).join("\n")}\n`);
    assert.deepEqual(
      entries.map((entry) => entry.names[0]?.text),
      names,
    );
    assert.ok(report.warnings.some(({ code, line }) => code === "formula-like-cell" && line === 6));
  });

  test("takes marks for nothing as empty", () => {
    const [entry] = imported(`${header}\nFiction,-0-,-0-,N/A,-,なし,,-0-,-0-\n`).entries;
    assert.deepEqual(
      [entry?.names.length, entry?.countries, entry?.birthDates, entry?.remarks, entry?.sourceId],
      [1, [], [], "", null],
    );
  });

  test("leaves the type open when the cell does not say", () => {
    const { entries, report } = imported(`${header}\nFiction,,vessel,,,,,,\n`);
    assert.equal(entries[0]?.type, "unknown");
    assert.deepEqual(report.warnings, [{ line: 2, code: "type-unclear" }]);
  });

  test("reads CP932 files", () => {
    const cp932 = Buffer.concat([
      Buffer.from("6e616d650a", "hex"),
      Buffer.from("fbfc8bb40a878a89cb8bf30a".repeat(12), "hex"),
    ]);
    const { entries, report } = imported(cp932, { mapping: { ...allNull(), name: 0 } });
    assert.deepEqual(
      entries.slice(0, 2).map(({ names }) => names[0]?.text),
      ["髙橋", "㈱架空"],
    );
    assert.equal(report.encoding, "shift_jis");
  });
});

describe("rows that do not fit", () => {
  const good = "Fiction,,企業,,,,,,";
  const rows: readonly (readonly [string, string, string])[] = [
    ["an empty name", " ,,企業,,,,,,", "name-empty"],
    ["a name of signs only", "－・－,,企業,,,,,,", "name-unusable"],
    ["a name that is too long", `${"長".repeat(1_001)},,企業,,,,,,`, "name-too-long"],
    ["a cell that is too long", `${"長".repeat(32_768)},,企業,,,,,,`, "cell-too-long"],
    ["more cells than the header", `Fiction, Ltd.,,企業,,,,,,`, "cells-too-many"],
    ["a quote inside a cell", `Fic"tion,,企業,,,,,,`, "quote-in-field"],
  ];
  for (const [what, row, code] of rows) {
    test(`are left out with their line: ${what}`, () => {
      const { entries, report } = imported(`${header}\n${good}\n\n${row}\n${good}2\n`);
      assert.deepEqual(report.refused, [{ line: 4, code }]);
      assert.equal(entries.length, 2);
      assert.equal(report.rows, 3);
    });
  }

  test("count lines through cells of several lines", () => {
    const { report } = imported(`${header}\n"Fic\ntion",,企業,,,,,"two\nlines",\n,,企業,,,,,,\n`);
    assert.deepEqual(report.refused, [{ line: 5, code: "name-empty" }]);
  });

  test("are left out once, however many quotes they hold", () => {
    const { report } = imported(`${header}\n${good}\nFic"t"io"n,,,,,,,,\n${good}2\nF"n,,,,,,,,\n`);
    assert.deepEqual(
      report.refused.map(({ line }) => line),
      [3, 5],
    );
    assert.equal(report.rows, 4);
  });

  test("come in with a warning when cells are missing at the end", () => {
    const { entries, report } = imported(`${header}\nFiction,,企業\n`);
    assert.equal(entries.length, 1);
    assert.deepEqual(report.warnings, [{ line: 2, code: "cells-missing" }]);
  });

  test("may all end with a delimiter that the header lacks", () => {
    assert.equal(imported(`${header}\n${good},\n${good}2,\n`).entries.length, 2);
  });

  test("are pointed at where gaiji or lost characters stand", () => {
    const { report } = imported(`${header}\n\ue000田,,人,,,,,,\n\ufffd田,,人,,,,,,\n`);
    assert.deepEqual(report.warnings, [
      { line: 2, code: "private-use-characters" },
      { line: 3, code: "replacement-characters" },
    ]);
  });

  test("are listed up to a limit and counted in full", () => {
    const { report } = imported(`${header}\n${good}\n${",,企業,,,,,,\n".repeat(500)}`);
    assert.deepEqual([report.refused.length, report.refusedTotal], [200, 500]);
  });

  test("that repeat an earlier one come in and are pointed out", () => {
    const { entries, report } = imported(`${header}\n${good}\n${good}\n`);
    assert.equal(new Set(entries.map(({ entryKey }) => entryKey)).size, 2);
    assert.deepEqual(report.warnings, [{ line: 3, code: "entry-repeated" }]);
  });
});

describe("files that stop the import", () => {
  test("an empty file", () => assert.deepEqual(stopped(""), ["list-unreadable", "file-empty", null]));
  test("a header without rows", () =>
    assert.deepEqual(stopped(`${header}\n`), ["list-unreadable", "no-entries", null]));
  test("a spreadsheet", () => assert.equal(stopped("PK\x03\x04 xl/workbook.xml")[1], "file-spreadsheet"));
  test("NUL bytes", () => assert.equal(stopped(`${header}\nA\0B,,,,,,,,`)[1], "file-binary"));
  test("a quote that is never closed, with the line it opens on", () => {
    assert.deepEqual(stopped(`${header}\nFiction,,,,,,,,\n"open,,,,,,,,\nFiction,,,,,,,,\n`), [
      "list-unreadable",
      "quote-broken",
      3,
    ]);
  });
  test("a header that cannot be read", () => {
    assert.deepEqual(stopped(`na"me,b\nFiction,\nOther,\n`).slice(1), ["quote-broken", 1]);
  });
  test("text behind a closing quote", () => {
    assert.deepEqual(stopped(`${header}\n"Fic"tion,,,,,,,,\n`), ["list-unreadable", "quote-broken", 2]);
  });
  test("a mapping without a name", () => {
    assert.deepEqual(stopped(header, { mapping: { ...mapping, name: null } }), [
      "list-mapping-incomplete",
      "name-column-missing",
      null,
    ]);
  });
  test("a mapping to a column that is not there", () => {
    assert.deepEqual(stopped("name\nFiction\n"), ["list-mapping-incomplete", "column-missing", 1]);
  });
  test("an encoding other than the one chosen", () => {
    assert.equal(stopped(Buffer.from("6e616d650afbfc0a", "hex"), { encoding: "utf-8" })[1], "file-encoding-unknown");
  });
  test("more bytes than allowed", () => assert.equal(stopped(header, {}, { bytes: 10 })[0], "list-too-large"));
  test("more rows than allowed", () => {
    assert.deepEqual(stopped(`${header}\na,,,,,,,,\nb,,,,,,,,\n`, {}, { rows: 2 }), [
      "list-too-large",
      "too-many-rows",
      3,
    ]);
  });
  test("more columns than allowed", () => {
    assert.deepEqual(stopped(header, {}, { columns: 3 }), ["list-too-large", "too-many-columns", 1]);
  });
});

function allNull(): ColumnMapping {
  return {
    ...mapping,
    name: null,
    aliases: null,
    kind: null,
    country: null,
    identifiers: null,
    birthDate: null,
    programme: null,
    remarks: null,
    sourceId: null,
  };
}
