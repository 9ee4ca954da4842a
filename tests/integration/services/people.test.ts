import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { kdfFloor } from "../../../electron/vault/format.ts";
import { createVaults, type OpenVault } from "../../../electron/vault/vault.ts";
import { PersonId } from "../../../shared/domain/ids.ts";
import type { PersonInput, PersonView } from "../../../shared/domain/people.ts";
import { must } from "../../support/must.ts";
import { addPerson, changePlaces } from "../../support/second-person.ts";
import { codeOf, createVault, startTestEngine, type TestEngine, testPassphrase } from "../../support/test-engine.ts";

let kura: TestEngine;
let founder: PersonView;
let vaultId: string;
const wrong = "ちがう合言葉ちがう合言葉";
const passphraseOf = (name: string): string => `${name} の鍵は梁の上の箱 2026`;
const asAuditor = { unit: "監査室", roles: ["auditor"] } as const;

before(async () => {
  kura = await startTestEngine();
  await createVault(kura.host);
  const [first] = must(await kura.host.people.list({})).people;
  assert.ok(first);
  founder = first;
  vaultId = must(await kura.host.vault.status({})).openVaultId ?? "";
});
after(() => kura.close());

const unlock = async (passphrase: string): Promise<string> =>
  codeOf(await kura.host.vault.unlock({ vaultId, passphrase }));

const add = (name: string, roles: PersonInput["roles"] = [...asAuditor.roles]): Promise<PersonView> =>
  addPerson(
    { host: kura.host, passphrase: testPassphrase },
    { displayName: name, unit: asAuditor.unit, roles, passphrase: passphraseOf(name) },
  );

const inputOf = ({ displayName, unit, roles }: PersonView): PersonInput => ({ displayName, unit, roles });

const liveNames = async (): Promise<string[]> =>
  must(await kura.host.people.list({}))
    .people.filter((person) => person.revokedAt === null)
    .map((person) => person.displayName);

/** Works on the vault's files as a machine that stopped half-way would have left them; the engine is locked meanwhile. */
async function leaveBehind(work: (vault: OpenVault) => unknown): Promise<void> {
  must(await kura.host.vault.lock({}));
  const clock = { nowMs: () => Date.now(), monotonicMs: () => performance.now() };
  const random = { bytes: (count: number) => new Uint8Array(randomBytes(count)) };
  const folder = join(kura.folder, "vault");
  const opened = must(await createVaults({ clock, random }).open({ folder, passphrase: testPassphrase }));
  await work(opened);
  opened.close();
}

test("whoever makes a vault reviews and keeps house in it", async () => {
  assert.deepEqual(founder.roles, ["reviewer", "administrator"]);
  const status = must(await kura.host.vault.status({}));
  assert.equal(status.personId, founder.id);
  assert.ok(status.rights.includes("manage-people") && !status.rights.includes("approve-decisions"));
});

test("a person let in opens the vault with a passphrase of their own and does what their roles allow", async () => {
  const added = await add("葛󠄀城 ﾊﾅｺ");
  assert.equal(added.hasKey, true);
  await changePlaces(kura.host, passphraseOf("葛󠄀城 ﾊﾅｺ"));
  const status = must(await kura.host.vault.status({}));
  assert.deepEqual([status.personId, status.personName, status.roles], [added.id, "葛󠄀城 ﾊﾅｺ", ["auditor"]]);
  await changePlaces(kura.host, testPassphrase);
});

test("a weak passphrase lets nobody in and leaves no row", async () => {
  const before = await liveNames();
  const person = { displayName: "短", unit: "", roles: ["auditor" as const] };
  const refused = await kura.host.people.add({ person, newPassphrase: "password1234", passphrase: testPassphrase });
  assert.equal(codeOf(refused), "weak-passphrase");
  assert.deepEqual(await liveNames(), before);
});

