import type { EditionId } from "../../../shared/domain/ids.ts";
import type { Database } from "../database.ts";

/** An index that is kept whole: the version of its making, and of how many blocks it is. */
export interface KeptIndex {
  readonly version: number;
  readonly blocks: number;
}

/**
 * Kept indexes of editions, in blocks. Made from the entries and made anew when one is missing, so that losing them costs
 * time alone. An index counts as kept only once `finish` was called.
 */
export interface NameIndexTable {
  find(editionId: EditionId): KeptIndex | undefined;
  block(editionId: EditionId, number: number): Uint8Array | undefined;
  put(editionId: EditionId, number: number, block: Uint8Array): void;
  finish(editionId: EditionId, kept: KeptIndex): void;
  /** Editions that have blocks, kept whole or not. */
  editions(): EditionId[];
  /** Takes at most `limit` blocks away and first the mark that they are whole; answers whether any are left. */
  forget(editionId: EditionId, limit: number): boolean;
}

export function createNameIndexTable(db: Database): NameIndexTable {
  const find = db.prepare<[string], KeptIndex>("SELECT version, blocks FROM name_index WHERE edition_id = ?");
  const block = db.prepare<[string, number], { block: Uint8Array }>(
    "SELECT block FROM name_index_block WHERE edition_id = ? AND number = ?",
  );
  const put = db.prepare<[string, number, Uint8Array]>(
    "INSERT INTO name_index_block (edition_id, number, block) VALUES (?, ?, ?)",
  );
  const finish = db.prepare<[string, number, number]>(
    "INSERT OR REPLACE INTO name_index (edition_id, version, blocks) VALUES (?, ?, ?)",
  );
  const editions = db.prepare<[], { edition_id: EditionId }>("SELECT DISTINCT edition_id FROM name_index_block");
  const unmark = db.prepare<[string]>("DELETE FROM name_index WHERE edition_id = ?");
  const remove = db.prepare<[string, number]>(
    "DELETE FROM name_index_block WHERE id IN (SELECT id FROM name_index_block WHERE edition_id = ? LIMIT ?)",
  );
  return {
    find: (editionId) => find.get(editionId),
    block: (editionId, number) => block.get(editionId, number)?.block,
    put: (editionId, number, bytes) => {
      put.run(editionId, number, bytes);
    },
    finish: (editionId, { version, blocks }) => {
      finish.run(editionId, version, blocks);
    },
    editions: () => editions.all().map((row) => row.edition_id),
    forget: (editionId, limit) => {
      unmark.run(editionId);
      return remove.run(editionId, limit).changes === limit;
    },
  };
}
