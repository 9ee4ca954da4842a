import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { type NamesFile, readNameRows } from "../../../../../electron/screening/batch/name-rows.ts";
import { listLimits } from "../../../../../electron/screening/lists/list-limits.ts";

function read(text: string | Uint8Array): NamesFile {
  const bytes = typeof text === "string" ? Buffer.from(text, "utf8") : text;
  const file = readNameRows(bytes, listLimits);
  assert.ok(file.ok, JSON.stringify(file));
  return file.value;
}

function stop(text: string): string {
  const file = readNameRows(Buffer.from(text, "utf8"), listLimits);
  assert.ok(!file.ok);
  return file.error.reason;
}

describe("the header", () => {
  test("names columns in either language, in any order", () => {
    for (const head of ["識別番号,生年,国,種別,氏名", "identifiers,Birth_Year,COUNTRY,Kind,Name"]) {
      const [row] = read(`${head}\nAB-1;AB-2,昭和35年,日本;CN,個人,𠮷野 花子\n`).rows;
      assert.deepEqual(row, {
        line: 2,
        name: "𠮷野 花子",
        type: "person",
        countries: ["日本", "CN"],
        birthYear: 1960,
        identifiers: ["AB-1", "AB-2"],
      });
    }
  });

  test("a first name that begins like a header is a name and is searched", () => {
    const file = read("Nameer Haddad\nKimura Tarō\n");
    assert.equal(file.columns, null);
    assert.deepEqual(
      file.rows.map(({ name }) => name),
      ["Nameer Haddad", "Kimura Tarō"],
    );
  });
});

describe("names", () => {
  test("of one character, of marks for nothing and of formulas are searched as they stand", () => {
    const names = ["李", "Na", "None", "なし", "=SUM(A1)", "葛󠄀", "髙﨑", "ﾊﾝｶｸ"];
    assert.deepEqual(
      read(`name\n${names.join("\n")}\n`).rows.map(({ name }) => name),
      names,
    );
  });

  test("that cannot be searched are told with line and reason", () => {
    const long = "長".repeat(listLimits.nameUnits + 1);
    const file = read(`name,kind\n,person\n---,person\n${long},person\n髙橋,person\n`);
    assert.deepEqual(file.refused, [
      { line: 2, code: "name-empty" },
      { line: 3, code: "name-unusable" },
      { line: 4, code: "name-too-long" },
    ]);
    assert.equal(file.rows.length, 1);
  });

  test("of a kind that nobody knows are searched as either", () => {
    assert.deepEqual(
      read("name,kind\nA One,ship\nB Two,会社\nC Three,\n").rows.map(({ type }) => type),
      ["unknown", "organisation", "unknown"],
    );
  });
});

describe("bytes", () => {
  test("in Shift_JIS with 髙 and half-width kana are read", () => {
    // 氏名 / 髙橋 / ﾊﾝｶｸ in CP932.
    const bytes = Uint8Array.from([
      0x8e, 0x81, 0x96, 0xbc, 0x0d, 0x0a, 0xfb, 0xfc, 0x8b, 0xb4, 0x0d, 0x0a, 0xca, 0xdd, 0xb6, 0xb8, 0x0d, 0x0a,
    ]);
    const file = read(bytes);
    assert.equal(file.encoding, "shift_jis");
    assert.deepEqual(
      file.rows.map(({ name }) => name),
      ["髙橋", "ﾊﾝｶｸ"],
    );
  });

  test("with a byte order mark have their header read", () => {
    assert.notEqual(read("\uFEFF名称\n𠮷野商事\n").columns, null);
  });

  test("of nothing, of a header alone and of a spreadsheet stop", () => {
    assert.equal(stop(""), "file-empty");
    assert.equal(stop("name\n"), "no-entries");
    assert.equal(stop("PK\u0003\u0004xl/workbook.xml"), "file-spreadsheet");
    assert.equal(stop('name\n"髙橋\n'), "quote-broken");
  });
});

test("no row goes in silence: each is searched or refused", () => {
  const cell = fc.string({ unit: "grapheme", maxLength: 12 }).map((text) => text.replace(/[\p{Cc}",;\t]/gu, " "));
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 40 }), (names) => {
      // A marked column keeps a blank name from being a blank line.
      const text = `name,kind\n李,person\n${names.map((name) => `"${name}",x`).join("\n")}\n`;
      const file = read(text);
      assert.equal(file.rows.length + file.refused.length, names.length + 1);
    }),
  );
});
