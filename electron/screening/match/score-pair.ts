import type { AnalysedName } from "../names/analysed-name.ts";
import { genericCharacters } from "../names/generic-words.ts";
import type { NameToken } from "../names/name-token.ts";
import { type Alignment, alignTokens, type TokenPair } from "./align-tokens.ts";
import type { AgainstCode, NamePiece } from "./candidate.ts";
import { soundDistance, tooFar } from "./edit-distance.ts";
import { hanLikeness } from "./han-likeness.ts";
import { allExact, holdDown } from "./hold-down.ts";
import { piecesOf } from "./name-pieces.ts";
import {
  type Compared,
  type Context,
  type Found,
  hold,
  inOrder,
  isAgain,
  type Scales,
  type Side,
  type Tally,
  tellsAt,
} from "./pair-comparison.ts";
import type { Rarity } from "./rarity.ts";
import { reviewCutOff, scoreParameters } from "./score-parameters.ts";
import { tokenWeight } from "./token-weight.ts";

/** How near two names are, and why. */
export interface PairScore {
  /** 0 to 1; 1 only where the folded names are equal. */
  readonly score: number;
  readonly pieces: readonly NamePiece[];
  readonly against: readonly AgainstCode[];
}

const { ceiling, conflict, missing } = scoreParameters;

/** The score of a pair alone. Names of a person and of a body score 0. */
export function rankPair(query: AnalysedName, listed: AnalysedName, rarity: Rarity): number {
  return mayMeet(query, listed) ? best(query, listed, rarity).score : 0;
}

/** Whether the score of a pair reaches the cut-off: as `rankPair` would tell, without weighing words that contradict. */
export function reachesCutOff(query: AnalysedName, listed: AnalysedName, rarity: Rarity): boolean {
  return mayMeet(query, listed) && best(query, listed, rarity, true).score >= reviewCutOff;
}

/** The score of a pair with its pieces and with what speaks against it. */
export function scorePair(query: AnalysedName, listed: AnalysedName, rarity: Rarity): PairScore {
  if (!mayMeet(query, listed)) return { score: 0, pieces: [], against: [] };
  const found = best(query, listed, rarity);
  return { score: found.score, against: found.against, pieces: piecesOf(query, listed, found) };
}

function mayMeet(a: AnalysedName, b: AnalysedName): boolean {
  return a.type === b.type || a.type === "unknown" || b.type === "unknown";
}

function best(query: AnalysedName, listed: AnalysedName, rarity: Rarity, rankOnly = false): Found {
  const ofPerson = query.type === "person" && listed.type === "person";
  const context: Context = { query, listed, rarity, ofPerson, rankOnly };
  const own = compare(context, ownSide(query), ownSide(listed));
  if (query.han !== "" && listed.han !== "") return own;
  let found = query.han === "" && listed.han === "" ? own : { ...own, score: 0 };
  // A name is read in Latin letters where the other is written in them or in another script than its own.
  for (const read of query.han !== "" ? [query] : listed.han !== "" ? [listed] : [query, listed]) {
    for (const { how, tokens } of read.readings()) {
      const spoken: Side = { tokens, sources: undefined, how };
      const next =
        read === query ? compare(context, spoken, ownSide(listed)) : compare(context, ownSide(query), spoken);
      if (next.score > found.score) found = next;
    }
  }
  return found;
}

function ownSide({ tokens, sources }: AnalysedName): Side {
  return { tokens, sources, how: undefined };
}

function compare(context: Context, query: Side, listed: Side): Found {
  const { ofPerson } = context;
  const alignment = alignTokens(query.tokens, listed.tokens, ofPerson);
  const nothing = alignment.pairs.length === 0 && query.tokens.length > 0;
  const hopeless =
    (nothing && (context.query.han === "" || context.listed.han === "")) ||
    (context.rankOnly && contradict(query, listed, alignment));
  if (hopeless) return { score: 0, against: [], alignment, query, listed, han: undefined };
  const tally: Tally = { total: 0, agreed: 0, ceiling: 1, against: [] };
  const han = query.how === undefined && listed.how === undefined ? addHan(context, tally) : undefined;
  const weigh = createScales(context, query, listed);
  for (const pair of alignment.pairs) addPair(pair, weigh, tally);
  addLeftOver(context, { query, listed, alignment, weigh }, tally);
  holdDown(context, { query, listed, alignment, weigh }, tally);
  const score = finish(context, { query, listed, alignment, weigh }, tally, han);
  return { score, against: tally.against, alignment, query, listed, han };
}

/** Whether words of one script are left over on both sides: `addLeftOver` would put the ceiling of a conflict on the pair. */
function contradict(query: Side, listed: Side, { queryLeft, listedLeft }: Alignment): boolean {
  const scriptsOf = (side: Side, left: readonly number[]): ReadonlySet<string | undefined> =>
    new Set(left.filter((at) => standsAlone(side, at)).map((at) => side.tokens[at]?.script));
  const ours = scriptsOf(query, queryLeft);
  const theirs = scriptsOf(listed, listedLeft);
  return ours.size === 1 && theirs.size === 1 && [...ours][0] === [...theirs][0];
}

function createScales({ rarity, ofPerson }: Context, query: Side, listed: Side): Scales {
  const of = (tokens: readonly NameToken[], at: number): number => {
    const token = tokens[at];
    return token === undefined ? 0 : tokenWeight(token, rarity, ofPerson);
  };
  return { query: (at) => of(query.tokens, at), listed: (at) => of(listed.tokens, at) };
}

/** Han on both sides weighs as two words do. */
const hanWeight = 2;

