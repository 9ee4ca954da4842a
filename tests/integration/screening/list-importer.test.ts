import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import type { ParserProgress } from "../../../electron/parsing/parser-protocol.ts";
import { ImportReport, ListEntry } from "../../../electron/screening/lists/list-entry.ts";
import type { ListFormat } from "../../../electron/screening/lists/list-format.ts";
import { createListImporter } from "../../../electron/screening/lists/list-importer.ts";
import { listLimits } from "../../../electron/screening/lists/list-limits.ts";
import { metiPolicy } from "../../../electron/screening/lists/meti-list.ts";
import { searchEntries } from "../../support/search-entries.ts";
import { metiFile, sampleRow } from "../../unit/electron/screening/lists/sample-lists.ts";

const workerUrl = new URL("../../../electron/screening/lists/list-worker.ts", import.meta.url);
const meti: ListFormat = { kind: "meti", policy: metiPolicy };

function csv(name: number): ListFormat {
  const mapping = {
    name,
    aliases: null,
    aliasSeparator: ";",
    kind: null,
    kindWhenAbsent: "person" as const,
    country: null,
    identifiers: null,
    birthDate: null,
    programme: null,
    remarks: null,
    sourceId: null,
  };
  return { kind: "csv", profile: { mapping, hasHeader: true, delimiter: null, encoding: null } };
}

const rows = Array.from({ length: 600 }, (_, at) =>
  sampleRow(at + 1, { name: `架空第${at + 1}研究所`, aliases: "・髙﨑廠" }),
);

describe("importing a list in its worker", () => {
  const importer = createListImporter(workerUrl);

  test("previews, imports and searches an edition, and keeps the keys of entries", async () => {
    const bytes = metiFile(rows);
    const preview = await importer.preview(bytes);
    assert.equal(preview.ok && preview.value.layout, "meti-6");
    const first = await importer.import(bytes, meti);
    const second = await importer.import(metiFile([...rows, sampleRow(601)]), meti);
    assert.ok(first.ok && second.ok);
    assert.equal(ImportReport.parse(first.value.report).accepted, 600);
    assert.equal(ListEntry.array().parse(first.value.entries).length, 600);
    const known = new Set(first.value.entries.map(({ entryKey }) => entryKey));
    assert.equal(second.value.entries.filter(({ entryKey }) => !known.has(entryKey)).length, 1);
    const editions = { second: second.value.entries };
    const [nearest] = searchEntries(editions, { name: "株式会社 架空第７研究所", type: "organisation" });
    assert.equal(nearest?.matchedName, "架空第7研究所");
    assert.equal(searchEntries(editions, { name: "高崎廠", type: "organisation" }).length, 600);
  });

  test("leaves the caller's bytes as they were", async () => {
    const bytes = metiFile(rows);
    const before = Buffer.from(bytes);
    await importer.import(bytes, meti);
    assert.ok(before.equals(bytes));
  });

  test("tells how far it has come", async () => {
    const seen: ParserProgress[] = [];
    const text = `name\n${"Ann Example\n".repeat(50_000)}`;
    const found = await importer.import(Buffer.from(text), csv(0), { onProgress: (progress) => seen.push(progress) });
    assert.equal(found.ok && found.value.report.accepted, 50_000);
    assert.ok(seen.length > 1 && seen.every(({ done, total }) => done <= total && total === text.length));
  });

  test("can be cancelled", async () => {
    const giveUp = new AbortController();
    const text = Buffer.from(`name\n${"Ann Example\n".repeat(500_000)}`);
    const found = importer.import(text, csv(0), { signal: giveUp.signal, onProgress: () => giveUp.abort() });
    assert.deepEqual(await found, { ok: false, error: { code: "cancelled" } });
  });

  test("passes the reason of a stop on", async () => {
    assert.deepEqual(await importer.import(Buffer.from("%PDF-1.7"), csv(0)), {
      ok: false,
      error: { code: "list-unreadable", reason: "file-pdf", line: null },
    });
  });

  test("keeps to the limits it was made with", async () => {
    const tight = createListImporter(workerUrl, { ...listLimits, bytes: 100, mappedBytes: 100, rows: 2 });
    const tooManyRows = await tight.import(Buffer.from("name\na\nb\nc\n"), csv(0));
    const tooManyBytes = await tight.import(Buffer.alloc(101, "a"), csv(0));
    assert.equal(!tooManyRows.ok && tooManyRows.error.code, "list-too-large");
    assert.equal(!tooManyBytes.ok && tooManyBytes.error.code, "list-too-large");
  });
});

describe("importing a large list", () => {
  const importer = createListImporter(workerUrl);
  const known: ListFormat = { kind: "known", layout: "opensanctions-ftm", encoding: null };
  const entity = (at: number): string =>
    JSON.stringify({ id: `NK-${at}`, schema: "Person", properties: { name: [`Fictional Person ${at}`] } });
  const text = `${Array.from({ length: 3_000 }, (_, at) => entity(at)).join("\n")}\n`;
  let folder = "";
  after(async () => rm(folder, { recursive: true, force: true }));

  test("reads a file by its path and hands the entries over in batches", async () => {
    folder = await mkdtemp(join(tmpdir(), "kura-large-list-"));
    const path = join(folder, "entities.ftm.json");
    await writeFile(path, text);
    const sizes: number[] = [];
    const found = await importer.import([{ path }], known, { onEntries: (entries) => void sizes.push(entries.length) });
    assert.ok(found.ok);
    assert.deepEqual([found.value.entries.length, found.value.report.accepted], [0, 3_000]);
    assert.deepEqual(sizes, [500, 500, 500, 500, 500, 500]);
    const preview = await importer.preview([{ path }]);
    assert.deepEqual(preview.ok && [preview.value.layout, preview.value.sha256], [
      "opensanctions-ftm",
      found.value.report.sourceSha256,
    ]);
  });

  test("answers a stop although batches went ahead, and one for a file that is gone", async () => {
    let handed = 0;
    const cut = Buffer.from(text.slice(0, -20));
    const found = await importer.import([{ bytes: cut }], known, {
      onEntries: (entries) => {
        handed += entries.length;
      },
    });
    assert.ok(handed > 0);
    assert.deepEqual(found, { ok: false, error: { code: "list-unreadable", reason: "file-truncated", line: 3_000 } });
    const gone = await importer.import([{ path: join(folder, "gone.json") }], known);
    assert.deepEqual(!gone.ok && gone.error.code !== "cancelled" && gone.error.reason, "file-gone");
  });

  test("reads shared bytes without a copy of its own", async () => {
    const shared = new Uint8Array(new SharedArrayBuffer(Buffer.byteLength(text)));
    shared.set(Buffer.from(text));
    const found = await importer.import([{ bytes: shared }], known);
    assert.equal(found.ok && found.value.entries.length, 3_000);
  });
});

describe("the bundled list worker", () => {
  let folder = "";
  after(async () => rm(folder, { recursive: true, force: true }));

  test("imports the same entries as the one in source", async () => {
    folder = await mkdtemp(join(tmpdir(), "kura-list-worker-"));
    const outfile = join(folder, "list-worker.mjs");
    await build({ entryPoints: [fileURLToPath(workerUrl)], bundle: true, platform: "node", format: "esm", outfile });
    const bytes = metiFile(rows);
    const [source, bundled] = await Promise.all([
      createListImporter(workerUrl).import(bytes, meti),
      createListImporter(pathToFileURL(outfile)).import(bytes, meti),
    ]);
    assert.ok(source.ok);
    assert.deepEqual(bundled, source);
  });
});
