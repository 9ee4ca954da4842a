import { type ListedCase, listedCase } from "../../../shared/domain/desk/case-list.ts";
import { DeskCase, deskForm, readBlind } from "../../../shared/domain/desk/desk-case.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import type { Clock } from "../../ports.ts";
import { faultOf } from "../../vault/fault.ts";
import type { DeskMark, KeptDesk } from "../../vault/tables/desk-table.ts";
import { mayDo, type OpenSession, type Session } from "../session.ts";
import { deskFacts } from "./desk-facts.ts";

/**
 * Every case this person may see, in memory while the vault is open. Brought up to date by what changed since the last time,
 * in slices, so that no question reads the whole vault and none keeps others waiting; emptied when the vault locks.
 */
export interface DeskIndex {
  /**
   * Reads what changed for about `budgetMs` and goes on in the background with what is left. Answers how many cases are not
   * read yet; 0 also for a person without the right to read.
   */
  catchUp(open: OpenSession, budgetMs: number): number;
  /** Reads all that changed, letting others through in between. False when the vault was locked meanwhile. */
  whole(open: OpenSession): Promise<boolean>;
  /** Cases read so far that the person may see; none that their own declaration shuts; as their head alone where they read blind. */
  visible(open: OpenSession): readonly ListedCase[];
  /** Changes whenever an answer of `visible` may differ from the one before. */
  version(open: OpenSession): number;
  forget(): void;
}

interface Held {
  readonly vault: OpenSession["vault"];
  readonly cases: Map<DossierId, ListedCase>;
  /** Copies worked out and not written yet. */
  fresh: Fresh[];
  mark: DeskMark;
  isReading: boolean;
  version: number;
}

interface Fresh {
  readonly dossierId: DossierId;
  readonly built: number;
  readonly body: string;
}

/** So many copies are written in one go. */
const writtenTogether = 100;
/** A few stale copies left over are cheaper to work out again than to write. */
const worthKeeping = 25;
/** Cases taken at a time; the clock is looked at after each. */
const batch = 8;
/** Work at a stretch, so that nobody at work waits for longer. */
const sliceMs = 20;

export function createDeskIndex({ session, clock }: { session: Session; clock: Clock }): DeskIndex {
  let held: Held | undefined;

  function heldOf(open: OpenSession): Held {
    if (held?.vault !== open.vault)
      held = {
        vault: open.vault,
        cases: new Map(),
        fresh: [],
        mark: { tick: 0, dossierId: "" },
        isReading: false,
        version: 0,
      };
    return held;
  }

  /** Answers whether everything is read. */
  function slice(open: OpenSession, budgetMs: number): boolean {
    const into = heldOf(open);
    const until = clock.monotonicMs() + budgetMs;
    for (;;) {
      const { kept, mark, isEnd } = open.tables.desk.next(into.mark, batch);
      take(open, into, kept);
      if (mark !== into.mark) into.version += 1;
      into.mark = mark;
      if (into.fresh.length >= (isEnd ? worthKeeping : writtenTogether)) keepCopies(open, into);
      if (isEnd) into.fresh = [];
      if (isEnd || clock.monotonicMs() >= until) return isEnd;
    }
  }

  async function whole(open: OpenSession): Promise<boolean> {
    while (session.current()?.vault === open.vault) {
      if (!mayDo(open, "read-cases") || slice(open, sliceMs)) return true;
      await new Promise((resolve) => setImmediate(resolve));
    }
    return false;
  }

  /** What goes wrong here goes wrong again for whoever asks next, and is told to them. */
  function goOn(open: OpenSession): void {
    const into = heldOf(open);
    if (into.isReading) return;
    into.isReading = true;
    const stop = (): void => {
      into.isReading = false;
    };
    setImmediate(() => void whole(open).then(stop, stop));
  }

  return {
    catchUp: (open, budgetMs) => {
      if (!mayDo(open, "read-cases") || slice(open, budgetMs)) return 0;
      goOn(open);
      return open.tables.desk.countAfter(heldOf(open).mark);
    },
    whole,
    visible: (open) => {
      if (!mayDo(open, "read-cases")) return [];
      const { cases } = heldOf(open);
      const shut = open.tables.declarations.shutTo(open.person.id);
      return [...cases.values()]
        .filter(({ desk }) => !shut.has(desk.id) && !open.cases.isShut(desk.id))
        .map((listed) =>
          listed.desk.secondReader === open.person.id ? { ...listed, desk: readBlind(listed.desk) } : listed,
        );
    },
    version: (open) => heldOf(open).version,
    forget: () => {
      held = undefined;
    },
  };
}

function take(open: OpenSession, held: Held, kept: readonly KeptDesk[]): void {
  for (const one of kept) {
    const known = one.built === one.tick ? readCopy(one.body) : undefined;
    const desk = known ?? deskFacts(open, one.dossierId);
    if (known === undefined) held.fresh.push({ dossierId: one.dossierId, built: one.tick, body: JSON.stringify(desk) });
    held.cases.set(desk.id, listedCase(desk));
  }
}

/** A copy of an older form, or none, says nothing. */
function readCopy(body: string | null): DeskCase | undefined {
  if (body === null) return undefined;
  const parsed: unknown = JSON.parse(body);
  const isOfThisForm = typeof parsed === "object" && parsed !== null && "form" in parsed && parsed.form === deskForm;
  return isOfThisForm ? DeskCase.parse(parsed) : undefined;
}

/** A disk that is full must not keep anybody from reading: the copies are made anew next time. */
function keepCopies(open: OpenSession, held: Held): void {
  if (open.vault.db.inTransaction) return;
  const { fresh } = held;
  held.fresh = [];
  try {
    open.vault.db.transaction(() => {
      for (const copy of fresh) open.tables.desk.keep(copy);
    });
  } catch (thrown) {
    if (faultOf(thrown) === undefined) throw thrown;
  }
}
