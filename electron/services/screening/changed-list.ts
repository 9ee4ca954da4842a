import { mustExist } from "../../../shared/assert.ts";
import type { Edition } from "../../../shared/domain/screening.ts";
import { compareLists } from "../lists/compare-lists.ts";
import type { OpenSession, Session } from "../session.ts";

/** The one list whose edition is another one than before. */
export interface EditionChange {
  readonly before: Edition;
  readonly after: Edition;
}

/** What a list says otherwise in its later edition, by the keys of its entries. */
export interface ChangedList extends EditionChange {
  /** Entries of the later edition that are new or say something else. */
  readonly come: readonly string[];
  /** Entries of the earlier edition that are gone or said something else. */
  readonly left: ReadonlySet<string>;
  /** How many are gone. */
  readonly gone: number;
}

/**
 * The list that changed, if it is one and means what it meant; undefined where lists came, went or changed together, so that
 * everything has to be compared.
 */
export function soleChange(then: readonly Edition[], now: readonly Edition[]): EditionChange | undefined {
  const earlier = new Map(then.map((edition) => [edition.title, edition]));
  const others = now.filter((edition) => earlier.get(edition.title)?.id !== edition.id);
  const [after] = others;
  const before = after === undefined ? undefined : earlier.get(after.title);
  if (after === undefined || before === undefined || others.length > 1 || then.length !== now.length) return undefined;
  return before.effectClass === after.effectClass ? { before, after } : undefined;
}

/** Compares the two editions. Undefined when the vault was locked meanwhile. */
export async function changedList(
  session: Session,
  open: OpenSession,
  { before, after }: EditionChange,
): Promise<ChangedList | undefined> {
  const { lists } = open.tables;
  const sides = { before: lists.spans(before.id), after: lists.spans(after.id) };
  const difference = await compareLists(session, open, sides);
  if (difference === undefined) return undefined;
  const { added, removed, changed } = difference;
  const keyOf = (content: number): string => mustExist(lists.content(content), "contents are kept").entryKey;
  return {
    before,
    after,
    come: [...added, ...changed.map((pair) => pair.after)].map(keyOf),
    left: new Set([...removed, ...changed.map((pair) => pair.before)].map(keyOf)),
    gone: removed.length,
  };
}
