import { changedFields } from "../../../shared/domain/list-difference.ts";
import { countIn, type IdRange, type ListSpan, withoutRanges } from "../../../shared/domain/list-spans.ts";
import type { OpenSession, Session } from "../session.ts";
import { breathe, stillOpen } from "./stage-list.ts";

/** The same entry in two editions, by the numbers of its contents, and what differs. */
export interface ChangedPair {
  readonly before: number;
  readonly after: number;
  readonly fields: readonly string[];
}

/** What sets two editions apart, by numbers of contents. */
export interface ListDifference {
  readonly added: readonly number[];
  readonly removed: readonly number[];
  readonly changed: readonly ChangedPair[];
  readonly unchanged: number;
}

/** Keys read, or pairs compared, between two breaths: a few milliseconds each. */
const keysAtOnce = 2_000;
const pairsAtOnce = 100;

/**
 * Compares two editions over what they do not share; the rest is the same by its numbers and is not looked at. Undefined when
 * the vault was locked meanwhile.
 */
export async function compareLists(
  session: Session,
  open: OpenSession,
  sides: { readonly before: readonly ListSpan[]; readonly after: readonly ListSpan[] },
): Promise<ListDifference | undefined> {
  const earlier = await keysOf(session, open, withoutRanges(sides.before, sides.after));
  const later = await keysOf(session, open, withoutRanges(sides.after, sides.before));
  if (earlier === undefined || later === undefined) return undefined;
  const added: number[] = [];
  const changed: ChangedPair[] = [];
  let reworded = 0;
  for (const [key, after] of later) {
    const before = earlier.get(key);
    if (before === undefined) {
      added.push(after);
      continue;
    }
    earlier.delete(key);
    const fields = changedFields(open.tables.lists.content(before)?.body, open.tables.lists.content(after)?.body);
    // The same in other words of the store: nothing a reader could see.
    if (fields.length === 0) reworded += 1;
    else changed.push({ before, after, fields });
    if ((changed.length + reworded) % pairsAtOnce === 0) {
      await breathe();
      if (!stillOpen(session, open)) return undefined;
    }
  }
  const unchanged = countIn(sides.after) - added.length - changed.length;
  return { added, removed: [...earlier.values()], changed, unchanged };
}

async function keysOf(
  session: Session,
  open: OpenSession,
  ranges: readonly IdRange[],
): Promise<Map<string, number> | undefined> {
  const keys = new Map<string, number>();
  for (const range of ranges)
    for (let first = range.first; first < range.first + range.count; first += keysAtOnce) {
      if (!stillOpen(session, open)) return undefined;
      const count = Math.min(keysAtOnce, range.first + range.count - first);
      for (const { content, entryKey } of open.tables.lists.keys({ first, count })) keys.set(entryKey, content);
      if (count === keysAtOnce) await breathe();
    }
  return keys;
}
