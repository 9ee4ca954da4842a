/**
 * Opens a vault and does one piece of work on its lock, and is killed at a given step of it or by its parent. It says
 * "open" before and "done" after; killed or not, what it had acknowledged must be there.
 */
import { kdfFloor } from "../../../../electron/vault/format.ts";
import type { OpenVault } from "../../../../electron/vault/vault.ts";
import { must, passphrase, testVaults } from "../scratch-vault.ts";
import { dieAtStep } from "./fault-points.ts";

/** The passphrase after a change, and that of the person who is added. */
const second = "二人目の合言葉";

const works: Readonly<Record<string, (vault: OpenVault, slotId: string) => Promise<unknown>>> = {
  add: async (vault) => must(await vault.addSlot({ current: passphrase, passphrase: second, kdf: kdfFloor })),
  revoke: async (vault, slotId) => must(await vault.revokeSlot({ current: passphrase, slotId })),
  change: async (vault) => must(await vault.changePassphrase({ current: passphrase, next: second, kdf: kdfFloor })),
  upgrade: async (vault) =>
    must(
      await vault.changePassphrase({
        current: passphrase,
        next: passphrase,
        kdf: { memoryKib: 65_536, passes: 4, lanes: 4 },
      }),
    ),
  anchor: async (vault) => vault.setAnchor({ count: 7, head: "ab".repeat(32), atMs: 1_795_395_600_000 }),
  rotate: async (vault) => must(await vault.rotateKey({ current: passphrase })),
};

const [folder = "", work = "", fatal = "-1", slotId = ""] = process.argv.slice(2);
const vault = must(await testVaults().open({ folder, passphrase }));
process.send?.("open");
const steps = dieAtStep(Number(fatal));
await works[work]?.(vault, slotId);
process.send?.({ done: steps.steps() }, () => process.exit(0));
