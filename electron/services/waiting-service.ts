import type { z } from "zod";
import type { StaleList } from "../../shared/contract/calls/dossier-lists.ts";
import type { ListedCase } from "../../shared/domain/desk/case-list.ts";
import type { DeskCase } from "../../shared/domain/desk/desk-case.ts";
import { byUrgency, type Waiting, type WaitingKind, waitingKinds } from "../../shared/domain/desk/waiting.ts";
import type { WaitingThing } from "../../shared/domain/desk/waiting-in.ts";
import { staleAfterDays } from "../../shared/domain/screening.ts";
import { dayOf, daysBetween } from "../../shared/domain/time.ts";
import { ok, type Result } from "../../shared/result.ts";
import type { Desk } from "./desk/desk-of.ts";
import { type Locked, mayDo, type OpenSession, type Session } from "./session.ts";

type Stale = z.infer<typeof StaleList>;

/** Says what waits for the person: days that come due, one next action per case, lists that grow old. */
export interface WaitingService {
  waiting(): Result<
    {
      waiting: Waiting[];
      counts: { kind: WaitingKind; count: number }[];
      staleLists: Stale[];
      changedEvidence: number;
      dossiers: number;
      unread: number;
    },
    Locked
  >;
}

/** So many rows are read at a glance and come whole; of more, the first few of each kind, and the list of cases shows the rest. */
const shownWhole = 40;
const shownOfEachKind = 5;
/** What has not been read by then is read in the background, and the answer says how much that is. */
const budgetMs = 40;

export function createWaitingService({ session, desk }: { session: Session; desk: Desk }): WaitingService {
  return {
    waiting: () => {
      const opened = session.require();
      if (!opened.ok) return opened;
      const open = opened.value;
      const unread = desk.catchUp(open, budgetMs);
      const cases = desk.cases(open);
      const things = desk.waiting(open);
      const ofKind = gather(cases, things);
      const total = ofKind.reduce((sum, { rows }) => sum + rows.length, 0);
      const most = total <= shownWhole ? shownWhole : shownOfEachKind;
      return ok({
        waiting: ofKind.flatMap(({ rows }) => mostPressing(rows, most).map((row) => toWaiting(open, row))),
        counts: ofKind.map(({ kind, rows }) => ({ kind, count: rows.length })),
        staleLists: mayDo(open, "import-lists") ? staleLists(open, desk.today()) : [],
        changedEvidence: changedEvidence(open),
        dossiers: cases.length,
        unread,
      });
    },
  };
}

interface Row extends WaitingThing {
  readonly number: string;
  readonly desk: DeskCase;
}

/** What waits, by its kind, kinds with nothing left out. */
function gather(
  cases: readonly ListedCase[],
  things: ReadonlyMap<string, readonly WaitingThing[]>,
): { kind: WaitingKind; rows: readonly Row[] }[] {
  const byKind = new Map<WaitingKind, Row[]>(waitingKinds.map((kind) => [kind, []]));
  for (const { desk } of cases)
    for (const { kind, count, day } of things.get(desk.id) ?? [])
      byKind.get(kind)?.push({ kind, count, day, number: desk.number, desk });
  return [...byKind].flatMap(([kind, rows]) => (rows.length === 0 ? [] : [{ kind, rows }]));
}

/** The first few in order. Of thousands only a handful is shown, so the rest is never put in order. */
function mostPressing(rows: readonly Row[], most: number): readonly Row[] {
  const first: Row[] = [];
  for (const row of rows) {
    const last = first.at(-1);
    if (first.length >= most && last !== undefined && byUrgency(row, last) >= 0) continue;
    const at = first.findIndex((known) => byUrgency(row, known) < 0);
    first.splice(at < 0 ? first.length : at, 0, row);
    if (first.length > most) first.pop();
  }
  return first;
}

function toWaiting(open: OpenSession, { kind, count, day, number, desk }: Row): Waiting {
  const restricted = open.cases.isRestricted(desk.id);
  return { kind, count, day, dossierId: desk.id, number, title: desk.title, restricted };
}

function changedEvidence(open: OpenSession): number {
  const seesAll = mayDo(open, "check-vault");
  const readsCases = mayDo(open, "read-cases");
  const cases = open.tables.evidence.casesOfChanged();
  return cases.filter((id) => seesAll || (readsCases && !open.cases.isShut(id))).length;
}

function staleLists(open: OpenSession, today: string): Stale[] {
  return open.tables.lists.current().flatMap((edition) => {
    const from = edition.publishedDay ?? dayOf(edition.importedAt);
    const ageDays = daysBetween(from, today);
    return ageDays > staleAfterDays ? [{ title: edition.title, edition: edition.edition, ageDays }] : [];
  });
}
