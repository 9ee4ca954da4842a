import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { trailTable } from "../../../../electron/services/trail-table.ts";
import { type CsvRow, writeCsv } from "../../../../electron/trail/trail-csv.ts";
import type { AuditTable } from "../../../../electron/vault/tables/audit-table.ts";
import { genesisHash } from "../../../../shared/domain/audit.ts";
import { createText } from "../../../../shared/strings/text.ts";

function lines(...cells: CsvRow["cells"][]): string[] {
  const bytes = [
    ...writeCsv(
      ["a", "b"],
      cells.map((row) => ({ cells: row })),
    ),
  ];
  return Buffer.concat(bytes).toString("utf8").split("\r\n");
}

describe("a table of the trail", () => {
  test("begins with the mark by which Japanese spreadsheets know UTF-8, and ends every line", () => {
    const [head, row, rest] = lines([1, "髙﨑𠮷"]);
    assert.deepEqual([head, row, rest], ["\uFEFFa,b", "1,髙﨑𠮷", ""]);
  });

  test("quotes cells that hold a comma, a quote or a line break", () => {
    const text = lines(["髙﨑, 𠮷", '"葛\u{E0100}城"'], ["一\n二", "a\rb"]).join("\r\n");
    assert.equal(text, '\uFEFFa,b\r\n"髙﨑, 𠮷","""葛\u{E0100}城"""\r\n"一\n二","a\rb"\r\n');
  });

  for (const sign of ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t"])
    test(`keeps a spreadsheet from running a cell that begins with ${JSON.stringify(sign)}`, () => {
      const [, row] = lines([`${sign}1`, "x"]);
      assert.equal(row, `'${sign}1,x`);
    });

  test("guards a cell that has to be quoted as well", () => {
    assert.equal(lines(['=HYPERLINK("x","y")', ""])[1], `"'=HYPERLINK(""x"",""y"")",`);
  });

  test("leaves numbers and signs in the middle alone", () => {
    assert.equal(lines([-5, "a=b+c-d@e"])[1], "-5,a=b+c-d@e");
  });
});

describe("the trail as a table for people", () => {
  const link = {
    sequence: 1,
    at: Date.parse("2026-11-22T15:30:05Z"),
    actor: '=髙﨑𠮷, "葛城"',
    actorId: null,
    actorKey: "0123456789abcdef",
    kind: "reauth-failed",
    dossierId: "d1",
    details: { area: "keys" },
    previousHash: genesisHash,
    hash: genesisHash,
  };
  // The two readings the table is made from; everything else of the vault's table is not touched.
  const audit = { linksFrom: () => [link], caseNumbers: () => ({ d1: "DD-2026-0001" }) } as unknown as AuditTable;
  const table = (locale: "ja" | "en"): string[] => {
    const speaker = { text: createText(locale), nameOf: () => "" };
    return Buffer.concat([...trailTable(audit, 1, speaker)])
      .toString("utf8")
      .split("\r\n");
  };
  const who = `"'=髙﨑𠮷, ""葛城"""`;

  test("speaks Japanese", () => {
    const [head, row] = table("ja");
    assert.equal(head, "\uFEFF番号,日時,行った人,鍵の指紋,内容,詳細,案件,ハッシュ");
    const what = "本人確認のパスフレーズが違った,金庫の鍵,DD-2026-0001";
    assert.equal(row, `1,2026-11-23 00:30:05+09:00,${who},0123456789abcdef,${what},${genesisHash}`);
  });

  test("speaks English, on the office's clock all the same", () => {
    const [head, row] = table("en");
    assert.match(head ?? "", /^\uFEFF[\x20-\x7e]+$/u);
    const what = "Gave a wrong passphrase when asked for it again,vault key,DD-2026-0001";
    assert.equal(row, `1,2026-11-23 00:30:05+09:00,${who},0123456789abcdef,${what},${genesisHash}`);
  });
});
