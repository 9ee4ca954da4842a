import { isOpenForWork } from "../../../shared/domain/dossier.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { hitDifference, isDifferent, type ScreeningNotice } from "../../../shared/domain/judging/rescreening.ts";
import type { Edition, Hit } from "../../../shared/domain/screening.ts";
import { Instant } from "../../../shared/domain/time.ts";
import type { Clock, Random } from "../../ports.ts";
import type { NameSearch, SearchAnswer } from "../name-search.ts";
import type { OpenSession, Session } from "../session.ts";
import type { Tasks } from "../tasks.ts";
import { hitsFrom, queriesOf, toNameQuery } from "./find-hits.ts";
import { hashOf } from "./kept-verdicts.ts";
import { isSame, recordRun, type Searched, settleIfCurrent } from "./record-run.ts";
import { screenChanges } from "./screen-changes.ts";

/** What it is built from. */
export interface DueParts {
  readonly session: Session;
  readonly clock: Clock;
  readonly random: Random;
  readonly tasks: Tasks;
  readonly search: NameSearch;
  readonly afterVerdict: (open: OpenSession, dossierId: DossierId) => void;
  readonly onChange: (dossierId: DossierId) => void;
}

/** Milliseconds of rest between two cases, so that whoever is at work gets the machine. */
const restMs = 15;
/** The task under which a window shows how far it is. */
export const rescreeningTask = "rescreening";

/** Cases that wait and that this session can screen. */
export function dueCases({ tables, cases }: OpenSession): DossierId[] {
  return tables.rescreening.due().filter((dossierId) => !cases.isShut(dossierId));
}

/**
 * Screens every case that is due and that the session can open: first those for which comparing what changed is enough, then
 * the others in everything. `held`: somebody asked it to stop; what is left stays due.
 */
export async function screenDue(parts: DueParts): Promise<"held" | "done"> {
  const open = parts.session.current();
  const due = open === undefined ? [] : dueCases(open);
  if (open === undefined || due.length === 0) return "done";
  const task = parts.tasks.begin({ taskId: rescreeningTask, label: "rescreening", unit: "items" });
  const goesOn = (): boolean => !task.signal.aborted && isCurrent(parts, open);
  let done = 0;
  const step = (): void => {
    done += 1;
    task.progress(done, due.length);
  };
  try {
    task.progress(done, due.length);
    const onDone = (dossierId: DossierId): void => {
      step();
      parts.onChange(dossierId);
    };
    for (const dossierId of await screenChanges(parts, open, { due, goesOn, onDone })) {
      if (!goesOn()) break;
      await screenOne(parts, open, dossierId);
      step();
      await new Promise((rested) => setTimeout(rested, restMs));
    }
    return isCurrent(parts, open) && task.signal.aborted ? "held" : "done";
  } finally {
    task.end();
  }
}

function isCurrent({ session }: DueParts, open: OpenSession): boolean {
  return session.current()?.vault === open.vault;
}

/** One case: searched without holding anything, then written as a whole if the case is still what it was. */
async function screenOne(parts: DueParts, open: OpenSession, dossierId: DossierId): Promise<void> {
  const { tables } = open;
  if (!isWorthWhile(open, dossierId)) {
    open.write(() => tables.rescreening.settle(dossierId));
    return;
  }
  const subjects = tables.subjects.list(dossierId);
  const queries = queriesOf(subjects);
  const answer = await parts.search.search(open, queries.map(toNameQuery));
  if (!isCurrent(parts, open) || open.cases.isShut(dossierId) || !tables.rescreening.isDue(dossierId)) return;
  const record = tables.dossiers.find(dossierId);
  // What somebody changed meanwhile is searched at the next waking, from the beginning.
  if (record === undefined || hashOf(tables.subjects.list(dossierId)) !== hashOf(subjects)) return;
  const searched: Searched = { dossierId, subjects, queries, answer, automatic: true };
  open.write(() => {
    if (isOpenForWork(record.state)) rescreenOpen(parts, open, searched);
    else watchDecided(parts, open, searched);
  });
  parts.onChange(dossierId);
}

