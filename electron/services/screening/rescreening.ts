import { isOpenForWork } from "../../../shared/domain/dossier.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { hitDifference, isDifferent, type ScreeningNotice } from "../../../shared/domain/judging/rescreening.ts";
import type { Edition, Hit } from "../../../shared/domain/screening.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { Clock, Random } from "../../ports.ts";
import { faultOf } from "../../vault/fault.ts";
import { type EntryRefusal, enterCase } from "../enter-case.ts";
import { type NameSearch, NameSearchStopped, type SearchAnswer } from "../name-search.ts";
import type { OpenSession, Session } from "../session.ts";
import type { Tasks } from "../tasks.ts";
import { hitsFrom, queriesOf, toNameQuery } from "./find-hits.ts";
import { hashOf } from "./kept-verdicts.ts";
import { recordRun, type Searched } from "./record-run.ts";

/** Screens cases again when lists change, in the background, and keeps what turned out different. */
export interface Rescreening {
  /** Notices of a case, the newest first. */
  notices(input: { dossierId: DossierId }): Result<{ notices: ScreeningNotice[]; due: boolean }, EntryRefusal>;
  /** Says that somebody has seen a notice; it no longer waits. */
  seeNotice(input: {
    dossierId: DossierId;
    number: number;
  }): Result<{ notices: ScreeningNotice[]; due: boolean }, EntryRefusal | { readonly code: "unknown-notice" }>;
  /** Begins with what is due when the vault opens, ends when it locks. */
  follow(state: "open" | "locked"): void;
  /** Lists may have changed. */
  wake(): void;
  /** Settles when nothing is due any more that this session can do. */
  settled(): Promise<void>;
}

/** What it is built from. */
export interface RescreeningParts {
  readonly session: Session;
  readonly clock: Clock;
  readonly random: Random;
  readonly tasks: Tasks;
  readonly search: NameSearch;
  /** Milliseconds from unlocking to the first case; null for never, undefined for what a release does. */
  readonly rescreenAfterMs?: number | null | undefined;
  readonly afterVerdict: (open: OpenSession, dossierId: DossierId) => void;
  readonly onChange: (dossierId: DossierId) => void;
}

/** Milliseconds from unlocking to the first case in a release: the page comes first, and text of evidence. */
const defaultAfterMs = 4_000;
/** Milliseconds of rest between two cases, so that whoever is at work gets the machine. */
const restMs = 15;
/** The task under which a window shows how far it is. */
export const rescreeningTask = "rescreening";

export function createRescreening(parts: RescreeningParts): Rescreening {
  const { session, clock } = parts;
  const background = createBackground(parts);
  const read = ({ tables }: OpenSession, dossierId: DossierId) =>
    ok({ notices: tables.rescreening.notices(dossierId), due: tables.rescreening.isDue(dossierId) });
  return {
    ...background,
    notices: ({ dossierId }) => {
      const entered = enterCase(session, "read-cases", dossierId);
      return entered.ok ? read(entered.value.open, dossierId) : entered;
    },
    seeNotice: ({ dossierId, number }) => {
      const entered = enterCase(session, "work-on-cases", dossierId);
      if (!entered.ok) return entered;
      const { open } = entered.value;
      const isNews = open.write(() => {
        const done = open.tables.rescreening.see(dossierId, number, {
          atMs: clock.nowMs(),
          by: open.person.displayName,
        });
        if (done) open.note("rescreening-seen", dossierId, { number });
        return done;
      });
      if (!isNews && !open.tables.rescreening.notices(dossierId).some((notice) => notice.number === number))
        return err({ code: "unknown-notice" });
      parts.onChange(dossierId);
      return read(open, dossierId);
    },
  };
}

