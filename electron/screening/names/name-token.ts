import type { Script } from "./scripts.ts";

/**
 * What part a word plays. `word` tells names apart; `initial` is a letter that stands for a word; `particle` joins words
 * (al, bin, von); `filler` says nothing (titles, articles); `number` must agree.
 */
export type TokenRole = "word" | "initial" | "particle" | "filler" | "number";

/**
 * One folded word with its keys. Equal words of equal role are one object as long as the word is kept, so
 * that comparisons can be remembered by `id`.
 */
export interface NameToken {
  readonly id: number;
  /** Folded in its own script. */
  readonly text: string;
  readonly script: Script;
  readonly role: TokenRole;
  /** Of a person's name. */
  readonly ofPerson: boolean;
  /** Small Latin letters and digits; the word itself where it is Latin. An abbreviation is spelled as what it stands for. */
  readonly latin: string;
  /** Further Latin spellings, with the first among them if there is more than one. */
  readonly spellings: readonly string[];
  /** The word an abbreviation stands for. */
  readonly expansion: string | undefined;
  /** Shared by many bodies, so that it says little. */
  readonly generic: boolean;
  /** Numbers of the names this is a spelling of, and of those it is a short form of. */
  readonly variantOf: readonly number[];
  readonly shortOf: readonly number[];
  /** Keys for candidates; see sound-keys.ts. */
  readonly loose: string;
  readonly skeleton: string;
  readonly arabic: string;
  /** One bit for each letter of `latin`: words that share few letters need no closer look. */
  readonly letters: number;
}

/** Which letters a Latin word holds, a bit for each. */
export function letterMask(latin: string): number {
  let mask = 0;
  for (let at = 0; at < latin.length; at += 1) {
    const code = latin.charCodeAt(at);
    mask |= 1 << (code >= 97 && code <= 122 ? code - 97 : 26 + (code % 6));
  }
  return mask;
}
