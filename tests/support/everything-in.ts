import type { Database } from "../../electron/vault/database.ts";

/** A word as a database could hold it: in the encodings of texts, of bytes, and of texts about bytes. */
export function formsOf(word: string): readonly Buffer[] {
  const plain = [Buffer.from(word, "utf8"), Buffer.from(word, "utf16le"), Buffer.from(word, "utf16le").swap16()];
  const base64 = plain.flatMap((bytes) => [0, 1, 2].map((shift) => base64Within(bytes, shift)));
  const hex = plain.flatMap((bytes) => [bytes.toString("hex"), bytes.toString("hex").toUpperCase()]);
  return [...plain, ...base64, ...hex.map((text) => Buffer.from(text)), Buffer.from(encodeURIComponent(word))];
}

/** Base64 has three readings of one text, by where in a group of three it begins; the ends depend on its neighbours. */
function base64Within(bytes: Buffer, shift: number): Buffer {
  const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString("base64");
  return Buffer.from(text.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6)));
}

type Cell = string | number | Uint8Array | null;

/** Every table of the database with every row, as SQL gives them to whoever holds the vault's key. */
export function everythingIn(db: Database): ReadonlyMap<string, readonly Readonly<Record<string, Cell>>[]> {
  const tables = db.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
  return new Map(
    tables.map(({ name }) => [name, db.prepare<[], Record<string, Cell>>(`SELECT * FROM "${name}"`).all()] as const),
  );
}

/** The columns, as `table.column`, in which any of these words stands in any of its forms. */
export function columnsHolding(db: Database, words: readonly string[]): string[] {
  const needles = words.flatMap(formsOf);
  const found = new Set<string>();
  for (const [table, rows] of everythingIn(db)) {
    for (const [column, cell] of rows.flatMap((row) => Object.entries(row))) {
      const bytes =
        typeof cell === "string" ? Buffer.from(cell, "utf8") : cell instanceof Uint8Array ? cell : undefined;
      if (bytes !== undefined && needles.some((needle) => Buffer.from(bytes).includes(needle)))
        found.add(`${table}.${column}`);
    }
  }
  return [...found].sort();
}