function createBackground(parts: RescreeningParts): Pick<Rescreening, "follow" | "wake" | "settled"> {
  const afterMs = parts.rescreenAfterMs === undefined ? defaultAfterMs : parts.rescreenAfterMs;
  let running: Promise<void> | undefined;
  let isAwake = false;
  let isOpen = false;
  let timer: NodeJS.Timeout | undefined;

  const run = async (): Promise<void> => {
    try {
      while (isAwake) {
        isAwake = false;
        await screenDue(parts);
      }
    } catch (thrown) {
      // A disk that is full, a lock or a search that stopped keeps nobody from working; what is due stays due.
      if (faultOf(thrown) === undefined && !(thrown instanceof NameSearchStopped)) throw thrown;
    }
  };
  const wake = (): void => {
    if (afterMs === null || !isOpen || timer !== undefined) return;
    isAwake = true;
    running ??= run().finally(() => {
      running = undefined;
      if (isAwake) wake();
    });
  };
  return {
    wake,
    follow: (state) => {
      clearTimeout(timer);
      timer = undefined;
      isOpen = state === "open";
      isAwake = false;
      if (!isOpen || afterMs === null) return;
      timer = setTimeout(() => {
        timer = undefined;
        wake();
      }, afterMs);
    },
    settled: async () => {
      while (running !== undefined) await running;
    },
  };
}

async function screenDue(parts: RescreeningParts): Promise<void> {
  const open = parts.session.current();
  if (open === undefined) return;
  const due = open.tables.rescreening.due().filter((dossierId) => !open.cases.isShut(dossierId));
  if (due.length === 0) return;
  const task = parts.tasks.begin({ taskId: rescreeningTask, label: "rescreening", unit: "items" });
  try {
    for (const [done, dossierId] of due.entries()) {
      task.progress(done, due.length);
      if (task.signal.aborted || !isCurrent(parts, open)) return;
      await screenOne(parts, open, dossierId);
      await new Promise((rested) => setTimeout(rested, restMs));
    }
    task.progress(due.length, due.length);
  } finally {
    task.end();
  }
}

function isCurrent({ session }: RescreeningParts, open: OpenSession): boolean {
  return session.current()?.vault === open.vault;
}

/** One case: searched without holding anything, then written as a whole if the case is still what it was. */
async function screenOne(parts: RescreeningParts, open: OpenSession, dossierId: DossierId): Promise<void> {
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
    tables.rescreening.settle(dossierId);
  });
  parts.onChange(dossierId);
}

/** Not what was closed, what was never screened, and what somebody has screened since. */
function isWorthWhile(open: OpenSession, dossierId: DossierId): boolean {
  const record = open.tables.dossiers.find(dossierId);
  const last = open.tables.screening.lastRun(dossierId);
  if (record === undefined || record.state === "closed" || last === undefined) return false;
  const watched = isOpenForWork(record.state) ? undefined : open.tables.rescreening.watch(dossierId);
  return !isUpToDate(open, (watched ?? last).editions);
}

function isUpToDate({ tables }: OpenSession, editions: readonly Edition[]): boolean {
  const ids = (of: readonly Edition[]): string => of.map((edition) => edition.id).join();
  return ids(tables.lists.current()) === ids(editions);
}

interface Basis {
  readonly editions: readonly Edition[];
  readonly matcherVersion: string;
  readonly hits: readonly Hit[];
}

function rescreenOpen(parts: RescreeningParts, open: OpenSession, searched: Searched): void {
  const { dossierId } = searched;
  const basis = basisOf(open, dossierId);
  const counts = recordRun(parts, open, searched);
  const now = open.tables.screening.hits(dossierId).map(({ hit }) => hit);
  const told = tell(parts, open, { searched, basis, now, standing: "open" });
  open.note("rescreened", dossierId, { ...counts, ...told });
  parts.afterVerdict(open, dossierId);
}

/** A decided case keeps its candidates and its verdicts: what is found now is kept beside them. */
function watchDecided(parts: RescreeningParts, open: OpenSession, searched: Searched): void {
  const { dossierId, queries, answer } = searched;
  const watch = open.tables.rescreening.watch(dossierId);
  const basis = watch ?? basisOf(open, dossierId);
  const now = hitsFrom(answer, { queries, random: parts.random });
  const told = tell(parts, open, { searched, basis, now, standing: "decided" });
  const { editions, matcherVersion } = answer;
  open.tables.rescreening.putWatch(
    dossierId,
    { editions: [...editions], matcherVersion, hits: now },
    parts.clock.nowMs(),
  );
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
  { clock }: RescreeningParts,
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
