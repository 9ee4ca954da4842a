import { z } from "zod";
import { mustExist } from "../../../shared/assert.ts";
import { DossierId, type HitId, type SubjectId } from "../../../shared/domain/ids.ts";
import { Hit, type Judgement, ScreeningRun } from "../../../shared/domain/screening.ts";
import type { CaseSeals } from "../crypto/case-seals.ts";
import type { Database } from "../database.ts";
import { anyJson, fromJson, toJson } from "./json-column.ts";
import { type SealedRows, sealedRows } from "./sealed-rows.ts";
import { sealedTables } from "./sealed-tables.ts";

/** What a run looked at; whether it has gone stale is worked out when it is read. */
export const RunRecord = ScreeningRun.omit({ stale: true }).extend({
  /** Fingerprint of the names searched, to tell whether they have changed since. */
  namesHash: z.string(),
});
export type RunRecord = z.infer<typeof RunRecord>;

/** A hit as stored, with the hash that binds its judgement to entry and subject. */
export interface HitRecord {
  readonly hit: Hit;
  readonly entryHash: string;
}

/** Screening runs and their hits. */
export interface ScreeningTable {
  /** Records a run and replaces the dossier's hits by those given. */
  putRun(dossierId: DossierId, run: RunRecord, hits: readonly HitRecord[]): void;
  lastRun(dossierId: DossierId): RunRecord | undefined;
  /** The dossiers that have been screened at least once. */
  screenedDossiers(): Set<string>;
  hits(dossierId: DossierId): HitRecord[];
  findHit(dossierId: DossierId, id: HitId): HitRecord | undefined;
  /** The case of a hit that is there. */
  caseOf(id: HitId): DossierId;
  judge(id: HitId, judgement: Judgement | null, stamp: { atMs: number; by: string; awaits: boolean }): void;
  /** Hits without a final verdict, per dossier. */
  undecidedByDossier(): Map<string, number>;
  removeSubject(id: SubjectId): void;
}

interface HitRow {
  readonly id: string;
  readonly dossier_id: string;
  readonly subject_id: string;
  readonly edition_id: string;
  readonly entry_key: string;
  readonly entry_hash: string;
  readonly body: string;
  readonly disposition: string;
  readonly judgement: string | null;
  readonly judged_at: number | null;
  readonly judged_by: string | null;
  readonly run: number;
}

interface RunRow {
  readonly dossier_id: string;
  readonly run: number;
  readonly at: number;
  readonly by_name: string;
  readonly body: string;
}

function toRecord(row: HitRow): HitRecord {
  const hit = Hit.parse({
    ...(JSON.parse(row.body) as object), // The schema checks every field of the parsed document.
    judgement: row.judgement === null ? null : anyJson(row.judgement),
    judgedAt: row.judged_at,
    judgedBy: row.judged_by,
  });
  return { hit, entryHash: row.entry_hash };
}

function toRow(dossierId: string, run: number, { hit, entryHash }: HitRecord): HitRow {
  const { judgement, judgedAt, judgedBy, ...body } = hit;
  return {
    id: hit.id,
    dossier_id: dossierId,
    subject_id: hit.subjectId,
    edition_id: hit.editionId,
    entry_key: hit.entryKey,
    entry_hash: entryHash,
    body: toJson(body),
    disposition: judgement?.disposition ?? "undecided",
    judgement: judgement === null ? null : toJson(judgement),
    judged_at: judgedAt,
    judged_by: judgedBy,
    run,
  };
}

const insertHitSql = `INSERT INTO screening_hit (id, dossier_id, subject_id, edition_id, entry_key, entry_hash, body,
   disposition, judgement, judged_at, judged_by, run)
   VALUES (@id, @dossier_id, @subject_id, @edition_id, @entry_key, @entry_hash, @body, @disposition, @judgement,
     @judged_at, @judged_by, @run)`;

type Judging = Pick<ScreeningTable, "judge">;

