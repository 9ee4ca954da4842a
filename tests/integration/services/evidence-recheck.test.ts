import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { EvidenceId } from "../../../shared/domain/ids.ts";
import { type IntakeDesk, openIntakeDesk, takenIn, textBytes } from "../../support/intake-desk.ts";
import { must } from "../../support/must.ts";
import { testPassphrase } from "../../support/test-engine.ts";

const dayMs = 86_400_000;

describe("evidence read again after unlocking, without anybody asking", () => {
  let desk: IntakeDesk;
  let kura: IntakeDesk["kura"];
  let sound: EvidenceId;
  let spoilt: EvidenceId;

  before(async () => {
    desk = await openIntakeDesk({ recheckAfterMs: 1 });
    kura = desk.kura;
    sound = takenIn(await desk.upload("無事 髙﨑.txt", textBytes(400))).id;
    spoilt = takenIn(await desk.upload("大きい 𠮷.txt", textBytes(600 * 1024))).id;
  });
  after(() => desk.close());

  const standing = async (id: EvidenceId) => {
    const { evidence } = must(await kura.host.evidence.list({ dossierId: desk.dossierId }));
    const one = evidence.find((piece) => piece.id === id);
    return [one?.integrity, one?.checkedAt] as const;
  };
  const checks = async (id: EvidenceId) => {
    const { touches } = must(await kura.host.intake.custody({ dossierId: desk.dossierId, evidenceId: id }));
    return touches.filter(({ act }) => act === "checked").map(({ body }) => body.facts);
  };
  const noted = async () => {
    const { entries } = must(await kura.host.trail.list({ dossierId: desk.dossierId, before: null, limit: 200 }));
    return entries.filter(({ kind }) => kind === "evidence-checked").length;
  };
  async function reopen(): Promise<void> {
    const { openVaultId } = must(await kura.host.vault.status({}));
    must(await kura.host.vault.lock({}));
    must(await kura.host.vault.unlock({ vaultId: openVaultId ?? "", passphrase: testPassphrase }));
  }
  async function until(isSo: () => Promise<boolean>): Promise<void> {
    for (let turn = 0; turn < 500; turn += 1) {
      if (await isSo()) return;
      await new Promise((rested) => setTimeout(rested, 20));
    }
    assert.fail("it never came");
  }
  const findings = async () =>
    must(await kura.host.health.check({ taskId: "health" })).findings.filter(({ code }) => code.startsWith("recheck"));

  test("is left alone while it was read within the week", async () => {
    await reopen();
    await new Promise((rested) => setTimeout(rested, 300));
    assert.deepEqual([await checks(sound), await checks(spoilt)], [[], []]);
    assert.deepEqual(await findings(), []);
  });

  test("is found sound with a touch of custody and no note in the trail", async () => {
    kura.advance(8 * dayMs);
    await reopen();
    await until(async () => (await findings()).length > 0);
    assert.deepEqual(
      [await checks(sound), await checks(spoilt)],
      Array(2).fill([{ integrity: "intact", asked: false }]),
    );
    assert.equal(await noted(), 0);
    assert.deepEqual(await findings(), [{ code: "recheck-fine", numbers: { count: 2, days: 0 } }]);
    assert.equal(must(await kura.host.dossiers.waiting({})).changedEvidence, 0);
  });

  test("is marked, noted and shown at home and in the check of the vault once a byte of its object has turned", async () => {
    const [object] = desk.objectFiles().filter((name) => name.endsWith(".obj"));
    const path = join(kura.folder, "vault", "objects", object ?? "");
    const bytes = readFileSync(path);
    const middle = Math.floor(bytes.length / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    kura.advance(8 * dayMs);
    await reopen();
    await until(async () => (await standing(spoilt))[0] !== "intact" && (await checks(sound)).length === 2);
    assert.deepEqual([(await standing(spoilt))[0], (await standing(sound))[0]], ["missing", "intact"]);
    assert.equal(await noted(), 1);
    assert.equal(must(await kura.host.dossiers.waiting({})).changedEvidence, 1);
    assert.deepEqual(
      (await findings()).map(({ code, numbers }) => [code, numbers["count"]]),
      [["recheck-changed", 1]],
    );
  });
});
