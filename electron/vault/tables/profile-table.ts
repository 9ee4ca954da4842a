import type { DossierId, EntryId, ImportId, LinkId, SubjectId } from "../../../shared/domain/ids.ts";
import { ProfileEntry } from "../../../shared/domain/profile/entry.ts";
import { SubjectLink } from "../../../shared/domain/profile/link.ts";
import type { CaseSeals } from "../crypto/case-seals.ts";
import type { Database } from "../database.ts";
import { anyJson, toJson } from "./json-column.ts";
import { sealedRows } from "./sealed-rows.ts";
import { sealedTables } from "./sealed-tables.ts";

/** What is recorded about the subjects of each case, and the ties between them, in the order of writing. */
export interface ProfileTable {
  entries(dossierId: DossierId): ProfileEntry[];
  findEntry(dossierId: DossierId, id: EntryId): ProfileEntry | undefined;
  /** Adds the entry, or writes it over the one with its id. */
  putEntry(dossierId: DossierId, entry: ProfileEntry): void;
  removeEntry(id: EntryId): void;
  /** The entries that came with an import. */
  ofBatch(dossierId: DossierId, batchId: ImportId): ProfileEntry[];
  links(dossierId: DossierId): SubjectLink[];
  findLink(dossierId: DossierId, id: LinkId): SubjectLink | undefined;
  putLink(dossierId: DossierId, link: SubjectLink): void;
  removeLink(id: LinkId): void;
}

interface EntryRow {
  readonly id: string;
  readonly dossier_id: string;
  readonly subject_id: string;
  readonly body: string;
  readonly batch_id: string | null;
  readonly at: number;
  readonly by_name: string;
  readonly revision: number;
}

interface LinkRow {
  readonly id: string;
  readonly dossier_id: string;
  readonly from_id: string;
  readonly to_id: string;
  readonly body: string;
  readonly at: number;
  readonly by_name: string;
  readonly revision: number;
}

function toEntry(row: EntryRow): ProfileEntry {
  const body = anyJson(row.body) as object; // The schema checks every field of the parsed document.
  const { id, revision, at } = row;
  return ProfileEntry.parse({
    ...body,
    id,
    revision,
    at,
    subjectId: row.subject_id,
    batchId: row.batch_id,
    by: row.by_name,
  });
}

function toLink(row: LinkRow): SubjectLink {
  const body = anyJson(row.body) as object; // The schema checks every field of the parsed document.
  const { id, revision, at } = row;
  return SubjectLink.parse({ ...body, id, revision, at, from: row.from_id, to: row.to_id, by: row.by_name });
}

function entryRow(dossierId: DossierId, entry: ProfileEntry): EntryRow {
  const { id, subjectId, batchId, at, by, revision, ...body } = entry;
  return {
    id,
    dossier_id: dossierId,
    subject_id: subjectId,
    body: toJson(body),
    batch_id: batchId,
    at,
    by_name: by,
    revision,
  };
}

function linkRow(dossierId: DossierId, link: SubjectLink): LinkRow {
  const { id, from, to, at, by, revision, ...body } = link;
  return { id, dossier_id: dossierId, from_id: from, to_id: to, body: toJson(body), at, by_name: by, revision };
}

export function createProfileTable(db: Database, seals: CaseSeals): ProfileTable {
  const entryRows = sealedRows(seals, sealedTables.profileEntry);
  const linkRows = sealedRows(seals, sealedTables.subjectLink);
  const entriesOf = db.prepare<[string], EntryRow>(
    "SELECT * FROM profile_entry WHERE dossier_id = ? ORDER BY position, id",
  );
  const entry = db.prepare<[string, string], EntryRow>("SELECT * FROM profile_entry WHERE dossier_id = ? AND id = ?");
  const batch = db.prepare<[string, string], EntryRow>(
    "SELECT * FROM profile_entry WHERE dossier_id = ? AND batch_id = ? ORDER BY position, id",
  );
  const upsertEntry = db.prepare<[EntryRow]>(
    `INSERT INTO profile_entry (id, dossier_id, subject_id, position, body, batch_id, at, by_name, revision)
     VALUES (@id, @dossier_id, @subject_id,
       (SELECT coalesce(max(position), 0) + 1 FROM profile_entry WHERE dossier_id = @dossier_id),
       @body, @batch_id, @at, @by_name, @revision)
     ON CONFLICT (id) DO UPDATE SET subject_id = excluded.subject_id, body = excluded.body, at = excluded.at,
       by_name = excluded.by_name, revision = excluded.revision`,
  );
  const dropEntry = db.prepare<[string]>("DELETE FROM profile_entry WHERE id = ?");
  const linksOf = db.prepare<[string], LinkRow>("SELECT * FROM subject_link WHERE dossier_id = ? ORDER BY at, id");
  const link = db.prepare<[string, string], LinkRow>("SELECT * FROM subject_link WHERE dossier_id = ? AND id = ?");
  const upsertLink = db.prepare<[LinkRow]>(
    `INSERT INTO subject_link (id, dossier_id, from_id, to_id, body, at, by_name, revision)
     VALUES (@id, @dossier_id, @from_id, @to_id, @body, @at, @by_name, @revision)
     ON CONFLICT (id) DO UPDATE SET from_id = excluded.from_id, to_id = excluded.to_id, body = excluded.body,
       by_name = excluded.by_name, revision = excluded.revision`,
  );
  const dropLink = db.prepare<[string]>("DELETE FROM subject_link WHERE id = ?");
  const openedEntry = (row: EntryRow): ProfileEntry => toEntry(entryRows.open(row.dossier_id, row));
  const openedLink = (row: LinkRow): SubjectLink => toLink(linkRows.open(row.dossier_id, row));
  return {
    entries: (dossierId) => entriesOf.all(dossierId).map(openedEntry),
    findEntry: (dossierId, id) => {
      const row = entry.get(dossierId, id);
      return row && openedEntry(row);
    },
    putEntry: (dossierId, one) => {
      upsertEntry.run(entryRows.close(dossierId, entryRow(dossierId, one)));
    },
    removeEntry: (id) => {
      dropEntry.run(id);
    },
    ofBatch: (dossierId, batchId) => batch.all(dossierId, batchId).map(openedEntry),
    links: (dossierId) => linksOf.all(dossierId).map(openedLink),
    findLink: (dossierId, id) => {
      const row = link.get(dossierId, id);
      return row && openedLink(row);
    },
    putLink: (dossierId, one) => {
      upsertLink.run(linkRows.close(dossierId, linkRow(dossierId, one)));
    },
    removeLink: (id) => {
      dropLink.run(id);
    },
  };
}

/** Whether an entry or a tie has to do with a subject. */
export function concerns(item: ProfileEntry | SubjectLink, subjectId: SubjectId): boolean {
  return "subjectId" in item ? item.subjectId === subjectId : item.from === subjectId || item.to === subjectId;
}
