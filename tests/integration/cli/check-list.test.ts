import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { z } from "zod";
import { type KuraRun, runKuraProcess } from "../../support/kura-process.ts";

let folder: string;

before(() => {
  folder = mkdtempSync(join(tmpdir(), "kura-check-list-"));
});
after(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function check(...words: string[]): Promise<KuraRun> {
  return runKuraProcess(folder, "list", "check", ...words);
}

const note = z.strictObject({
  ...{ file: z.string().optional(), line: z.int().positive().nullable() },
  ...{ code: z.string(), sentence: z.string().min(1) },
});
const read = z.strictObject({
  ...{ file: z.string(), sha256: z.string(), sizeBytes: z.int(), layout: z.string(), guess: z.string().nullable() },
  ...{ encoding: z.string(), delimiter: z.string().nullable(), statedDay: z.string().nullable() },
  ...{ rows: z.int(), entries: z.int(), merged: z.int(), passed: z.int() },
  ...{ refused: z.array(note), refusedTotal: z.int(), warnings: z.array(note), warningsTotal: z.int() },
});
const stopped = z.object({ type: z.literal("error"), error: z.record(z.string(), z.unknown()) });
const answer = z.strictObject({
  command: z.literal("list-check"),
  exitCode: z.int(),
  files: z.array(z.union([read, stopped])),
});

function facts({ out }: KuraRun): z.infer<typeof answer> {
  return answer.parse(JSON.parse(out));
}

const table = [
  "name,type,country,id",
  "髙﨑理工大学,entity,架空国,K-1",
  "𠮷野 花子,person,JP,K-2",
  "葛󠄀,person,,K-3",
].join("\r\n");
const openSanctions = [
  "id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,phones,emails,dataset,first_seen,last_seen,last_change",
  'NK-a,Person,Fictional Ivan,"Иван Вымышленный;ｲﾜﾝ",1960,xx,,,,,,架空,2026-01-01,2026-01-01,2026-01-01',
  "NK-b,Company,Fiction Works LLC,,,xx,,,,,,架空,2026-01-01,2026-01-01,2026-01-01",
].join("\n");

describe("kura list check --json", () => {
  test("a table of no known list is told as such, with its counts, encoding and hash", async () => {
    const run = await check(file("table.csv", table), "--json");
    assert.equal(run.code, 0, run.errors);
    const [one] = facts(run).files;
    const list = read.parse(one);
    assert.deepEqual(
      [list.file, list.layout, list.guess, list.encoding, list.delimiter],
      ["table.csv", "csv", "table-only", "utf-8", ","],
    );
    assert.deepEqual([list.rows, list.entries, list.merged, list.refusedTotal], [3, 3, 0, 0]);
    assert.equal(list.sha256, createHash("sha256").update(table).digest("hex"));
    assert.equal(list.sizeBytes, Buffer.byteLength(table));
  });

  test("a known list is told from its header", async () => {
    const run = await check(file("targets.simple.csv", openSanctions), "--json");
    assert.equal(run.code, 0, run.errors);
    const list = read.parse(facts(run).files[0]);
    assert.deepEqual([list.layout, list.guess, list.entries], ["opensanctions-csv", "header-of-list", 2]);
  });

  test("a layout that is stated is not guessed, and a file of another one is refused", async () => {
    const path = file("stated.csv", openSanctions);
    const run = await check(path, "--format", "opensanctions-csv", "--json");
    assert.deepEqual([run.code, read.parse(facts(run).files[0]).guess], [0, null]);
    const wrong = await check(path, "--format", "un-xml", "--json");
    assert.equal(wrong.code, 3);
    assert.equal(stopped.parse(facts(wrong).files[0]).error["file"], "stated.csv");
  });

  test("rows that are refused are named by line and reason, and found by the exit code", async () => {
    const path = file("refused.csv", `${table}\r\n,person,JP,K-4\r\n＊＊＊,person,JP,K-5\r\n`);
    const run = await check(path, "--json");
    assert.equal(run.code, 1, run.errors);
    const list = read.parse(facts(run).files[0]);
    assert.deepEqual([list.rows, list.entries, list.refusedTotal], [5, 3, 2]);
    assert.deepEqual(
      list.refused.map(({ line, code }) => [line, code]),
      [
        [5, "name-empty"],
        [6, "name-unusable"],
      ],
    );
  });

  test("several files are answered for one by one, and the gravest counts", async () => {
    const good = file("good.csv", table);
    const broken = file("broken.csv", 'name,type\nA One,person\n"B Two,person\n');
    const run = await check(good, broken, join(folder, "nowhere.csv"), "--json");
    assert.equal(run.code, 3);
    const [first, second, third] = facts(run).files;
    assert.equal(read.parse(first).entries, 3);
    assert.deepEqual([stopped.parse(second).error["reason"], stopped.parse(second).error["line"]], ["quote-broken", 3]);
    assert.equal(stopped.parse(third).error["code"], "file-unreadable");
  });

  test("OFAC's tables are one list wherever they stand, and a note names its file", async () => {
    const empty = Array.from({ length: 7 }, () => "-0- ").join(",");
    const sdn = file(
      "sdn.csv",
      `1,"FICTION WORKS",-0- ,"XX",${empty},-0- \r\n2,"KYOKO, Hanako","individual","XX",${empty},"DOB 1960."\r\n`,
    );
    const alt = file("alt.csv", '1,10,"aka","虚構製作所",-0- \r\n99,11,"aka","NOBODY",-0- \r\n');
    const add = file("add.csv", '1,20,"1 Road","Town","Nowhere",-0- \r\n');
    const comments = file("sdn_comments.csv", '2,"Passport B7 (Nowhere)."\r\n');
    const other = file("other.csv", table);
    const run = await check(alt, other, sdn, comments, add, "--json");
    assert.equal(run.code, 1, run.errors);
    const [set, alone, ...more] = facts(run).files.map((one) => read.parse(one));
    assert.deepEqual(more, []);
    assert.deepEqual([set?.file, set?.layout], ["alt.csv + sdn.csv + sdn_comments.csv + add.csv", "ofac-csv"]);
    assert.deepEqual([set?.rows, set?.entries, set?.merged, set?.refusedTotal], [6, 2, 3, 1]);
    assert.deepEqual(
      [set?.refused[0]?.file, set?.refused[0]?.line, set?.refused[0]?.code],
      ["alt.csv", 2, "entry-missing"],
    );
    assert.deepEqual([alone?.file, alone?.entries], ["other.csv", 3]);
    const said = await check(alt, sdn, "--lang", "ja");
    assert.match(said.out, /alt\.csv: 2行目：/u);
    const lone = await check(alt, "--json");
    assert.equal(stopped.parse(facts(lone).files[0]).error["reason"], "primary-file-missing");
    const twice = await check(sdn, alt, file("cons_prim.csv", `3,"FICTION",-0- ,"XX",${empty},-0- \r\n`), "--json");
    const { error } = stopped.parse(facts(twice).files[0]);
    assert.deepEqual([error["file"], error["reason"]], ["cons_prim.csv", "file-part-twice"]);
  });

  test("a list in Shift_JIS is read and its encoding said", async () => {
    const bytes = [0x96, 0xbc, 0x8f, 0xcc, 0x0a, 0x8d, 0x82, 0x8b, 0xb4, 0x93, 0x53, 0x92, 0x6a, 0x0a];
    const run = await check(file("sjis.csv", Uint8Array.from(bytes)), "--json");
    const list = read.parse(facts(run).files[0]);
    assert.deepEqual([list.encoding, list.entries], ["shift_jis", 1]);
  });
});

describe("kura list check for a reader", () => {
  for (const [language, sentences] of [
    ["ja", [/3件の記載/u, /知られているリストの様式ではない/u, /文字コード utf-8/u, /5行目：名称が空のため/u]],
    ["en", [/3 entries/u, /of no known list/u, /Encoding utf-8/u, /line 5: .*name/iu]],
  ] as const) {
    test(`layout, counts and refused rows are said (${language})`, async () => {
      const run = await check(file("said.csv", `${table}\r\n,person,JP,K-4\r\n`), "--lang", language);
      assert.equal(run.code, 1, run.errors);
      for (const sentence of sentences) assert.match(run.out, sentence);
      assert.match(run.out, /SHA-256 [0-9a-f]{64}/u);
    });
  }

  test("no file at all is wrong use, and an unknown layout too", async () => {
    assert.equal((await check()).code, 2);
    assert.equal((await check("x.csv", "--format", "pdf")).code, 2);
  });

  test("nothing is left behind beside the lists", async () => {
    const before = readdirSync(folder, { recursive: true }).length;
    const path = file("alone.csv", table);
    await check(path);
    assert.equal(readdirSync(folder, { recursive: true }).length, before + 1);
  });
});
