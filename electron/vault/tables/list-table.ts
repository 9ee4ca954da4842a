import { z } from "zod";
import type { EditionId } from "../../../shared/domain/ids.ts";
import { Edition, EditionDetails } from "../../../shared/domain/screening.ts";
import type { Database } from "../database.ts";
import { anyJson, fromJson, toJson } from "./json-column.ts";

/** One listed entry as stored; its document belongs to the screening room, which parses it. */
export interface StoredEntry {
  readonly entryKey: string;
  readonly body: unknown;
}

/** Imported list editions. They are only ever added; the newest of each title is current. */
export interface ListTable {
  add(edition: Edition, entries: Iterable<StoredEntry>): void;
  list(): Edition[];
  current(): Edition[];
  findByHash(sha256: string): Edition | undefined;
  findCurrent(title: string): Edition | undefined;
  entries(id: EditionId): StoredEntry[];
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
}

interface EntryRow {
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

export function createListTable(db: Database): ListTable {
  const retire = db.prepare<[string]>("UPDATE list_edition SET is_current = 0 WHERE title = ?");
  const insert = db.prepare<[string, string, string, string, number, string, number, string]>(
    `INSERT INTO list_edition (id, title, details, layout, entries, sha256, imported_at, imported_by, is_current)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)`,
  );
  const insertEntry = db.prepare<[string, string, string]>(
    "INSERT INTO list_entry (edition_id, entry_key, body) VALUES (?, ?, ?)",
  );
  const all = db.prepare<[], Row>("SELECT * FROM list_edition ORDER BY title, imported_at DESC");
  const live = db.prepare<[], Row>("SELECT * FROM list_edition WHERE is_current = 1 ORDER BY title");
  const byHash = db.prepare<[string], Row>("SELECT * FROM list_edition WHERE sha256 = ?");
  const byTitle = db.prepare<[string], Row>("SELECT * FROM list_edition WHERE title = ? AND is_current = 1");
  const entries = db.prepare<[string], EntryRow>(
    "SELECT entry_key, body FROM list_entry WHERE edition_id = ? ORDER BY entry_key",
  );
  const first = (row: Row | undefined): Edition | undefined => (row === undefined ? undefined : toEdition(row));
  return {
    add: (edition, stored) => {
      retire.run(edition.title);
      insert.run(
        edition.id,
        edition.title,
        toJson(detailsOf(edition)),
        edition.layout,
        edition.entries,
        edition.sha256,
        edition.importedAt,
        edition.importedBy,
      );
      for (const entry of stored) insertEntry.run(edition.id, entry.entryKey, toJson(entry.body));
    },
    list: () => all.all().map(toEdition),
    current: () => live.all().map(toEdition),
    findByHash: (sha256) => first(byHash.get(sha256)),
    findCurrent: (title) => first(byTitle.get(title)),
    entries: (id) => entries.all(id).map((row) => ({ entryKey: row.entry_key, body: anyJson(row.body) })),
  };
}
