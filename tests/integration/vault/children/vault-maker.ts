/** Makes one vault; says so before it starts. */
import { kdfFloor } from "../../../../electron/vault/format.ts";
import { codeOf, passphrase, testVaults } from "../scratch-vault.ts";

process.send?.("starting");
const made = await testVaults().create({ folder: process.argv[2] ?? "", passphrase, kdf: kdfFloor });
process.send?.(codeOf(made));
setInterval(() => undefined, 1000);
