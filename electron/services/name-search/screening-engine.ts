import type { Edition } from "../../../shared/domain/screening.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { FoundListed } from "../../screening/index/compare-found.ts";
import { type ScreeningClient, startScreeningWorker } from "../../screening/index/screening-client.ts";
import type { IndexedEntry } from "../../screening/index/segment-builder.ts";
import type { MetSubject } from "../../screening/index/subject-index.ts";
import type { NameQuery } from "../../screening/match/candidate.ts";
import type { Task, Tasks } from "../tasks.ts";
import { keepIndex, keptFrom, loadIndex } from "./kept-index.ts";
import { indexedEntries, type SearchedVault } from "./listed-entries.ts";

/** The worker, and which editions it can be asked about. A worker that dies is started again and fills itself anew. */
export interface ScreeningEngine {
  /** Searches these editions; those that are not indexed are indexed first. `stopped`: the worker cannot do it. */
  search(
    open: SearchedVault,
    editions: readonly Edition[],
    queries: readonly NameQuery[],
  ): Promise<Result<readonly (readonly FoundListed[])[], "stopped">>;
  /** Holds changed entries against the names of subjects, words weighing what they weigh in these editions. */
  meet(
    open: SearchedVault,
    editions: readonly Edition[],
    changed: { readonly queries: readonly NameQuery[]; readonly entries: readonly IndexedEntry[] },
  ): Promise<Result<readonly MetSubject[], "stopped">>;
  /** Indexes these editions without searching; answers whether all of them are ready. */
  prepare(open: SearchedVault, editions: readonly Edition[]): Promise<boolean>;
  /** Settles when every index that can be kept is kept. */
  settled(): Promise<void>;
  /** Ends the worker with all it holds. */
  end(): void;
}

export interface ScreeningEngineParts {
  /** The worker's program. */
  readonly program: URL;
  readonly tasks: Tasks;
}

/** Names of subjects in one request, so that a search of many can be ended and others come between. */
const queriesAtOnce = 40;

/** Times that work is begun again with a new worker after one died. */
const attempts = 2;

/** The one task of indexing; a second edition waits for the first. */
const taskId = "name-index";

interface Running {
  readonly client: ScreeningClient;
  readonly ready: Set<string>;
  /** Editions are indexed one after the other. */
  queue: Promise<unknown>;
  /** Indexes are kept one after the other, while names are searched. */
  keeping: Promise<void>;
  turning: Promise<unknown>;
}

export function createScreeningEngine(parts: ScreeningEngineParts): ScreeningEngine {
  let running: Running | undefined;

  const start = (): Running => {
    if (running?.client.isRunning !== true) running = newRunning(parts.program);
    return running;
  };
  const withWorker = async <T>(work: (own: Running) => Promise<T | undefined>): Promise<T | undefined> => {
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const own = start();
      const done = await work(own);
      // One that was ended on purpose is not begun again: the vault is locking.
      if (done !== undefined || own !== running || own.client.isRunning) return done;
    }
    return undefined;
  };
  const filled = (own: Running, filling: Filling): Promise<true | undefined> => {
    const mine = own.queue.then(() => fill(parts, own, filling));
    // What one asker's vault refused must not stand in the way of the next.
    own.queue = mine.catch(() => undefined);
    return mine;
  };
  return {
    search: async (open, editions, queries) => {
      if (editions.length === 0) return ok(queries.map(() => []));
      const found = await withWorker(async (own) =>
        (await filled(own, { open, editions })) ? searchAll(own, editions, queries) : undefined,
      );
      return found === undefined ? err("stopped") : ok(found);
    },
    meet: async (open, editions, changed) => {
      const found = await withWorker(async (own) => {
        if (!(await filled(own, { open, editions }))) return undefined;
        // One turning round at a time: the worker holds the subjects of one.
        const mine = own.turning.then(() => meetAll(own, { ...changed, editionIds: editions.map(({ id }) => id) }));
        own.turning = mine;
        return mine;
      });
      return found === undefined ? err("stopped") : ok(found);
    },
    prepare: async (open, editions) =>
      editions.length === 0 || (await withWorker((own) => filled(own, { open, editions }))) === true,
    settled: async () => {
      await running?.keeping;
    },
    end: () => {
      running?.client.end();
      running = undefined;
    },
  };
}

