/** How many of the newest snapshots stay, and for how many weeks before them the newest of each week. */
export const kept = { newest: 7, weekly: 4 } as const;

const weekMs = 7 * 86_400_000;
/** The first Monday of the epoch, so that a week of ours is a calendar week. */
const firstMondayMs = 4 * 86_400_000;

/** A snapshot as rotation sees it. */
export interface DatedSnapshot {
  readonly name: string;
  readonly takenAtMs: number;
  /** False when its manifest cannot be read; such a one never stands in for a good one. */
  readonly readable: boolean;
}

/**
 * Names of the snapshots that may go: not among the seven newest good ones, and not the newest good one of the four latest
 * calendar weeks (UTC) before those. `justMade` stays whatever its date: after the clock was set back, it is not the newest by
 * name. While there are fewer than seven good ones, nothing goes.
 */
export function snapshotsToDrop(snapshots: readonly DatedSnapshot[], justMade: string): string[] {
  const good = snapshots.filter(({ readable }) => readable).toSorted((a, b) => b.takenAtMs - a.takenAtMs);
  const newest = good.slice(0, kept.newest);
  const oldestOfNewest = newest.at(-1);
  if (oldestOfNewest === undefined || newest.length < kept.newest) return [];
  const stays = new Set([justMade, ...newest.map(({ name }) => name)]);
  const weeks = new Set<number>();
  for (const snapshot of good.slice(kept.newest)) {
    const week = Math.floor((snapshot.takenAtMs - firstMondayMs) / weekMs);
    if (weeks.has(week) || weeks.size === kept.weekly) continue;
    weeks.add(week);
    stays.add(snapshot.name);
  }
  // A broken one that is newer than the good ones may still help somebody by hand; it goes when it is old.
  return snapshots
    .filter(({ name, takenAtMs, readable }) => !stays.has(name) && (readable || takenAtMs < oldestOfNewest.takenAtMs))
    .map(({ name }) => name);
}
