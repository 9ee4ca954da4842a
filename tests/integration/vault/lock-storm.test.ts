import assert from "node:assert/strict";
import { cpSync, readdirSync, rmSync } from "node:fs";
import { type TestContext, test } from "node:test";
import { kdfFloor } from "../../../electron/vault/format.ts";
import type { OpenVault } from "../../../electron/vault/vault.ts";
import { startChild } from "./children/child-process.ts";
import {
  addNote,
  codeOf,
  must,
  newVault,
  notes,
  passphrase,
  rounds,
  scratchFolder,
  testVaults,
} from "./scratch-vault.ts";

const second = "二人目の合言葉";
const revoked = "去った人の合言葉";
const place = { purpose: "case-key", id: "c1" };

interface Scene {
  readonly folder: string;
  readonly slotId: string;
  readonly revokedSlot: string;
  readonly wrapped: Uint8Array;
  readonly sealed: Uint8Array;
  readonly mac: string;
}

/** A closed vault with a row, an object's wrapped key, sealed bodies and a second slot, to be copied for every round. */
async function scene(t: TestContext): Promise<Scene> {
  const vault = await newVault(t, scratchFolder(t));
  addNote(vault, "髙﨑 𠮷野");
  const added = must(await vault.addSlot({ current: passphrase, passphrase: revoked, kdf: kdfFloor }));
  const found = {
    folder: vault.folder,
    slotId: vault.slotId,
    revokedSlot: added.slotId,
    wrapped: await vault.wrapFor(vault.self.publicKey, place, Buffer.from("wrapped")),
    sealed: vault.seal.seal(place, Buffer.from("sealed")),
    mac: Buffer.from(vault.auditMac(Buffer.from("link"))).toString("hex"),
  };
  vault.close();
  return found;
}

/** Everything the scene put in is there, whatever became of the lock. */
async function expectWhole(vault: OpenVault, { wrapped, sealed, mac }: Scene): Promise<void> {
  assert.deepEqual(notes(vault), ["髙﨑 𠮷野"]);
  assert.ok(vault.db.quickCheck());
  assert.equal(Buffer.from((await vault.self.unwrap(place, wrapped)) ?? []).toString(), "wrapped");
  assert.equal(Buffer.from(vault.seal.unseal(place, sealed) ?? []).toString(), "sealed");
  assert.equal(Buffer.from(vault.auditMac(Buffer.from("link"))).toString("hex"), mac);
}

async function codeWith(folder: string, secret: string): Promise<string> {
  const opened = await testVaults().open({ folder, passphrase: secret });
  if (opened.ok) opened.value.close();
  return codeOf(opened);
}

/** What must hold after a work was killed or acknowledged; opens with every passphrase that may be valid. */
const outcomes: Readonly<Record<string, (scene: Scene, done: boolean) => Promise<void>>> = {
  add: async (at, done) => {
    const code = await codeWith(at.folder, second);
    assert.ok(code === "ok" || (!done && code === "wrong-passphrase"), code);
    assert.equal(await codeWith(at.folder, passphrase), "ok");
  },
  revoke: async (at, done) => {
    const code = await codeWith(at.folder, revoked);
    assert.ok(code === "wrong-passphrase" || (!done && code === "ok"), code);
  },
  change: async (at, done) => {
    const codes = [await codeWith(at.folder, passphrase), await codeWith(at.folder, second)];
    const changed = codes[0] === "wrong-passphrase" && codes[1] === "ok";
    assert.ok(changed || (!done && codes[0] === "ok" && codes[1] === "wrong-passphrase"), codes.join());
  },
  upgrade: async (at, done) => {
    const vault = must(await testVaults().open({ folder: at.folder, passphrase }));
    const passes = vault.slots().find((slot) => slot.slotId === at.slotId)?.kdf.passes;
    vault.close();
    assert.ok(passes === 4 || (!done && passes === 3), `${passes}`);
  },
  anchor: async (at, done) => {
    const vault = must(await testVaults().open({ folder: at.folder, passphrase }));
    vault.close();
    assert.ok(vault.anchor?.count === 7 || (!done && vault.anchor === undefined));
  },
  rotate: async (at) => {
    // Whoever comes first finishes it, and the other person gets in as before.
    assert.equal(await codeWith(at.folder, revoked), "ok");
    const left = readdirSync(at.folder).sort();
    assert.deepEqual(left, ["objects", "vault.db", "vault.hdr", "vault.hdr.bak", "vault.lock"]);
  },
};

/** One copy of the scene, one child, one end. Answers how many steps the work has, or undefined when it was killed. */
async function round(
  at: Scene,
  work: string,
  options: { fatal?: number; killAfterMs?: number },
): Promise<number | undefined> {
  const copy = { ...at, folder: `${at.folder}-round` };
  cpSync(at.folder, copy.folder, { recursive: true });
  const child = startChild("lock-changer.ts", copy.folder, work, String(options.fatal ?? -1), at.revokedSlot);
  assert.equal(await child.first(), "open");
  if (options.killAfterMs !== undefined) {
    await new Promise((resolve) => setTimeout(resolve, options.killAfterMs));
    await child.kill();
  } else await child.ended;
  const done = child.messages.find((message) => typeof message === "object" && message !== null && "done" in message);
  await outcomes[work]?.(copy, done !== undefined);
  const opened = await testVaults().open({ folder: copy.folder, passphrase });
  if (opened.ok) {
    await expectWhole(opened.value, at);
    opened.value.close();
  } else assert.ok(work === "change" && opened.error.code === "wrong-passphrase", codeOf(opened));
  rmSync(copy.folder, { recursive: true });
  // Safe: the child sends the number of its steps under this name.
  return done === undefined ? undefined : (done as { done: number }).done;
}

for (const work of ["anchor", "revoke", "add", "change", "upgrade", "rotate"]) {
  test(`${work}: killed at any step, the vault opens, nothing is lost, and what was acknowledged holds`, async (t) => {
    const at = await scene(t);
    const steps = await round(at, work, {});
    assert.ok(steps !== undefined && steps > 10, "the work has more steps than that");
    // Every day at every third step, each time others; in a storm at all of them.
    const stride = rounds(1) > 1 ? 1 : 3;
    let kills = 0;
    for (let fatal = Math.floor(Math.random() * stride); fatal < steps; fatal += stride) {
      assert.equal(await round(at, work, { fatal }), undefined, "the step was never reached");
      kills += 1;
    }
    t.diagnostic(`${work}: ${steps} steps, killed at ${kills} of them`);
  });
}

test("rotation killed at random times is finished at the next opening, by whoever opens", async (t) => {
  const at = await scene(t);
  const total = rounds(6);
  let finished = 0;
  for (let turn = 0; turn < total; turn += 1) {
    if ((await round(at, "rotate", { killAfterMs: Math.random() * 900 })) !== undefined) finished += 1;
  }
  t.diagnostic(`${total} kills, ${finished} rotations had been acknowledged`);
});
