import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { createVaults } from "../../../electron/vault/vault.ts";
import { calls } from "../../../shared/contract/calls.ts";
import type { Fault } from "../../../shared/contract/channel.ts";
import { type PersonRole, personRoles } from "../../../shared/domain/people.ts";
import type { Result } from "../../../shared/result.ts";
import { answerDialogs, examplesFor } from "../../contract/examples.ts";
import { must } from "../../support/must.ts";
import { type Scene, setScene } from "../../support/scene.ts";
import { addPerson, changePlaces } from "../../support/second-person.ts";
import { startTestEngine, type TestEngine } from "../../support/test-engine.ts";
import { matrix } from "./role-matrix.ts";

/** Calls that close the vault, or open another one: each is made last and the person comes back. */
const leaving: readonly string[] = ["vault.lock", "vault.unlock", "vault.create"];

let kura: TestEngine;
let scene: Scene;
const passphraseOf = (role: PersonRole): string => `${role} の鍵は棚の奥の箱 2026`;

before(async () => {
  kura = await startTestEngine();
  scene = await setScene(kura);
  for (const role of personRoles) {
    const person = { displayName: `${role} 髙﨑`, unit: "架空室", roles: [role], passphrase: passphraseOf(role) };
    await addPerson(scene.desk, person);
  }
  // A first unlocking makes the person's own keys; nothing of that may be taken for a change by a refused call.
  for (const role of personRoles) await changePlaces(kura.host, passphraseOf(role));
});
after(() => kura.close());

async function requestsOf(role: PersonRole): Promise<ReadonlyMap<string, unknown>> {
  const own = { ...scene, desk: { ...scene.desk, passphrase: passphraseOf(role) } };
  const examples = examplesFor(own, { importId: "0".repeat(32) as never, answerRevision: 1 });
  return new Map(
    Object.entries(examples).flatMap(([area, verbs]) =>
      Object.entries(verbs).map(([verb, request]): [string, unknown] => [`${area}.${verb}`, request]),
    ),
  );
}

async function call(name: string, request: unknown): Promise<string> {
  answerDialogs(scene, name);
  const outcome: Result<unknown, Fault> = await kura.engine.dispatch(name, request);
  return outcome.ok ? "ok" : outcome.error.code;
}

/** A hash over every row of every table but the trail's; the vault must be locked. */
async function contentHash(): Promise<string> {
  const clock = { nowMs: () => Date.now(), monotonicMs: () => performance.now() };
  const random = { bytes: (count: number) => new Uint8Array(count).fill(7) };
  const opened = must(
    await createVaults({ clock, random }).open({
      folder: join(kura.folder, "vault"),
      passphrase: scene.desk.passphrase,
    }),
  );
  try {
    const hash = createHash("sha256");
    const names = opened.db
      .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      .all()
      .map(({ name }) => name)
      // Locking notes the end of the trail in the slot file, whose generation the core table mirrors.
      .filter((name) => !["audit", "trail_checkpoint", "vault_core"].includes(name));
    for (const name of names) {
      const rows = opened.db.prepare<[], object>(`SELECT * FROM "${name}"`).all();
      assert.ok(names.length > 20, "the vault's tables are there");
      hash.update(name).update(JSON.stringify(rows));
    }
    return hash.digest("hex");
  } finally {
    opened.close();
  }
}

test("the table has a line for every call of the contract and for nothing else", () => {
  const known = Object.entries(calls).flatMap(([area, verbs]) => Object.keys(verbs).map((verb) => `${area}.${verb}`));
  assert.deepEqual(Object.keys(matrix).toSorted(), known.toSorted());
});

describe("what a role alone may not do", () => {
  for (const role of personRoles) {
    test(`is refused to the ${role} at the door, call by call, and changes nothing`, async () => {
      // The first unlocking gives a person the key that signs the trail.
      await changePlaces(kura.host, passphraseOf(role));
      must(await kura.host.vault.lock({}));
      const before = await contentHash();
      await changePlaces(kura.host, passphraseOf(role));
      const requests = await requestsOf(role);
      const refused = Object.entries(matrix).filter(([, roles]) => !roles.includes(role));
      assert.ok(refused.length > 10);
      for (const [name] of refused) assert.equal(await call(name, requests.get(name)), "not-permitted", name);
      must(await kura.host.vault.lock({}));
      assert.equal(await contentHash(), before, "a refused call changed something");
    });
  }

  for (const role of ["reviewer", "approver", "secretary"] as const) {
    test(`holds for the whole trail and the ${role}`, async () => {
      await changePlaces(kura.host, passphraseOf(role));
      assert.equal(await call("trail.list", { dossierId: null, before: null, limit: 1 }), "not-permitted");
    });
  }
});

test("the administrator reads the whole trail, sees no case in any list and none by its id", async () => {
  await changePlaces(kura.host, passphraseOf("administrator"));
  assert.equal(await call("trail.list", { dossierId: null, before: null, limit: 1 }), "ok");
  assert.deepEqual(must(await kura.host.dossiers.list({})).rows, []);
  const { waiting, dossiers } = must(await kura.host.dossiers.waiting({}));
  assert.deepEqual([waiting, dossiers], [[], 0]);
  assert.equal(await call("dossiers.get", { dossierId: scene.dossierId }), "not-permitted");
});

describe("what a role alone may do", () => {
  for (const role of personRoles) {
    test(`gets past the door for the ${role}`, async () => {
      await changePlaces(kura.host, passphraseOf(role));
      const requests = await requestsOf(role);
      const allowed = Object.entries(matrix).filter(([, roles]) => roles.includes(role));
      const staying = allowed.filter(([name]) => !leaving.includes(name));
      const last = allowed.filter(([name]) => leaving.includes(name));
      for (const [name] of [...staying, ...last]) {
        const code = await call(name, requests.get(name));
        assert.ok(!["not-permitted", "bad-request", "internal", "unknown-call"].includes(code), `${name}: ${code}`);
        if (!leaving.includes(name)) assert.notEqual(code, "vault-locked", name);
      }
      must(await kura.host.vault.lock({}));
      must(await kura.host.vault.unlock({ vaultId: scene.vaultId, passphrase: passphraseOf(role) }));
    });
  }
});
