import { mustExist } from "../../shared/assert.ts";
import { isOpenForWork } from "../../shared/domain/dossier.ts";
import type { DossierId } from "../../shared/domain/ids.ts";
import type { Subject } from "../../shared/domain/party.ts";
import type { Hit, ScreeningRun } from "../../shared/domain/screening.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Clock, Random } from "../ports.ts";
import { type EntryRefusal, enterCase } from "./enter-case.ts";
import type { NameSearch } from "./name-search.ts";
import { queriesOf, toNameQuery } from "./screening/find-hits.ts";
import { hashOf } from "./screening/kept-verdicts.ts";
import { recordRun } from "./screening/record-run.ts";
import type { OpenSession, Session } from "./session.ts";

type Refused<C extends string> = { readonly code: C };
type Outcome<E = never> = Result<{ run: ScreeningRun; hits: Hit[] }, EntryRefusal | E>;

/** Searches the names of a dossier's subjects in the current editions. */
export interface ScreeningService {
  run(input: { dossierId: DossierId }): Promise<Outcome<Refused<"dossier-decided">>>;
  result(input: { dossierId: DossierId }): Result<{ run: ScreeningRun | null; hits: Hit[] }, EntryRefusal>;
}

/** What the service is built from. */
export interface ScreeningServiceParts {
  readonly session: Session;
  readonly clock: Clock;
  readonly random: Random;
  readonly search: NameSearch;
  /** Called inside the transaction after hits or verdicts changed: gates and depth may have moved. */
  readonly afterVerdict: (open: OpenSession, dossierId: DossierId) => void;
  readonly onChange: (dossierId: DossierId) => void;
}

export function createScreeningService(parts: ScreeningServiceParts): ScreeningService {
  return {
    result: ({ dossierId }) => {
      const entered = enterCase(parts.session, "read-cases", dossierId);
      return entered.ok ? ok(readResult(entered.value.open, dossierId)) : entered;
    },
    run: ({ dossierId }) => run(parts, dossierId),
  };
}

/** Times that a run begins again because the names changed while it searched. */
const attempts = 3;

async function run(parts: ScreeningServiceParts, dossierId: DossierId): Promise<Outcome<Refused<"dossier-decided">>> {
  for (let attempt = 1; ; attempt += 1) {
    const before = enterOpenCase(parts, dossierId);
    if (!before.ok) return before;
    const { subjects } = before.value;
    const queries = queriesOf(subjects);
    const answer = await parts.search.search(before.value.open, queries.map(toNameQuery));
    // While the search ran the vault may have been locked, the case decided or its names changed.
    const after = enterOpenCase(parts, dossierId);
    if (!after.ok) return after;
    const { open } = after.value;
    if (hashOf(after.value.subjects) !== hashOf(subjects) && attempt < attempts) continue;
    open.write(() => {
      const counts = recordRun(parts, open, { dossierId, subjects, queries, answer, automatic: false });
      open.note("screening-run", dossierId, counts);
      parts.afterVerdict(open, dossierId);
    });
    parts.onChange(dossierId);
    const read = readResult(open, dossierId);
    return ok({ run: mustExist(read.run, "a run was just recorded"), hits: read.hits });
  }
}

function enterOpenCase(
  { session }: ScreeningServiceParts,
  dossierId: DossierId,
): Result<{ open: OpenSession; subjects: Subject[] }, EntryRefusal | Refused<"dossier-decided">> {
  const entered = enterCase(session, "work-on-cases", dossierId);
  if (!entered.ok) return entered;
  const { open, record } = entered.value;
  if (!isOpenForWork(record.state)) return err({ code: "dossier-decided" });
  return ok({ open, subjects: open.tables.subjects.list(dossierId) });
}

function readResult(open: OpenSession, dossierId: DossierId): { run: ScreeningRun | null; hits: Hit[] } {
  const last = open.tables.screening.lastRun(dossierId);
  const hits = open.tables.screening.hits(dossierId).map((record) => record.hit);
  if (last === undefined) return { run: null, hits };
  const { namesHash, queries: _asked, ...run } = last;
  const current = open.tables.lists.current().map((edition) => edition.id);
  const sameLists = current.join() === run.editions.map((edition) => edition.id).join();
  const sameNames = namesHash === hashOf(open.tables.subjects.list(dossierId));
  return { run: { ...run, stale: !sameLists || !sameNames }, hits };
}
