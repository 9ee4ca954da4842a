import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ImportReport, ListEntry } from "../../../../../electron/screening/lists/list-entry.ts";
import { listLimits } from "../../../../../electron/screening/lists/list-limits.ts";
import { type ImportedList, quietWork } from "../../../../../electron/screening/lists/list-work.ts";
import {
  metiAliases,
  metiCountries,
  metiWmd,
  splitBracketedName,
} from "../../../../../electron/screening/lists/meti-cells.ts";
import { importMetiList, type MetiPolicy, metiPolicy } from "../../../../../electron/screening/lists/meti-list.ts";
import { cellsOf, delimited, metiFile, metiHeader5, metiHeader6, sampleRow } from "./sample-lists.ts";

const small: MetiPolicy = { ...metiPolicy, minimumRows: 1 };

function imported(bytes: Uint8Array, policy: MetiPolicy = small): ImportedList {
  const found = importMetiList(bytes, policy, quietWork(listLimits));
  assert.ok(found.ok, found.ok ? "" : found.error.reason);
  return found.value;
}

function stopped(bytes: Uint8Array, policy: MetiPolicy = small): readonly [string, string, number | null] {
  const found = importMetiList(bytes, policy, quietWork(listLimits));
  assert.ok(!found.ok, "the import should have stopped");
  return [found.error.code, found.error.reason, found.error.line];
}

function textFile(rows: readonly (readonly string[])[]): Uint8Array {
  return Buffer.from(delimited(rows));
}

describe("METI's list of six columns", () => {
  const row = sampleRow(1, {
    country: "架空国\nRepublic of\nFiction",
    name: "Fictional Rocket\nInstitute\n（虚構火箭研究所）",
    aliases: "・FRI\n・The Very Long Alias of the\nFictional Rocket Institute\n・虚構所",
    wmd: "核、ミサイル\nN,M",
    conventional: "CW",
  });

  test("is read with two-line headers, brackets, bullets and continued lines", () => {
    const [entry] = imported(metiFile([row])).entries;
    assert.deepEqual(
      { ...entry, entryKey: "" },
      {
        entryKey: "",
        type: "organisation",
        names: [
          { text: "Fictional Rocket Institute", kind: "primary", script: "latin" },
          { text: "虚構火箭研究所", kind: "original-script", script: "han" },
          { text: "FRI", kind: "alias", script: "latin" },
          { text: "The Very Long Alias of the Fictional Rocket Institute", kind: "alias", script: "latin" },
          { text: "虚構所", kind: "original-script", script: "han" },
        ],
        countries: ["架空国", "Republic of Fiction"],
        identifiers: [],
        birthDates: [],
        programmes: [],
        wmd: ["N", "M"],
        conventional: true,
        remarks: "",
        sourceId: null,
        rowNumber: 1,
      },
    );
  });

  test("makes entries and a report that fit their schemas", () => {
    const { entries, report } = imported(metiFile([row, sampleRow(2)]));
    assert.deepEqual(ImportReport.parse(report), report);
    assert.equal(report.layout, "meti-6");
    for (const entry of entries) assert.deepEqual(ListEntry.parse(entry), entry);
  });

  test("may have a title above the header", () => {
    const { report } = imported(
      textFile([["架空の外国ユーザーリスト", "", "", "", "", ""], metiHeader6, cellsOf(sampleRow(1))]),
    );
    assert.deepEqual(report.warnings, [{ line: 1, code: "rows-before-header" }]);
  });

  test("may repeat its header and carry page numbers, which are not read as rows", () => {
    const footer = ["", "", "2", "", "", ""];
    const rows = [metiHeader6, cellsOf(sampleRow(1)), footer, metiHeader6, cellsOf(sampleRow(2))];
    const { entries, report } = imported(textFile(rows));
    assert.equal(entries.length, 2);
    assert.deepEqual(
      report.warnings.map(({ code }) => code),
      ["page-footer", "header-repeated"],
    );
  });

  test("may continue aliases on a row of their own", () => {
    const more = ["", "", "", "of Fiction\n・Second", "", ""];
    const { entries, report } = imported(textFile([metiHeader6, cellsOf(sampleRow(1, { aliases: "・First" })), more]));
    assert.deepEqual(
      entries[0]?.names.slice(1).map(({ text }) => text),
      ["First of Fiction", "Second"],
    );
    assert.equal(report.warnings[0]?.code, "alias-continued");
  });

  test("points at a WMD cell that holds something else", () => {
    const { entries, report } = imported(metiFile([sampleRow(1, { wmd: "核、その他" })]));
    assert.deepEqual(entries[0]?.wmd, ["N"]);
    assert.deepEqual(
      report.warnings.map(({ code }) => code),
      ["wmd-unclear"],
    );
  });
});

describe("METI's list of five columns", () => {
  test("is read without the column for conventional weapons", () => {
    const { entries, report } = imported(metiFile([sampleRow(1)], metiHeader5));
    assert.deepEqual([report.layout, entries[0]?.conventional], ["meti-5", false]);
  });

  test("is refused where the other layout was asked for", () => {
    assert.deepEqual(stopped(metiFile([sampleRow(1)], metiHeader5), { ...small, layout: "meti-6" }), [
      "list-layout-unknown",
      "header-unknown",
      1,
    ]);
  });
});

