import type { z } from "zod";
import type { StaleList, Waiting } from "../../shared/contract/calls/dossiers.ts";
import type { Approval } from "../../shared/domain/decision.ts";
import { type DossierState, isOpenForWork } from "../../shared/domain/dossier.ts";
import { staleAfterDays } from "../../shared/domain/screening.ts";
import { dayOf, daysBetween } from "../../shared/domain/time.ts";
import { ok, type Result } from "../../shared/result.ts";
import type { Clock } from "../ports.ts";
import type { DossierRecord } from "../vault/tables/dossier-table.ts";
import { requiredCount } from "./asked-items.ts";
import { isOwnUnit, visibleRecords } from "./enter-case.ts";
import { type Locked, mayDo, type OpenSession, type Session } from "./session.ts";

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
  readonly decisions: ReturnType<OpenSession["tables"]["decisions"]["summary"]>;
  readonly approvals: ReadonlyMap<string, Approval>;
  readonly signed: ReadonlySet<string>;
  readonly countersigned: ReadonlySet<string>;
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
        approvals: open.tables.decisions.approvals(),
        signed: open.tables.reports.signedDecisions(),
        countersigned: open.tables.reports.countersignedDecisions(),
        today,
      };
      const records = visibleRecords(open);
      const waiting = records.flatMap((record) => waitingOf(open, record, counts));
      return ok({
        waiting: waiting.sort(byUrgency),
        staleLists: mayDo(open, "import-lists") ? staleLists(open, today) : [],
        dossiers: records.length,
      });
    },
  };
}

const urgency: readonly Waiting["kind"][] = [
  "overdue",
  "review-due",
  "approval",
  "returned",
  "countersign",
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
    restricted: open.cases.isRestricted(record.id),
    count,
    day,
  });
  if (record.state === "proposed") return toAnswer(open, record, { counts, entry });
  const isHost = isOwnUnit(open, record);
  if (!isOpenForWork(record.state)) return isHost ? [] : afterDecision(open, record, { counts, entry });
  // What is left to do in an enquiry waits for those who work on it, not for those who read it.
  if (isHost || !mayDo(open, "work-on-cases")) return [];
  const overdue = record.dueDay !== null && record.dueDay < counts.today ? [entry("overdue", 0, record.dueDay)] : [];
  return [...overdue, returned(open, record, { counts, entry }) ?? nextAction(open, record, { counts, entry })];
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
  const required = requiredCount(open, record);
  const left = Math.max(0, required - (counts.answered.get(record.id) ?? 0));
  if (left > 0) return entry("next-item", left, record.dueDay);
  if (isScored && !counts.screened.has(record.id)) return entry("not-screened", 0, record.dueDay);
  return entry("ready-to-decide", 0, record.dueDay);
}

const finished: readonly DossierState[] = ["closed"];

/** A decision put forward waits for everybody who may answer it, but never for whoever put it forward. */
function toAnswer(
  open: OpenSession,
  record: DossierRecord,
  { counts, entry }: { counts: Counts; entry: Entry },
): Waiting[] {
  if (counts.decisions.get(record.id)?.proposedBy === open.person.id) return [];
  const mayApprove = mayDo(open, "approve-decisions") && !isOwnUnit(open, record);
  return mayApprove || mayDo(open, "record-committee") ? [entry("approval", 0, record.dueDay)] : [];
}

/** The latest decision came back and nothing newer was put forward: that waits for the one who put it forward. */
function returned(
  open: OpenSession,
  record: DossierRecord,
  { counts, entry }: { counts: Counts; entry: Entry },
): Waiting | undefined {
  const latest = counts.decisions.get(record.id);
  if (latest?.proposedBy !== open.person.id) return undefined;
  return counts.approvals.get(latest.latestId)?.answer === "return" ? entry("returned", 0, record.dueDay) : undefined;
}

function afterDecision(
  open: OpenSession,
  record: DossierRecord,
  { counts, entry }: { counts: Counts; entry: Entry },
): Waiting[] {
  if (finished.includes(record.state)) return [];
  const latest = counts.decisions.get(record.id);
  return [...signatures(open, latest?.latestId, { counts, entry }), ...reviewDue(open, latest, { counts, entry })];
}

/** The reviewer's signature first, then that of the approver who approved this very decision. */
function signatures(
  open: OpenSession,
  decisionId: string | undefined,
  { counts, entry }: { counts: Counts; entry: Entry },
): Waiting[] {
  if (decisionId === undefined) return [];
  const isReviewer = mayDo(open, "sign-papers") && mayDo(open, "work-on-cases");
  if (!counts.signed.has(decisionId)) return isReviewer ? [entry("unsigned", 0)] : [];
  const approval = counts.approvals.get(decisionId);
  const isApprover = approval?.kind === "approver" && approval.personId === open.person.id;
  return isApprover && !counts.countersigned.has(decisionId) ? [entry("countersign", 0)] : [];
}

function reviewDue(
  open: OpenSession,
  latest: { readonly reviewDay: string | null } | undefined,
  { counts, entry }: { counts: Counts; entry: Entry },
): Waiting[] {
  if (!mayDo(open, "work-on-cases")) return [];
  const reviewDay = latest?.reviewDay ?? null;
  const due = reviewDay !== null && daysBetween(counts.today, reviewDay) <= reviewNoticeDays;
  return due ? [entry("review-due", 0, reviewDay)] : [];
}

function staleLists(open: OpenSession, today: string): Stale[] {
  return open.tables.lists.current().flatMap((edition) => {
    const from = edition.publishedDay ?? dayOf(edition.importedAt);
    const ageDays = daysBetween(from, today);
    return ageDays > staleAfterDays ? [{ title: edition.title, edition: edition.edition, ageDays }] : [];
  });
}
