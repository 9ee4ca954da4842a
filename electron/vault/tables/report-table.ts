import { z } from "zod";
import { DecisionId, type DossierId, ReportId, Sha256 } from "../../../shared/domain/ids.ts";
import { Instant } from "../../../shared/domain/time.ts";
import type { CaseSeals } from "../crypto/case-seals.ts";
import type { Database } from "../database.ts";
import { sealedRows } from "./sealed-rows.ts";
import { sealedTables } from "./sealed-tables.ts";

/** A signed paper without its bytes. */
export const ReportRecord = z.object({
  id: ReportId,
  decisionId: DecisionId.nullable(),
  version: z.int().positive(),
  locale: z.enum(["ja", "en"]),
  redaction: z.string(),
  pageCount: z.int().positive(),
  sizeBytes: z.int().positive(),
  dataSha256: Sha256,
  fileSha256: Sha256,
  fingerprint: Sha256,
  createdAt: Instant,
  createdBy: z.string(),
  /** The reviewer's paper this one adds the approver's signature to. */
  countersigns: ReportId.nullable(),
});
export type ReportRecord = z.infer<typeof ReportRecord>;

/** Signed papers, bytes included. */
export interface ReportTable {
  add(dossierId: DossierId, report: ReportRecord, bytes: Uint8Array): void;
  list(dossierId: DossierId): ReportRecord[];
  find(dossierId: DossierId, id: ReportId): ReportRecord | undefined;
  bytesOf(id: ReportId): Uint8Array | undefined;
  /** Whether a paper with this hash was signed here, as far as this person may read. */
  keeps(fileSha256: string): boolean;
  /** Decisions that a signed paper exists for. */
  signedDecisions(): Set<string>;
  /** Decisions whose paper the approver has signed too. */
  countersignedDecisions(): Set<string>;
}

interface Row {
  readonly id: string;
  readonly dossier_id: string;
  readonly decision_id: string | null;
  readonly version: number;
  readonly locale: string;
  readonly redaction: string;
  readonly page_count: number;
  readonly size_bytes: number;
  readonly data_sha256: string;
  readonly file_sha256: string;
  readonly fingerprint: string;
  readonly created_at: number;
  readonly created_by: string;
  readonly countersigns: string | null;
}

function toReport(row: Row): ReportRecord {
  return ReportRecord.parse({
    id: row.id,
    decisionId: row.decision_id,
    version: row.version,
    locale: row.locale,
    redaction: row.redaction,
    pageCount: row.page_count,
    sizeBytes: row.size_bytes,
    dataSha256: row.data_sha256,
    fileSha256: row.file_sha256,
    fingerprint: row.fingerprint,
    createdAt: row.created_at,
    createdBy: row.created_by,
    countersigns: row.countersigns,
  });
}

function toRow(dossierId: string, report: ReportRecord): Row {
  return {
    id: report.id,
    dossier_id: dossierId,
    decision_id: report.decisionId,
    version: report.version,
    locale: report.locale,
    redaction: report.redaction,
    page_count: report.pageCount,
    size_bytes: report.sizeBytes,
    data_sha256: report.dataSha256,
    file_sha256: report.fileSha256,
    fingerprint: report.fingerprint,
    created_at: report.createdAt,
    created_by: report.createdBy,
    countersigns: report.countersigns,
  };
}

interface BodyRow {
  readonly report_id: string;
  readonly body: Uint8Array;
}

export function createReportTable(db: Database, seals: CaseSeals): ReportTable {
  const rows = sealedRows(seals, sealedTables.report);
  const bodies = sealedRows(seals, sealedTables.reportBody);
  const insert = db.prepare<[Row]>(
    `INSERT INTO report (id, dossier_id, decision_id, version, locale, redaction, page_count, size_bytes, data_sha256,
       file_sha256, fingerprint, created_at, created_by, countersigns)
     VALUES (@id, @dossier_id, @decision_id, @version, @locale, @redaction, @page_count, @size_bytes, @data_sha256,
       @file_sha256, @fingerprint, @created_at, @created_by, @countersigns)`,
  );
  const insertBody = db.prepare<[BodyRow]>("INSERT INTO report_body (report_id, body) VALUES (@report_id, @body)");
  const ofDossier = db.prepare<[string], Row>("SELECT * FROM report WHERE dossier_id = ? ORDER BY created_at DESC, id");
  const one = db.prepare<[string, string], Row>("SELECT * FROM report WHERE dossier_id = ? AND id = ?");
  const body = db.prepare<[string], BodyRow & { dossier_id: string }>(
    "SELECT b.report_id, b.body, r.dossier_id FROM report_body b JOIN report r ON r.id = b.report_id WHERE r.id = ?",
  );
  const signed = db.prepare<[], { decision_id: string }>(
    "SELECT DISTINCT decision_id FROM report WHERE decision_id IS NOT NULL",
  );
  const countersigned = db.prepare<[], { decision_id: string }>(
    "SELECT DISTINCT decision_id FROM report WHERE decision_id IS NOT NULL AND countersigns IS NOT NULL",
  );
  const all = db.prepare<[], Row>("SELECT * FROM report ORDER BY id");
  return {
    // In a restricted case the hash is sealed, so that each row is opened.
    keeps: (fileSha256) =>
      all
        .all()
        .some((row) => !seals.isShut(row.dossier_id) && rows.open(row.dossier_id, row).file_sha256 === fileSha256),
    add: (dossierId, report, bytes) => {
      insert.run(rows.close(dossierId, toRow(dossierId, report)));
      insertBody.run(bodies.close(dossierId, { report_id: report.id, body: bytes }));
    },
    list: (dossierId) => ofDossier.all(dossierId).map((row) => toReport(rows.open(dossierId, row))),
    find: (dossierId, id) => {
      const row = one.get(dossierId, id);
      return row === undefined ? undefined : toReport(rows.open(dossierId, row));
    },
    bytesOf: (id) => {
      const row = body.get(id);
      return row === undefined ? undefined : bodies.open(row.dossier_id, row).body;
    },
    signedDecisions: () => new Set(signed.all().map((row) => row.decision_id)),
    countersignedDecisions: () => new Set(countersigned.all().map((row) => row.decision_id)),
  };
}
