import assert from "node:assert/strict";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import { combineShares, passphraseOf } from "../../../electron/recovery/kit.ts";
import { readShare } from "../../../electron/recovery/share.ts";
import { createVaults } from "../../../electron/vault/vault.ts";
import { mustExist } from "../../../shared/assert.ts";
import type { RecoverablePerson } from "../../../shared/domain/recovery.ts";
import { examplesFor } from "../../contract/examples.ts";
import { must } from "../../support/must.ts";
import { confirmAll, drawKit, makeKit, type PaperKit } from "../../support/recovery-kit.ts";
import { deskOf, setScene } from "../../support/scene.ts";
import { addPerson } from "../../support/second-person.ts";
import { codeOf, createVault, startTestEngine, type TestEngine, testPassphrase } from "../../support/test-engine.ts";
import { openCase } from "../../support/whole-job.ts";
import { testPorts } from "../vault/scratch-vault.ts";

const passphrase = testPassphrase;
const colleague = {
  displayName: "葛󠄀城 ﾊﾅｺ",
  unit: "架空研究推進部",
  roles: ["approver"],
  passphrase: "二人目の鍵は松の枝の上 2026",
} as const;
const newPassphrase = "新しい鍵は霧の朝の鷺 2027";

let kura: TestEngine;
let vaultId: string;
beforeEach(async () => {
  kura = await startTestEngine();
  await createVault(kura.host);
  vaultId = must(await kura.host.vault.status({})).openVaultId ?? "";
});
afterEach(() => kura.close());

const kitInForce = async () => must(await kura.host.recovery.status({})).kit;
const unlock = async (by: string): Promise<string> => codeOf(await kura.host.vault.unlock({ vaultId, passphrase: by }));

async function openWith(kit: PaperKit, ...numbers: number[]): Promise<readonly RecoverablePerson[]> {
  return must(await kura.host.recovery.open({ vaultId, shares: kit.typed(...numbers) })).people;
}

/** The slots of the locked vault, by kind. */
async function slotKinds(): Promise<string[]> {
  const opened = must(await createVaults(testPorts).open({ folder: join(kura.folder, "vault"), passphrase }));
  const kinds = opened.slots().map(({ kind }) => kind);
  opened.close();
  return kinds;
}

describe("making a kit", () => {
  it("changes nothing in the vault before every sheet was confirmed and the kit put in force", async () => {
    const kit = await drawKit(kura.host, { threshold: 2, count: 3, passphrase });
    assert.equal(await kitInForce(), null);
    assert.equal(codeOf(await kura.host.recovery.enforce({ kitId: kit.kitId, passphrase })), "no-recovery-kit");
    const [first] = kit.sheets;
    await confirmAll(kura.host, { ...kit, sheets: kit.sheets.slice(1) });
    assert.equal(codeOf(await kura.host.recovery.enforce({ kitId: kit.kitId, passphrase })), "no-recovery-kit");
    await confirmAll(kura.host, { ...kit, sheets: [mustExist(first, "a sheet")] });
    const { kit: made } = must(await kura.host.recovery.enforce({ kitId: kit.kitId, passphrase }));
    assert.deepEqual([made?.kitId, made?.threshold, made?.count, made?.rehearsals], [kit.kitId, 2, 3, []]);
    must(await kura.host.vault.lock({}));
    assert.deepEqual(await slotKinds(), ["passphrase", "recovery"]);
  });

  it("asks for two words of each sheet and names the place of a wrong one", async () => {
    const { kitId, sheets } = await drawKit(kura.host, { threshold: 2, count: 2, passphrase });
    for (const { index, words, asked } of sheets) {
      const [first, second] = asked;
      assert.ok(first >= 6 && first < second && second <= 32, String(asked));
      const right = words[first - 1] ?? "";
      const wrong = await kura.host.recovery.confirmSheet({ kitId, index, words: [right, "abandon"] });
      assert.deepEqual(wrong.ok ? {} : wrong.error.details, { words: 32, at: second });
    }
  });

  it("takes the passphrase of whoever is at the keyboard, both times", async () => {
    const wrong = "これは違う合言葉である";
    assert.equal(
      codeOf(await kura.host.recovery.draw({ threshold: 2, count: 2, passphrase: wrong })),
      "wrong-passphrase",
    );
    const kit = await drawKit(kura.host, { threshold: 2, count: 2, passphrase });
    await confirmAll(kura.host, kit);
    const { kitId } = kit;
    assert.equal(codeOf(await kura.host.recovery.enforce({ kitId, passphrase: wrong })), "wrong-passphrase");
    must(await kura.host.recovery.enforce({ kitId, passphrase }));
  });

  it("refuses more sheets needed than there are, fewer than two and more than nine", async () => {
    for (const [threshold, count] of [
      [4, 3],
      [1, 3],
      [2, 10],
    ] as const) {
      assert.equal(codeOf(await kura.host.recovery.draw({ threshold, count, passphrase })), "bad-request");
    }
  });

  it("is forgotten when it is dropped, when another is drawn and when the vault locks", async () => {
    const dropped = await drawKit(kura.host, { threshold: 2, count: 2, passphrase });
    await confirmAll(kura.host, dropped);
    must(await kura.host.recovery.drop({}));
    assert.equal(codeOf(await kura.host.recovery.enforce({ kitId: dropped.kitId, passphrase })), "no-recovery-kit");
    const first = await drawKit(kura.host, { threshold: 2, count: 2, passphrase });
    await confirmAll(kura.host, first);
    const second = await drawKit(kura.host, { threshold: 2, count: 2, passphrase });
    assert.equal(codeOf(await kura.host.recovery.enforce({ kitId: first.kitId, passphrase })), "no-recovery-kit");
    await confirmAll(kura.host, second);
    must(await kura.host.vault.lock({}));
    assert.equal(await unlock(passphrase), "ok");
    assert.equal(codeOf(await kura.host.recovery.enforce({ kitId: second.kitId, passphrase })), "no-recovery-kit");
    assert.equal(await kitInForce(), null);
  });

  it("leaves the earlier kit valid until the new one is in force, and void after", async () => {
    const earlier = await makeKit(kura.host, passphrase);
    const later = await drawKit(kura.host, { threshold: 2, count: 2, passphrase });
    must(await kura.host.recovery.rehearse({ shares: earlier.typed(1, 2, 3) }));
    await confirmAll(kura.host, later);
    must(await kura.host.recovery.enforce({ kitId: later.kitId, passphrase }));
    assert.equal(codeOf(await kura.host.recovery.rehearse({ shares: earlier.typed(1, 2, 3) })), "recovery-refused");
    must(await kura.host.recovery.rehearse({ shares: later.typed(1, 2) }));
    must(await kura.host.vault.lock({}));
    assert.equal(
      codeOf(await kura.host.recovery.open({ vaultId, shares: earlier.typed(1, 2, 3) })),
      "recovery-refused",
    );
    assert.deepEqual(await slotKinds(), ["passphrase", "recovery"]);
  });
});

