import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { createRemember, rememberingTables } from "../../electron/services/remembering.ts";
import { createTables, openCaseKeys } from "../../electron/vault/tables/all.ts";
import { createVaults } from "../../electron/vault/vault.ts";
import { mustExist } from "../../shared/assert.ts";
import { testPorts } from "../integration/vault/scratch-vault.ts";
import { must } from "../support/must.ts";
import { setScene } from "../support/scene.ts";
import { startTestEngine, testPassphrase } from "../support/test-engine.ts";

/** What remembering costs per write: the same writes through the plain tables and through those that remember, turn about. */
const writes = 300;

function percentile(times: readonly number[], share: number): string {
  const sorted = times.toSorted((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(2);
}

test("the cost of remembering, per write in a transaction of its own", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "kura-bench-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const kura = await startTestEngine({ folder });
  const { dossierId } = await setScene(kura);
  must(await kura.host.vault.lock({}));
  const vault = must(await createVaults(testPorts).open({ folder: join(folder, "vault"), passphrase: testPassphrase }));
  const plain = createTables(vault.db, openCaseKeys(vault, testPorts.random));
  const person = { id: "0".repeat(32), displayName: "髙﨑 𠮷" };
  const because = { reason: "", origin: "change" } as const;
  const memory = {
    tables: plain,
    clock: { nowMs: Date.now },
    person,
    because: () => because,
    givenFor: () => undefined,
  };
  const remembering = rememberingTables(memory, createRemember(memory));
  const record = mustExist(plain.dossiers.find(dossierId), "the case");
  const subject = mustExist(plain.subjects.list(dossierId)[0], "a subject");
  const rows: Record<string, string>[] = [];
  const kinds = {
    "intake field": (tables: typeof plain, turn: number) =>
      tables.dossiers.save({ ...record, intake: { ...record.intake, duty: `職務 ${turn} ${"葛".repeat(200)}` } }),
    subject: (tables: typeof plain, turn: number) => tables.subjects.change({ ...subject, note: `注 ${turn}` }),
  };
  for (const [what, write] of Object.entries(kinds)) {
    const times = { plain: [] as number[], remembering: [] as number[] };
    for (let turn = 0; turn < writes * 2; turn += 1) {
      const which = turn % 2 === 0 ? "plain" : "remembering";
      const begun = performance.now();
      vault.db.transaction(() => write(which === "plain" ? plain : remembering, turn));
      times[which].push(performance.now() - begun);
    }
    for (const which of ["plain", "remembering"] as const)
      rows.push({
        what,
        which,
        "p50 ms": percentile(times[which], 0.5),
        "p95 ms": percentile(times[which], 0.95),
      });
  }
  console.table(rows);
  vault.close();
  await kura.close();
});
