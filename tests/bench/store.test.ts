/// <reference path="../../electron/vault/sqlite.d.ts" />
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import Sqlite from "better-sqlite3";
import { openDatabase } from "../../electron/vault/database.ts";

/**
 * The same work on the encrypted database and on a plain one with the same durability, turn about in one run. Measures,
 * never judges. KURA_DOCUMENTS sets the number of documents (60 000 documents are about 60 MB).
 */
const documents = Number(process.env["KURA_DOCUMENTS"] ?? 60_000);
const turns = 5;
const folder = mkdtempSync(join(tmpdir(), "kura-store-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** What the work needs of either database. */
interface Store {
  run(sql: string, ...values: readonly unknown[]): void;
  prepare(sql: string): {
    get(...values: unknown[]): unknown;
    all(...values: unknown[]): unknown[];
    run(...values: unknown[]): unknown;
  };
  transaction(work: () => void): void;
  close(): void;
}

const schema = `CREATE TABLE doc (id INTEGER PRIMARY KEY, number TEXT NOT NULL, at INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
  CREATE INDEX doc_by_time ON doc (at);
  CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
  CREATE VIRTUAL TABLE search USING fts5 (body, tokenize = trigram);`;

function openEncrypted(): Store {
  const opened = openDatabase({ path: join(folder, "encrypted.db"), key: randomBytes(32), create: true });
  opened.steps.apply({ version: 1, sql: schema });
  const { db } = opened;
  return {
    run: (sql, ...values) => void db.prepare(sql).run(...values),
    prepare: (sql) => db.prepare(sql),
    transaction: (work) => db.transaction(work),
    close: opened.close,
  };
}

function openPlain(): Store {
  const db = new Sqlite(join(folder, "plain.db"), { fileMustExist: false, timeout: 0 });
  const settings = [
    "journal_mode=WAL",
    "synchronous=FULL",
    "temp_store=MEMORY",
    "secure_delete=ON",
    "cache_size=-131072",
  ];
  for (const setting of ["locking_mode=EXCLUSIVE", ...settings]) db.pragma(setting);
  db.exec(schema);
  return {
    run: (sql, ...values) => void db.prepare(sql).run(...values),
    prepare: (sql) => db.prepare(sql),
    transaction: (work) => {
      db.exec("BEGIN IMMEDIATE");
      work();
      db.exec("COMMIT");
    },
    close: () => db.close(),
  };
}

const syllables =
  "研究機関連携共同開発技術情報管理資金提供者所属経歴確認調査結果公開資料国際協力先端材料量子計算半導体宇宙航空".split(
    "",
  );

/** Japanese of about 600 bytes that differs from document to document; the same for both databases. */
function bodyOf(id: number): string {
  let state = id * 2_654_435_761;
  let text = "";
  for (let length = 0; length < 200; length += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    text += syllables[state % syllables.length] ?? "";
  }
  return text;
}

function fill(store: Store): void {
  const doc = store.prepare("INSERT INTO doc (id, number, at, body) VALUES (?, ?, ?, ?)");
  const search = store.prepare("INSERT INTO search (rowid, body) VALUES (?, ?)");
  for (let start = 0; start < documents; start += 1_000) {
    store.transaction(() => {
      for (let id = start + 1; id <= Math.min(start + 1_000, documents); id += 1) {
        const body = bodyOf(id);
        doc.run(id, `DD-${id}`, id * 17, body);
        if (id % 4 === 0) search.run(id, body);
      }
    });
  }
}

interface Work {
  readonly name: string;
  readonly target: string;
  /** "p95" compares the ninety-fifth percentile of single times, "sum" the time of all. */
  readonly by: "sum" | "p95";
  times(store: Store): number[];
}

function timesOf(count: number, work: (index: number) => void): number[] {
  return Array.from({ length: count }, (_, index) => {
    const startedMs = performance.now();
    work(index);
    return performance.now() - startedMs;
  });
}

const spread = (index: number): number => ((index * 7_919) % documents) + 1;

const works: readonly Work[] = [
  {
    name: "durable commit",
    target: "<= 1.3",
    by: "sum",
    times: (store) => {
      const insert = store.prepare("INSERT INTO note (body) VALUES (?)");
      return timesOf(400, (index) => store.transaction(() => void insert.run(bodyOf(index))));
    },
  },
  {
    name: "warm point read",
    target: "<= 1.1",
    by: "sum",
    times: (store) => {
      const read = store.prepare("SELECT number, body FROM doc WHERE id = ?");
      for (let index = 0; index < 2_000; index += 1) read.get(spread(index));
      return timesOf(20_000, (index) => void read.get(spread(index % 2_000)));
    },
  },
  {
    name: "list page of 100 rows",
    target: "<= 1.5",
    by: "sum",
    times: (store) => {
      const page = store.prepare("SELECT id, number, at FROM doc WHERE at > ? ORDER BY at LIMIT 100");
      return timesOf(1_000, (index) => void page.all(spread(index) * 17));
    },
  },
  {
    name: "search",
    target: "<= 2 (p95)",
    by: "p95",
    times: (store) => {
      const search = store.prepare("SELECT rowid FROM search WHERE search MATCH ? LIMIT 50");
      return timesOf(300, (index) => void search.all(`"${bodyOf(spread(index)).slice(20, 24)}"`));
    },
  },
];

function figure(work: Work, times: readonly number[]): number {
  if (work.by === "sum") return times.reduce((sum, time) => sum + time, 0);
  return times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? Number.NaN;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

test("encrypted beside plain, on the same work in one run", () => {
  const stores = { encrypted: openEncrypted(), plain: openPlain() };
  const fillMs = Object.values(stores).map((store) => timesOf(1, () => fill(store))[0] ?? Number.NaN);
  const lines = works.map((work) => {
    const figures = Array.from({ length: turns }, () => {
      const encrypted = figure(work, work.times(stores.encrypted));
      return { encrypted, plain: figure(work, work.times(stores.plain)) };
    });
    assert.ok(figures.every(({ encrypted, plain }) => encrypted > 0 && plain > 0));
    return {
      work: work.name,
      "encrypted ms": median(figures.map(({ encrypted }) => encrypted)).toFixed(2),
      "plain ms": median(figures.map(({ plain }) => plain)).toFixed(2),
      ratio: median(figures.map(({ encrypted, plain }) => encrypted / plain)).toFixed(2),
      target: work.target,
    };
  });
  for (const store of Object.values(stores)) store.close();
  console.log(`${cpus()[0]?.model}, Node ${process.version}, ${documents} documents, medians of ${turns} turns`);
  console.log(`filling: encrypted ${fillMs[0]?.toFixed(0)} ms, plain ${fillMs[1]?.toFixed(0)} ms`);
  console.table(lines);
});
