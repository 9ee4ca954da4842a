import { z } from "zod";
import type { EditionId } from "../../../shared/domain/ids.ts";
import type { IdRange, ListSpan } from "../../../shared/domain/list-spans.ts";
import { Edition, EditionDetails } from "../../../shared/domain/screening.ts";
import type { Database } from "../database.ts";
import { fromJson, toJson } from "./json-column.ts";

/** One listed entry as stored; its document belongs to the screening room, which parses it. */
export interface StoredEntry {
  readonly entryKey: string;
  readonly body: unknown;
}

/** An entry with its number in the vault: the same number is the same content, in whatever edition. */
export interface NumberedEntry extends StoredEntry {
  readonly content: number;
}

/** Some entries of an edition, and the number to go on after; null when there are no more. */
export interface EntryPage {
  readonly entries: readonly NumberedEntry[];
  readonly next: number | null;
}

/** Imported list editions. They are only ever added; at most one of each title is current. */
export interface ListTable {
  /** Adds an edition over contents that are stored; a current one takes the place of the current one of its title. */
  add(edition: Edition, spans: readonly ListSpan[]): void;
  list(): Edition[];
  current(): Edition[];
  find(id: EditionId): Edition | undefined;
  findByHash(sha256: string): Edition | undefined;
  findCurrent(title: string): Edition | undefined;
  /** All entries at once; for long lists take `entriesFrom`. */
  entries(id: EditionId): StoredEntry[];
  /** At most `limit` entries whose number is above `after`, ascending. */
  entriesFrom(id: EditionId, after: number, limit: number): EntryPage;
  /** The same of an edition that is not stored yet. */
  entriesIn(spans: readonly ListSpan[], after: number, limit: number): EntryPage;
  /** The entry of this key in an edition. */
  entry(id: EditionId, entryKey: string): StoredEntry | undefined;
  /** Which entries an edition holds, ascending by number. */
  spans(id: EditionId): ListSpan[];
  /** Keys of a run of contents, ascending by number. */
  keys(range: IdRange): { content: number; entryKey: string }[];
  /** One content, without the row it had in any edition. */
  content(id: number): StoredEntry | undefined;
  /** Makes this edition the one new screenings use. */
  makeCurrent(id: EditionId): void;
  /** No edition of its list is used until another is made current. */
  setAside(id: EditionId): void;
}

interface Row {
  readonly id: string;
  readonly title: string;
  readonly details: string;
  readonly layout: string;
  readonly entries: number;
  readonly sha256: string;
  readonly imported_at: number;
  readonly imported_by: string;
  readonly is_current: number;
  readonly number: number;
  readonly signer: string | null;
}

interface ContentRow {
  readonly id: number;
  readonly entry_key: string;
  readonly body: string;
}

const storedDetails = EditionDetails.extend({ title: z.string() });

function toEdition(row: Row): Edition {
  return Edition.parse({
    ...fromJson(storedDetails, row.details),
    id: row.id,
    layout: row.layout,
    entries: row.entries,
    sha256: row.sha256,
    importedAt: row.imported_at,
    importedBy: row.imported_by,
    current: row.is_current === 1,
    ...(row.signer === null ? {} : { packSigner: row.signer }),
  });
}

function detailsOf({
  title,
  authority,
  effectClass,
  edition,
  publishedDay,
  effectiveDay,
  licence,
}: Edition): EditionDetails {
  return { title, authority, effectClass, edition, publishedDay, effectiveDay, licence };
}

const Document = z.record(z.string(), z.unknown());

function toEntry(row: ContentRow, rowNumber: number): NumberedEntry {
  return { content: row.id, entryKey: row.entry_key, body: { ...fromJson(Document, row.body), rowNumber } };
}

