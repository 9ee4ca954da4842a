import type { AnalysedName } from "../names/analysed-name.ts";
import type { TokenPair } from "./align-tokens.ts";
import {
  type Compared,
  type Context,
  hold,
  inOrder,
  isAgain,
  limit,
  type Side,
  type Tally,
  tellsAt,
} from "./pair-comparison.ts";
import { scoreParameters } from "./score-parameters.ts";
import { isPatronymic } from "./token-weight.ts";

const { ceiling } = scoreParameters;

/** Names that agree in too little to be shown, or to be shown as strong. */
export function holdDown(context: Context, compared: Compared, tally: Tally): void {
  const { ofPerson, query: ours, listed: theirs } = context;
  const { query, listed } = compared;
  if (ours.han !== "" && theirs.han !== "") return;
  if (ofPerson) holdPersonDown(context, compared, tally);
  else holdBodyDown(compared, tally);
  const short = Math.min(lettersOf(query), lettersOf(listed));
  if (short <= 3) hold(tally, short > 2 && allButScript(compared) ? ceiling.short : ceiling.oneWord, "short-name");
}

function holdPersonDown({ query: ours, listed: theirs }: Context, compared: Compared, tally: Tally): void {
  const { query, alignment } = compared;
  const { pairs } = alignment;
  const words = pairs.reduce((sum, pair) => sum + (isWordPair(query, pair) ? pair.queryTo - pair.queryFrom + 1 : 0), 0);
  const merged = pairs.some(({ how }) => how === "merged" || how === "acronym");
  const initials = pairs.some(({ how }) => how === "initial") || query.tokens.some(({ role }) => role === "initial");
  if (words <= 1 && initials && !merged)
    hold(tally, words === 1 && sameSpelling(compared) ? ceiling.genericAll : ceiling.initial, "initial-only");
  else if (words <= 1 && isLeft(compared) && !merged) hold(tally, ceiling.oneWord, "one-word-only");
  else if (words <= fewWords && hasFurtherName(compared)) {
    const isSure = allSure(compared) || isVowelless(ours) || isVowelless(theirs);
    limit(tally, isSure ? ceiling.furtherName : ceiling.unsureInPart);
  }
  if (isReadInPart(compared)) hold(tally, ceiling.conflict, "words-differ");
}

function holdBodyDown(compared: Compared, tally: Tally): void {
  const { query, alignment } = compared;
  const paired = alignment.pairs.flatMap(({ queryFrom, how }) => {
    const token = query.tokens[queryFrom];
    return token === undefined || token.role !== "word" || how === "initial" ? [] : [token];
  });
  if (paired.length === 0 || !paired.every(({ generic }) => generic)) return;
  // Two generic words are a name only where they are all there is: World Bank.
  const enough = !isLeft(compared) && paired.length >= (allExact(compared) ? 2 : 3);
  hold(tally, enough ? ceiling.genericAll : ceiling.generic, "generic-words-only");
}

/** A word that says something stands in one name alone. */
function isLeft({ query, listed, alignment }: Compared): boolean {
  return alignment.queryLeft.some((at) => tellsAt(query, at)) || alignment.listedLeft.some((at) => tellsAt(listed, at));
}

/** Two words are a whole name of many people; a further one may be another person's. */
const fewWords = 2;

/** One name has a word the other lacks, which is no father's name in the Slavic manner, and nothing contradicts. */
function hasFurtherName({ query, listed, alignment }: Compared): boolean {
  const further = (side: Side, left: readonly number[]): boolean =>
    left.some((at) => {
      const token = side.tokens[at];
      return token?.role === "word" && !isPatronymic(token) && !isAgain(side, left, at);
    });
  return further(query, alignment.queryLeft) || further(listed, alignment.listedLeft);
}

const vowelless = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** What a script without vowels is compared with is always only alike. */
function isVowelless({ text }: AnalysedName): boolean {
  return vowelless.test(text);
}

/** Every word that answers to another does so without a doubt. */
function allSure({ query, alignment }: Compared): boolean {
  return alignment.pairs.every((pair) => !isWordPair(query, pair) || pair.value >= scoreParameters.sure);
}

const eastAsianSyllable =
  /^(?:[bpmfdtnlgkhjqxrzcsywv]|[zcst]h|ts|kk|tt|pp|ss|jj|hs|sz|tz|kw|gw|hw|hy|ky|gy|my|ny|ry|ty)?[aeiouyw]{1,4}(?:n|ng|k|l|m|p|t|r|h)?$/;

/**
 * A name in Han or Hangul is read as a whole: a syllable of the other name that no character answers to, or a word of its own
 * that is left over, is of another name. A further name of another kind (David Li) may be missing.
 */
function isReadInPart({ query, listed, alignment }: Compared): boolean {
  const isRead = ({ how, tokens }: Side): boolean =>
    how === "reading" || tokens.some(({ script }) => script === "hangul");
  const [ours, theirs] = [isRead(query), isRead(listed)];
  if (ours === theirs) return false;
  const [read, readLeft] = ours ? [query, alignment.queryLeft] : [listed, alignment.listedLeft];
  const [other, otherLeft] = ours ? [listed, alignment.listedLeft] : [query, alignment.queryLeft];
  // An is a family name and a particle too: it answers to no word.
  const isParticleLeft = otherLeft.some((at) => other.tokens[at]?.role === "particle");
  return (
    (!isParticleLeft && readLeft.some((at) => read.tokens[at]?.role === "word")) ||
    otherLeft.some((at) => {
      const token = other.tokens[at];
      return token?.role === "word" && token.variantOf.length === 0 && eastAsianSyllable.test(token.latin);
    })
  );
}

/** The same words in the same order, folded alike. */
function sameSpelling(compared: Compared): boolean {
  return allExact(compared) && inOrder(compared.alignment.pairs);
}

function isWordPair({ tokens }: Side, { queryFrom, how }: TokenPair): boolean {
  return tokens[queryFrom]?.role === "word" && how !== "initial";
}

/** Every word that is no filler stands in both names, folded alike. */
export function allExact({ query, listed, alignment }: Compared): boolean {
  const filler = (side: Side, at: number): boolean => side.tokens[at]?.role === "filler";
  return (
    alignment.queryLeft.every((at) => filler(query, at)) &&
    alignment.listedLeft.every((at) => filler(listed, at)) &&
    alignment.pairs.every(({ how }) => how === "exact")
  );
}

/** The same, letter for letter, in another alphabet counting as the same. */
function allButScript(compared: Compared): boolean {
  const { alignment } = compared;
  const whole = alignment.queryLeft.length === 0 && alignment.listedLeft.length === 0;
  return (
    allExact(compared) ||
    (whole && alignment.pairs.every(({ value }) => value >= scoreParameters.likeness.transliteration))
  );
}

function lettersOf({ tokens }: Side): number {
  // One character of Han or Hangul says as much as the letters it is spelled with.
  return tokens.reduce((sum, { text, latin }) => sum + Math.max(text.length, latin.length), 0);
}
