import type { ImportId } from "../../../shared/domain/ids.ts";
import {
  type IdRange,
  joinRanges,
  type ListedRow,
  type ListSpan,
  spansOf,
  withoutRanges,
} from "../../../shared/domain/list-spans.ts";
import type { ListEntry } from "../../screening/lists/list-entry.ts";
import type { OpenSession, Session } from "../session.ts";

/** Entries that lie in the vault and belong to no edition yet. */
export interface Staged {
  readonly importId: ImportId;
  readonly spans: readonly ListSpan[];
  readonly entries: number;
  /** What this import brought that was not there before; goes again when it is dropped. */
  readonly created: readonly IdRange[];
}

/** Watching and ending a staging. */
export interface StageWatch {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number) => void;
}

/** Milliseconds of work on the engine's thread before others get their turn. */
const sliceMs = 12;
/** Entries written between two looks at the clock. */
const stepEntries = 64;
/** Contents taken away in one transaction. */
const removeStep = 2_000;

/** Lets waiting calls in between two slices. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Whether the vault a long piece of work began in is still the open one. */
export function stillOpen(session: Session, open: OpenSession): boolean {
  return session.current()?.vault === open.vault;
}

/** Entries on their way into the vault. */
export interface Staging {
  /** Stores some entries, in slices with breaths in between; false when the vault was locked or the signal fired. */
  take(entries: Iterable<ListEntry>): Promise<boolean>;
  /** What was taken, once all of it is there. */
  staged(): Staged;
}

/**
 * Begins to store the entries of one import. Each slice is a transaction of its own, so that a million of them keep nobody
 * waiting. Until an edition is made of them they are nobody's: `removeStaged`, or the next unlocking, takes them away again.
 */
export async function beginStaging(
  session: Session,
  open: OpenSession,
  work: { readonly importId: ImportId; readonly atMs: number } & StageWatch,
): Promise<Staging> {
  const { listStaging } = open.tables;
  open.vault.db.transaction(() => listStaging.begin(work.importId, work.atMs));
  while (stillOpen(session, open) && open.vault.db.transaction(() => listStaging.hashOld(stepEntries)) > 0)
    await breathe();
  const rows: ListedRow[] = [];
  const created: IdRange[] = [];
  return {
    take: async (entries) => {
      const source = entries[Symbol.iterator]();
      for (let done = false; !done; ) {
        if (!stillOpen(session, open) || work.signal?.aborted === true) return false;
        done = open.vault.db.transaction(() => stageSlice(open, source, { rows, created }));
        work.onProgress?.(rows.length);
        await breathe();
      }
      return true;
    },
    staged: () => ({
      ...{ importId: work.importId, spans: spansOf(rows), entries: rows.length, created: joinRanges(created) },
    }),
  };
}

function stageSlice(
  open: OpenSession,
  source: Iterator<ListEntry>,
  { rows, created }: { rows: ListedRow[]; created: IdRange[] },
): boolean {
  const endMs = performance.now() + sliceMs;
  while (performance.now() < endMs) {
    const step: ListEntry[] = [];
    for (let next = source.next(); next.done !== true; next = source.next()) {
      step.push(next.value);
      if (step.length === stepEntries) break;
    }
    if (step.length === 0) return true;
    const put = open.tables.listStaging.put(step);
    for (const row of put.rows) rows.push(row);
    if (put.created !== undefined) created.push(put.created);
  }
  return false;
}

/**
 * Takes away what a dropped import brought, as far as no edition and no other import holds it. `kept` are the spans of imports
 * still at work. Safe to repeat; ends early when the vault is locked.
 */
export async function removeStaged(
  session: Session,
  open: OpenSession,
  { importIds, created, kept }: { importIds: readonly string[]; created: readonly IdRange[]; kept: readonly IdRange[] },
): Promise<void> {
  const gone = withoutRanges(created, [...open.tables.listStaging.held(), ...kept]);
  for (const range of gone)
    for (let first = range.first; first < range.first + range.count; first += removeStep) {
      if (!stillOpen(session, open)) return;
      const count = Math.min(removeStep, range.first + range.count - first);
      open.vault.db.transaction(() => open.tables.listStaging.remove({ first, count }));
      await breathe();
    }
  if (!stillOpen(session, open)) return;
  open.vault.db.transaction(() => {
    for (const importId of importIds) open.tables.listStaging.end(importId);
  });
}
