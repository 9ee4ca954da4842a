import {
  type AskedBy,
  type CaseFilter,
  type CaseSort,
  caseMatcher,
  caseOrder,
  defaultCaseSort,
  type ListedCase,
} from "../../../shared/domain/desk/case-list.ts";
import type { WaitingKind } from "../../../shared/domain/desk/waiting.ts";
import { type WaitingThing, waitingIn } from "../../../shared/domain/desk/waiting-in.ts";
import { dayOf } from "../../../shared/domain/time.ts";
import type { Clock } from "../../ports.ts";
import { mayDo, type OpenSession } from "../session.ts";
import type { DeskIndex } from "./desk-index.ts";

/** Lists of cases as one person sees them on one day. */
export interface Desk extends Pick<DeskIndex, "catchUp" | "whole"> {
  /** Cases read so far: catch up first. */
  cases(open: OpenSession): readonly ListedCase[];
  /** What waits in each case for the person; cases in which nothing waits are not there. */
  waiting(open: OpenSession): ReadonlyMap<string, readonly WaitingThing[]>;
  /** The cases that the filter lets through, in order. Asking again for the same costs nothing while nothing changed. */
  list(
    open: OpenSession,
    asked: { readonly filter: CaseFilter; readonly sorts: readonly CaseSort[] },
  ): readonly ListedCase[];
  today(): string;
  forget(): void;
}

interface Remembered<T> {
  readonly key: string;
  readonly value: T;
}

/** What waits in a case for one person on one day, by its copy in memory. */
type ThingsOf = WeakMap<ListedCase["desk"], readonly WaitingThing[]>;

export function createDesk({ index, clock }: { index: DeskIndex; clock: Clock }): Desk {
  let waits: Remembered<ReadonlyMap<string, readonly WaitingThing[]>> | undefined;
  let things: Remembered<ThingsOf> | undefined;
  let lists: Remembered<readonly ListedCase[]>[] = [];
  const today = (): string => dayOf(clock.nowMs());
  const asker = (open: OpenSession): string =>
    [today(), open.person.id, open.person.unit, open.person.roles.join(" ")].join("/");
  /** What an answer depends on besides the question: the cases, the day, and the person with their rights. */
  const moment = (open: OpenSession): string => `${index.version(open)}/${asker(open)}`;

  const waiting = (open: OpenSession): ReadonlyMap<string, readonly WaitingThing[]> => {
    const key = moment(open);
    if (waits?.key === key) return waits.value;
    const by = asker(open);
    // A case that did not change since is not worked out again: its copy in memory is still the same object.
    if (things?.key !== by) things = { key: by, value: new WeakMap() };
    waits = { key, value: waitingOf(open, { cases: index.visible(open), today: today(), known: things.value }) };
    return waits.value;
  };

  function list(open: OpenSession, { filter, sorts }: Parameters<Desk["list"]>[1]): readonly ListedCase[] {
    const key = `${moment(open)} ${JSON.stringify([filter, sorts])}`;
    const known = lists.find((one) => one.key === key);
    // A case that was shut a moment ago is not shown from memory.
    if (known !== undefined) return known.value.filter(({ desk }) => !open.cases.isShut(desk.id));
    const lets = caseMatcher(filter, askedBy(open, filter));
    const value = index
      .visible(open)
      .filter(lets)
      .sort(caseOrder(sorts.length === 0 ? defaultCaseSort : sorts));
    lists = [{ key, value }, ...lists.slice(0, listsRemembered - 1)];
    return value;
  }

  function askedBy(open: OpenSession, filter: CaseFilter): AskedBy {
    const mine = filter.mine ? open.tables.desk.handledBy(open.person.id) : new Set<string>();
    const things = filter.waiting === null ? new Map<string, readonly WaitingThing[]>() : waiting(open);
    return {
      today: today(),
      isMine: (dossierId) => mine.has(dossierId),
      waits: (dossierId, kind) => (things.get(dossierId) ?? []).some((thing) => isOf(thing, kind)),
    };
  }

  return {
    catchUp: index.catchUp,
    whole: index.whole,
    cases: (open) => index.visible(open),
    waiting,
    list,
    today,
    forget: () => {
      index.forget();
      waits = undefined;
      things = undefined;
      lists = [];
    },
  };
}

/** Two windows may scroll through two lists. */
const listsRemembered = 4;

function isOf(thing: WaitingThing, kind: WaitingKind | "any"): boolean {
  return kind === "any" || thing.kind === kind;
}

function waitingOf(
  open: OpenSession,
  { cases, today, known }: { readonly cases: readonly ListedCase[]; readonly today: string; readonly known: ThingsOf },
): ReadonlyMap<string, readonly WaitingThing[]> {
  const by = {
    personId: open.person.id,
    unit: open.person.unit,
    may: (right: Parameters<typeof mayDo>[1]) => mayDo(open, right),
    today,
  };
  const waiting = new Map<string, readonly WaitingThing[]>();
  for (const { desk } of cases) {
    const things = known.get(desk) ?? waitingIn(desk, by);
    known.set(desk, things);
    if (things.length > 0) waiting.set(desk.id, things);
  }
  return waiting;
}
