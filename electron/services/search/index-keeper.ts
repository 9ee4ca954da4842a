import type { Clock } from "../../ports.ts";
import { foldingVersion, foldText } from "../../search/fold-text.ts";
import { gramsOf } from "../../search/grams.ts";
import { faultOf } from "../../vault/fault.ts";
import type { SourceRow } from "../../vault/tables/search-columns.ts";
import type { DueDoc } from "../../vault/tables/search-table.ts";
import type { OpenSession, Session } from "../session.ts";
import { headGram, headPlaces, placeGram } from "./place-gram.ts";

/**
 * Says how rows became grams. Another value at unlocking, and the index is made anew in the background: raise the number
 * whenever the source reads other fields or grams are cut otherwise.
 */
const indexVersion = `3/${foldingVersion}`;

/** Under which name the settings keep the state of the index. */
const settingName = "search-index";

/** Pages of the index that one step of a purge may rewrite. */
const purgePages = 64;

/** Rows taken from the marks at a time. */
const batch = 32;

/** What the index does not know yet. */
export interface Behind {
  /** Whole cases that still wait. */
  readonly cases: number;
  /** Cases known so far, to show progress by. */
  readonly known: number;
}

/** Keeps the index up to date by the marks that writing leaves. */
export interface IndexKeeper {
  /** A vault was opened: what is due is worked off in the background, in small slices. */
  begin(): void;
  end(): void;
  /** Works off what is due for about as long as `budgetMs`. A disk that refuses is let pass: the marks stay. */
  settle(open: OpenSession, budgetMs: number): void;
  /** What is still due; undefined when the index knows everything. */
  behind(open: OpenSession): Behind | undefined;
}

interface IndexState {
  readonly version: string;
  /** The index is being made anew; when it knows everything, its pages are put together, so that a search reads few of them. */
  readonly building: boolean;
  /** Grams of a case that is restricted now may lie in pages until they have been rewritten. */
  readonly purging: boolean;
}

export interface IndexKeeperParts {
  readonly session: Session;
  readonly clock: Clock;
  /** Milliseconds between two looks at what is due; null for never, where a test wants quiet. */
  readonly everyMs: number | null;
  /** Rows of a restricted case have changed. */
  readonly onNamedCase: (dossierId: string) => void;
}

/** Work done at a stretch in the background, so that nobody at work waits for longer. */
const sliceMs = 20;
/** The pause after each stretch: as long again, so that other calls get through. */
const pauseMs = 20;

export function createIndexKeeper(parts: IndexKeeperParts): IndexKeeper {
  const { session, everyMs } = parts;
  let timer: NodeJS.Timeout | undefined;
  const look = (): void => {
    const open = session.current();
    if (open === undefined || everyMs === null) return;
    const isMore = letPass(() => work(parts, open, sliceMs) || purge(open)) ?? false;
    timer = setTimeout(look, isMore ? pauseMs : everyMs).unref();
  };
  return {
    begin: () => {
      clearTimeout(timer);
      if (everyMs !== null) timer = setTimeout(look, everyMs).unref();
    },
    end: () => clearTimeout(timer),
    settle: (open, budgetMs) => {
      letPass(() => work(parts, open, budgetMs));
    },
    behind: ({ tables }) => {
      const due = tables.search.dueCounts();
      return due.cases === 0 && due.rows <= fewRows
        ? undefined
        : { cases: due.cases, known: tables.search.knownCases() };
    },
  };
}

/** So many rows are looked at one by one in every search; they are not behind. */
export const fewRows = 200;

/** A full disk must not keep anybody from searching, nor a vault that is just being closed. */
function letPass<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (thrown) {
    if (faultOf(thrown) === undefined) throw thrown;
    return undefined;
  }
}

function stateOf({ tables }: OpenSession): IndexState | undefined {
  const stored = tables.settings.find(settingName);
  // Safe: nobody else writes under this name.
  return stored === undefined ? undefined : (JSON.parse(stored) as IndexState);
}

function keepState({ tables }: OpenSession, state: IndexState): void {
  tables.settings.put(settingName, JSON.stringify(state));
}

/** Inside the transaction that restricts a case: the index forgets it, and its pages are rewritten soon. */
export function leaveOutOfIndex(open: OpenSession, dossierId: DueDoc["dossierId"]): void {
  open.tables.search.leaveOut(dossierId);
  keepState(open, { version: stateOf(open)?.version ?? "", building: stateOf(open)?.building ?? false, purging: true });
}

/** Works until `budgetMs` are over; answers whether anything is left to do. */
function work(parts: IndexKeeperParts, open: OpenSession, budgetMs: number): boolean {
  const { search } = open.tables;
  const { db } = open.vault;
  const until = parts.clock.monotonicMs() + budgetMs;
  const state = stateOf(open);
  if (state?.version !== indexVersion)
    db.transaction(() => {
      search.startOver();
      keepState(open, { version: indexVersion, building: true, purging: false });
    });
  if (search.isDue()) {
    forgetNamedCases(parts, open);
    while (search.isDue() && parts.clock.monotonicMs() < until)
      db.transaction(() => {
        const due = search.due(batch);
        for (const doc of due) {
          if (parts.clock.monotonicMs() >= until && doc.place === "case") break;
          takeIn(open, doc);
        }
      });
  }
  return search.isDue();
}

/** Goes on with rewriting pages; answers whether more of it is left. */
function purge(open: OpenSession): boolean {
  const state = stateOf(open);
  if (state === undefined || !(state.purging || state.building)) return false;
  return open.vault.db.transaction(() => {
    const isDone = open.tables.search.purge(purgePages);
    if (isDone || !state.purging) keepState(open, { version: indexVersion, building: false, purging: !isDone });
    return !isDone;
  });
}

/** Marks of restricted cases lead nowhere: what is remembered of those cases is read again. */
function forgetNamedCases({ onNamedCase }: IndexKeeperParts, { tables, vault }: OpenSession): void {
  vault.db.transaction(() => {
    for (const dossierId of tables.access.restricted()) if (tables.search.takeMarks(dossierId)) onNamedCase(dossierId);
  });
}

function takeIn({ tables }: OpenSession, due: DueDoc): void {
  const { search, searchSource } = tables;
  const { dossierId, place, key } = due;
  search.settled(due);
  if (place === "case") {
    for (const row of searchSource.readCase(dossierId)) search.put(row, rowGrams(row));
    // A case may have more pages than one slice can take in.
    search.markPages(dossierId);
    return;
  }
  const row = searchSource.read({ dossierId, place, key });
  if (row === undefined) search.drop({ dossierId, place, key });
  else search.put(row, rowGrams(row));
}

function rowGrams({ place, fields }: SourceRow): string {
  const grams = gramsOf(fields.map(({ text }) => foldText(text)));
  const again = headPlaces.includes(place) ? ` ${grams.split(" ").map(headGram).join(" ")}` : "";
  return `${placeGram(place)} ${grams}${again}`;
}
