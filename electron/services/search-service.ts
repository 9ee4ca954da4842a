import type { z } from "zod";
import type { search } from "../../shared/contract/calls/search.ts";
import type { DossierId } from "../../shared/domain/ids.ts";
import {
  type SavedSearch,
  type SearchBook,
  type SearchFilters,
  type SearchGroup,
  savedLimit,
} from "../../shared/domain/search.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Clock, Random } from "../ports.ts";
import { readQuery } from "../search/query.ts";
import { faultOf } from "../vault/fault.ts";
import type { DossierRecord } from "../vault/tables/dossier-table.ts";
import type { SourceRow } from "../vault/tables/search-columns.ts";
import { allDocs } from "../vault/tables/search-table.ts";
import { type EntryRefusal, enterCase } from "./enter-case.ts";
import { bareGroup, groupOf, readable } from "./search/hits.ts";
import type { IndexKeeper } from "./search/index-keeper.ts";
import type { NamedCases } from "./search/named-cases.ts";
import { type OfficeCases, searchOfficeCases } from "./search/office-cases.ts";
import type { Asked } from "./search/row-match.ts";
import { readBook, withRecent, writeBook } from "./search/search-book.ts";
import type { Locked, NotPermitted, OpenSession, Session } from "./session.ts";

type Request = z.output<typeof search.find.request>;
type Found = z.input<typeof search.find.response>;
type BookResult<C extends string = never> = Result<SearchBook, Locked | NotPermitted | { readonly code: C }>;

/**
 * Search over everything the person may read. Cases of the whole office come out of the index, restricted ones out of memory;
 * cases that are shut to the person, by key or by their own declaration, are neither shown nor counted.
 */
export interface SearchService {
  find(request: Request): Result<Found, EntryRefusal>;
  book(): BookResult;
  keep(input: {
    id: string | null;
    name: string;
    query: string;
    filters: SearchFilters;
  }): BookResult<"too-many-searches">;
  forget(input: { id: string }): BookResult;
  keepRecent(input: { on: boolean }): BookResult;
  /** The vault is locked: nothing of what was read stays. */
  drop(): void;
}

export interface SearchServiceParts {
  readonly session: Session;
  readonly clock: Clock;
  readonly random: Random;
  readonly keeper: IndexKeeper;
  readonly named: NamedCases;
}

/** How long one call may look for more before it answers with what it has. */
const patienceMs = 40;
/** How long one call may first work off what was written since the last. */
const settleMs = 30;
/** Cases whose names and subjects hold what was asked for come first; so many of them. */
const headCases = 5;
/** Queries while somebody types make one note in the trail until there is a pause of this length. */
const typingPauseMs = 60_000;

export function createSearchService(parts: SearchServiceParts): SearchService {
  const { session, clock, random } = parts;
  let typedAtMs = Number.NEGATIVE_INFINITY;
  const changeBook = <C extends string = never>(
    change: (book: SearchBook) => Result<SearchBook, { readonly code: C }>,
  ): BookResult<C> => {
    const opened = session.enter("read-cases");
    if (!opened.ok) return opened;
    const changed = change(readBook(opened.value));
    if (!changed.ok) return changed;
    return ok(opened.value.write(() => writeBook(opened.value, changed.value)));
  };
  return {
    find: (request) => {
      const entered = enter(session, request.within);
      if (!entered.ok) return entered;
      const open = entered.value;
      parts.keeper.settle(open, settleMs);
      const found = find(parts, open, request);
      if (request.query.trim() !== "") {
        const isTyped = !request.asked && clock.monotonicMs() - typedAtMs < typingPauseMs;
        if (!request.asked) typedAtMs = clock.monotonicMs();
        if (!isTyped && request.cursor === null) note(open, request, found.groups.length);
      }
      return ok({ ...found, behind: parts.keeper.behind(open) ?? null });
    },
    book: () => {
      const opened = session.enter("read-cases");
      return opened.ok ? ok(readBook(opened.value)) : opened;
    },
    keep: ({ id, ...input }) =>
      changeBook((book) => {
        const kept: SavedSearch = { ...input, id: id ?? Buffer.from(random.bytes(16)).toString("hex") };
        const rest = book.saved.filter((one) => one.id !== kept.id);
        if (rest.length >= savedLimit) return err({ code: "too-many-searches" });
        return ok({ ...book, saved: [...rest, kept] });
      }),
    forget: ({ id }) => changeBook((book) => ok({ ...book, saved: book.saved.filter((one) => one.id !== id) })),
    keepRecent: ({ on }) => changeBook((book) => ok({ ...book, keepsRecent: on, recent: on ? book.recent : [] })),
    drop: () => {
      typedAtMs = Number.NEGATIVE_INFINITY;
      parts.named.forget();
    },
  };
}

function enter(session: Session, within: DossierId | null): Result<OpenSession, EntryRefusal> {
  if (within === null) return session.enter("read-cases");
  const entered = enterCase(session, "read-cases", within);
  return entered.ok ? ok(entered.value.open) : entered;
}

/** That somebody searched, and how much they were shown; never for what. A full disk keeps nobody from reading. */
function note(open: OpenSession, { query, asked, within }: Request, cases: number): void {
  try {
    open.write(() => {
      open.note("cases-searched", within, { cases, typed: !asked });
      const book = readBook(open);
      const next = asked ? withRecent(book, query) : book;
      if (next !== book) writeBook(open, next);
    });
  } catch (thrown) {
    if (faultOf(thrown) === undefined) throw thrown;
  }
}

