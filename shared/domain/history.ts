import { z } from "zod";
import type { Instant } from "./time.ts";

/**
 * Which part of a case a kept state belongs to: `head`, `intake` and `triage` field by field; `subject`, `evidence`, `hit`,
 * `measure` and `gate` row by row; `paper` section by section. Parts that come later name a place of their own.
 */
export const HistoryPlace = z.string().regex(/^[a-z][a-z-]{0,30}$/u);
export type HistoryPlace = z.infer<typeof HistoryPlace>;

/** How a state came to be kept: somebody changed it, it stood before the first change that was kept, or it was put back. */
export const HistoryOrigin = z.enum(["change", "earlier", "restore"]);
export type HistoryOrigin = z.infer<typeof HistoryOrigin>;

/** One state of one part of a case, as it stood from `at` on. */
export interface KeptState {
  /** From 1 within the case, in the order of writing. */
  readonly number: number;
  readonly place: HistoryPlace;
  readonly rowId: string;
  /** The part as JSON; null once it was taken away. */
  readonly body: unknown;
  readonly reason: string;
  readonly origin: HistoryOrigin;
  readonly at: Instant;
  /** Null where nobody knows: states from before history was kept. */
  readonly byId: string | null;
  readonly byName: string | null;
}

/** A part of a case as it stands now, and since when that is known; null when it is not. */
export interface CurrentPart {
  readonly rowId: string;
  readonly body: unknown;
  readonly sinceMs: number | null;
}

/**
 * The parts of one place as they were known at a moment, by row: the last state written until then, nothing for what came
 * later or had been taken away, and what has never changed as it stands now.
 */
export function knownAt(
  states: readonly KeptState[],
  current: readonly CurrentPart[],
  atMs: number,
): ReadonlyMap<string, unknown> {
  const known = new Map<string, unknown>();
  for (const part of current) if (part.sinceMs === null || part.sinceMs <= atMs) known.set(part.rowId, part.body);
  for (const state of states) known.delete(state.rowId);
  for (const state of states.toSorted((a, b) => a.number - b.number)) {
    if (state.at > atMs) continue;
    if (state.body === null) known.delete(state.rowId);
    else known.set(state.rowId, state.body);
  }
  return known;
}
