import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import { type Disk, disks, rebuildAfterCut, recordWrites, type Step } from "../../support/write-log.ts";
import { openWithPassphrases } from "./open-with-passphrases.ts";
import { notes, passphrase, rounds, scratchFolder } from "./scratch-vault.ts";

const writer = fileURLToPath(new URL("./children/power-cut-writer.ts", import.meta.url));
const needsStrace =
  spawnSync("strace", ["-V"]).error === undefined ? false : "strace is not installed: writes cannot be recorded here";

/** Everything the writer did to its vault, step by step. */
function record(t: TestContext, changes: number): Step[] {
  const scratch = scratchFolder(t);
  const folder = join(scratch, "v");
  return recordWrites({ program: writer, args: [folder, String(changes)], folder, log: join(scratch, "trace") });
}

/** A sequence that looks random and is the same every day, so that a failure can be looked at again. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

interface Said {
  readonly rows: number;
  readonly changes: number;
}

function lastSaid(words: readonly string[]): Said {
  const newest = (letters: string): number =>
    Math.max(
      0,
      ...words
        .join("")
        .split("\n")
        .filter((word) => letters.includes(word[0] ?? "-"))
        .map((word) => Number(word.slice(1))),
    );
  return { rows: newest("AO"), changes: newest("P") };
}

test("no acknowledged row, object or passphrase change is lost wherever the power is cut", {
  skip: needsStrace,
}, async (t) => {
  const steps = record(t, 3);
  const writes = steps.filter(({ kind }) => kind === "write").length;
  const syncs = steps.filter(({ kind }) => kind === "sync").length;
  assert.ok(writes > 500 && syncs > 100, `the record holds ${writes} writes and ${syncs} syncs`);
  assert.ok(lastSaid(steps.flatMap((step) => (step.kind === "said" ? [step.text] : []))).rows > 250);
  const first = steps.findIndex((step) => step.kind === "said");
  const random = createRandom(20_261_123);
  const folder = join(scratchFolder(t), "after");
  const opened: Record<Disk, number> = { "kept-none": 0, "kept-all": 0, "kept-some": 0 };
  const total = rounds(300);
  for (let point = 0; point < total; point += 1) {
    const disk = disks[point % disks.length] ?? "kept-none";
    const cut = first + 1 + Math.floor(random() * (steps.length - first));
    const said = lastSaid(rebuildAfterCut({ steps, cut, disk, folder, random }));
    const where = `cut ${cut}, ${disk}, row ${said.rows}, change ${said.changes}`;
    // A change that was under way may or may not have come through; one before the last acknowledged must not.
    const candidates = [said.changes, said.changes + 1].map((change) =>
      change === 0 ? passphrase : `${passphrase} ${change}`,
    );
    const vault = await openWithPassphrases(folder, candidates);
    assert.ok(vault !== undefined, `does not open: ${where}`);
    assert.ok(vault.db.quickCheck(), `fails its check: ${where}`);
    const found = notes(vault).length;
    assert.ok(found >= said.rows, `found ${found}: ${where}`);
    const newest = vault.db.prepare<[], { n: number }>("SELECT max(id) AS n FROM note").get()?.n ?? 0;
    assert.equal(newest, found, `half a transaction: ${where}`);
    const objects = vault.db
      .prepare<[], { body: string; attachment: Uint8Array }>(
        "SELECT body, attachment FROM note WHERE body LIKE 'object %'",
      )
      .all();
    for (const { body, attachment } of objects)
      for await (const chunk of vault.objects.read({ objectId: body.slice(7), wrappedKey: attachment }))
        assert.equal(chunk.length, 300_000);
    vault.close();
    opened[disk] += 1;
  }
  t.diagnostic(`${writes} writes, ${syncs} syncs, ${total} cuts: ${JSON.stringify(opened)}, 0 lost`);
});

test("the same record without the syncs of the log loses rows, so the test above can tell", {
  skip: needsStrace,
}, async (t) => {
  const steps = record(t, 0).filter(({ kind }) => kind !== "sync");
  const folder = join(scratchFolder(t), "after");
  const said = lastSaid(
    rebuildAfterCut({ steps, cut: steps.length, disk: "kept-none", folder, random: createRandom(1) }),
  );
  const vault = await openWithPassphrases(folder, [passphrase]);
  const found = vault === undefined ? 0 : notes(vault).length;
  vault?.close();
  assert.ok(found < said.rows, `found ${found} of ${said.rows}`);
});
