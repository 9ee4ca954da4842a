import type { ParsedName } from "../names/parse-name.ts";
import type { Comparison } from "./compare-names.ts";

/**
 * One way of finding names: it keeps what it needs of every listed name, proposes listed names for a searched one, and
 * judges a pair. A matcher asks all its routes and keeps the best answer for each entry; a new way of matching is a new
 * route and changes nothing else.
 */
export interface MatchRoute {
  /** Takes in a listed name under a number of the matcher's own. */
  add(nameId: number, name: ParsedName): void;
  /** Numbers of listed names worth comparing; may repeat and may be wrong, must not miss. */
  propose(query: ParsedName): readonly number[];
  /** Says how the two names are the same, or nothing. */
  compare(query: ParsedName, listed: ParsedName): Comparison | undefined;
}