describe("a rehearsal", () => {
  it("proves any quorum, opens nothing, and is recorded with who held it", async () => {
    const kit = await makeKit(kura.host, passphrase);
    assert.equal(must(await kura.host.recovery.status({})).isRehearsalDue, true);
    const after = must(await kura.host.recovery.rehearse({ shares: kit.typed(5, 1, 3) }));
    assert.equal(after.isRehearsalDue, false);
    const [rehearsal] = after.kit?.rehearsals ?? [];
    assert.deepEqual([rehearsal?.outcome, rehearsal?.byName, rehearsal?.sharesUsed], ["opened", "髙﨑 𠮷", 3]);
    const { entries } = must(await kura.host.trail.list({ dossierId: null, before: null, limit: 1 }));
    assert.equal(entries[0]?.kind, "recovery-rehearsed");
    assert.deepEqual(entries[0]?.details, { kit: kit.kitId, outcome: "opened", shares: 3 });
    assert.deepEqual(Object.keys(after).toSorted(), ["isRehearsalDue", "kit"]);
  });

  it("is due again after twelve months", async () => {
    const kit = await makeKit(kura.host, passphrase);
    must(await kura.host.recovery.rehearse({ shares: kit.typed(1, 2, 3) }));
    const day = 86_400_000;
    kura.advance(360 * day);
    assert.equal(await unlock(passphrase), "ok");
    assert.equal(must(await kura.host.recovery.status({})).isRehearsalDue, false);
    kura.advance(7 * day);
    assert.equal(await unlock(passphrase), "ok");
    assert.equal(must(await kura.host.recovery.status({})).isRehearsalDue, true);
  });

  it("refuses too few sheets, one sheet twice, mixed kits and a wrong word, each with its reason", async () => {
    const kit = await makeKit(kura.host, passphrase);
    const stranger = await drawKit(kura.host, { threshold: 3, count: 5, passphrase });
    const attempt = async (shares: string[]) => {
      const result = await kura.host.recovery.rehearse({ shares });
      return result.ok ? "ok" : { code: result.error.code, details: result.error.details };
    };
    const insufficient = { code: "shares-insufficient", details: { threshold: 3, present: 2 } };
    assert.deepEqual(await attempt(kit.typed(1, 2)), insufficient);
    assert.deepEqual(await attempt(kit.typed(1, 2, 2)), insufficient);
    const mixed = await attempt([...kit.typed(1, 2), ...stranger.typed(3)]);
    assert.deepEqual(mixed, { code: "share-mixed", details: undefined });
    const [first = "", ...rest] = kit.typed(1, 2, 3);
    const spoilt = first.replace(/^(\S+ ){4}\S+/u, (start) => start.replace(/\S+$/u, "zzzz"));
    assert.deepEqual(await attempt([spoilt, ...rest]), { code: "share-unreadable", details: { words: 32, at: 5 } });
    assert.deepEqual((await kitInForce())?.rehearsals, []);
  });

  it("with a full quorum of another vault's kit is refused and recorded as that", async () => {
    await makeKit(kura.host, passphrase);
    const stranger = await drawKit(kura.host, { threshold: 2, count: 2, passphrase });
    assert.equal(codeOf(await kura.host.recovery.rehearse({ shares: stranger.typed(1, 2) })), "recovery-refused");
    assert.deepEqual(
      (await kitInForce())?.rehearsals.map(({ outcome }) => outcome),
      ["refused"],
    );
  });

  it("needs a kit", async () => {
    const kit = await drawKit(kura.host, { threshold: 2, count: 2, passphrase });
    assert.equal(codeOf(await kura.host.recovery.rehearse({ shares: kit.typed(1, 2) })), "no-recovery-kit");
  });
});

