import { z } from "zod";
import { mustExist } from "../../../shared/assert.ts";
import { DossierId, type HitId, type PersonId, SubjectId } from "../../../shared/domain/ids.ts";
import { isUndecided } from "../../../shared/domain/judging/group-hits.ts";
import type { SecondOpinion } from "../../../shared/domain/judging/verdict.ts";
import { SubjectKind } from "../../../shared/domain/party.ts";
import { Hit, type Judgement, ScreeningRun } from "../../../shared/domain/screening.ts";
import { Instant } from "../../../shared/domain/time.ts";
import type { CaseSeals } from "../crypto/case-seals.ts";
import type { Database } from "../database.ts";
import { anyJson, fromJson, toJson } from "./json-column.ts";
import { createScreenedCases } from "./screened-cases.ts";
import { type SealedRows, sealedRows } from "./sealed-rows.ts";
import { sealedTables } from "./sealed-tables.ts";

/** One name as it was searched, and what was known beside it to compare. */
export const RunQuery = z.object({
  subjectId: SubjectId,
  name: z.string(),
  type: SubjectKind,
  countries: z.array(z.string()),
  identifiers: z.array(z.string()),
});
export type RunQuery = z.infer<typeof RunQuery>;

/** What a run looked at; whether it has gone stale is worked out when it is read. */
export const RunRecord = ScreeningRun.omit({ stale: true }).extend({
  /** Fingerprint of the names searched, to tell whether they have changed since. */
  namesHash: z.string(),
  /** What was asked, name by name, so that it can be asked again; empty for runs from before it was kept. */
  queries: z.array(RunQuery).default([]),
});
export type RunRecord = z.infer<typeof RunRecord>;

/** A hit as stored, with the hash that binds its judgement to entry and subject. */
export interface HitRecord {
  readonly hit: Hit;
  readonly entryHash: string;
}

/** Screening runs and their hits. */
export interface ScreeningTable {
  /** Records a run and replaces the dossier's hits by those given; the replaced ones stay with the run they were found by. */
  putRun(dossierId: DossierId, run: RunRecord, hits: readonly HitRecord[]): void;
  lastRun(dossierId: DossierId): RunRecord | undefined;
  /** Every run with its number, the newest first. */
  runs(dossierId: DossierId): { readonly number: number; readonly run: RunRecord }[];
  /** The hits of a run as they stood when the next one took their place; of the last run, as they stand. */
  hitsOfRun(dossierId: DossierId, number: number): Hit[];
  /** Whether the latest screening searched any list; one with no list loaded has looked into nothing. */
  isScreened(dossierId: DossierId): boolean;
  hits(dossierId: DossierId): HitRecord[];
  findHit(dossierId: DossierId, id: HitId): HitRecord | undefined;
  /** The case of a hit that is there. */
  caseOf(id: HitId): DossierId;
  /** Whatever a second person said to an earlier verdict goes with it, and so does what had reopened it. */
  judge(id: HitId, judgement: Judgement | null, stamp: JudgeStamp): void;
  /** Puts back what had been said of the hit, by whom and whoever had agreed, as it was. */
  putBack(id: HitId, said: SaidOfHit): void;
  /** Keeps what a second person said to the verdict; the hit no longer waits if they agree. */
  second(id: HitId, opinion: SecondOpinion): void;
  /** Hits without a final verdict, per dossier. */
  undecidedByDossier(): Map<string, number>;
  removeSubject(id: SubjectId): void;
}

/** All that people have said of a hit. */
export type SaidOfHit = Pick<
  Hit,
  "judgement" | "judgedAt" | "judgedBy" | "judgedById" | "awaitsSecondPerson" | "second" | "reopened"
>;

/** Who judged, when, and whether somebody else has to agree. */
export interface JudgeStamp {
  readonly atMs: number;
  readonly by: string;
  readonly byId: PersonId | null;
  readonly awaits: boolean;
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
    disposition: standingOf(hit),
    judgement: judgement === null ? null : toJson(judgement),
    judged_at: judgedAt,
    judged_by: judgedBy,
    run,
  };
}

/** A verdict that a second person does not share leaves the hit undecided. */
function standingOf(hit: Pick<Hit, "judgement" | "second">): string {
  return isUndecided(hit) ? "undecided" : (hit.judgement?.disposition ?? "undecided");
}

const insertHitSql = `INSERT INTO screening_hit (id, dossier_id, subject_id, edition_id, entry_key, entry_hash, body,
   disposition, judgement, judged_at, judged_by, run)
   VALUES (@id, @dossier_id, @subject_id, @edition_id, @entry_key, @entry_hash, @body, @disposition, @judgement,
     @judged_at, @judged_by, @run)`;

type Runs = Pick<ScreeningTable, "lastRun" | "runs">;

