/** Opens a database, reports what it finds, then commits for ever and acknowledges each commit after it has returned. */
import { openDatabase } from "../../../../electron/vault/database.ts";

const [path = "", key = ""] = process.argv.slice(2);
const { db } = openDatabase({ path, key: Buffer.from(key, "hex") });
const found = db
  .prepare<[], { newest: number | null; rows: number }>("SELECT max(id) AS newest, count(*) AS rows FROM note")
  .get();
const insert = db.prepare("INSERT INTO note (id, body, attachment) VALUES (?, ?, ?)");
process.send?.({ found, sound: db.quickCheck() });

let id = found?.newest ?? 0;
for (let turn = 0; ; turn += 1) {
  // Several rows of changing size, so that kills fall before, inside and after writes of many pages.
  db.transaction(() => {
    for (let row = 0; row <= turn % 5; row += 1) {
      id += 1;
      insert.run(id, "記録".repeat(50), new Uint8Array((turn % 7) * 700));
    }
  });
  process.send?.({ acknowledged: id });
  if (turn % 40 === 39) db.checkpoint();
  await new Promise((resolve) => setImmediate(resolve));
}