describe("recovering access", () => {
  it("gives one person a new key: the new passphrase opens, the old one does not, the others' go on", async () => {
    await addPerson({ host: kura.host, passphrase }, colleague);
    const kit = await makeKit(kura.host, passphrase);
    must(await kura.host.vault.lock({}));
    const people = await openWith(kit, 2, 4, 5);
    assert.deepEqual(
      people.map(({ displayName }) => displayName).toSorted(),
      [colleague.displayName, "髙﨑 𠮷"].toSorted(),
    );
    const personId = mustExist(people.find(({ displayName }) => displayName === "髙﨑 𠮷")?.personId, "the person");
    const restored = must(await kura.host.recovery.restore({ personId, passphrase: newPassphrase }));
    assert.deepEqual(restored, { displayName: "髙﨑 𠮷", casesOpened: 0, casesLeft: 0 });
    assert.equal(await unlock(passphrase), "wrong-passphrase");
    assert.equal(await unlock(colleague.passphrase), "ok");
    assert.equal(await unlock(newPassphrase), "ok");
    assert.equal(must(await kura.host.vault.status({})).personName, "髙﨑 𠮷");
    const { entries } = must(await kura.host.trail.list({ dossierId: null, before: null, limit: 50 }));
    const used = mustExist(
      entries.find(({ kind }) => kind === "recovery-used"),
      "a line in the trail",
    );
    assert.deepEqual(used.details, { kit: kit.kitId, shares: 3, person: personId, cases: 0 });
    assert.equal(must(await kura.host.trail.check({})).verdict, "whole");
    // The kit is as good as before.
    must(await kura.host.recovery.rehearse({ shares: kit.typed(1, 2, 3) }));
  });

  it("opens the restricted cases of the person to the new key, once a reader has unlocked since the kit was made", async () => {
    const { id } = await openCase(deskOf(kura), (field) => `${field} 架空`);
    must(await kura.host.access.restrict({ dossierId: id, readers: [], passphrase }));
    const kit = await makeKit(kura.host, passphrase);
    must(await kura.host.vault.lock({}));
    assert.equal(await unlock(passphrase), "ok");
    const [person] = await openWith(kit, 1, 2, 3);
    const { personId } = mustExist(person, "a person");
    const restored = must(await kura.host.recovery.restore({ personId, passphrase: newPassphrase }));
    assert.deepEqual([restored.casesOpened, restored.casesLeft], [1, 0]);
    assert.equal(await unlock(newPassphrase), "ok");
    assert.equal(must(await kura.host.dossiers.get({ dossierId: id })).id, id);
  });

  it("retires the signing certificate, and the person makes a new one", async () => {
    must(await kura.host.identity.create({ name: "髙﨑 𠮷", passphrase }));
    const kit = await makeKit(kura.host, passphrase);
    const [person] = await openWith(kit, 1, 2, 3);
    must(
      await kura.host.recovery.restore({ personId: mustExist(person, "a person").personId, passphrase: newPassphrase }),
    );
    assert.equal(await unlock(newPassphrase), "ok");
    assert.equal(must(await kura.host.identity.current({})).identity, null);
    must(await kura.host.identity.create({ name: "髙﨑 𠮷", passphrase: newPassphrase }));
    assert.notEqual(must(await kura.host.identity.current({})).identity, null);
  });

  it("refuses a weak new passphrase and a person it does not know, and can then go on", async () => {
    const kit = await makeKit(kura.host, passphrase);
    const [person] = await openWith(kit, 1, 2, 3);
    const personId = mustExist(person, "a person").personId;
    const restore = async (by: string, id = personId): Promise<string> =>
      codeOf(await kura.host.recovery.restore({ personId: id, passphrase: by }));
    assert.equal(await restore("ああああああああああああ"), "weak-passphrase");
    assert.equal(await restore(newPassphrase, "0".repeat(32) as typeof personId), "unknown-person");
    assert.equal(await restore(newPassphrase), "ok");
    assert.equal(await restore(newPassphrase), "recovery-refused");
  });

  it("is over when it is left, when somebody unlocks, and when the person leaves the machine", async () => {
    const kit = await makeKit(kura.host, passphrase);
    const [person] = await openWith(kit, 1, 2, 3);
    const personId = mustExist(person, "a person").personId;
    must(await kura.host.recovery.leave({}));
    assert.equal(codeOf(await kura.host.recovery.restore({ personId, passphrase: newPassphrase })), "recovery-refused");
    await openWith(kit, 1, 2, 3);
    assert.equal(await unlock(passphrase), "ok");
    assert.equal(codeOf(await kura.host.recovery.restore({ personId, passphrase: newPassphrase })), "recovery-refused");
    await openWith(kit, 1, 2, 3);
    kura.leave("screen-lock");
    assert.equal(codeOf(await kura.host.recovery.restore({ personId, passphrase: newPassphrase })), "recovery-refused");
    assert.equal(await unlock(passphrase), "ok");
  });

  it("begins with a lock: whoever was at the keyboard is out", async () => {
    const kit = await makeKit(kura.host, passphrase);
    await openWith(kit, 1, 2, 3);
    assert.equal(must(await kura.host.vault.status({})).state, "locked");
    assert.equal(codeOf(await kura.host.dossiers.list({})), "vault-locked");
  });

  it("is refused one sheet short, with mixed sheets and for a vault without a kit", async () => {
    const kit = await makeKit(kura.host, passphrase);
    const stranger = await drawKit(kura.host, { threshold: 3, count: 5, passphrase });
    must(await kura.host.vault.lock({}));
    const attempt = async (shares: string[]): Promise<string> =>
      codeOf(await kura.host.recovery.open({ vaultId, shares }));
    assert.equal(await attempt(kit.typed(1, 2)), "shares-insufficient");
    assert.equal(await attempt([...kit.typed(1, 2), ...stranger.typed(3)]), "share-mixed");
    assert.equal(await attempt(stranger.typed(1, 2, 3)), "recovery-refused");
    assert.equal(
      codeOf(await kura.host.recovery.open({ vaultId: "0".repeat(32), shares: kit.typed(1, 2, 3) })),
      "vault-absent",
    );
  });

  it("does not make the sheets' secret a passphrase of anybody", async () => {
    const kit = await makeKit(kura.host, passphrase);
    const shares = kit.typed(1, 2, 3).map((text) => must(readShare(text)));
    const secret = passphraseOf(must(await combineShares(shares)));
    must(await kura.host.vault.lock({}));
    assert.equal(await unlock(secret), "unknown-person");
    assert.equal(must(await kura.host.vault.status({})).state, "locked");
    assert.equal(await unlock(passphrase), "ok");
    must(await kura.host.recovery.rehearse({ shares: kit.typed(1, 2, 3) }));
  });
});

