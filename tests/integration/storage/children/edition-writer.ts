/**
 * The real engine: opens the vault in `folder`, reads the list file at `path` and makes the second edition of `title` of it. It is
 * killed at the step `fatal`, counted from where storing begins, or where `from` is "finishing" from where the edition is made of
 * what was stored; without one it says at which steps storing and all of it ended.
 */
import { mustExist } from "../../../../shared/assert.ts";
import { detailsOf } from "../../../support/list-file.ts";
import { must } from "../../../support/must.ts";
import { startTestEngine, testPassphrase } from "../../../support/test-engine.ts";
import { dieAtStep } from "../../vault/children/fault-points.ts";

const [folder = "", path = "", title = "", fatal = "-1", from = "storing"] = process.argv.slice(2);
const { host, answers } = await startTestEngine({ folder });
const [known] = must(await host.vault.status({})).vaults;
must(await host.vault.unlock({ vaultId: mustExist(known, "a vault").vaultId, passphrase: testPassphrase }));
answers["list"] = [path];
const { importId, mapping } = must(await host.screening.beginImport({}));
const storing = from === "storing" ? dieAtStep(Number(fatal)) : undefined;
must(await host.screening.tryImport({ importId, layout: "csv", mapping, title }));
const stored = storing?.steps() ?? 0;
const steps = storing ?? dieAtStep(Number(fatal));
const details = detailsOf({ title, edition: "第2版", publishedDay: "2026-10-08" });
must(await host.screening.finishImport({ importId, details }));
process.send?.({ stored, finished: steps.steps() }, () => process.exit(0));