test("no change of people passes with a wrong passphrase, and none is made", async () => {
  const target = await add("二階堂");
  const before = must(await kura.host.people.list({})).people;
  const [personId, person] = [target.id, { ...inputOf(target), roles: ["administrator" as const] }];
  const newPassphrase = passphraseOf("誰か");
  const { host } = kura;
  assert.equal(codeOf(await host.people.add({ person, newPassphrase, passphrase: wrong })), "wrong-passphrase");
  assert.equal(codeOf(await host.people.change({ personId, person, passphrase: wrong })), "wrong-passphrase");
  assert.equal(codeOf(await host.people.giveKey({ personId, newPassphrase, passphrase: wrong })), "wrong-passphrase");
  assert.equal(codeOf(await host.people.revoke({ personId, passphrase: wrong })), "wrong-passphrase");
  assert.deepEqual(must(await host.people.list({})).people, before);
});

test("a person's new roles hold from their next unlocking", async () => {
  const target = await add("三島");
  const person = { ...inputOf(target), roles: ["reviewer" as const] };
  must(await kura.host.people.change({ personId: target.id, person, passphrase: testPassphrase }));
  await changePlaces(kura.host, passphraseOf("三島"));
  assert.deepEqual(must(await kura.host.vault.status({})).roles, ["reviewer"]);
  await changePlaces(kura.host, testPassphrase);
});

test("whoever has a key cannot be given another one to be acted for", async () => {
  const target = await add("四条");
  const newPassphrase = passphraseOf("すり替え");
  const refused = await kura.host.people.giveKey({ personId: target.id, newPassphrase, passphrase: testPassphrase });
  assert.equal(codeOf(refused), "unknown-person");
  must(await kura.host.vault.lock({}));
  assert.equal(await unlock(newPassphrase), "wrong-passphrase");
  assert.equal(await unlock(testPassphrase), "ok");
});

test("a person shut out opens nothing any more, and the record of them stays", async () => {
  const target = await add("五木");
  must(await kura.host.people.revoke({ personId: target.id, passphrase: testPassphrase }));
  must(await kura.host.vault.lock({}));
  assert.equal(await unlock(passphraseOf("五木")), "wrong-passphrase");
  assert.equal(await unlock(testPassphrase), "ok");
  const kept = must(await kura.host.people.list({})).people.find((person) => person.id === target.id);
  assert.ok(kept !== undefined && kept.revokedAt !== null && !kept.hasKey);
  const again = await kura.host.people.change({
    personId: target.id,
    person: inputOf(kept),
    passphrase: testPassphrase,
  });
  assert.equal(codeOf(again), "unknown-person");
});

test("an old copy of the slot file lets somebody who was shut out into nothing", async () => {
  const target = await add("八神");
  const folder = join(kura.folder, "vault");
  must(await kura.host.vault.lock({}));
  const kept = ["vault.hdr", "vault.hdr.bak"].map(
    (name) => [join(folder, name), readFileSync(join(folder, name))] as const,
  );
  assert.equal(await unlock(testPassphrase), "ok");
  must(await kura.host.people.revoke({ personId: target.id, passphrase: testPassphrase }));
  must(await kura.host.vault.lock({}));
  const current = kept.map(([path]) => [path, readFileSync(path)] as const);
  for (const [path, bytes] of kept) writeFileSync(path, bytes);
  assert.notEqual(await unlock(passphraseOf("八神")), "ok");
  for (const [path, bytes] of current) writeFileSync(path, bytes);
  assert.equal(await unlock(testPassphrase), "ok");
});

