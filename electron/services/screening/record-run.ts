import type { DossierId } from "../../../shared/domain/ids.ts";
import type { Subject } from "../../../shared/domain/party.ts";
import type { Edition, Hit } from "../../../shared/domain/screening.ts";
import { Instant } from "../../../shared/domain/time.ts";
import type { Clock, Random } from "../../ports.ts";
import type { RunQuery, RunRecord } from "../../vault/tables/screening-table.ts";
import type { SearchAnswer } from "../name-search.ts";
import type { OpenSession } from "../session.ts";
import { cutOff, hitsFrom } from "./find-hits.ts";
import { hashOf, keepVerdict, withKeptVerdicts } from "./kept-verdicts.ts";

/** A search of a case's names, answered and not yet recorded. */
export interface Searched {
  readonly dossierId: DossierId;
  readonly subjects: readonly Subject[];
  readonly queries: readonly RunQuery[];
  readonly answer: SearchAnswer;
  /** Nobody asked: lists changed. */
  readonly automatic: boolean;
}

/** The case need not be screened again, unless another edition came into use while its names were searched. */
export function settleIfCurrent(
  { tables }: OpenSession,
  dossierId: DossierId,
  { editions }: Pick<SearchAnswer, "editions">,
): void {
  if (isSame(tables.lists.current(), editions)) tables.rescreening.settle(dossierId);
}

/** Whether these are the same editions. */
export function isSame(some: readonly Edition[], others: readonly Edition[]): boolean {
  const ids = (of: readonly Edition[]): string => of.map((edition) => edition.id).join();
  return ids(some) === ids(others);
}

/**
 * Makes what was found the case's candidates, with the verdicts that still stand, and keeps the run. Answers the counts that
 * the trail tells. Inside the transaction of the caller.
 */
export function recordRun(
  { clock, random }: { readonly clock: Clock; readonly random: Random },
  open: OpenSession,
  { dossierId, subjects, queries, answer, automatic }: Searched,
): { names: number; editions: number; hits: number } {
  const found: readonly Hit[] = hitsFrom(answer, { queries, random });
  const records = withKeptVerdicts(open, dossierId, { found, subjects });
  const run: RunRecord = {
    at: Instant.parse(clock.nowMs()),
    by: open.person.displayName,
    names: queries.map((query) => query.name),
    editions: [...answer.editions],
    cutOff,
    matcherVersion: answer.matcherVersion,
    automatic,
    namesHash: hashOf(subjects),
    queries: [...queries],
  };
  open.tables.screening.putRun(dossierId, run, records);
  // A verdict from before verdicts were kept for themselves is kept from here on.
  const kept = new Set<string>(open.tables.verdicts.list(dossierId).map((verdict) => verdict.id));
  for (const { hit } of records) if (hit.judgement !== null && !kept.has(hit.id)) keepVerdict(open, dossierId, hit.id);
  // What was found of a decided case is older than this run; it is no ground any more.
  open.tables.rescreening.dropWatch(dossierId);
  settleIfCurrent(open, dossierId, answer);
  return { names: run.names.length, editions: run.editions.length, hits: records.length };
}
