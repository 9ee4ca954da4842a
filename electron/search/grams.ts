/**
 * How a folded text is cut for the index. The index answers with candidates alone: whether a text holds what was asked for is
 * read from the text itself. So a gram may say too much, never too little.
 */

/** Grams of a query that are asked of the index at most; more would only narrow what is read anyway. */
const askedAtMost = 12;

/**
 * Every gram of folded texts, each once, written as the index's tokenizer takes them: single characters, pairs of
 * neighbours, and in alphabets, where pairs say little, threes. No gram reaches across a space.
 */
export function gramsOf(folded: Iterable<string>): string {
  const grams = new Set<string>();
  for (const text of folded) {
    let two: string | undefined;
    let one: string | undefined;
    for (const character of text) {
      if (character === " ") {
        one = two = undefined;
        continue;
      }
      const here = written(character);
      grams.add(here);
      if (one !== undefined) {
        grams.add(one + here);
        if (two !== undefined && isAlphabetic(two) && isAlphabetic(one) && isAlphabetic(here))
          grams.add(two + one + here);
      }
      two = one;
      one = here;
    }
  }
  return [...grams].join(" ");
}

/** The grams that every text holding this folded phrase has in the index. */
export function gramsToAsk(phrase: string): string[] {
  const grams = new Set<string>();
  for (const word of phrase.split(" ")) {
    const characters = [...word].map(written);
    for (const gram of covering(characters)) grams.add(gram);
  }
  const all = [...grams];
  if (all.length <= askedAtMost) return all;
  // Spread over the phrase: neighbours say nearly the same.
  return Array.from({ length: askedAtMost }, (_, at) => all[Math.floor((at * all.length) / askedAtMost)] ?? "");
}

/** The longest grams that cover these characters. */
function covering(characters: readonly string[]): string[] {
  if (characters.length <= 1) return [...characters];
  const grams: string[] = [];
  for (let at = 0; at + 1 < characters.length; at += 1) {
    const [a = "", b = "", c] = characters.slice(at, at + 3);
    const before = characters[at - 1];
    if (c !== undefined && [a, b, c].every(isAlphabetic)) grams.push(a + b + c);
    else if (before === undefined || ![before, a, b].every(isAlphabetic)) grams.push(a + b);
  }
  return grams;
}

/** Letters of scripts with few of them: all below the Chinese and Japanese blocks. */
function isAlphabetic(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x2e80 || (code >= 0xe000 && code < 0xe080);
}

/** The tokenizer parts words at ASCII signs, so those stand in the private area; a text that uses it is only read once more. */
function written(character: string): string {
  if (character.length > 1) return character;
  const code = character.charCodeAt(0);
  return code >= 0x80 || /[a-z0-9]/.test(character) ? character : String.fromCharCode(0xe000 + code);
}
