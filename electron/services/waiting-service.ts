import type { z } from "zod";
import type { StaleList } from "../../shared/contract/calls/dossier-lists.ts";
import { byUrgency, type Waiting, type WaitingKind, waitingKinds } from "../../shared/domain/desk/waiting.ts";
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
      const all = cases
        .flatMap(({ desk: one }) =>
          (things.get(one.id) ?? []).map(
            (thing): Waiting => ({
              ...thing,
              dossierId: one.id,
              number: one.number,
              title: one.title,
              restricted: open.cases.isRestricted(one.id),
            }),
          ),
        )
        .sort(byUrgency);
      const most = all.length <= shownWhole ? shownWhole : shownOfEachKind;
      const ofKind = waitingKinds.map((kind) => ({ kind, rows: all.filter((entry) => entry.kind === kind) }));
      return ok({
        waiting: ofKind.flatMap(({ rows }) => rows.slice(0, most)),
        counts: ofKind.flatMap(({ kind, rows }) => (rows.length === 0 ? [] : [{ kind, count: rows.length }])),
        staleLists: mayDo(open, "import-lists") ? staleLists(open, desk.today()) : [],
        changedEvidence: changedEvidence(open),
        dossiers: cases.length,
        unread,
      });
    },
  };
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