/** Not what was closed, what was never screened, and what somebody has screened since. */
function isWorthWhile(open: OpenSession, dossierId: DossierId): boolean {
  const record = open.tables.dossiers.find(dossierId);
  const last = open.tables.screening.lastRun(dossierId);
  if (record === undefined || record.state === "closed" || last === undefined) return false;
  const watched = isOpenForWork(record.state) ? undefined : open.tables.rescreening.watch(dossierId);
  return !isSame(open.tables.lists.current(), (watched ?? last).editions);
}

interface Basis {
  readonly editions: readonly Edition[];
  readonly matcherVersion: string;
  readonly hits: readonly Hit[];
}

function rescreenOpen(parts: DueParts, open: OpenSession, searched: Searched): void {
  const { dossierId } = searched;
  const basis = basisOf(open, dossierId);
  const counts = recordRun(parts, open, searched);
  const now = open.tables.screening.hits(dossierId).map(({ hit }) => hit);
  const told = tell(parts, open, { searched, basis, now, standing: "open" });
  open.note("rescreened", dossierId, { ...counts, ...told });
  parts.afterVerdict(open, dossierId);
}

/** A decided case keeps its candidates and its verdicts: what is found now is kept beside them. */
function watchDecided(parts: DueParts, open: OpenSession, searched: Searched): void {
  const { dossierId, subjects, queries, answer } = searched;
  const watch = open.tables.rescreening.watch(dossierId);
  const basis = watch ?? basisOf(open, dossierId);
  const now = hitsFrom(answer, { queries, random: parts.random });
  const told = tell(parts, open, { searched, basis, now, standing: "decided" });
  const { editions, matcherVersion } = answer;
  const at = Instant.parse(parts.clock.nowMs());
  const watched = { editions: [...editions], matcherVersion, hits: now, at, namesHash: hashOf(subjects) };
  open.tables.rescreening.putWatch(dossierId, watched);
  settleIfCurrent(open, dossierId, answer);
  open.note("rescreened", dossierId, { names: queries.length, editions: editions.length, hits: now.length, ...told });
}

function basisOf({ tables }: OpenSession, dossierId: DossierId): Basis {
  const run = tables.screening.lastRun(dossierId);
  const hits = tables.screening.hits(dossierId).map(({ hit }) => hit);
  return { editions: run?.editions ?? [], matcherVersion: run?.matcherVersion ?? "", hits };
}

interface Telling {
  readonly searched: Searched;
  readonly basis: Basis;
  readonly now: readonly Hit[];
  readonly standing: ScreeningNotice["standing"];
}

/** Keeps a notice where something differs, and answers how much. */
function tell(
  { clock }: DueParts,
  open: OpenSession,
  { searched: { dossierId, answer }, basis, now, standing }: Telling,
): { added: number; gone: number; changed: number } {
  const difference = hitDifference(basis.hits, now);
  const counts = {
    added: difference.added.length,
    gone: difference.gone.length,
    changed: difference.changed.length,
  };
  if (!isDifferent(difference)) return counts;
  open.tables.rescreening.addNotice(
    dossierId,
    { ...difference, standing, editions: newEditions(basis, answer), otherMatcher: isOther(basis, answer) },
    clock.nowMs(),
  );
  return counts;
}

function newEditions(basis: Basis, answer: SearchAnswer): ScreeningNotice["editions"] {
  const before = new Set<string>(basis.editions.map((edition) => edition.id));
  return answer.editions.filter((edition) => !before.has(edition.id)).map(({ title, edition }) => ({ title, edition }));
}

function isOther(basis: Basis, answer: SearchAnswer): boolean {
  return basis.matcherVersion !== "" && basis.matcherVersion !== answer.matcherVersion;
}
