import { mustExist } from "../../../shared/assert.ts";
import type { DossierId, PersonId } from "../../../shared/domain/ids.ts";
import type { SearchPlace } from "../../../shared/domain/search.ts";
import type { Database } from "../database.ts";

/** A row of a case that searches look at. */
export interface SearchDoc {
  readonly dossierId: DossierId;
  readonly place: SearchPlace;
  readonly key: string;
}

/** Something written that the index does not know yet: one row, or a whole case. */
export type DueDoc = Omit<SearchDoc, "place"> & { readonly place: SearchPlace | "case" };

/** Which numbers a question to the index is about: from `from` on and below `below`. */
export interface DocRange {
  readonly from: number;
  readonly below: number;
}

/**
 * The index of cases of the whole office, by grams, and the marks of what it has yet to take in. It holds no text and knows
 * nothing of restricted cases.
 */
export interface SearchTable {
  /** Forgets everything; every case of the whole office is due. Inside the caller's transaction. */
  startOver(): void;
  /** Takes one row in, or in again. */
  put(doc: SearchDoc, grams: string): void;
  drop(doc: SearchDoc): void;
  /** Forgets a case with all marks, for it is restricted from now on. `purge` removes what is left in the pages. */
  leaveOut(dossierId: DossierId): void;
  /** Some marks, those of single rows before those of whole cases. */
  due(limit: number): DueDoc[];
  isDue(): boolean;
  /** Whole cases and single rows that the index does not know yet. */
  dueCounts(): { readonly cases: number; readonly rows: number };
  /** How many cases the index knows something of. */
  knownCases(): number;
  settled(doc: DueDoc): void;
  /** Takes away every mark of one case; answers whether there was any. */
  takeMarks(dossierId: string): boolean;
  /** Marks every page of evidence of a case. */
  markPages(dossierId: DossierId): void;
  /** Numbers of rows that probably hold what was asked for, the highest first. */
  ask(asked: AskedGrams, range: DocRange, limit: number): number[];
  /** Numbers of up to `limit` rows in a stretch, whatever they hold, the lowest first. */
  docsIn(range: DocRange, limit: number): number[];
  /** The row behind a number; undefined once it is gone. */
  docOf(id: number): SearchDoc | undefined;
  /** Numbers of a case's rows, block by block, the highest first. */
  rangesOf(dossierId: DossierId): DocRange[];
  /** The cases that have these traits, with the ranges of their rows, the highest first. */
  cases(): TraitRow[];
  /** Cases this person has worked on. */
  handsOf(personId: PersonId): Set<string>;
  /** How many rows the index knows; counts them one by one. */
  size(): number;
  /** Does some of the work of removing deleted grams from the pages; answers whether all is done. */
  purge(pages: number): boolean;
  findBook(personId: PersonId): Uint8Array | undefined;
  putBook(personId: PersonId, sealed: Uint8Array): void;
}

/** Grams that a candidate must have: each of `all`, and one of `any` where there are some. */
export interface AskedGrams {
  readonly all: readonly string[];
  readonly any: readonly string[];
}

/** What filters ask of a case. */
export interface TraitRow {
  readonly block: number;
  readonly dossier_id: string;
  readonly kind: string;
  readonly state: string;
  readonly depth: string;
}

/** Rows per block; in step with the schema's comment. */
export const blockSize = 4096;

/** Everything; numbers begin with the first block. */
export const allDocs: DocRange = { from: 0, below: Number.MAX_SAFE_INTEGER };

/** The range of one block. */
export function rangeOfBlock(block: number): DocRange {
  return { from: block * blockSize, below: (block + 1) * blockSize };
}

export function createSearchTable(db: Database): SearchTable {
  return { ...indexing(db), ...marking(db), ...asking(db), ...keeping(db) };
}

type Indexing = Pick<SearchTable, "startOver" | "put" | "drop" | "leaveOut" | "purge" | "rangesOf">;

