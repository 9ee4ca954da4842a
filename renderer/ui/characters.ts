const graphemes = new Intl.Segmenter("ja", { granularity: "grapheme" });

/**
 * Characters as a person counts them: a surrogate pair, a variation sequence or a combining mark is one,
 * and line breaks are none.
 */
export function countCharacters(text: string): number {
  let count = 0;
  for (const { segment } of graphemes.segment(text)) {
    if (segment !== "\n" && segment !== "\r\n" && segment !== "\r") count += 1;
  }
  return count;
}
