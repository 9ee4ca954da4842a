import { wordlist } from "@scure/bip39/wordlists/english.js";

/** How many words the list has; each stands for eleven bits. */
export const wordBits = 11;

/** Letters that tell any word of the list from all others. */
const prefixLength = 4;

const byPrefix = new Map(wordlist.map((word, number) => [word.slice(0, prefixLength), number]));

/** The word for eleven bits. */
export function wordFor(number: number): string {
  const word = wordlist[number];
  if (word === undefined) throw new Error("a word number has eleven bits");
  return word;
}

/** The eleven bits of a word, whole or cut after its fourth letter or later; `undefined` for anything else. */
export function findWord(typed: string): number | undefined {
  const number = byPrefix.get(typed.slice(0, prefixLength));
  return number !== undefined && wordFor(number).startsWith(typed) ? number : undefined;
}

/** Whether two typed words are the same word of the list. */
export function isSameWord(left: string, right: string): boolean {
  const [one, other] = [lettersOf(left), lettersOf(right)].map(([word = "", ...more]) =>
    more.length === 0 ? findWord(word) : undefined,
  );
  return one !== undefined && one === other;
}

/**
 * The words in a text, as people and scanners type them: any width and case, numbered or not, with blanks, line ends, hyphens
 * and points between them. Letters of other scripts stay, to be found wrong in their place.
 */
export function lettersOf(text: string): string[] {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u)
    .filter((word) => word !== "");
}
