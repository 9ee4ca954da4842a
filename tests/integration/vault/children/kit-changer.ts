/**
 * Opens a vault through the engine's door and puts a kit in force, or gives a person a new key, and is killed at a given step
 * of it. It says which sheets are at stake before and "done" after.
 */
import { mustExist } from "../../../../shared/assert.ts";
import { must } from "../../../support/must.ts";
import { confirmAll, drawKit } from "../../../support/recovery-kit.ts";
import { startTestEngine, testPassphrase } from "../../../support/test-engine.ts";
import { dieAtStep } from "./fault-points.ts";

const [folder = "", work = "", fatal = "-1", nextPassphrase = "", ...shares] = process.argv.slice(2);
const { host } = await startTestEngine({ folder });
const { vaultId } = mustExist(must(await host.vault.status({})).vaults[0], "the vault");

async function enforce(): Promise<() => Promise<unknown>> {
  must(await host.vault.unlock({ vaultId, passphrase: testPassphrase }));
  const kit = await drawKit(host, { threshold: 2, count: 2, passphrase: testPassphrase });
  await confirmAll(host, kit);
  process.send?.({ sheets: kit.typed(1, 2) });
  return async () => must(await host.recovery.enforce({ kitId: kit.kitId, passphrase: testPassphrase }));
}

async function restore(): Promise<() => Promise<unknown>> {
  const { people } = must(await host.recovery.open({ vaultId, shares }));
  const { personId } = mustExist(people[0], "a person");
  process.send?.({ sheets: shares });
  return async () => must(await host.recovery.restore({ personId, passphrase: nextPassphrase }));
}

const run = await (work === "restore" ? restore() : enforce());
const steps = dieAtStep(Number(fatal));
await run();
process.send?.({ done: steps.steps() }, () => process.exit(0));
