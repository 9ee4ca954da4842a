import { z } from "zod";
import { Instant } from "../../../shared/domain/time.ts";
import type { Database } from "../database.ts";
import { anyJson, toJson } from "./json-column.ts";

const Body = z.object({
  place: z.enum(["default", "chosen"]),
  snapshot: z.string(),
  sizeBytes: z.int().nonnegative(),
  objects: z.int().nonnegative(),
  missing: z.int().nonnegative(),
  trailCount: z.int().nonnegative(),
  trailHead: z.string(),
});

/** One backup that was made and verified. */
export const StoredBackup = Body.extend({
  id: z.string(),
  at: Instant,
  kind: z.enum(["automatic", "chosen"]),
});
export type StoredBackup = z.infer<typeof StoredBackup>;

/** The verified backups of this vault. A backup does not hold its own row: it was made before the row. */
export interface BackupTable {
  add(backup: StoredBackup): void;
  /** Latest first. */
  list(limit: number): StoredBackup[];
}

interface Row {
  readonly id: string;
  readonly at: number;
  readonly kind: string;
  readonly body: string;
}

export function createBackupTable(db: Database): BackupTable {
  const insert = db.prepare<[string, number, string, string]>(
    "INSERT INTO backup_run (id, at, kind, body) VALUES (?, ?, ?, ?)",
  );
  const latest = db.prepare<[number], Row>("SELECT id, at, kind, body FROM backup_run ORDER BY at DESC LIMIT ?");
  return {
    add: ({ id, at, kind, ...body }) => {
      insert.run(id, at, kind, toJson(body));
    },
    list: (limit) =>
      latest.all(limit).map(({ body, ...row }) => StoredBackup.parse({ ...Body.parse(anyJson(body)), ...row })),
  };
}
