import assert from "node:assert/strict";
import { cpus, totalmem } from "node:os";
import { after, test } from "node:test";
import { createKdf } from "../../electron/vault/crypto/kdf.ts";
import { kdfFloor } from "../../electron/vault/format.ts";
import type { KdfParameters } from "../../electron/vault/vault.ts";
import { must } from "../support/must.ts";
import { createVault, startTestEngine, type TestEngine, testPassphrase } from "../support/test-engine.ts";

/**
 * How much unlocking costs beside the key derivation it cannot do without. Every unlocking stands between two bare
 * derivations, so that both meet the same machine and the same memory. Measures, never judges. KURA_ROUNDS sets the number of turns.
 */
const turns = Number(process.env["KURA_ROUNDS"] ?? 7);
const restrictedCases = 20;

const kdf = createKdf({ clock: { nowMs: Date.now, monotonicMs: () => performance.now() } });
const lines: object[] = [];

after(() => {
  const model = cpus()[0]?.model ?? "unknown processor";
  console.log(`${cpus().length} x ${model}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, ms`);
  console.table(lines);
});

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}

function median(timesMs: readonly number[]): number {
  return timesMs.toSorted((a, b) => a - b)[Math.floor(timesMs.length / 2)] ?? Number.NaN;
}

/** Locks and unlocks, each time between two bare derivations with the same parameters, and notes a line of the table. */
async function measure(what: string, { host }: TestEngine, parameters: KdfParameters): Promise<void> {
  const vaultId = must(await host.vault.status({})).openVaultId ?? "";
  const bare: number[] = [];
  const unlocking: number[] = [];
  const overhead: number[] = [];
  const derive = (turn: number): Promise<number> =>
    timed(() => kdf.derive(Buffer.from(testPassphrase), Buffer.alloc(32, turn + 1), parameters));
  // The first derivation of a size meets memory nobody has touched.
  await derive(turns);
  for (let turn = 0; turn < turns; turn += 1) {
    must(await host.vault.lock({}));
    const before = await derive(turn);
    const unlocked = await timed(async () => must(await host.vault.unlock({ vaultId, passphrase: testPassphrase })));
    const afterwards = await derive(turn);
    bare.push(before, afterwards);
    unlocking.push(unlocked);
    overhead.push(unlocked - (before + afterwards) / 2);
  }
  const { memoryKib, passes, lanes } = parameters;
  lines.push({
    what,
    argon2id: `${memoryKib / 1024} MiB, t=${passes}, p=${lanes}`,
    bare: median(bare).toFixed(1),
    unlock: median(unlocking).toFixed(1),
    overhead: median(overhead).toFixed(1),
    "of the fastest": (Math.min(...unlocking) - Math.min(...bare)).toFixed(1),
    aim: "< 60",
    turns,
  });
}

async function withVault(parameters: KdfParameters, work: (kura: TestEngine) => Promise<void>): Promise<void> {
  const kura = await startTestEngine({ kdf: parameters });
  try {
    await createVault(kura.host);
    await work(kura);
  } finally {
    await kura.close();
  }
}

test("unlocking with the default parameters of this machine", async () => {
  const parameters = await kdf.calibrate();
  await withVault(parameters, (kura) => measure("default", kura, parameters));
});

test("unlocking at the floor, before and after cases are restricted to the person", async () => {
  await withVault(kdfFloor, async (kura) => {
    await measure("floor", kura, kdfFloor);
    for (let n = 0; n < restrictedCases; n += 1) {
      const { id: dossierId } = must(
        await kura.host.dossiers.create({
          kind: "institution",
          title: `架空の案件 ${n}`,
          noConflict: true,
          subject: {
            kind: "organisation",
            role: "partner",
            names: [{ kind: "primary", text: `虚構大学 ${n}` }],
            country: "架空国",
            identifiers: [],
            note: "",
          },
        }),
      );
      const access = must(await kura.host.access.restrict({ dossierId, readers: [], passphrase: testPassphrase }));
      assert.ok(access.restricted);
    }
    await measure(`floor, ${restrictedCases} restricted cases`, kura, kdfFloor);
  });
});
