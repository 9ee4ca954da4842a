/** The refusals the vault can give; the same words stand in the table of error codes. */
export type VaultCode =
  | "vault-locked"
  | "vault-absent"
  | "vault-exists"
  | "vault-damaged"
  | "vault-newer"
  | "vault-busy"
  | "wrong-passphrase"
  | "weak-passphrase"
  | "storage-full"
  | "storage-readonly"
  | "storage-gone"
  | "storage-failed"
  | "kdf-out-of-memory"
  | "cancelled";

/** One refusal: a code and, where it helps the person on call, short fixed words or numbers. Never a path or content. */
export interface VaultFault<C extends VaultCode = VaultCode> {
  readonly code: C;
  readonly details?: Readonly<Record<string, string | number>> | undefined;
}

/**
 * What the vault's synchronous parts throw when the disk or the file refuses. `code` is the refusal to show;
 * `reason` is SQLite's or the system's own short code, or a fixed word, for the log.
 */
export class StorageError extends Error {
  readonly code: VaultCode;
  readonly reason: string;

  constructor(code: VaultCode, reason: string) {
    super(`${code} (${reason})`);
    this.name = "StorageError";
    this.code = code;
    this.reason = reason;
  }
}

/** The refusal inside a thrown error, or `undefined` when the error is a bug and must travel on. */
export function faultOf(error: unknown): VaultFault | undefined {
  const storage = error instanceof StorageError ? error : storageErrorFrom(error);
  return storage === undefined ? undefined : { code: storage.code, details: { reason: storage.reason } };
}

/**
 * Turns SQLite's and the file system's error codes into ours; the one place that knows them.
 * Answers `undefined` for anything that is no storage error.
 */
export function storageErrorFrom(error: unknown): StorageError | undefined {
  if (error instanceof StorageError) return error;
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return undefined;
  const code = error.code.startsWith("SQLITE_") ? codeOfSqlite(error.code) : codeOfSystem.get(error.code);
  return code === undefined ? undefined : new StorageError(code, error.code);
}

const exactSqliteCodes = new Map<string, VaultCode>([
  ["SQLITE_FULL", "storage-full"],
  ["SQLITE_NOTADB", "vault-damaged"],
  ["SQLITE_PERM", "storage-readonly"],
  ["SQLITE_READONLY_DBMOVED", "storage-gone"],
  ["SQLITE_IOERR_DATA", "vault-damaged"],
  ["SQLITE_IOERR_CORRUPTFS", "vault-damaged"],
  ["SQLITE_NOMEM", "storage-failed"],
]);

// Longest families last would not matter: no two of these prefixes overlap.
const sqliteFamilies: readonly (readonly [string, VaultCode])[] = [
  ["SQLITE_READONLY", "storage-readonly"],
  ["SQLITE_CORRUPT", "vault-damaged"],
  ["SQLITE_BUSY", "vault-busy"],
  ["SQLITE_LOCKED", "vault-busy"],
  ["SQLITE_IOERR", "storage-failed"],
  ["SQLITE_CANTOPEN", "storage-failed"],
  ["SQLITE_PROTOCOL", "storage-failed"],
];

// A broken constraint or bad SQL is a bug of the caller, so those codes are left out on purpose.
function codeOfSqlite(code: string): VaultCode | undefined {
  return exactSqliteCodes.get(code) ?? sqliteFamilies.find(([prefix]) => code.startsWith(prefix))?.[1];
}

const codeOfSystem = new Map<string, VaultCode>([
  ["ENOSPC", "storage-full"],
  ["EDQUOT", "storage-full"],
  ["EFBIG", "storage-full"],
  ["EROFS", "storage-readonly"],
  ["EACCES", "storage-readonly"],
  ["EPERM", "storage-readonly"],
  ["ENOENT", "storage-gone"],
  ["ENOTDIR", "storage-gone"],
  ["ENODEV", "storage-gone"],
  ["ENXIO", "storage-gone"],
  ["ESTALE", "storage-gone"],
  ["EHOSTDOWN", "storage-gone"],
  ["ENOTCONN", "storage-gone"],
  ["EIO", "storage-failed"],
  ["EBUSY", "storage-failed"],
  ["EISDIR", "storage-failed"],
  ["ELOOP", "storage-failed"],
  ["EMFILE", "storage-failed"],
  ["ENFILE", "storage-failed"],
  ["ENAMETOOLONG", "storage-failed"],
  ["ENOTEMPTY", "storage-failed"],
  ["EEXIST", "storage-failed"],
  ["ETIMEDOUT", "storage-failed"],
]);
