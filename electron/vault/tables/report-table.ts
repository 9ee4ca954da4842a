import { z } from "zod";
import { DecisionId, type DossierId, ReportId, Sha256 } from "../../../shared/domain/ids.ts";
import { Instant } from "../../../shared/domain/time.ts";
import type { Database } from "../database.ts";

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
});
export type ReportRecord = z.infer<typeof ReportRecord>;

/** Signed papers, bytes included. */
export interface ReportTable {
  add(dossierId: DossierId, report: ReportRecord, bytes: Uint8Array): void;
  list(dossierId: DossierId): ReportRecord[];
  find(dossierId: DossierId, id: ReportId): ReportRecord | undefined;
  bytesOf(id: ReportId): Uint8Array | undefined;
  /** Decisions that a signed paper exists for. */
  signedDecisions(): Set<string>;
}

interface Row {
  readonly id: string;
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
  });
}

export function createReportTable(db: Database): ReportTable {
  const insert = db.prepare<[Record<string, string | number | null>]>(
    `INSERT INTO report VALUES (@id, @dossierId, @decisionId, @version, @locale, @redaction, @pageCount, @sizeBytes,
       @dataSha256, @fileSha256, @fingerprint, @createdAt, @createdBy)`,
  );
  const insertBody = db.prepare<[string, Uint8Array]>("INSERT INTO report_body (report_id, body) VALUES (?, ?)");
  const ofDossier = db.prepare<[string], Row>("SELECT * FROM report WHERE dossier_id = ? ORDER BY created_at DESC, id");
  const one = db.prepare<[string, string], Row>("SELECT * FROM report WHERE dossier_id = ? AND id = ?");
  const body = db.prepare<[string], { body: Buffer }>("SELECT body FROM report_body WHERE report_id = ?");
  const signed = db.prepare<[], { decision_id: string }>(
    "SELECT DISTINCT decision_id FROM report WHERE decision_id IS NOT NULL",
  );
  return {
    add: (dossierId, report, bytes) => {
      insert.run({ ...report, dossierId });
      insertBody.run(report.id, bytes);
    },
    list: (dossierId) => ofDossier.all(dossierId).map(toReport),
    find: (dossierId, id) => {
      const row = one.get(dossierId, id);
      return row === undefined ? undefined : toReport(row);
    },
    bytesOf: (id) => body.get(id)?.body,
    signedDecisions: () => new Set(signed.all().map((row) => row.decision_id)),
  };
}