function indexing(db: Database): Indexing {
  const blocks = db.prepare<[string], { block: number }>(
    "SELECT block FROM search_case WHERE dossier_id = ? ORDER BY block DESC",
  );
  const inBlock = db.prepare<[number, number, string, string], { id: number }>(
    "SELECT id FROM search_doc WHERE id >= ? AND id < ? AND place = ? AND row_key = ?",
  );
  const last = db.prepare<[number, number], { id: number | null }>(
    "SELECT max(id) AS id FROM search_doc WHERE id >= ? AND id < ?",
  );
  const addBlock = db.prepare<[string]>(
    "INSERT INTO search_case (block, dossier_id) VALUES ((SELECT coalesce(max(block), 0) + 1 FROM search_case), ?)",
  );
  const addDoc = db.prepare<[number, string, string]>("INSERT INTO search_doc (id, place, row_key) VALUES (?, ?, ?)");
  const addGrams = db.prepare<[number, string]>("INSERT INTO search_gram (rowid, grams) VALUES (?, ?)");
  const dropDoc = db.prepare<[number]>("DELETE FROM search_doc WHERE id = ?");
  const dropGrams = db.prepare<[number]>("DELETE FROM search_gram WHERE rowid = ?");
  const docsIn = db.prepare<[number, number], { id: number }>("SELECT id FROM search_doc WHERE id >= ? AND id < ?");
  const dropCase = db.prepare<[string]>("DELETE FROM search_case WHERE dossier_id = ?");
  const dropMarks = db.prepare<[string]>("DELETE FROM search_due WHERE dossier_id = ?");
  const rangesOf = (dossierId: string): DocRange[] => blocks.all(dossierId).map(({ block }) => rangeOfBlock(block));
  const find = ({ dossierId, place, key }: SearchDoc): number | undefined => {
    for (const { from, below } of rangesOf(dossierId)) {
      const found = inBlock.get(from, below, place, key);
      if (found !== undefined) return found.id;
    }
    return undefined;
  };
  const nextId = (dossierId: string): number => {
    const newest = rangesOf(dossierId)[0];
    const used = newest && (last.get(newest.from, newest.below)?.id ?? newest.from - 1);
    if (newest !== undefined && used !== undefined && used + 1 < newest.below) return used + 1;
    addBlock.run(dossierId);
    return mustExist(rangesOf(dossierId)[0], "a case has a block").from;
  };
  const forget = (id: number): void => {
    dropGrams.run(id);
    dropDoc.run(id);
  };
  return {
    rangesOf,
    put: (doc, grams) => {
      const known = find(doc);
      const id = known ?? nextId(doc.dossierId);
      if (known === undefined) addDoc.run(id, doc.place, doc.key);
      else dropGrams.run(id);
      addGrams.run(id, grams);
    },
    drop: (doc) => {
      const id = find(doc);
      if (id !== undefined) forget(id);
    },
    leaveOut: (dossierId) => {
      for (const { from, below } of rangesOf(dossierId)) for (const { id } of docsIn.all(from, below)) forget(id);
      dropCase.run(dossierId);
      dropMarks.run(dossierId);
    },
    ...clearing(db),
  };
}

function clearing(db: Database): Pick<SearchTable, "startOver" | "purge"> {
  const clear = ["search_doc", "search_case", "search_due"].map((table) => db.prepare(`DELETE FROM ${table}`));
  const clearGrams = db.prepare("INSERT INTO search_gram (search_gram) VALUES ('delete-all')");
  const markAll = db.prepare(
    "INSERT INTO search_due (dossier_id, place, row_key) SELECT id, 'case', '' FROM dossier WHERE access = 'office'",
  );
  const merge = db.prepare<[number]>("INSERT INTO search_gram (search_gram, rank) VALUES ('merge', ?)");
  const changes = db.prepare<[], { n: number }>("SELECT total_changes() AS n");
  const changed = (work: () => void): number => {
    const before = changes.get()?.n ?? 0;
    work();
    return (changes.get()?.n ?? 0) - before;
  };
  let isBegun = false;
  return {
    startOver: () => {
      clearGrams.run();
      for (const statement of clear) statement.run();
      markAll.run();
    },
    purge: (pages) => {
      // A negative number begins a merge of all there is; later ones go on with it until there is nothing to do.
      const done = changed(() => merge.run(isBegun ? pages : -pages)) < 2;
      isBegun = !done;
      return done;
    },
  };
}

type Marking = Pick<SearchTable, "due" | "isDue" | "dueCounts" | "knownCases" | "settled" | "takeMarks" | "markPages">;

interface DueRow {
  readonly dossier_id: DossierId;
  readonly place: DueDoc["place"];
  readonly row_key: string;
}

