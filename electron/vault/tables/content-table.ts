import type { Sha256 } from "../../../shared/domain/ids.ts";
import type { Database } from "../database.ts";
import { anyJson } from "./json-column.ts";

/** What kind of content a hash stands for. */
export type ContentKind = "template" | "policy";

/** Content that dossiers were worked with, kept for ever under the SHA-256 of its canonical JSON. */
export interface ContentTable {
  keep(content: { hash: Sha256; kind: ContentKind; body: unknown; atMs: number }): void;
  find(hash: string): unknown;
}

export function createContentTable(db: Database): ContentTable {
  const insert = db.prepare<[string, string, string, number]>(
    "INSERT INTO content (hash, kind, body, stored_at) VALUES (?, ?, ?, ?) ON CONFLICT (hash) DO NOTHING",
  );
  const select = db.prepare<[string], { body: string }>("SELECT body FROM content WHERE hash = ?");
  return {
    keep: ({ hash, kind, body, atMs }) => {
      insert.run(hash, kind, JSON.stringify(body), atMs);
    },
    find: (hash) => {
      const row = select.get(hash);
      return row === undefined ? undefined : anyJson(row.body);
    },
  };
}
