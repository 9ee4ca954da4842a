import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { type DecodedText, decodeText, type TextEncoding } from "../../../../electron/parsing/text-decoding.ts";

const bytesOf = (hex: string): Uint8Array => Buffer.from(hex.replaceAll(" ", ""), "hex");
// 髙橋,㈱テスト,﨑 as CP932 writes it (IBM extensions FBFC and FAB1, NEC special 878A).
const cp932 = bytesOf("fbfc 8bb4 2c 878a 8365 8358 8367 2c fab1 0a".repeat(10));
// 高橋,ﾀｶﾊｼ,研究所 as EUC-JP writes it.
const eucJp = bytesOf("b9e2 b6b6 2c 8ec0 8eb6 8eca 8ebc 2c b8a6 b5e6 bdea 0a".repeat(10));

function decoded(bytes: Uint8Array, wanted?: TextEncoding): DecodedText {
  const outcome = decodeText(bytes, wanted);
  assert.ok(outcome.ok, outcome.ok ? "" : outcome.error);
  return outcome.value;
}

function swapped(text: string): Uint8Array {
  return Buffer.from(text, "utf16le").swap16();
}

describe("reading text from outside", () => {
  const japanese = "氏名,国\n髙﨑𠮷葛\u{e0100},ｱﾌｶﾞﾝ\n";

  test("reads UTF-8 without a mark", () => {
    const { text, encoding, byteOrderMark } = decoded(Buffer.from(japanese));
    assert.deepEqual([text, encoding, byteOrderMark], [japanese, "utf-8", false]);
  });

  test("drops the byte order mark of UTF-8", () => {
    const { text, byteOrderMark } = decoded(Buffer.from(`\ufeff${japanese}`));
    assert.deepEqual([text, byteOrderMark], [japanese, true]);
  });

  test("reads UTF-16 of either order by its mark", () => {
    assert.equal(decoded(Buffer.from(`\ufeff${japanese}`, "utf16le")).text, japanese);
    assert.deepEqual(decoded(swapped(`\ufeff${japanese}`)).encoding, "utf-16be");
  });

  test("reads UTF-16 without a mark", () => {
    assert.equal(decoded(Buffer.from(japanese, "utf16le")).encoding, "utf-16le");
    assert.equal(decoded(swapped(japanese)).text, japanese);
  });

  test("reads CP932 with the characters Microsoft added", () => {
    const { text, encoding, uncertain } = decoded(cp932);
    assert.equal(text.split("\n")[0], "髙橋,㈱テスト,﨑");
    assert.deepEqual([encoding, uncertain], ["shift_jis", false]);
  });

  test("reads EUC-JP with half-width kana", () => {
    const { text, encoding } = decoded(eucJp);
    assert.equal(text.split("\n")[0], "高橋,ﾀｶﾊｼ,研究所");
    assert.equal(encoding, "euc-jp");
  });

  test("says so when two encodings fit", () => {
    assert.equal(decoded(bytesOf("c0b6 cabc")).uncertain, true);
  });

  test("takes the encoding the person chose", () => {
    assert.equal(decoded(bytesOf("c0b6 cabc"), "shift_jis").text, "ﾀｶﾊｼ");
    assert.deepEqual(decodeText(bytesOf("ff ff"), "utf-8"), { ok: false, error: "encoding-unknown" });
  });

  test("reads GB 18030, and says that it is a guess", () => {
    // 虚构大学有限公司,中国 in GBK.
    const read = decoded(bytesOf("d0e9 b9b9 b4f3 d1a7 d3d0 cfde b9ab cbbe 2c d6d0 b9fa"));
    assert.deepEqual([read.text, read.encoding, read.uncertain], ["虚构大学有限公司,中国", "gb18030", true]);
  });

  test("reads Windows-1252 where odd bytes stand singly between Latin letters", () => {
    const read = decoded(Buffer.from("name,note\nMuñoz Pérez,a list of several plain words\n", "latin1"));
    assert.deepEqual(
      [read.text.split("\n")[1], read.encoding, read.uncertain],
      ["Muñoz Pérez,a list of several plain words", "windows-1252", true],
    );
  });

  test("does not take katakana of Shift_JIS among English words for Windows-1252", () => {
    const bytes = Buffer.concat([
      Buffer.from("several plain English words about "),
      bytesOf("8341 8343 8345"),
      Buffer.from(" and more of them"),
    ]);
    assert.equal(decoded(bytes).encoding, "shift_jis");
  });

  test("ignores the end-of-file byte of old programs", () => {
    assert.equal(decoded(bytesOf("61 1a")).text, "a");
    // 業 of another form (4E1A) ends in that byte; an odd one after it is the mark.
    assert.equal(decodeText(bytesOf("4e00 4e1a"), "utf-16be").ok, true);
    const marked = decodeText(bytesOf("4e00 4e1a 1a"), "utf-16be");
    assert.equal(marked.ok && marked.value.text, "一业");
  });

  test("never replaces a broken byte", () => {
    assert.deepEqual(decodeText(bytesOf("61 2c ff fd 0a")), { ok: false, error: "encoding-unknown" });
  });

  const refused: readonly (readonly [string, Uint8Array, string])[] = [
    ["NUL bytes", bytesOf("61 00 00 62 00 63 64"), "binary"],
    ["control characters", bytesOf("61 01 62"), "binary"],
    ["UTF-32", bytesOf("fffe0000 61000000"), "binary"],
    ["an image", bytesOf("89504e470d0a1a0a 0000000d 49484452 00000100"), "binary"],
    ["a PDF", Buffer.from("%PDF-1.7\n"), "pdf"],
    ["an old Excel workbook", bytesOf("d0cf11e0a1b11ae1 00"), "spreadsheet"],
    ["an Excel workbook", Buffer.from("PK\x03\x04....xl/workbook.xml"), "spreadsheet"],
    ["a zip archive", Buffer.from("PK\x03\x04....notes.txt"), "archive"],
  ];
  for (const [what, bytes, error] of refused) {
    test(`refuses ${what}`, () => assert.deepEqual(decodeText(bytes), { ok: false, error }));
  }

  test("keeps the last character of marked UTF-16 whose last byte looks like the old end-of-file mark", () => {
    assert.equal(decoded(Buffer.from("\ufeffᨀ", "utf16le")).text, "ᨀ");
  });

  test("brings back every text that was written as UTF-8 or marked UTF-16", () => {
    const printable = fc.string({ unit: "grapheme" }).filter((text) => !/[\p{Cc}\p{Cn}\ufeff]/u.test(text));
    fc.assert(
      fc.property(printable, (text) => {
        assert.equal(decoded(Buffer.from(text), "utf-8").text, text);
        assert.equal(decoded(Buffer.from(`\ufeff${text}`, "utf16le")).text, text);
      }),
    );
  });

  test("answers for every sequence of bytes", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => typeof decodeText(bytes).ok === "boolean"));
  });
});
