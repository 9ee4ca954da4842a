/**
 * Works on a vault and says on standard output what has been acknowledged: "A<n>" after the commit of row n, "P<n>" after
 * passphrase change n, "O<n>" after object n. Ends without closing.
 */
import { writeSync } from "node:fs";
import { kdfFloor } from "../../../../electron/vault/format.ts";
import { must, passphrase, testVaults } from "../scratch-vault.ts";

const [folder = "", changes = "0"] = process.argv.slice(2);
const say = (word: string): void => void writeSync(1, `${word}\n`);
const vault = must(await testVaults().create({ folder, passphrase, kdf: kdfFloor }));
say("A0");
const insert = vault.db.prepare("INSERT INTO note (id, body, attachment) VALUES (?, ?, ?)");

let id = 0;
function commit(turns: number): void {
  for (let turn = 0; turn < turns; turn += 1) {
    vault.db.transaction(() => {
      for (let row = 0; row <= turn % 4; row += 1) {
        id += 1;
        insert.run(id, "記録".repeat(30 + (turn % 5) * 40), new Uint8Array((turn % 6) * 900));
      }
    });
    say(`A${id}`);
    if (turn % 25 === 24) vault.db.checkpoint();
  }
}

commit(110);
let current = passphrase;
for (let change = 1; change <= Number(changes); change += 1) {
  const next = `${passphrase} ${change}`;
  must(await vault.changePassphrase({ current, next, kdf: kdfFloor }));
  current = next;
  say(`P${change}`);
  const source = (async function* () {
    yield Buffer.alloc(300_000, change);
  })();
  const { objectId, wrappedKey } = must(await vault.objects.write({ source }));
  id += 1;
  vault.db.transaction(() => insert.run(id, `object ${objectId}`, wrappedKey));
  say(`O${id}`);
  commit(10);
}
process.kill(process.pid, "SIGKILL");
