import { clustersOf } from "./clusters.ts";
import type { GapKind } from "./face.ts";
import type { Fonts } from "./load-fonts.ts";

/** One character no face can draw. */
export interface MissingGlyph {
  /** Which of the texts asked about, counted from 0. */
  readonly textIndex: number;
  /** Offset in that text, in UTF-16 units. */
  readonly offset: number;
  /** The character's code point, for messages such as U+2F00A. */
  readonly codePoint: number;
  /** The variation selector that follows it, or 0. */
  readonly selector: number;
  readonly kind: GapKind;
}

/** Most gaps reported for one document: enough to act on, short enough to show. */
const reportLimit = 100;

/**
 * Lists the characters of these texts that would come out as an empty box or in another form than written.
 * A document may be drawn only when the list is empty. Line feeds are layout, not characters.
 */
export function findMissingGlyphs(fonts: Fonts, texts: readonly string[]): MissingGlyph[] {
  const missing: MissingGlyph[] = [];
  for (const [textIndex, text] of texts.entries()) {
    for (const cluster of clustersOf(text)) {
      if (cluster.text === "\n") continue;
      const gap = worstGap(fonts, cluster);
      if (gap === undefined) continue;
      const { offset, base, selector } = cluster;
      missing.push({ textIndex, offset, codePoint: base, selector, kind: gap });
      if (missing.length === reportLimit) return missing;
    }
  }
  return missing;
}

/** A text may be set in either weight, so both must have the character. */
function worstGap(fonts: Fonts, cluster: ReturnType<typeof clustersOf>[number]): GapKind | undefined {
  for (const faces of [fonts.regular, fonts.bold]) {
    const gaps = faces.map((face) => face.gapOf(cluster));
    if (gaps.includes(undefined)) continue;
    return gaps.includes("no-variant") ? "no-variant" : "no-glyph";
  }
  return undefined;
}
