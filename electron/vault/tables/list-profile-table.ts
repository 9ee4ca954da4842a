import { ListProfile } from "../../../shared/domain/list-editions.ts";
import type { Database } from "../database.ts";
import { anyJson, toJson } from "./json-column.ts";

/** How columns of list files are read, by name. Belongs to no case. */
export interface ListProfileTable {
  /** All of them, the latest used first. */
  list(): ListProfile[];
  /** Those made for a file with this header, the latest used first. */
  fitting(headerHash: string): ListProfile[];
  /** Keeps one under its name; one of that name is replaced. */
  keep(profile: ListProfile, headerHash: string): void;
  /** Answers whether there was one. */
  drop(name: string): boolean;
}

interface Row {
  readonly name: string;
  readonly body: string;
  readonly used_at: number;
  readonly kept_by: string;
}

function toProfile({ name, body, used_at, kept_by }: Row): ListProfile {
  const document = anyJson(body);
  return ListProfile.parse({
    ...(typeof document === "object" ? document : {}),
    ...{ name, usedAt: used_at, keptBy: kept_by },
  });
}

export function createListProfileTable(db: Database): ListProfileTable {
  const all = db.prepare<[], Row>("SELECT name, body, used_at, kept_by FROM list_profile ORDER BY used_at DESC, name");
  const fitting = db.prepare<[string], Row>(
    "SELECT name, body, used_at, kept_by FROM list_profile WHERE header_hash = ? ORDER BY used_at DESC, name",
  );
  const keep = db.prepare<[string, string, string, number, string]>(
    "INSERT OR REPLACE INTO list_profile (name, header_hash, body, used_at, kept_by) VALUES (?, ?, ?, ?, ?)",
  );
  const drop = db.prepare<[string]>("DELETE FROM list_profile WHERE name = ?");
  return {
    list: () => all.all().map(toProfile),
    fitting: (headerHash) => fitting.all(headerHash).map(toProfile),
    keep: ({ name, usedAt, keptBy, ...body }, headerHash) => {
      keep.run(name, headerHash, toJson(body), usedAt, keptBy);
    },
    drop: (name) => drop.run(name).changes > 0,
  };
}
