import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { createEngineClient, type EngineClient } from "../../../electron/engine/engine-client.ts";
import { createSilentLog } from "../../../electron/log.ts";
import type { KuraClient } from "../../../shared/contract/calls.ts";
import { engineClientOf } from "../../support/call-engine.ts";
import { createDialogScript } from "../../support/chromium-host/dialog-script.ts";
import { forkEngine } from "../../support/chromium-host/forked-engine.ts";
import { must } from "../../support/must.ts";
import { codeOf, createVault, places, testPassphrase } from "../../support/test-engine.ts";

describe("calls in flight when the vault locks", () => {
  const userData = mkdtempSync(join(tmpdir(), "kura-flight-"));
  let engine: EngineClient;
  let host: KuraClient;
  const acknowledged: string[] = [];

  before(async () => {
    engine = createEngineClient({
      spawn: () => forkEngine(new URL("../../support/quick-engine.ts", import.meta.url).pathname),
      facts: { paths: { userData, ...places }, info: { version: "0.0.0-test", host: "chromium" }, clockOffsetMs: 0 },
      dialogs: createDialogScript().dialogs,
      log: createSilentLog(),
    });
    host = engineClientOf(engine);
    await createVault(host);
  });
  after(async () => {
    await engine.close();
    rmSync(userData, { recursive: true, force: true });
  });

  const make = (number: number): ReturnType<KuraClient["dossiers"]["create"]> =>
    host.dossiers.create({ kind: "self-check", title: `点検 ${number}`, subject: null });

  it("are either done or answer that the vault is locked, and nothing else", async () => {
    const before20 = Array.from({ length: 20 }, (_, number) => make(number));
    const locked = host.vault.lock({});
    const answers = await Promise.all(before20);
    // Windows may have a moment to hand in; calls keep coming in until the first is refused.
    while (!answers.some((answer) => !answer.ok)) answers.push(await make(100 + answers.length));
    must(await locked);
    for (const answer of answers) {
      if (answer.ok) acknowledged.push(answer.value.id);
      else assert.equal(codeOf(answer), "vault-locked");
    }
    assert.ok(acknowledged.length > 0, "something was under way");
    assert.ok(acknowledged.length < answers.length, "something was refused");
  });

  it("have left exactly what they acknowledged", async () => {
    const { vaults } = must(await host.vault.status({}));
    must(await host.vault.unlock({ vaultId: vaults[0]?.vaultId ?? "", passphrase: testPassphrase }));
    const { rows } = must(await host.dossiers.list({}));
    assert.deepEqual(rows.map((row) => row.id as string).sort(), [...acknowledged].sort());
  });

  it("answer that the vault is locked even when the key was being derived anew for them", async () => {
    const made = must(await make(200));
    const slow = host.dossiers.reveal({ dossierId: made.id, field: "intake.residency", passphrase: testPassphrase });
    must(await host.vault.lock({}));
    assert.equal(codeOf(await slow), "vault-locked");
  });
});
