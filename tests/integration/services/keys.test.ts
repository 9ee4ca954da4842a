import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { kdfFloor } from "../../../electron/vault/format.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { must } from "../../support/must.ts";
import { addPerson, approver, asPerson, changePlaces } from "../../support/second-person.ts";
import { tempFolder } from "../../support/temp-folder.ts";
import { startTestEngine, type TestEngine } from "../../support/test-engine.ts";

const passphrase = "蔵の鍵は梅の根の下 2026 年";

describe("one's own key and the vault's", () => {
  let kura: TestEngine;
  let dossierId: DossierId;

  before(async () => {
    kura = await startTestEngine();
    const names = { personName: "髙﨑 𠮷", officeName: "架空研究機構" };
    must(await kura.host.vault.create({ place: "default", ...names, passphrase }));
    const made = must(await kura.host.dossiers.create({ kind: "self-check", title: "点検", subject: null }));
    dossierId = made.id;
    await addPerson({ host: kura.host, passphrase }, { ...approver, roles: ["approver"] });
  });
  after(() => kura.close());

  test("the costs of a key are told in whole mebibytes and passes", async () => {
    const own = must(await kura.host.keys.own({}));
    assert.ok(own.memoryMib >= 64, String(own.memoryMib));
    assert.ok(own.passes >= 3 && own.lanes >= 1);
    assert.equal(own.canBeStronger, false, "the test engine makes new keys at the very same costs");
  });

  test("strengthening needs the passphrase, leaves it as it is, and stands in the trail", async () => {
    const refused = await kura.host.keys.strengthen({ passphrase: "これは違う合言葉である" });
    assert.equal(refused.ok ? "ok" : refused.error.code, "wrong-passphrase");
    must(await kura.host.keys.strengthen({ passphrase }));
    await changePlaces(kura.host, passphrase);
    const { entries } = must(await kura.host.trail.list({ dossierId: null, before: null, limit: 20 }));
    assert.ok(entries.some(({ kind }) => kind === "passphrase-changed"));
  });

  test("after a new vault key everybody still comes in with their own passphrase and finds the cases", async () => {
    must(await kura.host.keys.rotate({ passphrase }));
    assert.equal(must(await kura.host.dossiers.get({ dossierId })).title, "点検");
    const office = { host: kura.host, passphrase };
    const seen = await asPerson(office, approver.passphrase, async () => kura.host.dossiers.get({ dossierId }));
    assert.equal(must(seen).title, "点検");
    const { entries } = must(await kura.host.trail.list({ dossierId: null, before: null, limit: 20 }));
    assert.ok(entries.some(({ kind }) => kind === "vault-key-rotated"));
  });

  test("whoever does not manage people cannot change the vault's key", async () => {
    const office = { host: kura.host, passphrase };
    const refused = await asPerson(office, approver.passphrase, () =>
      kura.host.keys.rotate({ passphrase: approver.passphrase }),
    );
    assert.equal(refused.ok ? "ok" : refused.error.code, "not-permitted");
  });

  test("a wrong passphrase leaves the vault's key as it is", async () => {
    const refused = await kura.host.keys.rotate({ passphrase: "これは違う合言葉である" });
    assert.equal(refused.ok ? "ok" : refused.error.code, "wrong-passphrase");
  });
});

describe("a key made when machines were slower", () => {
  test("is said to be weaker than what this machine would choose, until it is strengthened", async (t) => {
    const folder = tempFolder(t);
    const names = { personName: "髙﨑 𠮷", officeName: "架空研究機構" };
    const before = await startTestEngine({ folder });
    must(await before.host.vault.create({ place: "default", ...names, passphrase }));
    await before.close();
    const now = await startTestEngine({ folder, kdf: { ...kdfFloor, memoryKib: 2 * kdfFloor.memoryKib } });
    const [known] = must(await now.host.vault.status({})).vaults;
    must(await now.host.vault.unlock({ vaultId: known?.vaultId ?? "", passphrase }));
    const weak = must(await now.host.keys.own({}));
    const strong = must(await now.host.keys.strengthen({ passphrase }));
    await changePlaces(now.host, passphrase);
    const kept = must(await now.host.keys.own({}));
    await now.close();
    assert.deepEqual([weak.memoryMib, weak.canBeStronger], [64, true]);
    assert.deepEqual([strong.memoryMib, strong.canBeStronger], [128, false]);
    assert.deepEqual([kept.memoryMib, kept.canBeStronger], [128, false]);
  });
});
