import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { zipSync } from "fflate";
import writeExcelFile from "write-excel-file/node";
import { namesOf, readKnown, stopOf } from "../read-known.ts";
import { cellsOf, metiHeader6, sampleRow } from "../sample-lists.ts";

async function workbook(rows: readonly (readonly (string | number | Date)[])[]): Promise<Uint8Array> {
  const cells = rows.map((row) =>
    row.map((value) => ({ value, ...(value instanceof Date ? { type: Date, format: "yyyy-mm-dd" } : {}) })),
  );
  return await writeExcelFile(cells).toBuffer();
}

describe("a list in a workbook", () => {
  test("is read with columns assigned, whatever the cells hold", async () => {
    const bytes = await workbook([
      ["氏名", "別名", "生年月日", "備考"],
      ["髙橋 葛󠄀子", "ﾀｶﾊｼ", new Date("1960-04-01"), "=cmd|x"],
      ["𠮷田", "", 1961, ""],
    ]);
    const { layout, entries, report } = await readKnown(bytes);
    assert.equal(layout, "csv");
    assert.deepEqual(namesOf(entries[0]), ["primary: 髙橋 葛󠄀子", "alias: ﾀｶﾊｼ"]);
    assert.deepEqual(
      entries.map(({ birthDates }) => birthDates),
      [["1960-04-01"], ["1961"]],
    );
    assert.equal(report.delimiter, null);
    assert.deepEqual(report.warnings, [{ line: 2, code: "formula-like-cell" }]);
  });

  test("in METI's columns passes METI's checks", async () => {
    const rows = Array.from({ length: 501 }, (_, at) => cellsOf(sampleRow(at + 1)));
    const { layout, entries } = await readKnown(await workbook([metiHeader6, ...rows]), { announcedRows: 501 });
    assert.equal(layout, "meti-6");
    assert.equal(entries.length, 501);
    const gap = rows.filter((_, at) => at !== 9);
    assert.equal(await stopOf(await workbook([metiHeader6, ...gap])), "row-number-gap 11");
    assert.equal(await stopOf(await workbook([metiHeader6, ...rows.slice(0, 20)])), "too-few-rows");
    assert.equal(await stopOf(await workbook([metiHeader6, ...rows]), { announcedRows: 500 }), "count-differs");
  });

  test("that is cut off, is none, or unpacks without end is refused", async () => {
    const whole = await workbook([["name"], ["Fiction"]]);
    assert.equal(await stopOf(whole.slice(0, whole.length / 2)), "workbook-broken");
    assert.equal(await stopOf(zipSync({ "a.txt": Buffer.from("text") })), "file-archive");
    const bomb = zipSync({ "xl/workbook.xml": new Uint8Array(300 * 1024 * 1024) }, { level: 9 });
    assert.equal(await stopOf(bomb), "workbook-too-large");
  });
});
