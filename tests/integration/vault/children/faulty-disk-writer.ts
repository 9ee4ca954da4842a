/**
 * Commits to a vault while the disk refuses now and then, and says on standard output what happened: "A<n>" after a commit
 * that was acknowledged, "E<code>" after one that was refused. Ends by itself after 150 turns.
 */
import { writeSync } from "node:fs";
import { StorageError } from "../../../../electron/vault/fault.ts";
import { must, passphrase, testVaults } from "../scratch-vault.ts";

const [folder = ""] = process.argv.slice(2);
const say = (word: string): void => void writeSync(1, `${word}\n`);
const vault = must(await testVaults().open({ folder, passphrase }));
const insert = vault.db.prepare("INSERT INTO note (body, attachment) VALUES (?, ?)");
for (let turn = 0; turn < 150; turn += 1) {
  try {
    const { lastInsertRowid } = vault.db.transaction(() => insert.run(`row ${turn}`, new Uint8Array((turn % 6) * 900)));
    say(`A${lastInsertRowid}`);
    if (turn % 20 === 19) vault.db.checkpoint();
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    say(`E${error.code}`);
  }
}
say("end");
try {
  vault.close();
} catch {
  // A disk that refuses to the last must not keep the process from ending.
}
