import { StorageError } from "./fault.ts";

/** Runs one PRAGMA and answers its first value; throws `StorageError`. */
export type Pragma = (text: string) => unknown;

/** True when SQLite finds every page of the database, or of one table and its indexes, whole and in order. */
export function quickCheck(pragma: Pragma, table: string | undefined): boolean {
  try {
    return pragma(`quick_check(${table === undefined ? "1" : quotedName(table)})`) === "ok";
  } catch (error) {
    if (error instanceof StorageError && error.code === "vault-damaged") return false;
    throw error;
  }
}

/** A name of the schema as SQL takes it. */
export function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