/** The body repeats whether a second person is awaited; verdict and body change together. */
function judging(db: Database, rows: SealedRows): Judging {
  const stored = db.prepare<[string], HitRow>("SELECT * FROM screening_hit WHERE id = ?");
  const update = db.prepare<[HitRow]>(
    `UPDATE screening_hit SET disposition = @disposition, judgement = @judgement, judged_at = @judged_at,
       judged_by = @judged_by, body = @body WHERE id = @id`,
  );
  return {
    judge: (id, judgement, { atMs, by, awaits }) => {
      const row = mustExist(stored.get(id), "a judged hit exists");
      const plain = rows.open(row.dossier_id, row);
      const next: HitRow = {
        ...plain,
        disposition: judgement?.disposition ?? "undecided",
        judgement: judgement === null ? null : toJson(judgement),
        judged_at: judgement === null ? null : atMs,
        judged_by: judgement === null ? null : by,
        // The body is a document this table wrote; it is parsed again whenever it is read.
        body: toJson({ ...(JSON.parse(plain.body) as object), awaitsSecondPerson: awaits }),
      };
      update.run(rows.close(row.dossier_id, next));
    },
  };
}

export function createScreeningTable(db: Database, seals: CaseSeals): ScreeningTable {
  const rows = sealedRows(seals, sealedTables.hit);
  const runRows = sealedRows(seals, sealedTables.run);
  const addHit = db.prepare<[HitRow]>(insertHitSql);
  const insertRun = db.prepare<[RunRow]>(
    "INSERT INTO screening_run (dossier_id, run, at, by_name, body) VALUES (@dossier_id, @run, @at, @by_name, @body)",
  );
  const last = db.prepare<[string], Pick<RunRow, "run" | "body">>(
    "SELECT run, body FROM screening_run WHERE dossier_id = ? ORDER BY run DESC LIMIT 1",
  );
  const screened = db.prepare<[], { dossier_id: string }>("SELECT DISTINCT dossier_id FROM screening_run");
  const clear = db.prepare<[string]>("DELETE FROM screening_hit WHERE dossier_id = ?");
  const clearSubject = db.prepare<[string]>("DELETE FROM screening_hit WHERE subject_id = ?");
  const all = db.prepare<[string], HitRow>("SELECT * FROM screening_hit WHERE dossier_id = ?");
  const one = db.prepare<[string, string], HitRow>("SELECT * FROM screening_hit WHERE dossier_id = ? AND id = ?");
  const whose = db.prepare<[string], { dossier_id: string }>("SELECT dossier_id FROM screening_hit WHERE id = ?");
  const undecided = db.prepare<[], { dossier_id: string; n: number }>(
    "SELECT dossier_id, count(*) AS n FROM screening_hit WHERE disposition = 'undecided' GROUP BY dossier_id",
  );
  const hitsOf = (dossierId: string): HitRow[] => all.all(dossierId).map((row) => rows.open(dossierId, row));
  return {
    ...judging(db, rows),
    putRun: (dossierId, run, hits) => {
      const number = (last.get(dossierId)?.run ?? 0) + 1;
      const row: RunRow = { dossier_id: dossierId, run: number, at: run.at, by_name: run.by, body: toJson(run) };
      insertRun.run(runRows.close(dossierId, row));
      clear.run(dossierId);
      for (const record of hits) addHit.run(rows.close(dossierId, toRow(dossierId, number, record)));
    },
    lastRun: (dossierId) => {
      const row = last.get(dossierId);
      return row === undefined ? undefined : fromJson(RunRecord, runRows.open(dossierId, row).body);
    },
    screenedDossiers: () => new Set(screened.all().map((row) => row.dossier_id)),
    hits: (dossierId) =>
      hitsOf(dossierId)
        .map(toRecord)
        .sort((a, b) => b.hit.score - a.hit.score || a.hit.id.localeCompare(b.hit.id)),
    caseOf: (id) => DossierId.parse(mustExist(whose.get(id), "a hit belongs to a case").dossier_id),
    findHit: (dossierId, id) => {
      const row = one.get(dossierId, id);
      return row === undefined ? undefined : toRecord(rows.open(dossierId, row));
    },
    undecidedByDossier: () => {
      // What is sealed only its reader can count.
      const own = seals.readable().map((dossierId) => {
        const open = hitsOf(dossierId).filter((row) => row.disposition === "undecided");
        return { dossier_id: dossierId, n: open.length };
      });
      const counted = [...undecided.all(), ...own].filter((row) => row.n > 0);
      return new Map(counted.map((row) => [row.dossier_id, row.n]));
    },
    removeSubject: (id) => {
      clearSubject.run(id);
    },
  };
}