function marking(db: Database): Marking {
  // Safe claims about columns: triggers and `startOver` write nothing else.
  const rows = db.prepare<[number], DueRow>("SELECT * FROM search_due WHERE place <> 'case' LIMIT ?");
  const cases = db.prepare<[number], DueRow>("SELECT * FROM search_due WHERE place = 'case' LIMIT ?");
  const any = db.prepare("SELECT 1 FROM search_due LIMIT 1");
  const count = db.prepare<[], { cases: number; n: number }>(
    "SELECT count(*) FILTER (WHERE place = 'case') AS cases, count(*) AS n FROM search_due",
  );
  const known = db.prepare<[], { n: number }>("SELECT count(*) AS n FROM search_case");
  const drop = db.prepare<[string, string, string]>(
    "DELETE FROM search_due WHERE dossier_id = ? AND place = ? AND row_key = ?",
  );
  const dropAll = db.prepare<[string]>("DELETE FROM search_due WHERE dossier_id = ?");
  const markPages = db.prepare<[string]>(
    `INSERT OR IGNORE INTO search_due (dossier_id, place, row_key)
     SELECT dossier_id, 'page', evidence_id || '/' || part FROM evidence_text WHERE dossier_id = ?`,
  );
  const toDue = (row: DueRow): DueDoc => ({ dossierId: row.dossier_id, place: row.place, key: row.row_key });
  return {
    due: (limit) => {
      const found = rows.all(limit);
      const rest = limit - found.length;
      return [...found, ...(rest > 0 ? cases.all(rest) : [])].map(toDue);
    },
    isDue: () => any.get() !== undefined,
    dueCounts: () => {
      const found = count.get();
      return { cases: found?.cases ?? 0, rows: (found?.n ?? 0) - (found?.cases ?? 0) };
    },
    knownCases: () => known.get()?.n ?? 0,
    settled: ({ dossierId, place, key }) => {
      drop.run(dossierId, place, key);
    },
    takeMarks: (dossierId) => dropAll.run(dossierId).changes > 0,
    markPages: (dossierId) => {
      markPages.run(dossierId);
    },
  };
}

type Asking = Pick<SearchTable, "ask" | "docsIn" | "docOf" | "cases" | "handsOf" | "size">;

function asking(db: Database): Asking {
  const candidates = db.prepare<[string, number, number, number], { id: number }>(
    "SELECT rowid AS id FROM search_gram WHERE search_gram MATCH ? AND rowid >= ? AND rowid < ? ORDER BY rowid DESC LIMIT ?",
  );
  const doc = db.prepare<[number], { place: SearchPlace; row_key: string; dossier_id: DossierId }>(
    `SELECT d.place, d.row_key, c.dossier_id FROM search_doc d JOIN search_case c ON c.block = d.id / ${blockSize}
     WHERE d.id = ?`,
  );
  const traits = db.prepare<[], TraitRow>(
    `SELECT c.block, c.dossier_id, t.kind, t.state, t.depth FROM search_case c
     JOIN dossier t INDEXED BY dossier_by_traits ON t.id = c.dossier_id ORDER BY c.block DESC`,
  );
  const inRange = db.prepare<[number, number, number], { id: number }>(
    "SELECT id FROM search_doc WHERE id >= ? AND id < ? ORDER BY id LIMIT ?",
  );
  const hands = db.prepare<[string], { dossier_id: string }>("SELECT dossier_id FROM case_hand WHERE person_id = ?");
  const size = db.prepare<[], { n: number }>("SELECT count(*) AS n FROM search_doc");
  return {
    ask: (asked, { from, below }, limit) => candidates.all(toMatch(asked), from, below, limit).map(({ id }) => id),
    docsIn: ({ from, below }, limit) => inRange.all(from, below, limit).map(({ id }) => id),
    docOf: (id) => {
      const row = doc.get(id);
      return row && { dossierId: row.dossier_id, place: row.place, key: row.row_key };
    },
    cases: () => traits.all(),
    handsOf: (personId) => new Set(hands.all(personId).map((row) => row.dossier_id)),
    size: () => size.get()?.n ?? 0,
  };
}

/** No gram holds a quote: signs of ASCII are written otherwise. */
function toMatch({ all, any }: AskedGrams): string {
  const every = all.map((gram) => `"${gram}"`);
  return [...every, ...(any.length === 0 ? [] : [`(${any.map((gram) => `"${gram}"`).join(" OR ")})`])].join(" AND ");
}

function keeping(db: Database): Pick<SearchTable, "findBook" | "putBook"> {
  const select = db.prepare<[string], { sealed_book: Uint8Array }>(
    "SELECT sealed_book FROM search_book WHERE person_id = ?",
  );
  const upsert = db.prepare<[string, Uint8Array]>(
    `INSERT INTO search_book (person_id, sealed_book) VALUES (?, ?)
     ON CONFLICT (person_id) DO UPDATE SET sealed_book = excluded.sealed_book`,
  );
  return {
    findBook: (personId) => select.get(personId)?.sealed_book,
    putBook: (personId, sealed) => {
      upsert.run(personId, sealed);
    },
  };
}