function runsOf(db: Database, seals: CaseSeals): Runs {
  const rows = sealedRows(seals, sealedTables.run);
  const every = db.prepare<[string], RunRow>("SELECT * FROM screening_run WHERE dossier_id = ? ORDER BY run DESC");
  const last = db.prepare<[string], Pick<RunRow, "run" | "body">>(
    "SELECT run, body FROM screening_run WHERE dossier_id = ? ORDER BY run DESC LIMIT 1",
  );
  return {
    lastRun: (dossierId) => {
      const row = last.get(dossierId);
      return row === undefined ? undefined : fromJson(RunRecord, rows.open(dossierId, row).body);
    },
    runs: (dossierId) =>
      every.all(dossierId).map((row) => ({
        number: row.run,
        run: fromJson(RunRecord, rows.open(dossierId, row).body),
      })),
  };
}

type Judging = Pick<ScreeningTable, "judge" | "putBack" | "second">;

/** What of a hit's body tells of its verdict changes together with the verdict. */
function judging(db: Database, rows: SealedRows): Judging {
  const stored = db.prepare<[string], HitRow>("SELECT * FROM screening_hit WHERE id = ?");
  const update = db.prepare<[HitRow]>(
    `UPDATE screening_hit SET disposition = @disposition, judgement = @judgement, judged_at = @judged_at,
       judged_by = @judged_by, body = @body WHERE id = @id`,
  );
  const change = (id: HitId, next: (hit: Hit) => Hit): void => {
    const row = mustExist(stored.get(id), "a judged hit exists");
    const { hit, entryHash } = toRecord(rows.open(row.dossier_id, row));
    update.run(rows.close(row.dossier_id, toRow(row.dossier_id, row.run, { hit: next(hit), entryHash })));
  };
  return {
    judge: (id, judgement, { atMs, by, byId, awaits }) =>
      change(id, (hit) => ({
        ...hit,
        judgement,
        judgedAt: judgement === null ? null : Instant.parse(atMs),
        judgedBy: judgement === null ? null : by,
        judgedById: judgement === null ? null : byId,
        awaitsSecondPerson: awaits,
        second: null,
        reopened: null,
      })),
    putBack: (id, said) => change(id, (hit) => ({ ...hit, ...said })),
    second: (id, opinion) => change(id, (hit) => ({ ...hit, second: opinion, awaitsSecondPerson: !opinion.agrees })),
  };
}

export function createScreeningTable(db: Database, seals: CaseSeals): ScreeningTable {
  const rows = sealedRows(seals, sealedTables.hit);
  const runRows = sealedRows(seals, sealedTables.run);
  const addHit = db.prepare<[HitRow]>(insertHitSql);
  const insertRun = db.prepare<[RunRow]>(
    "INSERT INTO screening_run (dossier_id, run, at, by_name, body) VALUES (@dossier_id, @run, @at, @by_name, @body)",
  );
  const last = db.prepare<[string], Pick<RunRow, "run">>(
    "SELECT run FROM screening_run WHERE dossier_id = ? ORDER BY run DESC LIMIT 1",
  );
  const past = pastHits(db, seals);
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
    ...runsOf(db, seals),
    putRun: (dossierId, run, hits) => {
      const before = last.get(dossierId)?.run ?? 0;
      const number = before + 1;
      if (before > 0)
        past.keep(
          dossierId,
          before,
          hitsOf(dossierId).map((row) => toRecord(row).hit),
        );
      const row: RunRow = { dossier_id: dossierId, run: number, at: run.at, by_name: run.by, body: toJson(run) };
      insertRun.run(runRows.close(dossierId, row));
      clear.run(dossierId);
      for (const record of hits) addHit.run(rows.close(dossierId, toRow(dossierId, number, record)));
    },
    hitsOfRun: (dossierId, number) =>
      number === last.get(dossierId)?.run
        ? hitsOf(dossierId).map((row) => toRecord(row).hit)
        : past.of(dossierId, number),
    isScreened: createScreenedCases(db, seals),
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

interface PastRow {
  readonly dossier_id: string;
  readonly run: number;
  readonly body: string;
}

/** Candidates of runs that others have followed. */
function pastHits(db: Database, seals: CaseSeals) {
  const rows = sealedRows(seals, sealedTables.pastHits);
  const insert = db.prepare<[PastRow]>(
    "INSERT INTO screening_past (dossier_id, run, body) VALUES (@dossier_id, @run, @body) ON CONFLICT DO NOTHING",
  );
  const read = db.prepare<[string, number], PastRow>("SELECT * FROM screening_past WHERE dossier_id = ? AND run = ?");
  return {
    keep: (dossierId: string, run: number, hits: readonly Hit[]): void => {
      insert.run(rows.close(dossierId, { dossier_id: dossierId, run, body: toJson(hits) }));
    },
    of: (dossierId: string, run: number): Hit[] => {
      const row = read.get(dossierId, run);
      return row === undefined ? [] : fromJson(z.array(Hit), rows.open(dossierId, row).body);
    },
  };
}
