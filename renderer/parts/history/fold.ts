import type { FieldChange } from "../../../shared/contract/calls/history.ts";

/** How long one piece of writing may take between two states that were stored by themselves, in milliseconds. */
const oneSittingMs = 2 * 60 * 1000;

/**
 * Changes as a person made them, latest first: states stored while one person went on writing are one change, from what stood
 * before it to what stood after. A change with a reason, and one that put something back, stands alone.
 */
export function foldChanges(changes: readonly FieldChange[]): FieldChange[] {
  const folded: FieldChange[] = [];
  for (const change of changes) {
    const later = folded.at(-1);
    if (later !== undefined && isOneSitting(later, change))
      folded[folded.length - 1] = { ...later, before: change.before };
    else folded.push(change);
  }
  return folded;
}

function isOneSitting(later: FieldChange, earlier: FieldChange): boolean {
  const isPlain = (change: FieldChange): boolean => change.origin === "change" && change.reason === "";
  const follows = JSON.stringify(later.before) === JSON.stringify(earlier.after);
  return (
    isPlain(later) && isPlain(earlier) && follows && later.by === earlier.by && later.at - earlier.at < oneSittingMs
  );
}
