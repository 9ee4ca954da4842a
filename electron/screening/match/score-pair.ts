import { forgetNames } from "../names/analyse-name.ts";
import type { AnalysedName } from "../names/analysed-name.ts";
import { genericCharacters } from "../names/generic-words.ts";
import type { NameToken } from "../names/name-token.ts";
import { type Alignment, alignTokens, type TokenPair } from "./align-tokens.ts";
import type { AgainstCode, NamePiece } from "./candidate.ts";
import { soundDistance, tooFar, typingErrors } from "./edit-distance.ts";
import { hanLikeness } from "./han-likeness.ts";
import { piecesOf } from "./name-pieces.ts";
import type { Found, Side } from "./pair-comparison.ts";
import type { Rarity } from "./rarity.ts";
import { scoreParameters } from "./score-parameters.ts";
import { forgetLikeness } from "./token-likeness.ts";
import { tokenWeight } from "./token-weight.ts";

/** How near two names are, and why. */
export interface PairScore {
  /** 0 to 1; 1 only where the folded names are equal. */
  readonly score: number;
  readonly pieces: readonly NamePiece[];
  readonly against: readonly AgainstCode[];
}

/** A score while it is being made: weight in all, weight that agrees, and what holds it down. */
export interface Tally {
  total: number;
  agreed: number;
  ceiling: number;
  against: AgainstCode[];
}

const { ceiling, conflict, missing, slip } = scoreParameters;

/** The score of a pair alone, for ranking many candidates. Names of a person and of a body score 0. */
export function rankPair(query: AnalysedName, listed: AnalysedName, rarity: Rarity): number {
  return mayMeet(query, listed) ? best(query, listed, rarity).score : 0;
}

/** The score of a pair with its pieces and with what speaks against it. */
export function scorePair(query: AnalysedName, listed: AnalysedName, rarity: Rarity): PairScore {
  if (!mayMeet(query, listed)) return { score: 0, pieces: [], against: [] };
  const found = best(query, listed, rarity);
  return { score: found.score, against: found.against, pieces: piecesOf(query, listed, found) };
}

/** Lets go of every word and every comparison seen so far: to be called when the vault locks. */
export function forgetScores(): void {
  forgetNames();
  forgetLikeness();
}

function mayMeet(a: AnalysedName, b: AnalysedName): boolean {
  return a.type === b.type || a.type === "unknown" || b.type === "unknown";
}

function best(query: AnalysedName, listed: AnalysedName, rarity: Rarity): Found {
  const context: Context = { query, listed, rarity, ofPerson: query.type === "person" && listed.type === "person" };
  if ((query.han === "") === (listed.han === "")) return compare(context, ownSide(query), ownSide(listed));
  const [read, other] = query.han === "" ? [listed, query] : [query, listed];
  let found: Found | undefined;
  for (const { how, tokens } of read.readings()) {
    const spoken: Side = { tokens, sources: undefined, how };
    const next = read === query ? compare(context, spoken, ownSide(other)) : compare(context, ownSide(other), spoken);
    if (found === undefined || next.score > found.score) found = next;
  }
  return found ?? { ...compare(context, ownSide(query), ownSide(listed)), score: 0 };
}

function ownSide({ tokens, sources }: AnalysedName): Side {
  return { tokens, sources, how: undefined };
}

interface Context {
  readonly query: AnalysedName;
  readonly listed: AnalysedName;
  readonly rarity: Rarity;
  readonly ofPerson: boolean;
}

function compare(context: Context, query: Side, listed: Side): Found {
  const { ofPerson } = context;
  const alignment = alignTokens(query.tokens, listed.tokens, ofPerson);
  const tally: Tally = { total: 0, agreed: 0, ceiling: 1, against: [] };
  const han = query.how === undefined && listed.how === undefined ? addHan(context, tally) : undefined;
  const weigh = createScales(context, query, listed);
  for (const pair of alignment.pairs) addPair(pair, weigh, tally);
  addLeftOver(context, { query, listed, alignment, weigh }, tally);
  holdDown(context, { query, listed, alignment, weigh }, tally);
  const score = finish(context, { query, listed, alignment, weigh }, tally, han);
  return { score, against: tally.against, alignment, query, listed, han };
}

interface Scales {
  query(at: number): number;
  listed(at: number): number;
}

