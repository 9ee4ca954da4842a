/** A run of entries by their numbers in the vault: `first`, `first + 1` … */
export interface IdRange {
  readonly first: number;
  readonly count: number;
}

/** A run of entries of one edition whose rows in the file follow each other as well; `firstRow` counts from 1. */
export interface ListSpan extends IdRange {
  readonly firstRow: number;
}

/** One entry of an edition: its number in the vault and its row in the file. */
export interface ListedRow {
  readonly content: number;
  readonly row: number;
}

/** The shortest list of spans that holds exactly these rows, ascending by number. No number may come twice. */
export function spansOf(rows: readonly ListedRow[]): ListSpan[] {
  const sorted = [...rows].sort((left, right) => left.content - right.content);
  const spans: { first: number; count: number; firstRow: number }[] = [];
  for (const { content, row } of sorted) {
    const last = spans.at(-1);
    if (last !== undefined && content === last.first + last.count && row === last.firstRow + last.count)
      last.count += 1;
    else spans.push({ first: content, count: 1, firstRow: row });
  }
  return spans;
}

/** Ranges ascending and joined where they touch or overlap. */
export function joinRanges(ranges: readonly IdRange[]): IdRange[] {
  const sorted = [...ranges].sort((left, right) => left.first - right.first);
  const joined: { first: number; count: number }[] = [];
  for (const { first, count } of sorted) {
    const last = joined.at(-1);
    if (last !== undefined && first <= last.first + last.count)
      last.count = Math.max(last.count, first + count - last.first);
    else joined.push({ first, count });
  }
  return joined;
}

/** What is in `from` and not in `taken`, ascending. */
export function withoutRanges(from: readonly IdRange[], taken: readonly IdRange[]): IdRange[] {
  const gone = joinRanges(taken);
  const left: IdRange[] = [];
  let at = 0;
  for (const { first, count } of joinRanges(from)) {
    const end = first + count;
    let next = first;
    while (at < gone.length && endOf(gone, at) <= next) at += 1;
    // A range that is taken may reach into the next one of `from`, so that the place is kept.
    for (let step = at; next < end; step += 1) {
      const cut = gone[step];
      if (cut === undefined || cut.first >= end) {
        left.push({ first: next, count: end - next });
        break;
      }
      if (cut.first > next) left.push({ first: next, count: cut.first - next });
      next = cut.first + cut.count;
    }
  }
  return left;
}

function endOf(ranges: readonly IdRange[], at: number): number {
  const range = ranges[at];
  return range === undefined ? 0 : range.first + range.count;
}

/** How many numbers the ranges hold, if none overlap. */
export function countIn(ranges: readonly IdRange[]): number {
  return ranges.reduce((sum, { count }) => sum + count, 0);
}
