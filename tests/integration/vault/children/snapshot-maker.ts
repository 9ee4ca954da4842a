/** Opens a vault and makes one snapshot after the other until it is killed; sends "open", then each finished name. */
import { randomBytes } from "node:crypto";
import { createVaults } from "../../../../electron/vault/vault.ts";
import { must, passphrase, testPorts } from "../scratch-vault.ts";

const [folder = "", root = "", ids = ""] = process.argv.slice(2);
const vault = must(await createVaults(testPorts).open({ folder, passphrase }));
const objectIds = new Set(ids.split(",").filter((id) => id !== ""));
process.send?.("open");
for (;;) {
  const name = randomBytes(8).toString("hex");
  vault.db.prepare("INSERT INTO setting (name, value) VALUES (?, '1')").run(name);
  const signal = new AbortController().signal;
  const request = { root, atMs: Date.now(), objectIds: () => objectIds, signal, onProgress: () => undefined };
  const made = await vault.takeSnapshot(request);
  process.send?.(must(made).name);
}
