import { z } from "zod";
import type { DossierId, HitId, SubjectId } from "../../../shared/domain/ids.ts";
import { Hit, Judgement, ScreeningRun } from "../../../shared/domain/screening.ts";
import { Instant } from "../../../shared/domain/time.ts";
import type { Database } from "../database.ts";
import { fromJson, toJson } from "./json-column.ts";

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
  judge(id: HitId, judgement: Judgement | null, stamp: { atMs: number; by: string; awaits: boolean }): void;
  /** Hits without a final verdict, per dossier. */
  undecidedByDossier(): Map<string, number>;
  removeSubject(id: SubjectId): void;
}

interface HitRow {
  readonly id: string;
  readonly body: string;
  readonly entry_hash: string;
  readonly judgement: string | null;
  readonly judged_at: number | null;
  readonly judged_by: string | null;
}

const HitBody = Hit.omit({ judgement: true, judgedAt: true, judgedBy: true });

function toRecord(row: HitRow): HitRecord {
  const hit = Hit.parse({
    ...fromJson(HitBody, row.body),
    judgement: row.judgement === null ? null : fromJson(Judgement, row.judgement),
    judgedAt: row.judged_at === null ? null : Instant.parse(row.judged_at),
    judgedBy: row.judged_by,
  });
  return { hit, entryHash: row.entry_hash };
}

const insertHitSql = `INSERT INTO screening_hit (id, dossier_id, subject_id, edition_id, entry_key, entry_hash, body,
   disposition, judgement, judged_at, judged_by, run) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)`;

function insertHit(db: Database): (dossierId: DossierId, run: number, record: HitRecord) => void {
  const insert =
    db.prepare<
      [
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string | null,
        number | null,
        string | null,
        number,
      ]
    >(insertHitSql);
  return (dossierId, run, { hit, entryHash }) => {
    const { judgement, judgedAt, judgedBy, ...body } = hit;
    insert.run(
      hit.id,
      dossierId,
      hit.subjectId,
      hit.editionId,
      hit.entryKey,
      entryHash,
      toJson(body),
      judgement?.disposition ?? "undecided",
      judgement === null ? null : toJson(judgement),
      judgedAt,
      judgedBy,
      run,
    );
  };
}

export function createScreeningTable(db: Database): ScreeningTable {
  const addHit = insertHit(db);
  const insertRun = db.prepare<[string, number, number, string, string]>(
    "INSERT INTO screening_run (dossier_id, run, at, by_name, body) VALUES (?, ?, ?, ?, ?)",
  );
  const last = db.prepare<[string], { run: number; body: string }>(
    "SELECT run, body FROM screening_run WHERE dossier_id = ? ORDER BY run DESC LIMIT 1",
  );
  const screened = db.prepare<[], { dossier_id: string }>("SELECT DISTINCT dossier_id FROM screening_run");
  const clear = db.prepare<[string]>("DELETE FROM screening_hit WHERE dossier_id = ?");
  const clearSubject = db.prepare<[string]>("DELETE FROM screening_hit WHERE subject_id = ?");
  const all = db.prepare<[string], HitRow>("SELECT * FROM screening_hit WHERE dossier_id = ?");
  const one = db.prepare<[string, string], HitRow>("SELECT * FROM screening_hit WHERE dossier_id = ? AND id = ?");
  const update = db.prepare<[string, string | null, number | null, string | null, string, string]>(
    `UPDATE screening_hit SET disposition = ?, judgement = ?, judged_at = ?, judged_by = ?,
       body = json_set(body, '$.awaitsSecondPerson', json(?)) WHERE id = ?`,
  );
  const undecided = db.prepare<[], { dossier_id: string; n: number }>(
    "SELECT dossier_id, count(*) AS n FROM screening_hit WHERE disposition = 'undecided' GROUP BY dossier_id",
  );
  return {
    putRun: (dossierId, run, hits) => {
      const number = (last.get(dossierId)?.run ?? 0) + 1;
      insertRun.run(dossierId, number, run.at, run.by, toJson(run));
      clear.run(dossierId);
      for (const record of hits) addHit(dossierId, number, record);
    },
    lastRun: (dossierId) => {
      const row = last.get(dossierId);
      return row === undefined ? undefined : fromJson(RunRecord, row.body);
    },
    screenedDossiers: () => new Set(screened.all().map((row) => row.dossier_id)),
    hits: (dossierId) =>
      all
        .all(dossierId)
        .map(toRecord)
        .sort((a, b) => b.hit.score - a.hit.score || a.hit.id.localeCompare(b.hit.id)),
    findHit: (dossierId, id) => {
      const row = one.get(dossierId, id);
      return row === undefined ? undefined : toRecord(row);
    },
    judge: (id, judgement, { atMs, by, awaits }) => {
      const document = judgement === null ? null : toJson(judgement);
      const stamp = judgement === null ? null : { atMs, by };
      update.run(
        judgement?.disposition ?? "undecided",
        document,
        stamp?.atMs ?? null,
        stamp?.by ?? null,
        String(awaits),
        id,
      );
    },
    undecidedByDossier: () => new Map(undecided.all().map((row) => [row.dossier_id, row.n])),
    removeSubject: (id) => {
      clearSubject.run(id);
    },
  };
}
