import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { OpenedDatabase } from "../database.ts";
import { makeFolder, renameDurably } from "../durable-file.ts";
import { StorageError } from "../fault.ts";

/**
 * Writes a copy of the whole database under the same key, opens it and compares it, before a migration may touch the
 * original. Older copies go: what was deleted from the vault should not live on in a row of them.
 * Throws `StorageError` (a full disk, for example) and then leaves no half copy behind.
 */
export function setAsideCopy(options: {
  readonly folder: string;
  readonly original: Pick<OpenedDatabase, "db" | "steps">;
  readonly openCopy: (path: string) => OpenedDatabase;
}): void {
  const { folder, original, openCopy } = options;
  makeFolder(folder);
  const name = `version-${original.steps.version()}.db`;
  const draft = join(folder, `${name}.tmp`);
  removeDraft(draft);
  try {
    original.db.vacuumInto(draft);
    compare(original, openCopy(draft));
    renameDurably(draft, join(folder, name));
  } catch (error) {
    removeDraft(draft);
    throw error;
  }
  for (const other of readdirSync(folder)) if (other !== name) rmSync(join(folder, other), { force: true });
}

/** Removes every copy; the person has seen that the migrated vault works. */
export function discardSetAsideCopies(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

function removeDraft(draft: string): void {
  for (const ending of ["", "-wal", "-shm", "-journal"]) rmSync(`${draft}${ending}`, { force: true });
}

function compare(original: Pick<OpenedDatabase, "db" | "steps">, copy: OpenedDatabase): void {
  try {
    const same = copy.db.quickCheck() && fingerprint(copy) === fingerprint(original);
    if (!same) throw new StorageError("storage-failed", "copy-differs");
  } finally {
    copy.close();
  }
}

/** Version, schema and the number of rows of each table. Contents are vouched for by the page codes the check has read. */
function fingerprint(opened: Pick<OpenedDatabase, "db" | "steps">): string {
  const schema = opened.db
    .prepare<[], { type: string; name: string; sql: string | null }>(
      "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name",
    )
    .all();
  const counts = schema
    .filter(({ type, sql }) => type === "table" && sql !== null)
    .map(({ name }) => opened.db.prepare(`SELECT count(*) AS n FROM "${name.replaceAll('"', '""')}"`).get());
  return JSON.stringify([opened.steps.version(), schema, counts]);
}
