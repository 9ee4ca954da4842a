import assert from "node:assert/strict";
import { mkdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { calls } from "../../../shared/contract/calls.ts";
import { universalCodes } from "../../../shared/contract/channel.ts";
import { must } from "../../support/must.ts";
import { createVault, startTestEngine, type TestEngine } from "../../support/test-engine.ts";

let kura: TestEngine;
before(async () => {
  kura = await startTestEngine();
  await createVault(kura.host);
});
after(() => kura.close());

const broken: Readonly<Record<string, string | Buffer>> = {
  "that is empty": "",
  "of one byte": "a",
  "of NUL bytes": Buffer.alloc(10_000),
  "with a quotation that never ends": `name,country\n"架空機関,架空国\n${"x\n".repeat(1_000)}`,
  "with rows of unequal length": "name,country\n架空,国,余り,余り\n架空\n\n,,,,,,\n",
  "without a header": "架空機関,架空国\n架空機関二,架空国\n",
  "with a broken encoding": Buffer.from([0x6e, 0x61, 0x6d, 0x65, 0x0a, 0xff, 0xfe, 0x80, 0x0a, 0xc3, 0x28, 0x0a]),
  "in UTF-16 cut in the middle": Buffer.from("\uFEFFname,country\n架空,国\n", "utf16le").subarray(0, 23),
  "with one cell of two megabytes": `name\n${"長".repeat(700_000)}\n`,
  "with ten thousand columns": `${"name,".repeat(10_000)}\n${"x,".repeat(10_000)}\n`,
  "of formulas": "name,country\n=cmd|' /C calc'!A0,+1\n@SUM(1),-1\n",
  "that is a program": Buffer.from("MZ\u0090\u0000\u0003\u0000".repeat(100), "latin1"),
  "that is a page": "<!doctype html><table><tr><td>name</td></tr></table>",
  "with names of prototypes for columns": "__proto__,constructor,name\nx,y,架空\n",
};

const codesOf = (verb: "beginImport" | "tryImport"): readonly string[] =>
  [...calls.screening[verb].errors, ...universalCodes].filter((code) => code !== "internal");

function choose(name: string, bytes: string | Buffer): string {
  const path = join(kura.folder, name);
  writeFileSync(path, bytes);
  kura.answers["list"] = [path];
  return path;
}

for (const [name, bytes] of Object.entries(broken)) {
  test(`a list ${name} is read or refused under a code of the call, and nothing is stored`, async () => {
    const { host } = kura;
    choose("list.csv", bytes);
    const looked = await host.screening.beginImport({});
    if (!looked.ok) {
      assert.ok(codesOf("beginImport").includes(looked.error.code), looked.error.code);
    } else {
      const { importId, mapping } = looked.value;
      const tries = [
        ["csv", mapping.name],
        ["csv", 9_999],
        ["meti-6", 0],
      ] as const;
      for (const [layout, column] of tries) {
        const asked = { importId, layout, mapping: { ...mapping, name: column }, title: "" };
        const tried = await host.screening.tryImport(asked);
        if (!tried.ok) assert.ok(codesOf("tryImport").includes(tried.error.code), tried.error.code);
      }
    }
    assert.deepEqual(must(await host.screening.editions({})).editions, []);
  });
}

test("a list that is a folder, is gone or is larger than the limit has its own code", async () => {
  const { host } = kura;
  mkdirSync(join(kura.folder, "folder.csv"));
  for (const [name, code] of [
    ["folder.csv", "file-unreadable"],
    ["nowhere.csv", "file-unreadable"],
  ] as const) {
    kura.answers["list"] = [join(kura.folder, name)];
    const looked = await host.screening.beginImport({});
    assert.equal(!looked.ok && looked.error.code, code);
  }
  // Larger than anything is read; a mapped table above what is read as a whole is refused when it is tried.
  truncateSync(choose("huge.csv", "name\n"), 3 * 1024 ** 3);
  const huge = await host.screening.beginImport({});
  assert.equal(!huge.ok && huge.error.code, "list-too-large");
});
