import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { guessMapping } from "../../../../../electron/screening/lists/column-guess.ts";
import { listLimits } from "../../../../../electron/screening/lists/list-limits.ts";
import { type ListPreview, previewList } from "../../../../../electron/screening/lists/preview-list.ts";
import { metiFile, metiHeader5, sampleRow } from "./sample-lists.ts";

function preview(bytes: string | Uint8Array): ListPreview {
  const found = previewList(typeof bytes === "string" ? Buffer.from(bytes) : bytes, listLimits);
  assert.ok(found.ok, found.ok ? "" : found.error.reason);
  return found.value;
}

function guessed(header: string): Record<string, string> {
  const cells = header.split(",");
  const mapping = guessMapping(cells);
  const fields = Object.entries(mapping).filter((pair): pair is [string, number] => typeof pair[1] === "number");
  return Object.fromEntries(fields.map(([field, column]) => [field, cells[column] ?? ""]));
}

describe("guessing columns from their headers", () => {
  test("in English", () => {
    assert.deepEqual(guessed("schema,name,aliases,birthDate,country,program,notes,id"), {
      kind: "schema",
      name: "name",
      aliases: "aliases",
      birthDate: "birthDate",
      country: "country",
      programme: "program",
      remarks: "notes",
      sourceId: "id",
    });
  });

  test("in Japanese", () => {
    assert.deepEqual(guessed("番号,氏名・名称,別名,種別,国籍,生年月日,旅券番号,根拠,備考"), {
      sourceId: "番号",
      name: "氏名・名称",
      aliases: "別名",
      kind: "種別",
      country: "国籍",
      birthDate: "生年月日",
      identifiers: "旅券番号",
      programme: "根拠",
      remarks: "備考",
    });
  });

  test("tells names from alternative names", () => {
    assert.deepEqual(guessed("_id,type,programs,name,alt_names,nationalities,dates_of_birth"), {
      kind: "type",
      programme: "programs",
      name: "name",
      aliases: "alt_names",
      country: "nationalities",
      birthDate: "dates_of_birth",
      sourceId: "_id",
    });
  });

  test("finds nothing in a row of data", () => assert.deepEqual(guessed("36,FICTION AIRLINES,-0-,QQ"), {}));
});

describe("the preview of a list file", () => {
  test("shows the header and the first fifty rows", () => {
    const rows = Array.from({ length: 80 }, (_, at) => `Fiction ${at},架空国`).join("\n");
    const { header, rows: shown, headerLine, layout, mapping } = preview(`name,country\n${rows}\n`);
    assert.deepEqual(
      [header, shown.length, shown[0], headerLine, layout],
      [["name", "country"], 50, ["Fiction 0", "架空国"], 1, "csv"],
    );
    assert.deepEqual([mapping.name, mapping.country], [0, 1]);
  });

  test("knows METI's layouts", () => {
    assert.equal(preview(metiFile([sampleRow(1)])).layout, "meti-6");
    const { layout, mapping, rows } = preview(metiFile([sampleRow(1)], metiHeader5));
    assert.deepEqual([layout, mapping.name, mapping.aliases, rows.length], ["meti-5", 2, 3, 1]);
  });

  test("numbers the columns of a file without a header", () => {
    const { header, headerLine, rows } = preview("36,FICTION\n37,OTHER\n");
    assert.deepEqual([header, headerLine, rows.length], [["1", "2"], null, 2]);
  });

  test("shows what can be read before a broken quote", () => {
    assert.deepEqual(preview('name\nFiction\n"open\n').rows, [["Fiction"]]);
  });

  test("cuts long cells", () => {
    assert.equal(preview(`name\n${"長".repeat(5_000)}\n`).rows[0]?.[0]?.length, 300);
  });

  test("is refused for a file that is not text", () => {
    assert.deepEqual(previewList(Buffer.from("%PDF-1.7"), listLimits), {
      ok: false,
      error: { code: "list-unreadable", reason: "file-pdf", line: null },
    });
  });
});
