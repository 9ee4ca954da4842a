/**
 * The part of the SQLite binding that `database.ts` uses. The package's own types cannot be resolved through its
 * `exports`, and this shorter list also keeps `serialize`, `loadExtension` and `backup` out of reach.
 */
declare module "better-sqlite3" {
  interface RawStatement {
    run(...parameters: readonly unknown[]): { changes: number; lastInsertRowid: number | bigint };
    get(...parameters: readonly unknown[]): unknown;
    all(...parameters: readonly unknown[]): unknown[];
    iterate(...parameters: readonly unknown[]): IterableIterator<unknown>;
  }

  interface RawDatabase {
    readonly open: boolean;
    readonly inTransaction: boolean;
    prepare(sql: string): RawStatement;
    exec(sql: string): void;
    pragma(sql: string, options?: { readonly simple?: boolean }): unknown;
    /** `raw:` and 32 bytes; the buffer may be wiped afterwards. */
    key(key: Buffer): number;
    /** The same form; rewrites every page. */
    rekey(key: Buffer): number;
    close(): void;
  }

  interface RawConstructor {
    /** For tests that watch or learn from every call. */
    readonly prototype: RawDatabase;
    new (path: string, options: { readonly fileMustExist: boolean; readonly timeout: number }): RawDatabase;
  }

  const Sqlite: RawConstructor;
  export default Sqlite;
  export type { RawDatabase };
}
