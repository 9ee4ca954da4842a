/** The real engine: opens the vault in `folder`, then records answers for ever and acknowledges each after it is stored. */
import { mustExist } from "../../../../shared/assert.ts";
import { ItemId } from "../../../../shared/domain/ids.ts";
import { must } from "../../../support/must.ts";
import { startTestEngine, testPassphrase } from "../../../support/test-engine.ts";

const [folder = "", round = ""] = process.argv.slice(2);
const { host } = await startTestEngine({ folder });
const [known] = must(await host.vault.status({})).vaults;
must(await host.vault.unlock({ vaultId: mustExist(known, "a vault").vaultId, passphrase: testPassphrase }));
const [row] = must(await host.dossiers.list({})).rows;
const { id: dossierId } = mustExist(row, "a dossier");
const { template, answers } = must(await host.checklist.open({ dossierId }));
const items = template.sections.flatMap((section) => section.items.map((item) => ItemId.parse(item.id)));
const revisions = new Map<string, number>(answers.map((answer) => [answer.itemId, answer.revision]));

process.send?.({ ready: true });
for (let turn = 0; ; turn += 1) {
  const itemId = mustExist(items[turn % items.length], "an item");
  // Now one page, now several: a kill may fall between the writes of one transaction.
  const fact = `${round}-${turn} ${"髙﨑𠮷葛󠄀".repeat((turn % 7) * 100)}`;
  const patch = { fact, answer: turn % 2 === 0 ? "none" : "unknown" };
  const reason = `理由 ${round}-${turn} 髙﨑`;
  const { revision } = must(
    await host.checklist.record({ dossierId, itemId, baseRevision: revisions.get(itemId) ?? 0, patch, reason }),
  );
  revisions.set(itemId, revision);
  process.send?.({ itemId, revision, fact, reason });
  await new Promise((resolve) => setImmediate(resolve));
}
