import type { NameQuery } from "../match/candidate.ts";
import type { FoundListed } from "./compare-found.ts";
import type { IndexedEntry } from "./segment-builder.ts";
import type { MetSubject } from "./subject-index.ts";

/**
 * What the screening worker is asked. It does one thing after the other and answers each request once, in order. Editions are
 * gathered batch by batch, or put together from kept blocks; either way they are searched from the moment they are finished.
 */
export type ScreeningRequest =
  | { readonly ask: "gather"; readonly editionId: string; readonly entries: readonly IndexedEntry[] }
  | { readonly ask: "finish"; readonly editionId: string }
  | { readonly ask: "take-block"; readonly editionId: string; readonly block: Uint8Array }
  | { readonly ask: "finish-blocks"; readonly editionId: string }
  /** The next block of a finished edition, from the first one on. */
  | { readonly ask: "next-block"; readonly editionId: string; readonly first: boolean }
  | { readonly ask: "drop"; readonly editionId: string }
  /**
   * Names of subjects that changed entries are then held against, words weighing what they weigh in these editions; they take
   * the place of those given before.
   */
  | { readonly ask: "turn-round"; readonly editionIds: readonly string[]; readonly queries: readonly NameQuery[] }
  | { readonly ask: "meet"; readonly entries: readonly IndexedEntry[] }
  | { readonly ask: "search"; readonly editionIds: readonly string[]; readonly queries: readonly NameQuery[] };

/** What each request is answered with. */
export interface ScreeningReplies {
  readonly gather: { readonly names: number };
  readonly finish: { readonly names: number };
  readonly "take-block": null;
  readonly "finish-blocks": { readonly names: number };
  readonly "next-block": Uint8Array<ArrayBuffer> | null;
  readonly drop: null;
  readonly "turn-round": null;
  readonly meet: readonly MetSubject[];
  readonly search: readonly (readonly FoundListed[])[];
}

/** Why a request was refused; the worker goes on. `index-limits`: an entry that no list reader would have let through. */
export type ScreeningRefusal = "index-damaged" | "index-limits" | "index-failed";

/** A request and its answer, joined by a number. */
export interface ScreeningEnvelope {
  readonly number: number;
  readonly request: ScreeningRequest;
}
export type ScreeningAnswer =
  | { readonly number: number; readonly reply: ScreeningReplies[keyof ScreeningReplies] }
  | { readonly number: number; readonly refused: ScreeningRefusal };
