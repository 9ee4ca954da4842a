import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { importProblem, noteText } from "../../../renderer/features/lists/import-problem.ts";
import type { Fault } from "../../../shared/contract/channel.ts";
import { createText } from "../../../shared/strings/text.ts";
import { must } from "../../support/must.ts";
import { createVault, startTestEngine, type TestEngine } from "../../support/test-engine.ts";

const none = "-0- ";
const entry = (number: number, name: string): string =>
  [number, `"${name}"`, none, '"XX"', ...Array.from({ length: 8 }, () => none)].join(",");
const entries = [entry(36, "FICTION AIRLINES"), entry(40, "HANKAKU ﾊﾝｶｸ WORKS")].join("\r\n");
const names = `36,12,"aka","AERO-FICTION",${none}\r\n99,14,"aka","NOBODY",${none}\r\n`;

let kura: TestEngine;
before(async () => {
  kura = await startTestEngine();
  await createVault(kura.host);
});
after(() => kura.close());

/** Chooses these files together, in this order. */
function choose(files: readonly (readonly [name: string, content: string])[]): void {
  kura.answers["list"] = files.map(([name, content]) => {
    const path = join(kura.folder, name);
    writeFileSync(path, content);
    return path;
  });
}

async function refusal(): Promise<Fault> {
  const begun = await kura.host.screening.beginImport({});
  assert.ok(!begun.ok);
  return begun.error;
}

const ja = createText("ja");
const en = createText("en");

test("a row that is left out is named with its file, by the file's place and name", async () => {
  choose([
    ["葛󠄀城 SDN.csv", entries],
    ["ALT 髙﨑.csv", names],
  ]);
  const { importId, layout, mapping, fileNames } = must(await kura.host.screening.beginImport({}));
  assert.deepEqual(fileNames, ["葛󠄀城 SDN.csv", "ALT 髙﨑.csv"]);
  const trial = must(await kura.host.screening.tryImport({ importId, layout, mapping, title: "架空のリスト" }));
  const [note] = trial.refused;
  assert.ok(note);
  assert.deepEqual([note.file, note.line, note.code], [2, 2, "entry-missing"]);
  assert.match(noteText(ja, note, fileNames), /^2番目のファイル（ALT 髙﨑\.csv）： 2行目： この行が指す記載/u);
  assert.match(noteText(en, note, fileNames), /^File 2 \(ALT 髙﨑\.csv\): Line 2: The entry that this row/u);
  must(await kura.host.screening.dropImport({ importId }));
});

test("a set that is stopped says which of its files is at fault, and of a single file only the reason", async () => {
  choose([
    ["SDN.csv", entries],
    ["別のリスト.csv", "name,alias\nA,B\n"],
  ]);
  const strange = await refusal();
  assert.deepEqual(strange.details, { reason: "too-many-files", file: 2, fileName: "別のリスト.csv" });
  assert.match(importProblem(ja, strange), /^2番目のファイル（別のリスト\.csv）： このリストのファイルは、一度に一つ/u);
  choose([
    ["SDN.csv", entries],
    ["空.csv", ""],
  ]);
  assert.match(importProblem(en, await refusal()), /^File 2 \(空\.csv\): /u);
  choose([["空.csv", ""]]);
  const single = await refusal();
  assert.deepEqual(single.details, { reason: "file-empty" });
  assert.doesNotMatch(importProblem(ja, single), /ファイル（/u);
});

test("a set with one table twice is stopped at the second of them", async () => {
  choose([
    ["ALT.csv", names],
    ["ALT-2.csv", names],
    ["SDN.csv", entries],
  ]);
  const { importId, layout, mapping } = must(await kura.host.screening.beginImport({}));
  const tried = await kura.host.screening.tryImport({ importId, layout, mapping, title: "架空のリスト" });
  assert.ok(!tried.ok);
  assert.deepEqual(tried.error.details, { reason: "file-part-twice", line: 1, file: 2, fileName: "ALT-2.csv" });
});
