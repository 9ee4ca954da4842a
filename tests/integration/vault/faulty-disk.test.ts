import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { must, newVault, passphrase, scratchFolder, testVaults } from "./scratch-vault.ts";

const writer = fileURLToPath(new URL("./children/faulty-disk-writer.ts", import.meta.url));
const needsStrace =
  spawnSync("strace", ["-V"]).error === undefined ? false : "strace is not installed: faults cannot be put in here";

/** Calls into the disk that fail from the `when`-th on, as strace writes it: `30+10` is the thirtieth and every tenth after. */
const faults = [
  { name: "a write fails once", inject: "pwrite64:error=EIO:when=60" },
  { name: "every tenth write fails", inject: "pwrite64:error=EIO:when=30+10" },
  { name: "every write fails from some moment on", inject: "pwrite64:error=EIO:when=100+" },
  { name: "a sync fails once", inject: "fsync:error=EIO:when=40" },
  { name: "every fifth sync fails", inject: "fsync:error=EIO:when=20+5" },
  { name: "the disk is full now and then", inject: "pwrite64:error=ENOSPC:when=25+7" },
  { name: "the quota is used up from some moment on", inject: "pwrite64:error=EDQUOT:when=80+" },
  { name: "a read fails now and then", inject: "pread64:error=EIO:when=40+9" },
];

for (const { name, inject } of faults) {
  test(`${name}: a typed refusal, and nothing acknowledged is lost`, { skip: needsStrace }, async (t) => {
    const made = await newVault(t, scratchFolder(t));
    made.close();
    const traced = ["-f", "--seccomp-bpf", "-e", `trace=${inject.split(":")[0]}`, "-e", `inject=${inject}`];
    const command = [...traced, "-o", "/dev/null", process.execPath, writer, made.folder];
    const env = { ...process.env, UV_USE_IO_URING: "0" };
    const run = spawnSync("strace", command, { env, encoding: "utf8" });
    const words = run.stdout.split("\n").filter((word) => word !== "");
    const acknowledged = words.filter((word) => word.startsWith("A")).map((word) => Number(word.slice(1)));
    const codes = new Set(words.filter((word) => word.startsWith("E")).map((word) => word.slice(1)));
    t.diagnostic(`${acknowledged.length} acknowledged, refused with ${[...codes].join(", ") || "nothing"}`);
    if (!inject.startsWith("pread64")) assert.ok(codes.size > 0, `the fault never struck: ${run.stderr}`);
    for (const code of codes) assert.match(code, /^(?:storage-(?:failed|full)|vault-damaged)$/);
    if (words.length > 0) assert.equal(words.at(-1), "end", run.stderr);
    const opened = must(await testVaults().open({ folder: made.folder, passphrase }));
    assert.ok(opened.db.quickCheck());
    const ids = opened.db.prepare<[], { id: number }>("SELECT id FROM note").all();
    const found = new Set(ids.map(({ id }) => id));
    const lost = acknowledged.filter((id) => !found.has(id));
    assert.deepEqual(lost, []);
    opened.close();
  });
}
