/** Opens a vault with the app's own schema, and is killed at a given step of the opening. */
import { createVaults } from "../../../../electron/vault/vault.ts";
import { must, testPorts } from "../scratch-vault.ts";
import { dieAtStep } from "./fault-points.ts";

const [folder = "", passphrase = "", fatal = "-1"] = process.argv.slice(2);
const counted = dieAtStep(Number(fatal));
must(await createVaults(testPorts).open({ folder, passphrase })).close();
process.send?.({ done: counted.steps() }, () => process.exit(0));
