import type { NameToken } from "../names/name-token.ts";
import type { Alignment } from "./align-tokens.ts";
import type { AgainstCode } from "./candidate.ts";

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
