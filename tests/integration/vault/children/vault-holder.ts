/** Opens a vault and holds it until it is killed; answers with the code of the opening. */
import { codeOf, passphrase, testVaults } from "../scratch-vault.ts";

const opened = await testVaults().open({ folder: process.argv[2] ?? "", passphrase });
process.send?.(codeOf(opened));
setInterval(() => undefined, 1000);
