import { createHash } from "node:crypto";
import type { IdRange, ListedRow } from "../../../shared/domain/list-spans.ts";
import type { Database } from "../database.ts";
import { toJson } from "./json-column.ts";

/** One entry on its way into an edition; the row is not part of what is stored once. */
export interface EntryToStage {
  readonly entryKey: string;
  readonly rowNumber: number;
}

/** Contents of editions to come. Each is stored once; one that is known already is taken as it is. */
export interface ListStagingTable {
  /** Marks an import as begun, so that what it leaves is found if the program dies. */
  begin(importId: string, atMs: number): void;
  /** The import has ended: it became an edition, or nothing of it is left. */
  end(importId: string): void;
  /** Imports that have begun and not ended. */
  begun(): string[];
  /** Stores the entries that are not there yet; answers where each is, and which numbers are new. */
  put(entries: readonly EntryToStage[]): { readonly rows: ListedRow[]; readonly created: IdRange | undefined };
  /** Works out the hash of at most `limit` contents from an earlier schema; answers how many there were. */
  hashOld(limit: number): number;
  /** Every number that may hold a content. */
  all(): IdRange;
  /** What every edition together holds; in no order. */
  held(): IdRange[];
  /** Takes contents away. None of an edition may be among them. */
  remove(range: IdRange): void;
}

const hashOf = (body: string): Buffer => createHash("sha256").update(body).digest();

export function createListStagingTable(db: Database): ListStagingTable {
  const begin = db.prepare<[string, number]>(
    "INSERT OR REPLACE INTO list_staging (import_id, started_at) VALUES (?, ?)",
  );
  const end = db.prepare<[string]>("DELETE FROM list_staging WHERE import_id = ?");
  const begun = db.prepare<[], { import_id: string }>("SELECT import_id FROM list_staging ORDER BY started_at");
  const byHash = db.prepare<[Buffer], { id: number }>("SELECT id FROM list_content WHERE hash = ?");
  const last = db.prepare<[], { id: number | null }>("SELECT max(id) AS id FROM list_content");
  const insert = db.prepare<[number, string, Buffer, string]>(
    "INSERT INTO list_content (id, entry_key, hash, body) VALUES (?, ?, ?, ?)",
  );
  const old = db.prepare<[number], { id: number; body: string }>(
    "SELECT id, body FROM list_content WHERE hash IS NULL LIMIT ?",
  );
  const setHash = db.prepare<[Buffer, number]>("UPDATE list_content SET hash = ? WHERE id = ?");
  const held = db.prepare<[], IdRange>("SELECT first, count FROM list_span");
  const remove = db.prepare<[number, number]>("DELETE FROM list_content WHERE id BETWEEN ? AND ?");
  const lastId = (): number => last.get()?.id ?? 0;
  return {
    begin: (importId, atMs) => void begin.run(importId, atMs),
    end: (importId) => void end.run(importId),
    begun: () => begun.all().map((row) => row.import_id),
    put: (entries) => {
      const before = lastId();
      let next = before;
      const rows = entries.map(({ rowNumber, ...content }): ListedRow => {
        const body = toJson(content);
        const hash = hashOf(body);
        const known = byHash.get(hash);
        if (known !== undefined) return { content: known.id, row: rowNumber };
        next += 1;
        insert.run(next, content.entryKey, hash, body);
        return { content: next, row: rowNumber };
      });
      return { rows, created: next === before ? undefined : { first: before + 1, count: next - before } };
    },
    hashOld: (limit) => {
      const rows = old.all(limit);
      for (const row of rows) setHash.run(hashOf(row.body), row.id);
      return rows.length;
    },
    all: () => ({ first: 1, count: lastId() }),
    held: () => held.all(),
    remove: ({ first, count }) => void remove.run(first, first + count - 1),
  };
}
