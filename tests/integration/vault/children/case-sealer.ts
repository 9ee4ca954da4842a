/** Opens a vault and restricts and opens a case in turn for ever, telling each change after its commit has returned. */
import { createTables, openCaseKeys } from "../../../../electron/vault/tables/all.ts";
import { createVaults } from "../../../../electron/vault/vault.ts";
import { must } from "../../../support/must.ts";
import { testPassphrase } from "../../../support/test-engine.ts";
import { testPorts } from "../scratch-vault.ts";

const [folder = "", dossierId = "", key = ""] = process.argv.slice(2);
const vault = must(await createVaults(testPorts).open({ folder, passphrase: testPassphrase }));
const caseKey = Buffer.from(key, "hex");
process.send?.("open");

for (;;) {
  const from = openCaseKeys(vault, testPorts.random);
  const isRestricted = from.isRestricted(dossierId);
  const to = openCaseKeys(vault, testPorts.random);
  if (isRestricted) {
    from.admit(dossierId, caseKey);
    to.free(dossierId);
  } else to.admit(dossierId, caseKey);
  const { access } = createTables(vault.db, from);
  vault.db.transaction(() => {
    access.mark(dossierId, isRestricted ? "office" : "named");
    access.reseal(dossierId, { from, to });
  });
  vault.db.checkpoint();
  process.send?.(isRestricted ? "opened" : "restricted");
  await new Promise((resolve) => setImmediate(resolve));
}