function addHan({ query, listed, rarity, ofPerson }: Context, tally: Tally): number | undefined {
  if (query.han === "" || listed.han === "") return undefined;
  const type = ofPerson ? "person" : "organisation";
  const found = hanLikeness(query.han, listed.han, { type, rarity, isGeneric: genericCharacters });
  tally.total += hanWeight;
  tally.agreed += hanWeight * found.value;
  if (found.conflict) hold(tally, ceiling.conflict, "words-differ");
  if (found.generic) hold(tally, ceiling.generic, "generic-words-only");
  return found.value;
}

function addPair(
  { queryFrom, queryTo, listedFrom, listedTo, value, how }: TokenPair,
  weigh: Scales,
  tally: Tally,
): void {
  let ours = 0;
  for (let at = queryFrom; at <= queryTo; at += 1) ours += weigh.query(at);
  let theirs = 0;
  for (let at = listedFrom; at <= listedTo; at += 1) theirs += weigh.listed(at);
  const weight = how === "initial" ? Math.min(ours, theirs) : (ours + theirs) / 2;
  tally.total += weight;
  tally.agreed += weight * value;
}

/** Words left over on both sides contradict each other; on one side they are missing. */
function addLeftOver(context: Context, { query, listed, alignment, weigh }: Compared, tally: Tally): void {
  const { ofPerson } = context;
  const ours = alignment.queryLeft
    .filter((at) => standsAlone(query, at))
    .sort((a, b) => weigh.query(b) - weigh.query(a));
  const theirs = alignment.listedLeft
    .filter((at) => standsAlone(listed, at))
    .sort((a, b) => weigh.listed(b) - weigh.listed(a));
  const both = Math.min(ours.length, theirs.length);
  for (let at = 0; at < both; at += 1)
    addConflict(context, [query.tokens[ours[at] ?? 0], listed.tokens[theirs[at] ?? 0]], tally);
  const share = ofPerson
    ? { query: missing.queryPerson, listed: missing.listedPerson }
    : { query: missing.queryBody, listed: missing.listedBody };
  for (const at of alignment.queryLeft)
    if (!ours.slice(0, both).includes(at))
      tally.total += weigh.query(at) * (isAgain(query, alignment.queryLeft, at) ? missing.again : share.query);
  for (const at of alignment.listedLeft)
    if (!theirs.slice(0, both).includes(at))
      tally.total += weigh.listed(at) * (isAgain(listed, alignment.listedLeft, at) ? missing.again : share.listed);
  const numbers = (side: Side, left: readonly number[]): boolean =>
    left.some((at) => side.tokens[at]?.role === "number");
  if (numbers(query, alignment.queryLeft) || numbers(listed, alignment.listedLeft))
    hold(tally, ceiling.number, "number-differs");
}

/** A word, or `abdul`, which is a name where nothing of the other name answers to it. */
function standsAlone(side: Side, at: number): boolean {
  const token = side.tokens[at];
  return tellsAt(side, at) || (token?.role === "particle" && /^abd|عبد/.test(token.text));
}

function addConflict(
  { ofPerson, rarity }: Context,
  [ours, theirs]: readonly [NameToken | undefined, NameToken | undefined],
  tally: Tally,
): void {
  if (ours === undefined || theirs === undefined) return;
  const weight =
    ((tokenWeight(ours, rarity, ofPerson) + tokenWeight(theirs, rarity, ofPerson)) / 2) *
    (ofPerson ? conflict.person : conflict.body);
  if (ours.script === theirs.script) {
    tally.total += weight;
    hold(tally, ceiling.conflict, "words-differ");
    return;
  }
  const far = acrossDistance(ours, theirs);
  tally.total += weight * conflict.crossScript;
  tally.agreed += weight * conflict.crossScript * Math.max(0, 1 - far - 0.15);
}

/** How far apart two words of different scripts sound, as a share of the longer. */
function acrossDistance(a: NameToken, b: NameToken): number {
  const [one, other] = a.script === "arabic" || b.script === "arabic" ? [a.arabic, b.arabic] : [a.latin, b.latin];
  const longest = Math.max(one.length, other.length, 1);
  const far = soundDistance(one, other, longest);
  return far === tooFar ? 1 : far / longest;
}

function finish(context: Context, compared: Compared, tally: Tally, han: number | undefined): number {
  const { query, listed, ofPerson } = context;
  const { alignment } = compared;
  const equal = (han === undefined || han === 1) && allExact(compared) && !query.cut && !listed.cut;
  if (tally.total === 0) return query.text === listed.text && query.text.trim() !== "" ? 1 : 0;
  let score = tally.agreed / tally.total;
  if (!inOrder(alignment.pairs)) score -= ofPerson ? scoreParameters.wordOrder : 0.02;
  if (formsDiffer(query, listed)) {
    score -= scoreParameters.legalFormDiffers;
    tally.against.push("legal-form-differs");
  }
  if (tellingFormMissing(query, listed)) score -= scoreParameters.tellingFormMissing;
  const limit = equal ? 1 : ceiling.notEqual;
  return Math.max(0, Math.min(score, tally.ceiling, limit));
}

const tellingForms = new Set([
  "state-enterprise",
  "association",
  "foundation",
  "cooperative",
  "public-body",
  "branch",
  "fund",
]);

/** One name says that it is a foundation, a branch or the like, the other says nothing. */
function tellingFormMissing(a: AnalysedName, b: AnalysedName): boolean {
  const [forms, others] = a.forms.length > 0 ? [a.forms, b.forms] : [b.forms, a.forms];
  return others.length === 0 && forms.some(({ form }) => tellingForms.has(form));
}

/** Both names say what they are, and not the same. */
function formsDiffer(a: AnalysedName, b: AnalysedName): boolean {
  return (
    a.forms.length > 0 &&
    b.forms.length > 0 &&
    !a.forms.some(({ form }) => b.forms.some((other) => other.form === form))
  );
}
