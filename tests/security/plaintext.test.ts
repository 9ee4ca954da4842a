import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { join, sep } from "node:path";
import { createInterface } from "node:readline";
import { type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import { filesUnder, scratchFolder } from "../integration/vault/scratch-vault.ts";

const writer = fileURLToPath(new URL("../integration/vault/children/canary-writer.ts", import.meta.url));

/** Words that stand nowhere else on this machine; plain ASCII so that a trace shows them as they are. */
const canary = `KURACANARY${randomBytes(6).toString("hex")}`;
const control = `KURACONTROL${randomBytes(6).toString("hex")}`;

/** The canary as it would lie about in other shapes: UTF-16, hex, base64 at each of its three offsets. */
const shapes: readonly Buffer[] = [
  Buffer.from(canary, "utf8"),
  Buffer.from(canary, "utf16le"),
  Buffer.from(Buffer.from(canary, "utf8").toString("hex"), "latin1"),
  ...[0, 1, 2].map((offset) =>
    Buffer.from(Buffer.from(canary.slice(offset)).toString("base64").slice(0, 24), "latin1"),
  ),
];

test("no file of a vault killed at work holds a written word in any shape", (t) => {
  const folder = join(scratchFolder(t), "v");
  const run = spawnSync(process.execPath, [writer, folder, canary, control], { encoding: "utf8" });
  assert.equal(run.signal, "SIGKILL", run.stderr);
  assert.match(run.stdout, new RegExp(control));
  const files = filesUnder(folder);
  assert.ok(
    files.some(({ path }) => path.endsWith("vault.db-wal")),
    "the log should have survived the kill",
  );
  assert.ok(files.some(({ path, bytes }) => path.endsWith(".obj") && bytes.length > 3_000_000));
  for (const { path, bytes } of files) {
    for (const shape of shapes) assert.equal(bytes.indexOf(shape), -1, path);
    assert.equal(bytes.indexOf("SQLite format 3"), -1, path);
  }
});

test("the search above would find the word if it were there", () => {
  const lying = Buffer.concat([randomBytes(50), Buffer.from(`xy${canary}z`, "utf8")]).toString("base64");
  const found = shapes.filter((shape) => Buffer.from(lying).includes(shape));
  const alsoFound = shapes.filter((shape) => Buffer.from(canary, "utf16le").includes(shape));
  assert.ok(found.length > 0);
  assert.ok(alsoFound.length > 0);
});

interface Trace {
  /** Lines that write the canary. */
  readonly leaks: string[];
  /** Lines that write the control word: proof that the trace sees what is written. */
  readonly controls: number;
  /** Files opened for writing. */
  readonly opened: Set<string>;
  /** Writes to the database and its log, and writes of objects, so that an empty trace cannot pass. */
  readonly databaseWrites: number;
  readonly objectWrites: number;
}

/** Runs the writer under strace and reads every write and every opening of a file from the log. */
async function trace(t: TestContext, folder: string): Promise<Trace> {
  const log = join(scratchFolder(t), "trace.log");
  const calls = "trace=write,pwrite64,writev,pwritev,pwritev2,sendto,sendmsg,open,openat,openat2,creat";
  const strace = ["-f", "-y", "--seccomp-bpf", "-s", "1200000", "-e", calls, "-o", log];
  // Through io_uring writes would bypass the trace; the counts below prove that rows and objects are both seen.
  const env = { ...process.env, UV_USE_IO_URING: "0" };
  spawnSync("strace", [...strace, process.execPath, writer, folder, canary, control], { env, stdio: "ignore" });
  const leaks: string[] = [];
  const opened = new Set<string>();
  let [controls, databaseWrites, objectWrites] = [0, 0, 0];
  for await (const line of createInterface({ input: createReadStream(log, "latin1") })) {
    const call = /^\d+ +(?:<\.\.\. )?(\w+)/.exec(line)?.[1] ?? "";
    if (call.startsWith("open") || call === "creat") {
      const path = /"([^"]*)"/.exec(line)?.[1];
      if (path !== undefined && /O_WRONLY|O_RDWR|O_CREAT|creat\(/.test(line)) opened.add(path);
      continue;
    }
    if (line.includes(canary)) leaks.push(line.slice(0, 200));
    if (line.includes(control)) controls += 1;
    if (line.includes(`${folder}${sep}vault.db`)) databaseWrites += 1;
    if (line.includes(`${folder}${sep}objects${sep}`)) objectWrites += 1;
  }
  return { leaks, controls, opened, databaseWrites, objectWrites };
}

const noStrace =
  spawnSync("strace", ["-V"]).error === undefined ? false : "strace is not installed: writes cannot be watched here";
test("no system call writes a word in clear and no file is opened for writing outside the vault", {
  skip: noStrace,
}, async (t) => {
  const folder = join(scratchFolder(t), "v");
  const { leaks, controls, opened, databaseWrites, objectWrites } = await trace(t, folder);
  assert.ok(controls > 0, "the trace shows nothing: the test would pass for the wrong reason");
  assert.ok(databaseWrites > 500, `only ${databaseWrites} writes of the database were seen`);
  assert.ok(objectWrites >= 4, `only ${objectWrites} writes of objects were seen`);
  assert.deepEqual(leaks, []);
  const elsewhere = [...opened].filter(
    (path) => !path.startsWith(folder) && !path.startsWith("/dev/") && !path.startsWith("/proc/"),
  );
  assert.deepEqual(elsewhere, []);
});
