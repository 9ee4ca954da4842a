import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { Result } from "../../../shared/result.ts";
import { onEvent } from "../../host.ts";
import type { DataSource } from "../../ui/data-table-model.ts";

/** Rows asked for in one go. */
const pageRows = 100;
/** Changes within this time of each other are read together. */
const settleMs = 150;

/** One page of rows, and how many there are. */
export interface PageOfRows<Row> {
  readonly rows: readonly Row[];
  readonly matching: number;
  readonly all: number;
}

export interface PagedRows<Row> {
  readonly source: DataSource<Row>;
  readonly matching: number;
  readonly all: number;
  /** Nothing has been read for this question yet. */
  readonly isBusy: boolean;
  readonly fault: Fault | undefined;
  /** Reads what is in sight again. */
  reload(): void;
}

interface Held<Row> {
  readonly question: string;
  readonly pages: ReadonlyMap<number, readonly Row[]>;
  readonly matching: number;
  readonly all: number;
  readonly fault: Fault | undefined;
}

/**
 * Rows of a list that stays with the engine: pages are read as they come into sight, and again when a case changes. `question`
 * names what is asked; when it changes, the rows of the old one stay until the first of the new one are there.
 */
export function usePagedRows<Row>(
  question: string,
  read: (offset: number, limit: number) => Promise<Result<PageOfRows<Row>, Fault>>,
  keyOf: (row: Row) => string,
): PagedRows<Row> {
  const [held, setHeld] = useState<Held<Row>>({
    question: "",
    pages: new Map(),
    matching: 0,
    all: 0,
    fault: undefined,
  });
  const asked = useRef({ question, read, waiting: new Set<number>(), seen: [0] });
  if (asked.current.question !== question) asked.current = { question, read, waiting: new Set(), seen: [0] };
  asked.current.read = read;

  const load = useCallback(async (page: number, isFresh: boolean): Promise<void> => {
    const now = asked.current;
    if (now.waiting.has(page)) return;
    now.waiting.add(page);
    const answer = await now.read(page * pageRows, pageRows);
    now.waiting.delete(page);
    if (asked.current !== now) return;
    setHeld((known) => withPage(known, { question: now.question, page, isFresh, answer }));
  }, []);

  const reload = useCallback((): void => {
    const [first = 0, ...others] = asked.current.seen;
    // What the first answer throws away is read again after it.
    void load(first, true).then(() => {
      for (const page of others) void load(page, false);
    });
  }, [load]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another question begins with its first page.
  useEffect(() => void load(0, true), [question, load]);
  useEffect(() => followChanges(reload), [reload]);

  const onSee = useCallback(
    (first: number, last: number): void => {
      const from = Math.floor(first / pageRows);
      const to = Math.floor(last / pageRows);
      asked.current.seen = Array.from({ length: to - from + 1 }, (_, step) => from + step);
      for (const page of asked.current.seen) void loadMissing(page);
      function loadMissing(page: number): Promise<void> | undefined {
        return pagesNow.current.question === asked.current.question && !pagesNow.current.pages.has(page)
          ? load(page, false)
          : undefined;
      }
    },
    [load],
  );
  const pagesNow = useRef(held);
  pagesNow.current = held;

  const source = useMemo<DataSource<Row>>(
    () => ({
      count: held.matching,
      rowAt: (index) => held.pages.get(Math.floor(index / pageRows))?.[index % pageRows],
      keyOf,
      onSee,
    }),
    [held, keyOf, onSee],
  );
  return {
    source,
    matching: held.matching,
    all: held.all,
    isBusy: held.question !== question,
    fault: held.fault,
    reload,
  };
}

function withPage<Row>(
  known: Held<Row>,
  got: {
    readonly question: string;
    readonly page: number;
    /** Pages read before may be out of date: they are dropped. */
    readonly isFresh: boolean;
    readonly answer: Result<PageOfRows<Row>, Fault>;
  },
): Held<Row> {
  if (!got.answer.ok) return { ...known, question: got.question, fault: got.answer.error };
  const { rows, matching, all } = got.answer.value;
  const isOther = known.question !== got.question || got.isFresh || known.matching !== matching;
  const pages = new Map(isOther ? [] : known.pages).set(got.page, rows);
  return { question: got.question, pages, matching, all, fault: undefined };
}

function followChanges(reload: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = onEvent("dossier.changed", () => {
    clearTimeout(timer);
    timer = setTimeout(reload, settleMs);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
