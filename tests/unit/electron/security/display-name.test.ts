import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { displayName, displayNameLimit, safeFileName } from "../../../../electron/security/display-name.ts";

describe("a file name for showing", () => {
  it("keeps rare characters and their written forms", () => {
    for (const name of ["髙﨑.pdf", "𠮷野家.xlsx", "葛󠄀城.docx", "ﾀｶﾊｼ.txt", "a b (1).pdf", "神.txt", "侮.txt"]) {
      assert.equal(displayName(name), name);
    }
  });

  it("loses the controls that turn text around", () => {
    assert.equal(displayName("invoice\u202efdp.exe"), "invoicefdp.exe");
    assert.equal(displayName("\u2066a\u2069\u200f\u061cb.pdf"), "ab.pdf");
  });

  it("loses characters that cannot be seen", () => {
    assert.equal(displayName("a\u200b\u2060\ufeff\u00ad\u3164\u{e0041}b\u0000\n\u0085.pdf"), "ab.pdf");
  });

  it("has no way into another folder", () => {
    assert.equal(displayName("../../etc/passwd"), ".._.._etc_passwd");
    assert.equal(displayName("..\\x"), ".._x");
    assert.equal(displayName(".."), "_");
    assert.equal(displayName("\u200b"), "_");
  });

  it("puts together what macOS has taken apart, in kana and letters only", () => {
    assert.equal(displayName("か\u3099き\u3099.pdf"), "がぎ.pdf");
    assert.equal(displayName("e\u0301tude.txt"), "étude.txt");
    assert.equal(displayName("\ufa19.txt"), "\ufa19.txt");
  });

  it("shows a broken surrogate as what it is", () => {
    assert.equal(displayName("吉\ud842.pdf"), "吉\ufffd.pdf");
  });

  it("is cut between characters and keeps its extension", () => {
    const name = displayName(`${"葛󠄀".repeat(200)}.pdf`);
    assert.ok(name.length <= displayNameLimit);
    assert.match(name, /^(?:葛󠄀)+…\.pdf$/u);
  });

  it("stays as it is when it is made safe again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (name) => {
        assert.equal(displayName(displayName(name)), displayName(name));
        assert.ok(displayName(name).length <= displayNameLimit);
      }),
    );
  });
});

describe("a file name for saving", () => {
  it("is no device of Windows", () => {
    for (const name of ["CON", "nul.txt", "com1.pdf", "LPT³"]) assert.match(safeFileName(name), /^_/u);
    assert.equal(safeFileName("console.txt"), "console.txt");
  });

  it("has no character a file system refuses, no hidden start and no dangling end", () => {
    assert.equal(safeFileName('a<b>c:d"e|f?g*h.pdf'), "a_b_c_d_e_f_g_h.pdf");
    assert.equal(safeFileName(".hidden"), "_hidden");
    assert.equal(safeFileName("name. . "), "name");
    assert.equal(safeFileName("..."), "_");
  });

  it("is never empty, never a path, and stays as it is when it is made safe again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 100 }), (name) => {
        const safe = safeFileName(name);
        assert.doesNotMatch(safe, /^$|^\.|[/\\\p{Cc}<>:"|?*]|[. ]$/u);
        assert.equal(safeFileName(safe), safe);
      }),
    );
  });
});
