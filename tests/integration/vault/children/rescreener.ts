/** Unlocks a vault whose cases are due to be screened again, and is killed at a given step of that. It says "done" after. */
import { mustExist } from "../../../../shared/assert.ts";
import { must } from "../../../support/must.ts";
import { startTestEngine, testPassphrase } from "../../../support/test-engine.ts";
import { dieAtStep } from "./fault-points.ts";

const [folder = "", fatal = "-1"] = process.argv.slice(2);
const { host } = await startTestEngine({ folder, rescreenAfterMs: 1 });
const { vaultId } = mustExist(must(await host.vault.status({})).vaults[0], "the vault");
must(await host.vault.unlock({ vaultId, passphrase: testPassphrase }));
const steps = dieAtStep(Number(fatal));
while (must(await host.screening.rescreening({})).waiting > 0) await new Promise((resolve) => setTimeout(resolve, 10));
process.send?.({ done: steps.steps() }, () => process.exit(0));
