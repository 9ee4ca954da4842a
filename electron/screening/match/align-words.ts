/** Positions of words on both sides that together spell the same text. */
export interface WordGroup {
  readonly a: readonly number[];
  readonly b: readonly number[];
}

/** Names with more words are compared in their order only. */
const longestSearchedWords = 12;

/** Ceiling on tried combinations, so that a name of many equal words costs no more than any other. */
const searchSteps = 4_000;

/**
 * Groups the words of two names so that each group spells the same text on both sides and every word is used: `xiao ming`
 * answers `xiaoming`. With `anyOrder` the words may stand in any order. Nothing if there is no such grouping.
 */
export function alignWords(
  a: readonly string[],
  b: readonly string[],
  anyOrder: boolean,
): readonly WordGroup[] | undefined {
  if (a.length === 0 || b.length === 0 || lettersOf(a) !== lettersOf(b)) return undefined;
  if (a.join("") === b.join("")) return groupInOrder(a, b);
  if (!anyOrder || a.length > longestSearchedWords || b.length > longestSearchedWords) return undefined;
  return searchGroups(a, b);
}

/** Whether the groups use the words of both sides in their own order. */
export function keepsOrder(groups: readonly WordGroup[]): boolean {
  const ascending = (positions: readonly number[]): boolean => positions.every((position, at) => position === at);
  return ascending(groups.flatMap((group) => group.a)) && ascending(groups.flatMap((group) => group.b));
}

function lettersOf(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + word.length, 0);
}

/** Cuts two equal texts at every place where a word ends on both sides. */
function groupInOrder(a: readonly string[], b: readonly string[]): readonly WordGroup[] {
  const groups: WordGroup[] = [];
  let group: { a: number[]; b: number[] } = { a: [], b: [] };
  let ahead = 0;
  let nextA = 0;
  let nextB = 0;
  while (nextA < a.length || nextB < b.length) {
    if (nextB >= b.length || (nextA < a.length && ahead <= 0)) {
      ahead += a[nextA]?.length ?? 0;
      group.a.push(nextA);
      nextA += 1;
    } else {
      ahead -= b[nextB]?.length ?? 0;
      group.b.push(nextB);
      nextB += 1;
    }
    if (ahead === 0 && group.a.length > 0 && group.b.length > 0) {
      groups.push(group);
      group = { a: [], b: [] };
    }
  }
  return groups;
}

interface Search {
  readonly a: readonly string[];
  readonly b: readonly string[];
  readonly usedA: boolean[];
  readonly usedB: boolean[];
  readonly groups: { a: number[]; b: number[] }[];
  steps: number;
}

function searchGroups(a: readonly string[], b: readonly string[]): readonly WordGroup[] | undefined {
  const search: Search = { a, b, usedA: a.map(() => false), usedB: b.map(() => false), groups: [], steps: 0 };
  return openGroup(search) ? search.groups : undefined;
}

/** Starts a group with some free word of `a`; done when none is left on either side. */
function openGroup(search: Search): boolean {
  if (search.usedA.every(Boolean)) return search.usedB.every(Boolean);
  for (let at = 0; at < search.a.length; at += 1) {
    if (search.usedA[at] === true) continue;
    search.groups.push({ a: [at], b: [] });
    search.usedA[at] = true;
    if (extendGroup(search, search.a[at] ?? "", "b")) return true;
    search.usedA[at] = false;
    search.groups.pop();
  }
  return false;
}

/** Adds a free word of `side` to the open group; `rest` is the text by which the other side is ahead. */
function extendGroup(search: Search, rest: string, side: "a" | "b"): boolean {
  search.steps += 1;
  if (search.steps > searchSteps) return false;
  const words = search[side];
  const used = side === "a" ? search.usedA : search.usedB;
  const group = search.groups.at(-1);
  if (group === undefined) return false;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    if (used[at] === true || !(word.startsWith(rest) || rest.startsWith(word))) continue;
    used[at] = true;
    group[side].push(at);
    if (continueSearch(search, { word, rest, side })) return true;
    group[side].pop();
    used[at] = false;
  }
  return false;
}

function continueSearch(
  search: Search,
  { word, rest, side }: { word: string; rest: string; side: "a" | "b" },
): boolean {
  if (word === rest) return openGroup(search);
  const other = side === "a" ? "b" : "a";
  return word.length > rest.length
    ? extendGroup(search, word.slice(rest.length), other)
    : extendGroup(search, rest.slice(word.length), side);
}
