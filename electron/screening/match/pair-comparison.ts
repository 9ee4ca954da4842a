import type { AnalysedName } from "../names/analysed-name.ts";
import type { NameToken } from "../names/name-token.ts";
import type { Alignment, TokenPair } from "./align-tokens.ts";
import type { AgainstCode } from "./candidate.ts";
import type { Rarity } from "./rarity.ts";

/** A score while it is being made: weight in all, weight that agrees, and what holds it down. */
export interface Tally {
  total: number;
  agreed: number;
  ceiling: number;
  readonly against: AgainstCode[];
}

/** The comparison a score came from. */
export interface Found {
  readonly score: number;
  readonly against: readonly AgainstCode[];
  readonly alignment: Alignment;
  /** The words compared; those of a reading where Han met another script. */
  readonly query: Side;
  readonly listed: Side;
  readonly han: number | undefined;
}

/** One name as it takes part in one comparison. */
export interface Side {
  readonly tokens: readonly NameToken[];
  /** As written; a reading has none of its own. */
  readonly sources: readonly string[] | undefined;
  readonly how: "reading" | "translation" | undefined;
}

/** What one comparison is made in. */
export interface Context {
  readonly query: AnalysedName;
  readonly listed: AnalysedName;
  readonly rarity: Rarity;
  readonly ofPerson: boolean;
  /** Only whether the score reaches the cut-off is asked for. */
  readonly rankOnly: boolean;
}

/** What the words of both sides weigh, by position. */
export interface Scales {
  query(at: number): number;
  listed(at: number): number;
}

/** Two sides laid beside each other. */
export interface Compared {
  readonly query: Side;
  readonly listed: Side;
  readonly alignment: Alignment;
  readonly weigh: Scales;
}

/** Whether a word tells names apart: a word or an initial, not a title or an article. */
export function tellsAt({ tokens }: Side, at: number): boolean {
  const role = tokens[at]?.role;
  return role === "word" || role === "initial";
}

/** Puts a ceiling on the score and says why. */
export function hold(tally: Tally, limit: number, code: AgainstCode): void {
  tally.ceiling = Math.min(tally.ceiling, limit);
  if (!tally.against.includes(code)) tally.against.push(code);
}

/** Puts a ceiling on the score for what the pieces say already. */
export function limit(tally: Tally, most: number): void {
  tally.ceiling = Math.min(tally.ceiling, most);
}

/** Whether the words that answer to each other stand in one order in both names. */
export function inOrder(pairs: readonly TokenPair[]): boolean {
  const sorted = pairs.length < 2 ? pairs : [...pairs].sort((a, b) => a.queryFrom - b.queryFrom);
  return sorted.every(({ listedFrom }, at) => at === 0 || listedFrom > (sorted[at - 1]?.listedFrom ?? -1));
}

/** A word that the same name holds twice, once paired. */
export function isAgain({ tokens }: Side, left: readonly number[], at: number): boolean {
  const token = tokens[at];
  return tokens.some((other, position) => other === token && position !== at && !left.includes(position));
}