export function createListTable(db: Database): ListTable {
  const editions = editionStatements(db);
  const contents = contentStatements(db);
  const spans = (id: EditionId): ListSpan[] =>
    editions.spans.all(id).map(({ first, count, first_row }) => ({ first, count, firstRow: first_row }));
  const entriesIn = (held: readonly ListSpan[], after: number, limit: number): EntryPage => {
    const entries = readSpans(contents, held, { after, limit });
    const last = entries.at(-1);
    return { entries, next: entries.length < limit || last === undefined ? null : last.content };
  };
  const first = (row: Row | undefined): Edition | undefined => (row === undefined ? undefined : toEdition(row));
  return {
    add: (edition, held) => {
      if (edition.current) editions.retire.run(edition.title);
      const number = (editions.lastNumber.get()?.number ?? 0) + 1;
      editions.insert.run(
        edition.id,
        edition.title,
        toJson(detailsOf(edition)),
        edition.layout,
        edition.entries,
        edition.sha256,
        edition.importedAt,
        edition.importedBy,
        edition.current ? 1 : 0,
        number,
        edition.packSigner ?? null,
      );
      for (const span of held) editions.insertSpan.run(number, span.first, span.count, span.firstRow);
    },
    list: () => editions.all.all().map(toEdition),
    current: () => editions.live.all().map(toEdition),
    find: (id) => first(editions.byId.get(id)),
    findByHash: (sha256) => first(editions.byHash.get(sha256)),
    findCurrent: (title) => first(editions.byTitle.get(title)),
    entries: (id) => [...entriesIn(spans(id), 0, Number.MAX_SAFE_INTEGER).entries],
    entriesFrom: (id, after, limit) => entriesIn(spans(id), after, limit),
    entriesIn,
    entry: (id, entryKey) => {
      for (const row of contents.byKey.all(entryKey)) {
        const span = editions.spanBefore.get(id, row.id);
        if (span !== undefined && row.id < span.first + span.count)
          return toEntry(row, span.first_row + row.id - span.first);
      }
      return undefined;
    },
    spans,
    keys: ({ first: from, count }) =>
      contents.keys.all(from, from + count - 1).map((row) => ({ content: row.id, entryKey: row.entry_key })),
    content: (id) => {
      const row = contents.byId.get(id);
      return row && { entryKey: row.entry_key, body: fromJson(Document, row.body) };
    },
    makeCurrent: (id) => {
      const edition = editions.byId.get(id);
      if (edition === undefined) return;
      editions.retire.run(edition.title);
      editions.setCurrent.run(1, id);
    },
    setAside: (id) => {
      editions.setCurrent.run(0, id);
    },
  };
}

type Contents = ReturnType<typeof contentStatements>;

function readSpans(
  contents: Contents,
  spans: readonly ListSpan[],
  { after, limit }: { readonly after: number; readonly limit: number },
): NumberedEntry[] {
  const found: NumberedEntry[] = [];
  for (const { first, count, firstRow } of spans) {
    const last = first + count - 1;
    if (last <= after) continue;
    const room = Math.min(limit - found.length, count);
    if (room <= 0) break;
    for (const row of contents.inRange.all(Math.max(first, after + 1), last, room))
      found.push(toEntry(row, firstRow + row.id - first));
  }
  return found;
}

function contentStatements(db: Database) {
  return {
    inRange: db.prepare<[number, number, number], ContentRow>(
      "SELECT id, entry_key, body FROM list_content WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?",
    ),
    byId: db.prepare<[number], ContentRow>("SELECT id, entry_key, body FROM list_content WHERE id = ?"),
    byKey: db.prepare<[string], ContentRow>("SELECT id, entry_key, body FROM list_content WHERE entry_key = ?"),
    keys: db.prepare<[number, number], Pick<ContentRow, "id" | "entry_key">>(
      "SELECT id, entry_key FROM list_content WHERE id BETWEEN ? AND ? ORDER BY id",
    ),
  };
}

type NewRow = [string, string, string, string, number, string, number, string, number, number, string | null];

function editionStatements(db: Database) {
  return {
    retire: db.prepare<[string]>("UPDATE list_edition SET is_current = 0 WHERE title = ? AND is_current = 1"),
    setCurrent: db.prepare<[number, string]>("UPDATE list_edition SET is_current = ? WHERE id = ?"),
    lastNumber: db.prepare<[], { number: number | null }>("SELECT max(number) AS number FROM list_edition"),
    insert: db.prepare<NewRow>(
      `INSERT INTO list_edition
         (id, title, details, layout, entries, sha256, imported_at, imported_by, is_current, number, signer)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    insertSpan: db.prepare<[number, number, number, number]>(
      "INSERT INTO list_span (edition, first, count, first_row) VALUES (?, ?, ?, ?)",
    ),
    // An edition of many runs must not be read as a whole to find one of its entries.
    spanBefore: db.prepare<[string, number], { first: number; count: number; first_row: number }>(
      `SELECT first, count, first_row FROM list_span
       WHERE edition = (SELECT number FROM list_edition WHERE id = ?) AND first <= ? ORDER BY first DESC LIMIT 1`,
    ),
    spans: db.prepare<[string], { first: number; count: number; first_row: number }>(
      `SELECT first, count, first_row FROM list_span
       WHERE edition = (SELECT number FROM list_edition WHERE id = ?) ORDER BY first`,
    ),
    all: db.prepare<[], Row>("SELECT * FROM list_edition ORDER BY title, imported_at DESC, number DESC"),
    live: db.prepare<[], Row>("SELECT * FROM list_edition WHERE is_current = 1 ORDER BY title"),
    byId: db.prepare<[string], Row>("SELECT * FROM list_edition WHERE id = ?"),
    byHash: db.prepare<[string], Row>("SELECT * FROM list_edition WHERE sha256 = ?"),
    byTitle: db.prepare<[string], Row>("SELECT * FROM list_edition WHERE title = ? AND is_current = 1"),
  };
}