describe("checks before METI's list is taken", () => {
  const rows = [sampleRow(1), sampleRow(2), sampleRow(3)];

  test("stop at a header that is not known", () => {
    assert.equal(stopped(metiFile(rows, ["No.", "国名", "所在地", "別名", "懸念区分"]))[1], "header-unknown");
    assert.equal(stopped(metiFile(rows, [...metiHeader6, "備考"]))[1], "header-unknown");
    assert.equal(stopped(metiFile(rows, metiHeader6.toReversed()))[1], "header-unknown");
  });

  test("stop at a gap in the row numbers, with its line", () => {
    assert.deepEqual(stopped(textFile([metiHeader6, cellsOf(sampleRow(1)), cellsOf(sampleRow(3))])), [
      "list-row-bad",
      "row-number-gap",
      10,
    ]);
  });

  test("stop at numbers that do not begin at one", () => {
    assert.equal(stopped(metiFile([sampleRow(2)]))[1], "row-number-gap");
  });

  test("stop at an empty name", () => {
    assert.equal(stopped(metiFile([sampleRow(1), sampleRow(2, { name: "　" })]))[1], "listed-name-missing");
  });

  test("stop when a row is lost but for its number", () => {
    const lost = { number: "2", country: "", name: "", aliases: "", wmd: "", conventional: "" };
    assert.equal(stopped(metiFile([sampleRow(1), lost, sampleRow(3)]))[1], "row-number-gap");
  });

  test("stop at a name without its number", () => {
    assert.equal(stopped(metiFile([sampleRow(1), sampleRow(2, { number: "" })]))[1], "layout-row-broken");
  });

  test("stop at cells beyond the last column", () => {
    assert.equal(stopped(textFile([metiHeader6, [...cellsOf(sampleRow(1)), "more"]]))[1], "layout-row-broken");
  });

  test("stop at a quote inside a cell instead of leaving the row out", () => {
    const text = `${delimited([metiHeader6, cellsOf(sampleRow(1))])}\r\n2,X,Fic"tion,,N,\r\n`;
    assert.deepEqual(stopped(Buffer.from(text)).slice(0, 2), ["list-row-bad", "layout-row-broken"]);
  });

  test("stop below the minimum of rows", () => {
    assert.deepEqual(stopped(metiFile(rows), metiPolicy), ["list-row-bad", "too-few-rows", null]);
  });

  test("warn below the minimum where the policy says so", () => {
    const { report } = imported(metiFile(rows), { ...metiPolicy, belowMinimum: "warn" });
    assert.deepEqual(report.warnings, [{ line: null, code: "rows-below-minimum" }]);
  });

  test("pass a list of full size", () => {
    const full = Array.from({ length: 835 }, (_, at) => sampleRow(at + 1));
    assert.equal(imported(metiFile(full), metiPolicy).report.accepted, 835);
  });
});

describe("cells of METI's list", () => {
  test("aliases: no bullet at all is one alias", () =>
    assert.deepEqual(metiAliases("Fiction\nWorks"), ["Fiction Works"]));
  test("aliases: middle dots inside a name are no bullets", () => {
    assert.deepEqual(metiAliases("・カクウ・ワークス\n･ﾜｰｸｽ"), ["カクウ・ワークス", "ﾜｰｸｽ"]);
  });
  test("aliases: a hyphen at the end of a line joins without a space", () => {
    assert.deepEqual(metiAliases("・Aero-\nspace\n・架空\n研究所"), ["Aero-space", "架空研究所"]);
  });

  const bracketed: readonly (readonly [string, string, string | null])[] = [
    ["Fiction Works (虚構廠)", "Fiction Works", "虚構廠"],
    ["Fiction（虚構（北）廠）", "Fiction", "虚構（北）廠"],
    ["Fiction Works (FW)", "Fiction Works (FW)", null],
    ["虚構廠（北）", "虚構廠（北）", null],
    ["Fiction (虚構) Works", "Fiction (虚構) Works", null],
    ["(虚構)", "(虚構)", null],
  ];
  for (const [text, name, original] of bracketed) {
    test(`brackets: ${text}`, () => assert.deepEqual(splitBracketedName(text), { name, original }));
  }

  test("countries: both languages, in one line or two", () => {
    assert.deepEqual(metiCountries("架空国\nFiction"), ["架空国", "Fiction"]);
    assert.deepEqual(metiCountries("架空国 Fiction"), ["架空国", "Fiction"]);
    assert.deepEqual(metiCountries("Fiction"), ["Fiction"]);
  });

  const wmd: readonly (readonly [string, readonly string[]])[] = [
    ["核\nN", ["N"]],
    ["生物、化学、ミサイル、核\nB,C,M,N", ["N", "C", "B", "M"]],
    ["Ｂ，Ｃ", ["C", "B"]],
    ["ﾐｻｲﾙ", ["M"]],
    ["", []],
  ];
  for (const [cell, kinds] of wmd) {
    test(`WMD: ${JSON.stringify(cell)}`, () => assert.deepEqual(metiWmd(cell), { kinds, clear: true }));
  }
});