describe("a vault that a recovery holds open", () => {
  let scene: Awaited<ReturnType<typeof setScene>>;
  let full: TestEngine;
  before(async () => {
    full = await startTestEngine();
    scene = await setScene(full);
  });
  after(() => full.close());

  /** What each call answers now, but for those that open, close or end something. */
  async function answers(): Promise<Record<string, string>> {
    const examples = examplesFor(scene, { importId: "0".repeat(32) as never, answerRevision: 1 });
    const ending = /^(vault\.(create|find|unlock|lock)|recovery\.(open|restore|leave)|app\.)/u;
    const codes: Record<string, string> = {};
    for (const [area, verbs] of Object.entries(examples)) {
      for (const [verb, request] of Object.entries(verbs)) {
        const name = `${area}.${verb}`;
        if (!ending.test(name)) codes[name] = codeOf(await full.engine.dispatch(name, request));
      }
    }
    return codes;
  }

  it("answers every other call of the contract as a locked one does", async () => {
    const kit = await makeKit(full.host, scene.desk.passphrase);
    must(await full.host.vault.lock({}));
    const locked = await answers();
    assert.ok(Object.values(locked).filter((code) => code === "vault-locked").length > 60);
    must(await full.host.recovery.open({ vaultId: scene.vaultId, shares: kit.typed(1, 2, 3) }));
    assert.deepEqual(await answers(), locked);
    must(await full.host.recovery.leave({}));
  });
});
