import { TemplateKind } from "../../../shared/domain/content/vocabulary.ts";
import { Sha256 } from "../../../shared/domain/ids.ts";
import { TemplateVersion } from "../../../shared/domain/office-template.ts";
import type { Database } from "../database.ts";
import { anyJson, toJson } from "./json-column.ts";

/** A checklist of the office's own; the draft is parsed by whoever edits it. */
export interface TemplateRecord {
  readonly templateId: string;
  readonly kind: TemplateKind;
  readonly rootHash: Sha256 | null;
  /** What is being written; undefined while nothing is. */
  readonly draft: unknown;
  /** Goes up with every change of the draft and never down. */
  readonly draftRevision: number;
  readonly draftBase: Sha256 | null;
  readonly retiredAtMs: number | null;
  readonly updatedAtMs: number;
  readonly updatedBy: string;
}

/** The office's checklists and their published versions. What they say stands in the content table. */
export interface TemplateTable {
  find(templateId: string): TemplateRecord | undefined;
  list(): TemplateRecord[];
  put(record: TemplateRecord): void;
  /** Takes a template away that never had a version; with one, the database refuses. */
  remove(templateId: string): void;
  /** Latest first. */
  versions(templateId: string): TemplateVersion[];
  findVersion(hash: string): TemplateVersion | undefined;
  addVersion(version: TemplateVersion): void;
}

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly root_hash: string | null;
  readonly draft: string | null;
  readonly draft_revision: number;
  readonly draft_base: string | null;
  readonly retired_at: number | null;
  readonly updated_at: number;
  readonly updated_by: string;
}

function toRecord(row: Row): TemplateRecord {
  return {
    templateId: row.id,
    kind: TemplateKind.parse(row.kind),
    rootHash: Sha256.nullable().parse(row.root_hash),
    draft: row.draft === null ? undefined : anyJson(row.draft),
    draftRevision: row.draft_revision,
    draftBase: Sha256.nullable().parse(row.draft_base),
    retiredAtMs: row.retired_at,
    updatedAtMs: row.updated_at,
    updatedBy: row.updated_by,
  };
}

interface VersionRow {
  readonly hash: string;
  readonly template_id: string;
  readonly number: number;
  readonly label: string;
  readonly note: string;
  readonly published_at: number;
  readonly published_by: string;
}

function toVersion(row: VersionRow): TemplateVersion {
  return TemplateVersion.parse({
    hash: row.hash,
    templateId: row.template_id,
    number: row.number,
    label: row.label,
    note: row.note,
    publishedAt: row.published_at,
    publishedBy: row.published_by,
  });
}

export function createTemplateTable(db: Database): TemplateTable {
  const one = db.prepare<[string], Row>("SELECT * FROM office_template WHERE id = ?");
  const all = db.prepare<[], Row>("SELECT * FROM office_template ORDER BY kind, id");
  const upsert = db.prepare<[Row]>(
    `INSERT INTO office_template (id, kind, root_hash, draft, draft_revision, draft_base, retired_at, updated_at, updated_by)
     VALUES (@id, @kind, @root_hash, @draft, @draft_revision, @draft_base, @retired_at, @updated_at, @updated_by)
     ON CONFLICT (id) DO UPDATE SET draft = excluded.draft, draft_revision = excluded.draft_revision,
       draft_base = excluded.draft_base, retired_at = excluded.retired_at, updated_at = excluded.updated_at,
       updated_by = excluded.updated_by`,
  );
  const drop = db.prepare<[string]>("DELETE FROM office_template WHERE id = ?");
  const versions = db.prepare<[string], VersionRow>(
    "SELECT * FROM template_version WHERE template_id = ? ORDER BY number DESC",
  );
  const version = db.prepare<[string], VersionRow>("SELECT * FROM template_version WHERE hash = ?");
  const insert = db.prepare<[VersionRow]>(
    `INSERT INTO template_version (hash, template_id, number, label, note, published_at, published_by)
     VALUES (@hash, @template_id, @number, @label, @note, @published_at, @published_by)`,
  );
  return {
    find: (templateId) => {
      const row = one.get(templateId);
      return row && toRecord(row);
    },
    list: () => all.all().map(toRecord),
    put: (record) => {
      upsert.run({
        id: record.templateId,
        kind: record.kind,
        root_hash: record.rootHash,
        draft: record.draft === undefined ? null : toJson(record.draft),
        draft_revision: record.draftRevision,
        draft_base: record.draftBase,
        retired_at: record.retiredAtMs,
        updated_at: record.updatedAtMs,
        updated_by: record.updatedBy,
      });
    },
    remove: (templateId) => {
      drop.run(templateId);
    },
    versions: (templateId) => versions.all(templateId).map(toVersion),
    findVersion: (hash) => {
      const row = version.get(hash);
      return row && toVersion(row);
    },
    addVersion: (one) => {
      insert.run({
        hash: one.hash,
        template_id: one.templateId,
        number: one.number,
        label: one.label,
        note: one.note,
        published_at: one.publishedAt,
        published_by: one.publishedBy,
      });
    },
  };
}
