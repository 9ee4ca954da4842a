import type { CaseSeals } from "../crypto/case-seals.ts";
import type { SealPlace } from "../crypto/seal.ts";
import type { SealedTable } from "./sealed-tables.ts";

type Row = Record<string, unknown>;

/**
 * Rows of one table between their stored and their plain form. Rows are named as the columns are and hold every key column;
 * rows of a case for the whole office pass through untouched. Throws for a shut case.
 */
export interface SealedRows {
  close<R extends object>(dossierId: string, row: R): R;
  open<R extends object>(dossierId: string, row: R): R;
  /** The stored form of a key column that is content, to search for. */
  sought(dossierId: string, column: string, plain: string): string;
}

/** The rows of `table` under these seals. */
export function sealedRows(seals: CaseSeals, table: SealedTable): SealedRows {
  const sought = (dossierId: string, column: string, plain: string): string =>
    seals.steadyText(dossierId, { purpose: `${table.name}.${column}`, id: "" }, plain);
  return {
    sought,
    close: (dossierId, row) => {
      if (!seals.isRestricted(dossierId)) return row;
      const plain = rowOf(row);
      return changed(row, (place) => ({
        ...eachText(plain, table.steady, (column, text) => sought(dossierId, column, text)),
        ...eachText(plain, table.text, (column, text) => seals.text(dossierId, place(plain, column), text)),
        ...eachBytes(plain, table.bytes, (column, bytes) => seals.bytes(dossierId, place(plain, column), bytes)),
        ...eachBytes(plain, objectKeyOf(table), (column, key) =>
          seals.objectKey(dossierId, place(plain, column), { objectId: String(plain["object_id"]), key }),
        ),
      }));
    },
    open: (dossierId, row) => {
      if (!seals.isRestricted(dossierId)) return row;
      const stored = rowOf(row);
      const keys = eachText(stored, table.steady, (column, text) =>
        seals.readText(dossierId, { purpose: `${table.name}.${column}`, id: "" }, text),
      );
      const plain = { ...stored, ...keys };
      return changed(row, (place) => ({
        ...keys,
        ...eachText(stored, table.text, (column, text) => seals.readText(dossierId, place(plain, column), text)),
        ...eachBytes(stored, table.bytes, (column, bytes) => seals.readBytes(dossierId, place(plain, column), bytes)),
        ...eachBytes(stored, objectKeyOf(table), (column, key) =>
          seals.readObjectKey(dossierId, place(plain, column), { objectId: String(stored["object_id"]), key }),
        ),
      }));
    },
  };

  function changed<R extends object>(row: R, work: (place: (plain: Row, column: string) => SealPlace) => Row): R {
    // Safe: texts are replaced by texts and bytes by bytes, under the names they had.
    return { ...row, ...work((plain, column) => placeOf(table, plain, column)) } as R;
  }
}

/** The purpose names the column, the id the row; a row without all of its key columns is a bug and throws. */
function placeOf(table: SealedTable, plain: Row, column: string): SealPlace {
  const id = table.key.map((name) => {
    if (plain[name] === undefined) throw new Error(`a row of ${table.name} came without ${name}`);
    return String(plain[name]);
  });
  return { purpose: `${table.name}.${column}`, id: id.join("/") };
}

/** A row whose columns are looked up by name. */
function rowOf(row: object): Row {
  return { ...row };
}

function objectKeyOf(table: SealedTable): readonly string[] {
  return table.objectKey === undefined ? [] : [table.objectKey];
}

/** Columns that a statement did not ask for, and nulls, stay as they are. */
function eachText(row: Row, columns: readonly string[] = [], work: (column: string, text: string) => string): Row {
  const found = columns.flatMap((column) => {
    const value = row[column];
    return typeof value === "string" ? [[column, work(column, value)] as const] : [];
  });
  return Object.fromEntries(found);
}

function eachBytes(
  row: Row,
  columns: readonly string[] = [],
  work: (column: string, bytes: Uint8Array) => Uint8Array,
): Row {
  const found = columns.flatMap((column) => {
    const value = row[column];
    return value instanceof Uint8Array ? [[column, work(column, value)] as const] : [];
  });
  return Object.fromEntries(found);
}
