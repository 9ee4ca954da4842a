import type { DossierId } from "../../../shared/domain/ids.ts";
import type { DecidedRun, KeptRun, PastScreening, Replay, RunChoice } from "../../../shared/domain/judging/kept-run.ts";
import { briefOf, pairOf } from "../../../shared/domain/judging/rescreening.ts";
import type { Subject } from "../../../shared/domain/party.ts";
import type { Hit } from "../../../shared/domain/screening.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { Random } from "../../ports.ts";
import type { RunQuery, RunRecord } from "../../vault/tables/screening-table.ts";
import { type EntryRefusal, enterCase } from "../enter-case.ts";
import type { NameSearch } from "../name-search.ts";
import { FrozenGround } from "../paper/paper-source.ts";
import type { OpenSession, Session } from "../session.ts";
import { queriesOf } from "./find-hits.ts";
import { searchAsThen } from "./search-as-then.ts";

type OfCase = { readonly dossierId: DossierId };
type Choice = OfCase & { readonly of: RunChoice };
type Refusal = EntryRefusal | { readonly code: "unknown-run" };

/** Screenings as they stood, and the same names asked again of the lists of that day. */
export interface PastRuns {
  list(input: OfCase): Result<{ runs: KeptRun[]; decisions: DecidedRun[] }, EntryRefusal>;
  read(input: Choice): Result<PastScreening, Refusal>;
  /** Searches again in the editions of that run and says what comes out otherwise; nothing of the case changes. */
  replay(input: Choice): Promise<Result<Replay, Refusal>>;
}

/** What the service is built from. */
export interface PastRunsParts {
  readonly session: Session;
  readonly random: Random;
  readonly search: NameSearch;
}

export function createPastRuns(parts: PastRunsParts): PastRuns {
  const { session } = parts;
  return {
    list: ({ dossierId }) => {
      const entered = enterCase(session, "read-cases", dossierId);
      return entered.ok ? ok(listed(entered.value.open, dossierId)) : entered;
    },
    read: ({ dossierId, of }) => {
      const entered = enterCase(session, "read-cases", dossierId);
      if (!entered.ok) return entered;
      const kept = keptRun(entered.value.open, dossierId, of);
      return kept === undefined ? err({ code: "unknown-run" }) : ok({ run: shown(kept.run), hits: kept.hits });
    },
    replay: (input) => replay(parts, input),
  };
}

function shown({ namesHash: _hash, queries: _asked, ...run }: RunRecord): PastScreening["run"] {
  return run;
}

function listed({ tables }: OpenSession, dossierId: DossierId): { runs: KeptRun[]; decisions: DecidedRun[] } {
  const decisions = tables.decisions.list(dossierId).map(({ id, version, recordedAt }) => ({
    decisionId: id,
    version,
    at: recordedAt,
    runAt: FrozenGround.parse(tables.decisions.snapshotOf(id)).file.run?.at ?? null,
  }));
  return {
    runs: tables.screening.runs(dossierId).map(({ number, run }) => ({ number, ...shown(run) })),
    decisions,
  };
}

interface Kept {
  readonly run: RunRecord;
  readonly hits: Hit[];
  readonly subjects: readonly Subject[];
}

function keptRun({ tables }: OpenSession, dossierId: DossierId, of: RunChoice): Kept | undefined {
  if (of.kind === "run") {
    const found = tables.screening.runs(dossierId).find(({ number }) => number === of.number);
    const hits = found === undefined ? [] : tables.screening.hitsOfRun(dossierId, of.number);
    return found === undefined ? undefined : { run: found.run, hits, subjects: tables.subjects.list(dossierId) };
  }
  if (!tables.decisions.list(dossierId).some(({ id }) => id === of.decisionId)) return undefined;
  const { file } = FrozenGround.parse(tables.decisions.snapshotOf(of.decisionId));
  return file.run === undefined ? undefined : { run: file.run, hits: file.hits, subjects: file.subjects };
}

/** What was asked; for runs from before it was kept, the names that were searched as far as the subjects still have them. */
function askedIn({ run, subjects }: Kept): RunQuery[] {
  if (run.queries.length > 0) return run.queries;
  const names = new Set(run.names);
  return queriesOf(subjects).filter((query) => names.has(query.name));
}

async function replay(
  { session, random, search }: PastRunsParts,
  { dossierId, of }: Choice,
): Promise<Result<Replay, Refusal>> {
  const entered = enterCase(session, "read-cases", dossierId);
  if (!entered.ok) return entered;
  const kept = keptRun(entered.value.open, dossierId, of);
  if (kept === undefined) return err({ code: "unknown-run" });
  const queries = askedIn(kept);
  const { hits: now, matcherVersion } = await searchAsThen({ session, random, search }, entered.value.open, {
    run: kept.run,
    queries,
  });
  // While the search ran the case may have been shut to this person, or the vault locked.
  const again = enterCase(session, "read-cases", dossierId);
  if (!again.ok) return again;
  const { lists } = again.value.open.tables;
  const lost = kept.run.editions.filter((edition) => lists.find(edition.id) === undefined);
  return ok({
    matcherThen: kept.run.matcherVersion,
    matcherNow: matcherVersion,
    lostEditions: lost.map((edition) => `${edition.title} ${edition.edition}`),
    ...compared(kept.hits, now),
  });
}

function compared(then: readonly Hit[], now: readonly Hit[]): Pick<Replay, "same" | "missing" | "extra" | "moved"> {
  const was = new Map(then.map((hit) => [pairOf(hit), hit]));
  const is = new Map(now.map((hit) => [pairOf(hit), hit]));
  return {
    same: now.filter((hit) => was.has(pairOf(hit))).length,
    missing: then.filter((hit) => !is.has(pairOf(hit))).map(briefOf),
    extra: now.filter((hit) => !was.has(pairOf(hit))).map(briefOf),
    moved: now.flatMap((hit) => {
      const before = was.get(pairOf(hit));
      return before === undefined || Math.abs(before.score - hit.score) < 0.005
        ? []
        : [{ hit: briefOf(hit), before: before.score }];
    }),
  };
}
