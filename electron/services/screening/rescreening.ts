import type { DossierId } from "../../../shared/domain/ids.ts";
import type { RescreeningState, ScreeningNotice } from "../../../shared/domain/judging/rescreening.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { faultOf } from "../../vault/fault.ts";
import { type EntryRefusal, enterCase } from "../enter-case.ts";
import { NameSearchStopped } from "../name-search.ts";
import type { Locked, NotPermitted, OpenSession } from "../session.ts";
import { type DueParts, dueCases, rescreeningTask, screenDue } from "./screen-due.ts";

type State = Result<RescreeningState, Locked | NotPermitted>;

/** Screens cases again when lists change, in the background, and keeps what turned out different. */
export interface Rescreening {
  /** Notices of a case, the newest first. */
  notices(input: { dossierId: DossierId }): Result<{ notices: ScreeningNotice[]; due: boolean }, EntryRefusal>;
  /** Says that somebody has seen a notice; it no longer waits. */
  seeNotice(input: {
    dossierId: DossierId;
    number: number;
  }): Result<{ notices: ScreeningNotice[]; due: boolean }, EntryRefusal | { readonly code: "unknown-notice" }>;
  /** How many cases wait that this person can open, and whether somebody holds them up. */
  state(): State;
  /** Holds up screening after the case at work, or goes on with it; locking ends what was held. */
  hold(input: { held: boolean }): State;
  /** Begins with what is due when the vault opens, ends when it locks. */
  follow(state: "open" | "locked"): void;
  /** Lists may have changed. */
  wake(): void;
  /** Settles when nothing is due any more that this session can do. */
  settled(): Promise<void>;
}

/** What it is built from. */
export interface RescreeningParts extends DueParts {
  /** Milliseconds from unlocking to the first case; null for never, undefined for what a release does. */
  readonly rescreenAfterMs?: number | null | undefined;
}

/** Milliseconds from unlocking to the first case in a release: the page comes first, and text of evidence. */
const defaultAfterMs = 4_000;

export function createRescreening(parts: RescreeningParts): Rescreening {
  const { session, clock } = parts;
  const { isHeld, hold, ...background } = createBackground(parts);
  const read = ({ tables }: OpenSession, dossierId: DossierId) =>
    ok({ notices: tables.rescreening.notices(dossierId), due: tables.rescreening.isDue(dossierId) });
  const stateIn = (open: OpenSession): State => ok({ waiting: dueCases(open).length, held: isHeld() });
  return {
    ...background,
    state: () => {
      const entered = session.enter("read-cases");
      return entered.ok ? stateIn(entered.value) : entered;
    },
    hold: ({ held }) => {
      const entered = session.enter("work-on-cases");
      if (!entered.ok) return entered;
      hold(held);
      return stateIn(entered.value);
    },
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

interface Background extends Pick<Rescreening, "follow" | "wake" | "settled"> {
  isHeld(): boolean;
  hold(held: boolean): void;
}

function createBackground(parts: RescreeningParts): Background {
  const afterMs = parts.rescreenAfterMs === undefined ? defaultAfterMs : parts.rescreenAfterMs;
  let running: Promise<void> | undefined;
  let isAwake = false;
  let isOpen = false;
  let isHeld = false;
  let timer: NodeJS.Timeout | undefined;

  const run = async (): Promise<void> => {
    try {
      while (isAwake && !isHeld) {
        isAwake = false;
        // Whoever has gone on meanwhile is not held up by how the last pass ended.
        if ((await screenDue(parts)) === "held" && !isAwake) isHeld = true;
      }
    } catch (thrown) {
      // A disk that is full, a lock or a search that stopped keeps nobody from working; what is due stays due.
      if (faultOf(thrown) === undefined && !(thrown instanceof NameSearchStopped)) throw thrown;
    }
  };
  const wake = (): void => {
    if (afterMs === null || !isOpen || isHeld || timer !== undefined) return;
    isAwake = true;
    running ??= run().finally(() => {
      running = undefined;
      if (isAwake) wake();
    });
  };
  return {
    wake,
    isHeld: () => isHeld,
    hold: (held) => {
      isHeld = held;
      if (held) parts.tasks.cancel(rescreeningTask);
      else wake();
    },
    follow: (state) => {
      clearTimeout(timer);
      timer = undefined;
      isOpen = state === "open";
      isAwake = false;
      isHeld = false;
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
