import type { NameToken } from "../names/name-token.ts";
import { tokenFor } from "../names/token-store.ts";
import type { PieceKind } from "./candidate.ts";
import { scoreParameters } from "./score-parameters.ts";
import { fewShared, likenessOf } from "./token-likeness.ts";

/** Words of one name beside words of the other; positions are `from` to `to`, both included. */
export interface TokenPair {
  readonly queryFrom: number;
  readonly queryTo: number;
  readonly listedFrom: number;
  readonly listedTo: number;
  readonly value: number;
  readonly how: PieceKind;
  readonly errors: number;
}

/** Which words answer to which, and which are left over. */
export interface Alignment {
  readonly pairs: readonly TokenPair[];
  readonly queryLeft: readonly number[];
  readonly listedLeft: readonly number[];
}

/** Names with more words than this on either side are not tried for words written together or apart. */
const mostMergedTokens = 14;
const longestMerge = 3;

const { likeness: like } = scoreParameters;

/** Pairs words of two names, the likest first; equal words before all others. */
export function alignTokens(query: readonly NameToken[], listed: readonly NameToken[], ofPerson: boolean): Alignment {
  const usedQuery = new Uint8Array(query.length);
  const usedListed = new Uint8Array(listed.length);
  const pairs: TokenPair[] = [];
  let open = query.length;
  for (let i = 0; i < query.length; i += 1) {
    for (let j = 0; j < listed.length; j += 1) {
      if (usedListed[j] === 0 && query[i] === listed[j]) {
        pairs.push({ queryFrom: i, queryTo: i, listedFrom: j, listedTo: j, value: 1, how: "exact", errors: 0 });
        usedQuery[i] = 1;
        usedListed[j] = 1;
        open -= 1;
        break;
      }
    }
  }
  if (open > 0) {
    const proposals = propose({ query, listed, usedQuery, usedListed, ofPerson });
    proposals.sort((a, b) => worth(b) - worth(a));
    for (const pair of proposals) take(pair, usedQuery, usedListed, pairs);
  }
  return { pairs, queryLeft: leftOf(usedQuery), listedLeft: leftOf(usedListed) };
}

/** A pair that explains more words is worth more than one that leaves a word over. */
function worth({ value, queryFrom, queryTo, listedFrom, listedTo }: TokenPair): number {
  return value + 0.05 * (queryTo - queryFrom + listedTo - listedFrom);
}

function take(pair: TokenPair, usedQuery: Uint8Array, usedListed: Uint8Array, pairs: TokenPair[]): void {
  for (let at = pair.queryFrom; at <= pair.queryTo; at += 1) if (usedQuery[at] === 1) return;
  for (let at = pair.listedFrom; at <= pair.listedTo; at += 1) if (usedListed[at] === 1) return;
  usedQuery.fill(1, pair.queryFrom, pair.queryTo + 1);
  usedListed.fill(1, pair.listedFrom, pair.listedTo + 1);
  pairs.push(pair);
}

function leftOf(used: Uint8Array): readonly number[] {
  const left: number[] = [];
  for (let at = 0; at < used.length; at += 1) if (used[at] === 0) left.push(at);
  return left;
}

interface Open {
  readonly query: readonly NameToken[];
  readonly listed: readonly NameToken[];
  readonly usedQuery: Uint8Array;
  readonly usedListed: Uint8Array;
  readonly ofPerson: boolean;
}

function propose(open: Open): TokenPair[] {
  const { query, listed, usedQuery, usedListed } = open;
  const proposals: TokenPair[] = [];
  for (let i = 0; i < query.length; i += 1) {
    const ours = query[i];
    if (ours === undefined || usedQuery[i] === 1) continue;
    for (let j = 0; j < listed.length; j += 1) {
      const theirs = listed[j];
      if (theirs === undefined || usedListed[j] === 1) continue;
      const { value, how, errors } = likenessOf(ours, theirs);
      if (value > 0 && how !== "conflict")
        proposals.push({ queryFrom: i, queryTo: i, listedFrom: j, listedTo: j, value, how, errors });
    }
  }
  if (query.length <= mostMergedTokens && listed.length <= mostMergedTokens) {
    proposeRuns(open, false, proposals);
    proposeRuns(
      { ...open, query: listed, listed: query, usedQuery: usedListed, usedListed: usedQuery },
      true,
      proposals,
    );
  }
  return proposals;
}