interface Compared {
  readonly query: Side;
  readonly listed: Side;
  readonly alignment: Alignment;
  readonly weigh: Scales;
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

function hold(tally: Tally, limit: number, code: AgainstCode): void {
  tally.ceiling = Math.min(tally.ceiling, limit);
  if (!tally.against.includes(code)) tally.against.push(code);
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

function tells({ role }: NameToken): boolean {
  return role === "word" || role === "initial";
}

/** Words left over on both sides contradict each other; on one side they are missing. */
function addLeftOver(context: Context, { query, listed, alignment, weigh }: Compared, tally: Tally): void {
  const { ofPerson } = context;
  const ours = alignment.queryLeft.filter((at) => tellsAt(query, at)).sort((a, b) => weigh.query(b) - weigh.query(a));
  const theirs = alignment.listedLeft
    .filter((at) => tellsAt(listed, at))
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

function tellsAt({ tokens }: Side, at: number): boolean {
  const token = tokens[at];
  return token !== undefined && tells(token);
}

/** A word that the same name holds twice, once paired. */
function isAgain({ tokens }: Side, left: readonly number[], at: number): boolean {
  const token = tokens[at];
  return tokens.some((other, position) => other === token && position !== at && !left.includes(position));
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

/** Names that agree in too little to be shown, or to be shown as strong. */
function holdDown(
  { ofPerson, query: ours, listed: theirs }: Context,
  { query, listed, alignment }: Compared,
  tally: Tally,
): void {
  const paired = alignment.pairs.flatMap(({ queryFrom, how }) => {
    const token = query.tokens[queryFrom];
    return token === undefined || token.role !== "word" || how === "initial" ? [] : [token];
  });
  const left =
    alignment.queryLeft.some((at) => tellsAt(query, at)) || alignment.listedLeft.some((at) => tellsAt(listed, at));
  const initials =
    alignment.pairs.some(({ how }) => how === "initial") || query.tokens.some(({ role }) => role === "initial");
  if (ours.han !== "" && theirs.han !== "") return;
  if (ofPerson) {
    const words = alignment.pairs.reduce(
      (sum, pair) => sum + (isWordPair(query, pair) ? pair.queryTo - pair.queryFrom + 1 : 0),
      0,
    );
    const merged = alignment.pairs.some(({ how }) => how === "merged" || how === "acronym");
    if (words <= 1 && initials && !merged)
      hold(tally, left || !allExact(alignment) ? ceiling.initial : ceiling.genericAll, "initial-only");
    else if (words <= 1 && left && !merged) hold(tally, ceiling.oneWord, "one-word-only");
  } else if (paired.length > 0 && paired.every(({ generic }) => generic)) {
    // Two generic words are a name only where they are all there is: World Bank.
    const enough = !left && paired.length >= (allExact(alignment) ? 2 : 3);
    hold(tally, enough ? ceiling.genericAll : ceiling.generic, "generic-words-only");
  }
  if (lettersOf(query) <= 3) hold(tally, allExact(alignment) ? ceiling.short : ceiling.oneWord, "short-name");
}

function isWordPair({ tokens }: Side, { queryFrom, how }: TokenPair): boolean {
  return tokens[queryFrom]?.role === "word" && how !== "initial";
}

function allExact({ pairs, queryLeft, listedLeft }: Alignment): boolean {
  return queryLeft.length === 0 && listedLeft.length === 0 && pairs.every(({ how }) => how === "exact");
}

function lettersOf({ tokens }: Side): number {
  return tokens.reduce((sum, { text }) => sum + text.length, 0);
}

function finish(context: Context, compared: Compared, tally: Tally, han: number | undefined): number {
  const { query, listed, ofPerson } = context;
  const { alignment } = compared;
  const equal = (han === undefined || han === 1) && allExact(alignment) && !query.cut && !listed.cut;
  if (tally.total === 0) return query.text === listed.text && query.text.trim() !== "" ? 1 : 0;
  let score = tally.agreed / tally.total;
  const slipped = slipScore(compared, han);
  if (slipped > score || slipped > tally.ceiling) {
    score = Math.max(score, slipped);
    tally.ceiling = 1;
    tally.against = tally.against.filter((code) => code !== "words-differ");
  }
  if (!inOrder(alignment.pairs)) score -= ofPerson ? scoreParameters.wordOrder : 0.02;
  if (formsDiffer(query, listed)) {
    score -= scoreParameters.legalFormDiffers;
    tally.against.push("legal-form-differs");
  }
  const limit = equal ? 1 : ceiling.notEqual;
  return Math.max(0, Math.min(score, tally.ceiling, limit));
}

/** A name that differs by one or two typing errors in all is shown even where a short word takes them both. */
function slipScore({ query, listed, alignment }: Compared, han: number | undefined): number {
  if (han !== undefined) return 0;
  const ours = alignment.queryLeft.filter((at) => tellsAt(query, at));
  const theirs = alignment.listedLeft.filter((at) => tellsAt(listed, at));
  const [at = -1] = ours;
  const [other = -1] = theirs;
  const a = query.tokens[at];
  const b = listed.tokens[other];
  if (ours.length !== 1 || theirs.length !== 1 || a === undefined || b === undefined || a.script !== b.script) return 0;
  if (a.role !== "word" || b.role !== "word" || Math.max(a.text.length, b.text.length) < 4) return 0;
  const errors =
    alignment.pairs.reduce((sum, pair) => sum + pair.errors, 0) + typingErrors(a.text, b.text, slip.errors);
  const share = errors / Math.max(lettersOf(query), 1);
  if (errors > slip.errors || share > slip.share) return 0;
  return 1 - slip.perError * errors - slip.perShare * share;
}

function inOrder(pairs: readonly TokenPair[]): boolean {
  const sorted = pairs.length < 2 ? pairs : [...pairs].sort((a, b) => a.queryFrom - b.queryFrom);
  return sorted.every(({ listedFrom }, at) => at === 0 || listedFrom > (sorted[at - 1]?.listedFrom ?? -1));
}

/** Both names say what they are, and not the same. */
function formsDiffer(a: AnalysedName, b: AnalysedName): boolean {
  return (
    a.forms.length > 0 &&
    b.forms.length > 0 &&
    !a.forms.some(({ form }) => b.forms.some((other) => other.form === form))
  );
}
