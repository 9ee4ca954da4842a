import type { z } from "zod";
import type { StaleList, Waiting } from "../../shared/contract/calls/dossiers.ts";
import { requiredItems } from "../../shared/domain/checklist.ts";
import { type DossierState, isOpenForWork } from "../../shared/domain/dossier.ts";
import { staleAfterDays } from "../../shared/domain/screening.ts";
import { dayOf, daysBetween } from "../../shared/domain/time.ts";
import { ok, type Result } from "../../shared/result.ts";
import type { Clock } from "../ports.ts";
import type { DossierRecord } from "../vault/tables/dossier-table.ts";
import { templateOf } from "./case-file.ts";
import type { Locked, OpenSession, Session } from "./session.ts";

type Stale = z.infer<typeof StaleList>;

/** Works out what waits for the person: one next action per dossier, dates that come due, lists that grow old. */
export interface WaitingService {
  waiting(): Result<{ waiting: Waiting[]; staleLists: Stale[]; dossiers: number }, Locked>;
}

/** A review date is pointed out this many days before it comes. */
const reviewNoticeDays = 30;

interface Counts {
  readonly answered: ReadonlyMap<string, number>;
  readonly undecided: ReadonlyMap<string, number>;
  readonly screened: ReadonlySet<string>;
  readonly decisions: ReadonlyMap<string, { latestId: string; reviewDay: string | null }>;
  readonly signed: ReadonlySet<string>;
  readonly today: string;
}

export function createWaitingService({ session, clock }: { session: Session; clock: Clock }): WaitingService {
  return {
    waiting: () => {
      const opened = session.require();
      if (!opened.ok) return opened;
      const open = opened.value;
      const today = dayOf(clock.nowMs());
      const counts: Counts = {
        answered: open.tables.answers.countsByDossier(),
        undecided: open.tables.screening.undecidedByDossier(),
        screened: open.tables.screening.screenedDossiers(),
        decisions: open.tables.decisions.summary(),
        signed: open.tables.reports.signedDecisions(),
        today,
      };
      const records = open.tables.dossiers.list();
      const waiting = records.flatMap((record) => waitingOf(open, record, counts));
      return ok({ waiting: waiting.sort(byUrgency), staleLists: staleLists(open, today), dossiers: records.length });
    },
  };
}

const urgency: readonly Waiting["kind"][] = [
  "overdue",
  "review-due",
  "unsigned",
  "ready-to-decide",
  "hits-undecided",
  "corroboration",
  "triage",
  "not-screened",
  "next-item",
];

function byUrgency(a: Waiting, b: Waiting): number {
  return urgency.indexOf(a.kind) - urgency.indexOf(b.kind) || (a.day ?? "9999").localeCompare(b.day ?? "9999");
}

function waitingOf(open: OpenSession, record: DossierRecord, counts: Counts): Waiting[] {
  const entry = (kind: Waiting["kind"], count: number, day: string | null = null): Waiting => ({
    kind,
    dossierId: record.id,
    number: record.number,
    title: record.title,
    count,
    day,
  });
  if (!isOpenForWork(record.state)) return afterDecision(record, { counts, entry });
  const overdue = record.dueDay !== null && record.dueDay < counts.today ? [entry("overdue", 0, record.dueDay)] : [];
  return [...overdue, nextAction(open, record, { counts, entry })];
}

type Entry = (kind: Waiting["kind"], count: number, day?: string | null) => Waiting;

function nextAction(
  open: OpenSession,
  record: DossierRecord,
  { counts, entry }: { counts: Counts; entry: Entry },
): Waiting {
  const isScored = record.kind !== "self-check";
  if (isScored && (record.triage.techTier === null || record.triage.access === null))
    return entry("triage", 0, record.dueDay);
  const undecided = counts.undecided.get(record.id) ?? 0;
  if (undecided > 0) return entry("hits-undecided", undecided, record.dueDay);
  const required = requiredItems(templateOf(open, record), record.depth).length;
  const left = Math.max(0, required - (counts.answered.get(record.id) ?? 0));
  if (left > 0) return entry("next-item", left, record.dueDay);
  if (isScored && !counts.screened.has(record.id)) return entry("not-screened", 0, record.dueDay);
  return entry("ready-to-decide", 0, record.dueDay);
}

const finished: readonly DossierState[] = ["closed"];

function afterDecision(record: DossierRecord, { counts, entry }: { counts: Counts; entry: Entry }): Waiting[] {
  if (finished.includes(record.state)) return [];
  const latest = counts.decisions.get(record.id);
  const unsigned = latest !== undefined && !counts.signed.has(latest.latestId) ? [entry("unsigned", 0)] : [];
  const reviewDay = latest?.reviewDay ?? null;
  const due = reviewDay !== null && daysBetween(counts.today, reviewDay) <= reviewNoticeDays;
  return [...unsigned, ...(due ? [entry("review-due", 0, reviewDay)] : [])];
}

function staleLists(open: OpenSession, today: string): Stale[] {
  return open.tables.lists.current().flatMap((edition) => {
    const from = edition.publishedDay ?? dayOf(edition.importedAt);
    const ageDays = daysBetween(from, today);
    return ageDays > staleAfterDays ? [{ title: edition.title, edition: edition.edition, ageDays }] : [];
  });
}