function find(parts: SearchServiceParts, open: OpenSession, request: Request): Pick<Found, "groups" | "cursor"> {
  if (request.query.trim() === "")
    return { groups: request.cursor === null ? latest(open, request.limit) : [], cursor: null };
  const asked: Asked = { query: readQuery(request.query), filters: request.filters };
  // An exclusion alone would be everything else.
  if (asked.query.all.length === 0) return { groups: [], cursor: null };
  const search = createSearch(parts, open, { request, asked });
  return request.within === null ? search.everywhere() : search.inCase(request.within);
}

function latest(open: OpenSession, limit: number): SearchGroup[] {
  return open.tables.searchSource
    .latest(limit)
    .flatMap((id) => readable(open, id) ?? [])
    .map((record) => bareGroup(open, record));
}

interface OneSearch {
  everywhere(): Pick<Found, "groups" | "cursor">;
  inCase(dossierId: DossierId): Pick<Found, "groups" | "cursor">;
}

function createSearch(
  { clock, named }: SearchServiceParts,
  open: OpenSession,
  { request, asked }: { request: Request; asked: Asked },
): OneSearch {
  const until = clock.monotonicMs() + patienceMs;
  const isOver = (): boolean => clock.monotonicMs() >= until;
  const office = searchOfficeCases(open, asked);
  const groups: SearchGroup[] = [];
  const shown = new Set<string>();
  const show = (record: DossierRecord, rows: readonly SourceRow[]): void => {
    if (rows.length > 0) groups.push(groupOf(open, record, { rows, limit: request.perCase, query: asked.query }));
  };
  const add = (record: DossierRecord): void => {
    const isNamed = open.cases.isRestricted(record.id);
    show(record, isNamed ? named.search(open, record.id, asked) : office.rowsOf(record.id, request.perCase + 1));
  };
  const accept = (dossierId: DossierId): boolean => {
    const isNew = !shown.has(dossierId) && readable(open, dossierId) !== undefined;
    shown.add(dossierId);
    return isNew;
  };
  return {
    inCase: (dossierId) => {
      const record = readable(open, dossierId);
      if (record !== undefined) add(record);
      return { groups, cursor: null };
    },
    everywhere: () => {
      const [phase, at] = positionOf(request.cursor);
      const first = firstCases(office, { accept, limit: Math.min(headCases, request.limit) });
      if (request.cursor === null) for (const id of first) withRecord(open, id, add);
      if (phase === "named") {
        const next = searchNamed({
          open,
          asked,
          from: at,
          add,
          isFull: () => groups.length >= request.limit || isOver(),
        });
        if (next !== null) return { groups, cursor: `named:${next}` };
      }
      const below = phase === "office" ? at : allDocs.below;
      const room = request.limit - groups.length;
      if (room <= 0) return { groups, cursor: `office:${below}` };
      const walked = office.walk({ below, limit: room, perCase: request.perCase + 1, isOver, accept });
      for (const { dossierId, rows } of walked.cases) withRecord(open, dossierId, (record) => show(record, rows));
      return { groups, cursor: walked.next === null ? null : `office:${walked.next}` };
    },
  };
}

function positionOf(cursor: string | null): readonly ["named" | "office", number] {
  const [phase, at] = (cursor ?? "named:0").split(":");
  return [phase === "office" ? "office" : "named", Number(at)];
}

/** Questions to the index at most for the cases that come first; by number and not by time, so that every page agrees on them. */
const headQuestions = 200;

/** Cases that come before all others: by their names and subjects, and where something was written only just now. */
function firstCases(
  office: OfficeCases,
  { accept, limit }: { accept: (dossierId: DossierId) => boolean; limit: number },
): readonly DossierId[] {
  const fresh = office.unknownToIndex().filter(accept);
  let left = headQuestions;
  const isOver = (): boolean => {
    left -= 1;
    return left < 0;
  };
  const heads = office.walk({ below: allDocs.below, limit, perCase: 1, namesOnly: true, isOver, accept });
  return [...fresh, ...heads.cases.map(({ dossierId }) => dossierId)];
}

function withRecord(open: OpenSession, dossierId: DossierId, work: (record: DossierRecord) => void): void {
  const record = readable(open, dossierId);
  if (record !== undefined) work(record);
}

interface NamedSearch {
  readonly open: OpenSession;
  readonly asked: Asked;
  /** How many of the restricted cases have been looked at before. */
  readonly from: number;
  readonly add: (record: DossierRecord) => void;
  readonly isFull: () => boolean;
}

/** Goes through the restricted cases this person reads; answers where it stopped, or null at their end. */
function searchNamed({ open, asked, from, add, isFull }: NamedSearch): number | null {
  const hands = asked.filters.own ? open.tables.search.handsOf(open.person.id) : undefined;
  const ids = open.cases.readable();
  for (let at = from; at < ids.length; at += 1) {
    // One case at least in each call, so that a slow one cannot hold the search in its place.
    if (at > from && isFull()) return at;
    // Safe: the keyring is kept by the ids of cases.
    const dossierId = ids[at] as DossierId;
    const record = readable(open, dossierId);
    if (record !== undefined && hands?.has(dossierId) !== false && admits(asked.filters, record)) add(record);
  }
  return null;
}

function admits({ kinds, states, depths }: SearchFilters, { kind, state, depth }: DossierRecord): boolean {
  return (
    (kinds.length === 0 || kinds.includes(kind)) &&
    (states.length === 0 || states.includes(state)) &&
    (depths.length === 0 || depths.includes(depth))
  );
}
