/**
 * One thing a reader sees as one character: a base, the selector that asks for a variant form of it,
 * and combining marks. `text` is exactly what stands in the data; nothing is normalised away.
 */
export interface Cluster {
  readonly text: string;
  readonly base: number;
  /** Variation selector, or 0. */
  readonly selector: number;
  /** Combining marks after the base, in order. */
  readonly marks: readonly number[];
  /** Offset of the cluster in the text, in UTF-16 units. */
  readonly offset: number;
}

/** True for the code points that choose a variant of the character before them. */
function isVariationSelector(codePoint: number): boolean {
  return (codePoint >= 0xfe00 && codePoint <= 0xfe0f) || (codePoint >= 0xe0100 && codePoint <= 0xe01ef);
}

/** True for marks that sit on the character before them, the voiced-sound marks of decomposed kana among them. */
function isCombiningMark(codePoint: number): boolean {
  return (
    (codePoint >= 0x0300 && codePoint <= 0x036f) ||
    codePoint === 0x3099 ||
    codePoint === 0x309a ||
    (codePoint >= 0x1ab0 && codePoint <= 0x1aff) ||
    (codePoint >= 0x1dc0 && codePoint <= 0x1dff) ||
    (codePoint >= 0x20d0 && codePoint <= 0x20ff)
  );
}

/** Cuts a text into clusters; joining their `text` gives the input back. */
export function clustersOf(text: string): Cluster[] {
  const clusters: Cluster[] = [];
  let offset = 0;
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    const last = clusters.at(-1);
    if (last !== undefined && isVariationSelector(codePoint) && last.selector === 0 && last.marks.length === 0) {
      clusters[clusters.length - 1] = { ...last, text: last.text + character, selector: codePoint };
    } else if (last !== undefined && isCombiningMark(codePoint)) {
      clusters[clusters.length - 1] = { ...last, text: last.text + character, marks: [...last.marks, codePoint] };
    } else {
      clusters.push({ text: character, base: codePoint, selector: 0, marks: [], offset });
    }
    offset += character.length;
  }
  return clusters;
}