/** Runs of words on the one side that a single word of the other side writes together or abbreviates. */
function proposeRuns(open: Open, swapped: boolean, proposals: TokenPair[]): void {
  const { query, listed, usedListed, usedQuery, ofPerson } = open;
  for (let j = 0; j < listed.length; j += 1) {
    const single = listed[j];
    if (single === undefined || usedListed[j] === 1 || single.role === "number" || single.role === "filler") continue;
    for (let from = 0; from + 1 < query.length; from += 1) {
      if (usedQuery[from] === 1) continue;
      const run = mergedRun(query, from, usedQuery, single) ?? acronymRun(query, from, usedQuery, single, ofPerson);
      if (run === undefined) continue;
      const { to, value, how, errors } = run;
      proposals.push(
        swapped
          ? { queryFrom: j, queryTo: j, listedFrom: from, listedTo: to, value, how, errors }
          : { queryFrom: from, queryTo: to, listedFrom: j, listedTo: j, value, how, errors },
      );
    }
  }
}

interface Run {
  readonly to: number;
  readonly value: number;
  readonly how: PieceKind;
  readonly errors: number;
}

function mergedRun(tokens: readonly NameToken[], from: number, used: Uint8Array, single: NameToken): Run | undefined {
  const first = tokens[from];
  if (first === undefined || first.role === "number") return undefined;
  const across = first.script !== single.script;
  const key = keyForRuns(first, single);
  if (across && key !== undefined && first[key].charCodeAt(0) !== single[key].charCodeAt(0)) return undefined;
  const lengthOf = (token: NameToken): number => (across ? token[key ?? "skeleton"].length : token.latin.length);
  const wanted = lengthOf(single);
  const slack = across ? 2 : 3;
  // Without vowels a run of words is like many a word: all of its consonants have to agree.
  const least = key === "arabic" ? like.consonantsShort : 0.75;
  let letters = lengthOf(first);
  let mask = first.letters;
  let text = first.text;
  let best: Run | undefined;
  for (let to = from + 1; to < tokens.length && to < from + longestMerge; to += 1) {
    const next = tokens[to];
    if (next === undefined || used[to] === 1 || next.role === "number" || next.script !== first.script) break;
    letters += lengthOf(next);
    // The article is heard as part of what follows it: شمس الدين is Shamsuddin.
    if (next.text !== "ال" || !across) text += next.text;
    mask |= next.letters;
    if (letters > wanted + slack) break;
    if (letters < wanted - slack || text.length < 4 || (!across && fewShared(mask, single.letters))) continue;
    const merged = tokenFor({ text, role: "word", ofPerson: true });
    const { value, how, errors } = likenessOf(merged, single.role === "word" ? single : asWord(single));
    if (value >= least && (best === undefined || value > best.value))
      best = { to, value: value * like.merged, how: how === "typo" ? "typo" : "merged", errors };
  }
  return best;
}

/** Consonants by which runs of another script are told at a glance; none for Hangul, where 광 is Gwang and Kwang. */
function keyForRuns(first: NameToken, single: NameToken): "arabic" | "skeleton" | undefined {
  if (single.script === "hangul" || first.script === "hangul") return undefined;
  return single.script === "arabic" || first.script === "arabic" ? "arabic" : "skeleton";
}

function asWord({ text }: NameToken): NameToken {
  return tokenFor({ text, role: "word", ofPerson: true });
}

const longestAcronym = 9;

/** BUAA for Beijing University of Aeronautics and Astronautics; joining words may be counted or left out. */
function acronymRun(
  tokens: readonly NameToken[],
  from: number,
  used: Uint8Array,
  single: NameToken,
  ofPerson: boolean,
): Run | undefined {
  const letters = single.text.length;
  if (single.role !== "word" || single.script !== "latin" || letters < 2 || letters > longestAcronym) return undefined;
  // Two letters are an acronym of persons (JC for Jean Claude) and of united states and kingdoms.
  if (!ofPerson && letters < 3 && tokens[from]?.latin !== "united") return undefined;
  if (tokens[from]?.latin.charCodeAt(0) !== single.text.charCodeAt(0)) return undefined;
  let spelled = 0;
  for (let to = from; to < tokens.length; to += 1) {
    const token = tokens[to];
    if (token === undefined || used[to] === 1 || token.role === "number" || token.role === "initial") return undefined;
    if (token.latin.charCodeAt(0) === single.text.charCodeAt(spelled)) spelled += 1;
    else if (token.role !== "filler") return undefined;
    if (spelled === letters)
      return { to, value: letters >= 4 ? like.acronym : like.acronymShort, how: "acronym", errors: 0 };
  }
  return undefined;
}