function newRunning(program: URL): Running {
  const idle = Promise.resolve();
  return { client: startScreeningWorker(program), ready: new Set(), queue: idle, keeping: idle, turning: idle };
}

interface Filling {
  readonly open: SearchedVault;
  readonly editions: readonly Edition[];
}

/** Brings every edition that is missing into the worker. */
async function fill(
  { tasks }: ScreeningEngineParts,
  own: Running,
  { open, editions }: Filling,
): Promise<true | undefined> {
  const missing = editions.filter(({ id }) => !own.ready.has(id));
  if (missing.length === 0) return true;
  const total = missing.reduce((sum, { entries }) => sum + entries, 0);
  const task = tasks.begin({ taskId, label: "name-index", unit: "rows" });
  try {
    let done = 0;
    for (const edition of missing) {
      const filled = await fillOne(own, open, { edition, task, done, total });
      if (!filled) {
        // What was gathered of it must not be added to by a second try.
        await own.client.ask({ ask: "drop", editionId: edition.id });
        return undefined;
      }
      own.ready.add(edition.id);
      done += edition.entries;
    }
    return true;
  } finally {
    task.end();
  }
}

interface Gathering {
  readonly edition: Edition;
  readonly task: Task;
  readonly done: number;
  readonly total: number;
}

/** From what is kept if that is whole, else from the entries, which are kept as an index then. */
async function fillOne(own: Running, open: SearchedVault, gathering: Gathering): Promise<boolean> {
  const { edition, task, done, total } = gathering;
  if (await loadIndex(own.client, open, edition.id)) {
    task.progress(done + edition.entries, total);
    return true;
  }
  if (!own.client.isRunning || !(await gather(own, open, gathering))) return false;
  if (edition.entries >= keptFrom) own.keeping = own.keeping.then(() => keepIndex(own.client, open, edition.id));
  return true;
}

async function gather({ client }: Running, open: SearchedVault, gathering: Gathering): Promise<boolean> {
  const { edition, task, total } = gathering;
  let { done } = gathering;
  const editionId = edition.id;
  for (const entries of indexedEntries(open, editionId)) {
    const taken = await client.ask({ ask: "gather", editionId, entries });
    if (!taken.ok || task.signal.aborted) return false;
    done += entries.length;
    task.progress(done, total);
  }
  return (await client.ask({ ask: "finish", editionId })).ok;
}

async function searchAll(
  { client }: Running,
  editions: readonly Edition[],
  queries: readonly NameQuery[],
): Promise<readonly (readonly FoundListed[])[] | undefined> {
  const editionIds = editions.map(({ id }) => id);
  const found: (readonly FoundListed[])[] = [];
  for (let at = 0; at < queries.length; at += queriesAtOnce) {
    const asked = queries.slice(at, at + queriesAtOnce);
    const answer = await client.ask({ ask: "search", editionIds, queries: asked });
    if (!answer.ok) return undefined;
    found.push(...answer.value);
  }
  return found;
}

/** Entries in one request, so that searches come between. */
const entriesAtOnce = 100;

interface Meeting {
  readonly editionIds: readonly string[];
  readonly queries: readonly NameQuery[];
  readonly entries: readonly IndexedEntry[];
}

async function meetAll(
  { client }: Running,
  { editionIds, queries, entries }: Meeting,
): Promise<readonly MetSubject[] | undefined> {
  const turned = await client.ask({ ask: "turn-round", editionIds, queries });
  if (!turned.ok) return undefined;
  const met: MetSubject[] = [];
  for (let at = 0; at < entries.length; at += entriesAtOnce) {
    const answer = await client.ask({ ask: "meet", entries: entries.slice(at, at + entriesAtOnce) });
    if (!answer.ok) return undefined;
    met.push(...answer.value);
  }
  await client.ask({ ask: "turn-round", editionIds, queries: [] });
  return met;
}