describe("the last administrator", () => {
  test("neither gives the role up nor leaves", async () => {
    const person = { ...inputOf(founder), roles: ["reviewer" as const] };
    const passphrase = testPassphrase;
    const given = await kura.host.people.change({ personId: founder.id, person, passphrase });
    assert.equal(codeOf(given), "last-administrator");
    assert.equal(codeOf(await kura.host.people.revoke({ personId: founder.id, passphrase })), "last-administrator");
    assert.deepEqual(must(await kura.host.vault.status({})).roles, ["reviewer", "administrator"]);
  });

  test("is not relieved by somebody who cannot unlock yet", async () => {
    await leaveBehind((vault) => insertPerson(vault, { name: "鍵なし", roles: ["administrator"] }));
    assert.equal(await unlock(testPassphrase), "ok");
    const refused = await kura.host.people.revoke({ personId: founder.id, passphrase: testPassphrase });
    assert.equal(codeOf(refused), "last-administrator");
  });

  test("may leave once another one can unlock, and the vault locks behind them", async () => {
    const other = await startTestEngine();
    try {
      await createVault(other.host);
      const person = { displayName: "後任", unit: "", roles: ["administrator"] as const };
      await addPerson(
        { host: other.host, passphrase: testPassphrase },
        { ...person, passphrase: passphraseOf("後任") },
      );
      const { personId, openVaultId } = must(await other.host.vault.status({}));
      assert.ok(personId !== null && openVaultId !== null);
      must(await other.host.people.revoke({ personId, passphrase: testPassphrase }));
      assert.equal(must(await other.host.vault.status({})).state, "locked");
      const back = async (passphrase: string): Promise<string> =>
        codeOf(await other.host.vault.unlock({ vaultId: openVaultId, passphrase }));
      assert.equal(await back(testPassphrase), "unknown-person");
      assert.equal(await back(passphraseOf("後任")), "ok");
      must(await other.host.vault.lock({}));
      assert.equal(await back(testPassphrase), "wrong-passphrase");
    } finally {
      await other.close();
    }
  });
});

function insertPerson(vault: OpenVault, { name, roles }: { name: string; roles: readonly string[] }): string {
  const id = PersonId.parse(randomBytes(16).toString("hex"));
  vault.db
    .prepare<[string, string, string, number]>(
      "INSERT INTO person (id, slot_id, display_name, roles, created_at) VALUES (?, NULL, ?, ?, ?)",
    )
    .run(id, name, JSON.stringify(roles), Date.now());
  return id;
}

describe("a machine that stops between the slot file and the list of people", () => {
  test("leaves a key that belongs to nobody: it opens nothing, and the next unlocking shuts it", async () => {
    const passphrase = passphraseOf("孤児");
    await leaveBehind((vault) => vault.addSlot({ current: testPassphrase, passphrase, kdf: kdfFloor }));
    for (const _ of ["once", "and again"]) assert.equal(await unlock(passphrase), "unknown-person");
    assert.equal(must(await kura.host.vault.status({})).state, "locked");
    assert.equal(await unlock(testPassphrase), "ok");
    must(await kura.host.vault.lock({}));
    assert.equal(await unlock(passphrase), "wrong-passphrase");
    assert.equal(await unlock(testPassphrase), "ok");
  });

  test("leaves a key of a person shut out: it opens nothing, and the next unlocking by anybody shuts it", async () => {
    const target = await add("六車");
    await leaveBehind((vault) =>
      vault.db.prepare<[number, string]>("UPDATE person SET revoked_at = ? WHERE id = ?").run(Date.now(), target.id),
    );
    must(await kura.host.vault.lock({}));
    assert.equal(await unlock(passphraseOf("六車")), "unknown-person");
    assert.equal(await unlock(testPassphrase), "ok");
    must(await kura.host.vault.lock({}));
    assert.equal(await unlock(passphraseOf("六車")), "wrong-passphrase");
    assert.equal(await unlock(testPassphrase), "ok");
  });

  test("leaves a person without a key: shown so, and given one later", async () => {
    let id = "";
    await leaveBehind((vault) => {
      id = insertPerson(vault, { name: "七尾", roles: ["auditor"] });
    });
    assert.equal(await unlock(testPassphrase), "ok");
    const shown = must(await kura.host.people.list({})).people.find((person) => person.id === id);
    assert.equal(shown?.hasKey, false);
    const request = { personId: PersonId.parse(id), newPassphrase: passphraseOf("七尾"), passphrase: testPassphrase };
    assert.equal(must(await kura.host.people.giveKey(request)).hasKey, true);
    must(await kura.host.vault.lock({}));
    assert.equal(await unlock(passphraseOf("七尾")), "ok");
    assert.equal(must(await kura.host.vault.status({})).personName, "七尾");
  });
});
