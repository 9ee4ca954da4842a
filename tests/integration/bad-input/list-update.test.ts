import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { EditionId } from "../../../shared/domain/ids.ts";
import type { ListLayout } from "../../../shared/domain/screening.ts";
import { keepList } from "../../support/list-file.ts";
import { must } from "../../support/must.ts";
import { createVault, startTestEngine, type TestEngine } from "../../support/test-engine.ts";
import { metiFile, sampleRow } from "../../unit/electron/screening/lists/sample-lists.ts";

let kura: TestEngine;
let kept: EditionId;
before(async () => {
  kura = await startTestEngine();
  await createVault(kura.host);
  kept = await keepList(kura, [{ name: "髙﨑理工大学" }, { name: "𠮷野 葛󠄀子" }], { title: "架空リスト" });
});
after(() => kura.close());

const rows = "name,country,aliases\n髙﨑理工大学,架空国,ﾀｶｻｷ\n𠮷野研究所,架空国,\n";
const ftm = (id: string): string => JSON.stringify({ id, schema: "Person", properties: { name: [`架空 ${id}`] } });
const un = (inside: string): string => `<?xml version="1.0"?>\n${inside}`;

/** A file, the layout it is tried in where the first look takes it, the reason it is refused for, and the line that is named. */
type Broken = readonly [string, string | Buffer, ListLayout, string, number | null];
const broken: readonly Broken[] = [
  [
    "Shift_JIS cut within a character",
    Buffer.from("96bc8fcc0a8d828bb4935392", "hex"),
    "csv",
    "file-encoding-unknown",
    null,
  ],
  ["UTF-16 without a mark, cut", Buffer.from(rows, "utf16le").subarray(0, 41), "csv", "file-binary", null],
  [
    "UTF-16 big endian with a mark, cut",
    Buffer.from(`\ufeff${rows}`, "utf16le").swap16().subarray(0, 41),
    "csv",
    "file-encoding-unknown",
    null,
  ],
  ["a quotation that is never closed", `${rows}"架空`, "csv", "quote-broken", 4],
  ["a line of ten megabytes", `${rows}${"架".repeat(10_000_000)}\n`, "csv", "row-endless", 4],
  [
    "JSON with a line of ten megabytes",
    `${ftm("1")}\n{"id":"${"x".repeat(10_000_000)}"}\n`,
    "opensanctions-ftm",
    "line-too-long",
    2,
  ],
  ["JSON that is cut off", `${ftm("1")}\n${ftm("2").slice(0, -5)}`, "opensanctions-ftm", "file-truncated", 2],
  [
    "an XML bomb",
    un('<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><CONSOLIDATED_LIST>&b;</CONSOLIDATED_LIST>'),
    "un-xml",
    "xml-doctype",
    1,
  ],
  ["XML that is cut off", un("<CONSOLIDATED_LIST>\n<INDIVIDUALS><INDIVIDUAL><DATAID>1"), "un-xml", "xml-broken", 3],
  [
    "METI's list with a row missing",
    Buffer.from(metiFile([sampleRow(1), sampleRow(3)])),
    "meti-6",
    "row-number-gap",
    10,
  ],
  ["METI's list that is too short", Buffer.from(metiFile([sampleRow(1)])), "meti-6", "too-few-rows", null],
  ["names of nothing but signs", "name\n＊＊＊\n\n,,\n", "csv", "no-entries", null],
];

describe("an edition in use, when a broken file is offered in its place", () => {
  for (const [what, bytes, layout, reason, line] of broken) {
    test(`stays in use and as it was: ${what}`, async () => {
      const { host } = kura;
      const before = must(await host.screening.editions({})).editions;
      const path = join(kura.folder, "next.csv");
      writeFileSync(path, bytes);
      kura.answers["list"] = [path];
      const looked = await host.screening.beginImport({});
      let refused: Fault | undefined = looked.ok ? undefined : looked.error;
      if (looked.ok) {
        const { importId, mapping } = looked.value;
        const tried = await host.screening.tryImport({
          importId,
          layout,
          mapping: { ...mapping, name: 0 },
          title: "架空リスト",
        });
        refused = tried.ok ? undefined : tried.error;
        must(await host.screening.dropImport({ importId }));
      }
      assert.deepEqual(refused?.details, { reason, ...(line === null ? {} : { line }) });
      assert.deepEqual(must(await host.screening.editions({})).editions, before);
      const entries = must(await host.lists.entries({ side: { editionId: kept }, text: "", after: 0, limit: 10 }));
      assert.deepEqual(
        entries.lines.map(({ name }) => name),
        ["髙﨑理工大学", "𠮷野 葛󠄀子"],
      );
    });
  }
});
