import { z } from "zod";
import { DossierId } from "../../../shared/domain/ids.ts";
import { ScreeningNotice } from "../../../shared/domain/judging/rescreening.ts";
import { ChangedOnly, Edition, Hit } from "../../../shared/domain/screening.ts";
import { Instant } from "../../../shared/domain/time.ts";
import type { CaseSeals } from "../crypto/case-seals.ts";
import type { Database } from "../database.ts";
import { fromJson, toJson } from "./json-column.ts";
import { sealedRows } from "./sealed-rows.ts";
import { sealedTables } from "./sealed-tables.ts";

/** What the latest background screening of a decided case found. */
export const WatchRecord = z.object({
  editions: z.array(Edition),
  matcherVersion: z.string(),
  hits: z.array(Hit),
  at: Instant,
  /** Fingerprint of the names searched, as runs have it. */
  namesHash: z.string(),
  changedOnly: ChangedOnly.optional(),
});
export type WatchRecord = z.infer<typeof WatchRecord>;

const NoticeBody = ScreeningNotice.omit({ number: true, at: true, seenAt: true, seenBy: true });
type NoticeBody = z.infer<typeof NoticeBody>;

/** Which cases are to be screened again, and what doing so found to be different. */
export interface RescreeningTable {
  /** Cases that are due, the longest waiting first. */
  due(): DossierId[];
  isDue(dossierId: DossierId): boolean;
  /** The case has been screened against the editions of now, or need not be. */
  settle(dossierId: DossierId): void;
  watch(dossierId: DossierId): WatchRecord | undefined;
  putWatch(dossierId: DossierId, watch: WatchRecord): void;
  dropWatch(dossierId: DossierId): void;
  /** The newest first. */
  notices(dossierId: DossierId): ScreeningNotice[];
  addNotice(dossierId: DossierId, notice: NoticeBody, atMs: number): void;
  /** Answers whether there is such a notice that nobody had seen. */
  see(dossierId: DossierId, number: number, stamp: { readonly atMs: number; readonly by: string }): boolean;
  /** Notices of a case that nobody has seen, counted without reading them. */
  unseen(dossierId: DossierId): number;
}

interface WatchRow {
  readonly dossier_id: string;
  readonly body: string;
  readonly at: number;
}
interface NoticeRow extends WatchRow {
  readonly number: number;
  readonly seen_at: number | null;
  readonly seen_by: string | null;
}

export function createRescreeningTable(db: Database, seals: CaseSeals): RescreeningTable {
  const due = db.prepare<[], { dossier_id: string }>(
    "SELECT dossier_id FROM rescreening_due ORDER BY since, dossier_id",
  );
  const one = db.prepare<[string], { dossier_id: string }>(
    "SELECT dossier_id FROM rescreening_due WHERE dossier_id = ?",
  );
  const drop = db.prepare<[string]>("DELETE FROM rescreening_due WHERE dossier_id = ?");
  return {
    due: () => due.all().map((row) => DossierId.parse(row.dossier_id)),
    isDue: (dossierId) => one.get(dossierId) !== undefined,
    settle: (dossierId) => {
      drop.run(dossierId);
    },
    ...watching(db, seals),
    ...noticing(db, seals),
  };
}

function watching(db: Database, seals: CaseSeals): Pick<RescreeningTable, "watch" | "putWatch" | "dropWatch"> {
  const rows = sealedRows(seals, sealedTables.watch);
  const read = db.prepare<[string], WatchRow>("SELECT * FROM rescreening_watch WHERE dossier_id = ?");
  const upsert = db.prepare<[WatchRow]>(
    `INSERT INTO rescreening_watch (dossier_id, body, at) VALUES (@dossier_id, @body, @at)
     ON CONFLICT (dossier_id) DO UPDATE SET body = excluded.body, at = excluded.at`,
  );
  const drop = db.prepare<[string]>("DELETE FROM rescreening_watch WHERE dossier_id = ?");
  return {
    watch: (dossierId) => {
      const row = read.get(dossierId);
      return row === undefined ? undefined : fromJson(WatchRecord, rows.open(dossierId, row).body);
    },
    putWatch: (dossierId, watch) => {
      upsert.run(rows.close(dossierId, { dossier_id: dossierId, body: toJson(watch), at: watch.at }));
    },
    dropWatch: (dossierId) => {
      drop.run(dossierId);
    },
  };
}

type Noticing = Pick<RescreeningTable, "notices" | "addNotice" | "see" | "unseen">;

function noticing(db: Database, seals: CaseSeals): Noticing {
  const rows = sealedRows(seals, sealedTables.notice);
  const all = db.prepare<[string], NoticeRow>(
    "SELECT * FROM rescreening_notice WHERE dossier_id = ? ORDER BY number DESC",
  );
  const last = db.prepare<[string], { n: number | null }>(
    "SELECT max(number) AS n FROM rescreening_notice WHERE dossier_id = ?",
  );
  const insert = db.prepare<[NoticeRow]>(
    `INSERT INTO rescreening_notice (dossier_id, number, body, at, seen_at, seen_by)
     VALUES (@dossier_id, @number, @body, @at, @seen_at, @seen_by)`,
  );
  const mark = db.prepare<[number, string, string, number]>(
    "UPDATE rescreening_notice SET seen_at = ?, seen_by = ? WHERE dossier_id = ? AND number = ? AND seen_at IS NULL",
  );
  const unseen = db.prepare<[string], { n: number }>(
    "SELECT count(*) AS n FROM rescreening_notice WHERE dossier_id = ? AND seen_at IS NULL",
  );
  return {
    notices: (dossierId) =>
      all.all(dossierId).map((stored) => {
        const row = rows.open(dossierId, stored);
        return {
          ...fromJson(NoticeBody, row.body),
          number: row.number,
          at: Instant.parse(row.at),
          seenAt: row.seen_at === null ? null : Instant.parse(row.seen_at),
          seenBy: row.seen_by,
        };
      }),
    addNotice: (dossierId, notice, atMs) => {
      const number = (last.get(dossierId)?.n ?? 0) + 1;
      const row = { dossier_id: dossierId, number, body: toJson(notice), at: atMs, seen_at: null, seen_by: null };
      insert.run(rows.close(dossierId, row));
    },
    see: (dossierId, number, { atMs, by }) => mark.run(atMs, by, dossierId, number).changes > 0,
    unseen: (dossierId) => unseen.get(dossierId)?.n ?? 0,
  };
}
