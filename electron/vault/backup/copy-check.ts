import { join } from "node:path";
import { type Database, openDatabase } from "../database.ts";
import { StorageError } from "../fault.ts";
import { names } from "../folder.ts";
import { hashFile } from "./file-work.ts";
import { objectFile } from "./layout.ts";
import type { FileFacts } from "./manifest.ts";

/** What the check of a copy needs. */
export interface CopyCheckRequest {
  /** Folder with the copy's database and slot file. */
  readonly folder: string;
  /** Where its objects lie. */
  readonly objects: string;
  readonly objectIds: readonly string[];
  /** The database key; wiped as soon as the database is open. */
  readonly key: Uint8Array;
}

/** What the check found, to be compared with the manifest by whoever asked. */
export interface CopyFacts {
  readonly database: FileFacts;
  readonly slotFile: FileFacts;
  /** One entry per object asked for; null where the file is missing. */
  readonly objects: readonly (FileFacts | null)[];
  /** True when every page of every table has its code and its place, and no reference leads nowhere. */
  readonly whole: boolean;
  /** Tables with a page that lacks its code or its place. */
  readonly damagedTables: number;
  /** Rows of whole tables that refer to rows that are not there. */
  readonly brokenReferences: number;
  readonly schema: number;
  readonly tables: Readonly<Record<string, number>>;
  readonly trail: { readonly count: number; readonly head: string };
}

/**
 * Reads a whole copy: hashes every file, opens the database, reads every page and counts. Changes nothing that counts; the
 * database's log is gone again when this returns. Takes seconds per gigabyte and belongs into a worker.
 */
export async function checkCopy(
  request: CopyCheckRequest,
  onProgress: (doneBytes: number) => void,
): Promise<CopyFacts> {
  const never = new AbortController().signal;
  let done = 0;
  const onBytes = (count: number): void => {
    done += count;
    onProgress(done);
  };
  try {
    const database = await hashFile(join(request.folder, names.database), never, onBytes);
    const slotFile = await hashFile(join(request.folder, names.slotFile), never, onBytes);
    const objects: (FileFacts | null)[] = [];
    for (const id of request.objectIds) objects.push(await hashIfThere(objectFile(request.objects, id), onBytes));
    return { database, slotFile, objects, ...checkDatabase(request) };
  } finally {
    request.key.fill(0);
  }
}

async function hashIfThere(path: string, onBytes: (count: number) => void): Promise<FileFacts | null> {
  try {
    return await hashFile(path, new AbortController().signal, onBytes);
  } catch (error) {
    if (error instanceof StorageError && error.reason === "ENOENT") return null;
    throw error;
  }
}

type DatabaseFacts = Omit<CopyFacts, "database" | "slotFile" | "objects">;

function checkDatabase(request: CopyCheckRequest): DatabaseFacts {
  const opened = openDatabase({ path: join(request.folder, names.database), key: request.key });
  request.key.fill(0);
  try {
    const { db } = opened;
    const tables = tableNames(db);
    const sound = tables.filter((name) => db.quickCheck(name));
    const damagedTables = tables.length - sound.length;
    const brokenReferences = sound.reduce((sum, name) => sum + db.brokenReferences(name), 0);
    const pages = { whole: damagedTables === 0 && brokenReferences === 0, damagedTables, brokenReferences };
    return { ...pages, schema: opened.steps.version(), tables: countRows(db, tables), trail: trailHead(db) };
  } finally {
    opened.close();
  }
}

/** Every table of the schema, in the order of the names. */
export function tableNames(db: Database): string[] {
  return db
    .prepare<[], { name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .all()
    .map(({ name }) => name);
}

/** How many rows each of these tables has. */
export function countRows(db: Database, tables: readonly string[]): Record<string, number> {
  const count = (name: string): number =>
    db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM "${name.replaceAll('"', '""')}"`).get()?.n ?? 0;
  return Object.fromEntries(tables.map((name) => [name, count(name)]));
}

/** The end of the trail: how many links, and the hash of the last. */
export function trailHead(db: Database): { count: number; head: string } {
  const last = db
    .prepare<[], { count: number; head: string }>(
      "SELECT sequence AS count, hash AS head FROM audit ORDER BY sequence DESC LIMIT 1",
    )
    .get();
  return last ?? { count: 0, head: "0".repeat(64) };
}
