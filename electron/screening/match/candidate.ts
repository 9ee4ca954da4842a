import type { FoldingStep } from "../names/steps.ts";

/**
 * How a name was found. `exact`: the same characters. `normalised`: the same words in the same order, spelled differently.
 * `order`: the same words in another order. `transliterated`: the same only in Latin letters or across standards of
 * romanisation. `similar`: words are misspelled, abbreviated, missing, read or translated; the pieces say which.
 */
export const matchKinds = ["exact", "normalised", "order", "transliterated", "similar"] as const;
export type MatchKind = (typeof matchKinds)[number];

/** How two pieces of name answer to each other; `missing` stands on one side only. */
export const pieceKinds = [
  "exact",
  "variant",
  "transliteration",
  "typo",
  "abbreviation",
  "initial",
  "nickname",
  "acronym",
  "merged",
  "reading",
  "translation",
  "missing",
  "conflict",
] as const;
export type PieceKind = (typeof pieceKinds)[number];

/** A piece of the searched name beside its counterpart in the listed one, both as written; null on the side that lacks it. */
export interface NamePiece {
  readonly query: string | null;
  readonly listed: string | null;
  readonly how: PieceKind;
}

/** What speaks against a candidate, or calls for care with it. Never hides one: the reviewer decides. */
export const againstCodes = [
  "country-differs",
  "birth-year-differs",
  "legal-form-differs",
  "type-unclear",
  "initial-only",
  "generic-words-only",
  "one-word-only",
  "words-differ",
  "number-differs",
  "short-name",
  "common-name",
  "same-name-only",
] as const;
export type AgainstCode = (typeof againstCodes)[number];

/** What speaks for a candidate beside its name. */
export const inFavourCodes = ["country-agrees", "birth-year-agrees", "identifier-agrees"] as const;
export type InFavourCode = (typeof inFavourCodes)[number];

/** Differences that a scored candidate was found in spite of; beside the folding steps in `Candidate.steps`. */
const likenessSteps = [
  "misspelling",
  "nickname",
  "initial",
  "acronym",
  "written-together",
  "reading",
  "translation",
  "missing-words",
  "other-words",
  "other-number",
] as const;
export type LikenessStep = (typeof likenessSteps)[number];

/** What one name is searched with. Only `name` and `type` find; the rest is compared with what was found. */
export interface NameQuery {
  readonly name: string;
  readonly type: "person" | "organisation";
  /** Names or ISO codes. */
  readonly countries?: readonly string[];
  readonly birthYear?: number;
  readonly identifiers?: readonly string[];
}

/** One listed entry that a name resembles: never a verdict, always something for a person to look at. */
export interface Candidate {
  readonly editionId: string;
  readonly entryKey: string;
  readonly queryName: string;
  readonly matchedName: string;
  readonly kind: MatchKind;
  /** The differences that had to be looked through, none of which could be left out. Empty for `exact`. */
  readonly steps: readonly (FoldingStep | LikenessStep)[];
  /** Nearness of the names alone, 0.7 to 1; attributes never change it. */
  readonly score: number;
  readonly against: readonly AgainstCode[];
  readonly inFavour: readonly InFavourCode[];
  readonly pieces: readonly NamePiece[];
}
