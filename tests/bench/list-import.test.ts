import assert from "node:assert/strict";
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { formatOf } from "../../electron/screening/lists/list-format.ts";
import { createListImporter } from "../../electron/screening/lists/list-importer.ts";
import { realData } from "./screening/real-data.ts";

const listFolder = fileURLToPath(new URL("lists/", realData));
const folder = existsSync(listFolder) ? listFolder : undefined;
const workerUrl = new URL("../../electron/screening/lists/list-worker.ts", import.meta.url);
const bytesPerMb = 1024 * 1024;
/** The byte with which old programs end a text. */
const dosEnd = String.fromCharCode(26);

/** Files of one list that are chosen together. */
const sets = [
  ["ofac_sdn.csv", "ofac_alt_newer.csv", "ofac_add.csv"],
  ["ofac_cons_prim.csv", "ofac_cons_alt.csv"],
];

/** Records in a file, counted without any of the readers: elements by their closing tag, addresses of a printed list, rows. */
function countRecords(path: string): number {
  const text = readFileSync(path, "utf8");
  if (path.endsWith(".xml")) return text.match(/<\/(?:INDIVIDUAL|ENTITY)>/g)?.length ?? 0;
  if (/tokutei/.test(path)) return text.match(/所\s*在\s*地/g)?.length ?? 0;
  // Line breaks between an even number of quotation marks end a row; OFAC's tables have no header.
  const rows = text.split('"').map((part, at) => (at % 2 === 0 ? part : "quoted"));
  const filled = rows
    .join("")
    .split(/[\r\n]+/)
    .filter((row) => row.replaceAll(dosEnd, "").trim() !== "");
  return filled.length - (/ofac_/.test(path) ? 0 : 1);
}

const columns = ["list", "layout", "records", "entries", "merged", "refused", "names", "MiB", "ms", "MiB/s"];

function printTable(rows: readonly (readonly (string | number)[])[]): void {
  const all = [columns, ...rows.map((row) => row.map(String))];
  const widths = columns.map((_, at) => Math.max(...all.map((row) => (row[at] ?? "").length)));
  for (const row of all) console.log(row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join("  "));
}

describe("every real list", { skip: folder === undefined ? "no real lists on this machine" : false }, () => {
  test("imports with counts that match its files", async () => {
    const place = folder ?? "";
    const inSets = new Set(sets.flat());
    const single = readdirSync(place).filter((name) => !inSets.has(name) && /\.(?:csv|txt|xml|json)$/.test(name));
    // The last one is a table of legal forms, no list; it is read as any table is.
    const lists = [...sets.filter(([first = ""]) => existsSync(join(place, first))), ...single.map((name) => [name])];
    const importer = createListImporter(workerUrl);
    const rows: (string | number)[][] = [];
    const wrong: string[] = [];
    for (const names of lists) {
      const files = names.map((name) => ({ path: join(place, name) }));
      const preview = await importer.preview(files);
      assert.ok(preview.ok, `${names.join()}: ${JSON.stringify(preview)}`);
      const { layout, mapping, headerLine } = preview.value;
      const format = formatOf(layout, { mapping, hasHeader: headerLine !== null, announcedRows: null });
      const beganMs = performance.now();
      const read = await importer.import(files, format);
      const ms = performance.now() - beganMs;
      assert.ok(read.ok, `${names.join()}: ${JSON.stringify(read)}`);
      const { accepted, merged, refusedTotal } = read.value.report;
      const records = files.reduce((sum, { path }) => sum + countRecords(path), 0);
      const mb = files.reduce((sum, { path }) => sum + statSync(path).size, 0) / bytesPerMb;
      const spelled = read.value.entries.reduce((sum, entry) => sum + entry.names.length, 0);
      rows.push([
        names.join("+"),
        layout,
        records,
        accepted,
        merged,
        refusedTotal,
        spelled,
        mb.toFixed(2),
        Math.round(ms),
        ((mb * 1000) / ms).toFixed(1),
      ]);
      if (records !== accepted + merged + refusedTotal) wrong.push(names.join("+"));
    }
    printTable(rows);
    assert.deepEqual(wrong, [], "records in the file = entries + merged + refused");
  });
});

/** Megabytes of entities in one line each; `KURA_LIST_MB` asks for more. */
const largeMb = Number(process.env["KURA_LIST_MB"] ?? "64");

describe("a collection of all lists", () => {
  test("is read piece by piece: of each entity only its key stays", async () => {
    const place = mkdtempSync(join(tmpdir(), "kura-list-bench-"));
    try {
      const path = join(place, "entities.ftm.json");
      const made = writeEntities(path, largeMb * bytesPerMb);
      const importer = createListImporter(workerUrl);
      const before = process.memoryUsage().rss;
      let [count, highest] = [0, 0];
      const beganMs = performance.now();
      const read = await importer.import(
        [{ path }],
        { kind: "known", layout: "opensanctions-ftm", encoding: null },
        {
          onEntries: (entries) => {
            count += entries.length;
            highest = Math.max(highest, process.memoryUsage().rss);
          },
        },
      );
      const ms = performance.now() - beganMs;
      assert.ok(read.ok, JSON.stringify(read));
      assert.equal(count, made);
      console.log(
        `${largeMb} MiB, ${made} entities: ${Math.round(ms)} ms, ${((largeMb * 1000) / ms).toFixed(1)} MiB/s, ` +
          `memory of the process at most ${Math.round(highest / bytesPerMb)} MiB, ` +
          `${Math.round((highest - before) / bytesPerMb)} MiB above its beginning`,
      );
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  });
});

/** Invented parties until the file is as large as asked for; answers how many. */
function writeEntities(path: string, bytes: number): number {
  const handle = openSync(path, "w");
  let [done, count] = [0, 0];
  while (done < bytes) {
    const lines: string[] = [];
    for (let at = 0; at < 1_000; at += 1) {
      count += 1;
      const name = `Fictional Person Number ${count}`;
      const properties = {
        name: [name, `架空 ${count} 号`],
        alias: [`FP ${count}`],
        country: ["xx"],
        notes: ["x".repeat(150)],
      };
      lines.push(JSON.stringify({ id: `NK-${count}`, schema: "Person", caption: name, target: true, properties }));
    }
    done += writeSync(handle, `${lines.join("\n")}\n`);
  }
  closeSync(handle);
  return count;
}
