import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Database } from "../database.ts";
import { makeFolder } from "../durable-file.ts";
import { faultOf, StorageError } from "../fault.ts";
import { names } from "../folder.ts";
import { BackupRefusal } from "./backup-fault.ts";
import { tableNames } from "./copy-check.ts";
import { copyFile, copyFileFrom, ours, refuseCancelled, removeQuietly } from "./file-work.ts";
import { refuseTooLittleSpace } from "./free-space.ts";
import { runCopyCheck } from "./run-copy-check.ts";

/** What of an open vault its pages are read by. */
export interface PageSource {
  readonly folder: string;
  readonly db: Database;
  /** A copy of the database key for the check; wiped by whoever takes it. */
  databaseKey(): Uint8Array;
}

/** One check of the pages. */
export interface PageCheckRequest {
  readonly signal: AbortSignal;
  /** Bytes copied and then read again, of about so many. */
  readonly onProgress: (done: number, total: number) => void;
}

/** What the pages say. */
export interface PageFacts {
  readonly tables: number;
  readonly damagedTables: number;
  readonly brokenReferences: number;
}

/**
 * Reads every page as it lies on the disk, while work goes on: SQLite checks a table in one go and only the connection that
 * holds the vault may read its file, so a copy is checked in a worker and removed. `undefined` when there is no room for a
 * copy or it cannot be read; then the tables have to be read where they are. Throws `cancelled` and `vault-locked`.
 */
export async function checkPages(source: PageSource, request: PageCheckRequest): Promise<PageFacts | undefined> {
  const { signal } = request;
  refuseCancelled(signal);
  const draft = join(source.folder, names.pageCheck);
  removePageCheck(source.folder);
  const frozen = source.db.freeze();
  try {
    const tables = tableNames(source.db).length;
    await refuseTooLittleSpace(source.folder, frozen.sizeBytes);
    await ours(() => makeFolder(draft));
    const total = 2 * frozen.sizeBytes;
    let done = 0;
    const onBytes = (count: number): void => {
      done += count;
      request.onProgress(done, total);
    };
    const read = (into: Uint8Array, at: number): number => frozen.read(into, at);
    await copyFile({ read, target: join(draft, names.database), signal, onBytes });
    frozen.release();
    const slotFile = join(source.folder, names.slotFile);
    await copyFileFrom(slotFile, { target: join(draft, names.slotFile), signal, onBytes: () => undefined });
    const facts = await runCopyCheck({
      request: { folder: draft, objects: draft, objectIds: [], key: source.databaseKey() },
      signal,
      onProgress: (doneBytes) => request.onProgress(Math.min(done + doneBytes, total), total),
    });
    return { tables, damagedTables: facts.damagedTables, brokenReferences: facts.brokenReferences };
  } catch (error) {
    if (!source.db.isOpen) throw new StorageError("vault-locked", "closed");
    const code = error instanceof BackupRefusal ? error.code : faultOf(error)?.code;
    if (code === undefined || code === "cancelled") throw error;
    return undefined;
  } finally {
    frozen.release();
    await removeQuietly(draft);
  }
}

/** Removes the copy that a check left behind when its process was ended. */
export function removePageCheck(folder: string): void {
  rmSync(join(folder, names.pageCheck), { recursive: true, force: true });
}
