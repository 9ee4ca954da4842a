/** A piece of a sentence: plain words, or the id of an item or a measure that leads somewhere. */
export interface SentencePart {
  readonly kind: "words" | "item" | "measure";
  readonly text: string;
  /** Position in the sentence, so that equal pieces can be told apart. */
  readonly at: number;
}

/** Cuts a sentence at the ids it names. An id inside a longer id is left alone. */
export function sentenceParts(
  sentence: string,
  ids: { readonly items: readonly string[]; readonly measures: readonly string[] },
): SentencePart[] {
  const known = [...ids.items, ...ids.measures].toSorted((a, b) => b.length - a.length);
  if (known.length === 0) return [{ kind: "words", text: sentence, at: 0 }];
  // Ids hold letters, digits, `_` and `-` only, so none of them means anything to a pattern.
  const pattern = new RegExp(`(?<![A-Za-z0-9_-])(?:${known.join("|")})(?![A-Za-z0-9_-])`, "gu");
  const parts: SentencePart[] = [];
  let end = 0;
  for (const found of sentence.matchAll(pattern)) {
    if (found.index > end) parts.push({ kind: "words", text: sentence.slice(end, found.index), at: end });
    const [text] = found;
    parts.push({ kind: ids.items.includes(text) ? "item" : "measure", text, at: found.index });
    end = found.index + text.length;
  }
  if (end < sentence.length) parts.push({ kind: "words", text: sentence.slice(end), at: end });
  return parts;
}
