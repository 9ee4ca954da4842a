import { mustExist } from "../../../shared/assert.ts";
import type { Face } from "../fonts/face.ts";
import { isInseparablePair } from "./character-class.ts";
import { shatter, type Token, type TokenGlyph, tokensOf } from "./tokens.ts";

/** A glyph with its place on the line, in thousandths of the type size from the line's start. */
export interface PlacedGlyph extends TokenGlyph {
  readonly x: number;
}

/** One finished line. */
export interface Line {
  readonly glyphs: readonly PlacedGlyph[];
  /** Thousandths of the type size, from the start to the end of the last glyph's ink box. */
  readonly width: number;
}

/** What a text is set in. */
export interface Measure {
  readonly faces: readonly Face[];
  readonly sizePt: number;
  readonly widthPt: number;
  /** Stretch lines to the full width, except the last of each paragraph. */
  readonly justify: boolean;
}

const halfWidth = 500;
/** How far the empty half of a bracket or stop inside a line may be closed up to keep a character on the line. */
const halfShrink = 250;
/** The gap between Latin and Japanese: under a tenth, or text extraction would see a space. */
const scriptGap = 90;
const wordSpaceShrink = 40;
/** A gap wider than this reads as a hole; the line is then left ragged. */
const gapStretchLimit = 160;
const wordSpaceStretchLimit = 700;

/** How much narrower the lines are tried when a paragraph would end in a lone character. */
const runtNarrowings = [600, 1000, 1600, 2200] as const;

/** Sets a text in lines. Line feeds end paragraphs; an empty paragraph gives an empty line. */
export function composeLines(text: string, measure: Measure): Line[] {
  const limit = (measure.widthPt * 1000) / measure.sizePt;
  const lines: Line[] = [];
  for (const paragraph of text.split("\n")) {
    lines.push(...composeParagraph(tokensOf(paragraph, measure.faces), limit, measure.justify));
  }
  return lines;
}

/** Width in points of a text set on one line, without justification. */
export function widthOf(text: string, faces: readonly Face[], sizePt: number): number {
  const line = placeLine(tokensOf(text, faces), Number.POSITIVE_INFINITY, false);
  return (line.width * sizePt) / 1000;
}

function composeParagraph(whole: readonly Token[], limit: number, justify: boolean): Line[] {
  // A word wider than a whole line has to be cut anyway, so it may as well fill the line it begins on.
  const tokens = whole.flatMap((token) => (token.width > limit ? shatter(token) : [token]));
  const spans = spansWithoutRunt(tokens, limit);
  if (spans.length === 0) return [{ glyphs: [], width: 0 }];
  return spans.map(({ start, end }, index) => {
    const isLast = index + 1 === spans.length;
    return placeLine(withoutEndSpaces(tokens, start, end), limit, justify && !isLast);
  });
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Parts the tokens into lines; if a lone character would be left on the last line, the lines before give it company. */
function spansWithoutRunt(tokens: readonly Token[], limit: number): Span[] {
  const spans = spansOf(tokens, limit);
  if (!endsInRunt(tokens, spans)) return spans;
  for (const narrowing of runtNarrowings) {
    const narrower = spansOf(tokens, limit - narrowing);
    if (narrower.length === spans.length && !endsInRunt(tokens, narrower)) return narrower;
  }
  return spans;
}

function endsInRunt(tokens: readonly Token[], spans: readonly Span[]): boolean {
  const last = spans.at(-1);
  if (last === undefined || spans.length < 2) return false;
  const characters = tokens.slice(last.start, last.end).filter(({ isSpace, noStart }) => !isSpace && !noStart);
  return characters.length <= 1 && characters.every(({ isWord }) => !isWord);
}

function spansOf(tokens: readonly Token[], limit: number): Span[] {
  const spans: Span[] = [];
  let start = 0;
  while (start < tokens.length) {
    const end = fitLine(tokens, start, limit);
    spans.push({ start, end });
    start = end;
    while (tokens[start]?.isSpace === true) start += 1;
  }
  return spans;
}

/** Where the next line ends: the longest run of tokens that fits and may be parted from what follows. */
function fitLine(tokens: readonly Token[], start: number, limit: number): number {
  let natural = 0;
  let shrinkable = 0;
  let lastBreak = start;
  let lastFit = start + 1;
  let written = tokens[start];
  for (let index = start; index < tokens.length; index += 1) {
    const token = mustExist(tokens[index], "index below length");
    const next = tokens[index + 1];
    const gap = index === start ? { offset: 0, shrink: 0 } : gapBetween(tokens[index - 1], token);
    if (!token.isSpace) written = token;
    natural += token.width + gap.offset;
    shrinkable += gap.shrink;
    if (index === start && token.emptyHalf === "left") natural -= halfWidth;
    const endTrim = token.emptyHalf === "right" ? halfWidth : token.isSpace ? token.width : 0;
    if (natural - endTrim - shrinkable <= limit + 0.5) {
      lastFit = index + 1;
      if (next === undefined || mayBreakBetween(written, next)) lastBreak = index + 1;
    } else if (natural - shrinkable - 2 * halfWidth > limit) break;
  }
  // A run in which no break is allowed and that is wider than the line has to be cut where it is full.
  return lastBreak > start ? lastBreak : lastFit;
}

/** Whether a line may end between what was last written, spaces aside, and the token that follows. */
function mayBreakBetween(written: Token | undefined, after: Token): boolean {
  if (after.noStart || written?.noEnd === true) return false;
  // Spaces hang at the end of the line they follow.
  if (after.isSpace) return false;
  return written === undefined || !isInseparablePair(written.text, after.text);
}

/** What stands between two neighbours: a fixed offset (closing up is negative) and how far it may shrink further. */
function gapBetween(before: Token | undefined, after: Token): { offset: number; shrink: number } {
  if (before === undefined || after.joinsBefore) return { offset: 0, shrink: 0 };
  if (before.emptyHalf !== undefined || after.emptyHalf !== undefined) {
    const isPair =
      (before.emptyHalf === "right" && after.emptyHalf !== undefined) ||
      (before.emptyHalf === "left" && after.emptyHalf === "left");
    if (isPair) return { offset: -halfWidth, shrink: 0 };
    if (before.text === "\u3000" && after.emptyHalf === "left") return { offset: -halfWidth, shrink: 0 };
    const hasHalfBetween = before.emptyHalf === "right" || after.emptyHalf === "left";
    return { offset: 0, shrink: hasHalfBetween ? halfShrink : 0 };
  }
  if (before.isSpace || after.isSpace) return { offset: 0, shrink: before.isSpace ? wordSpaceShrink : 0 };
  return before.isWord === after.isWord ? { offset: 0, shrink: 0 } : { offset: scriptGap, shrink: scriptGap };
}

function withoutEndSpaces(tokens: readonly Token[], start: number, end: number): readonly Token[] {
  let last = end;
  while (last > start && tokens[last - 1]?.isSpace === true) last -= 1;
  return tokens.slice(start, last);
}

/** Places the tokens of one line, closing it up or stretching it where the limit asks for it. */
function placeLine(tokens: readonly Token[], limit: number, justify: boolean): Line {
  const gaps = tokens.map((token, index) => gapBetween(tokens[index - 1], token));
  const first = tokens[0];
  const last = tokens.at(-1);
  const startTrim = first?.emptyHalf === "left" ? halfWidth : 0;
  const natural =
    tokens.reduce((sum, token) => sum + token.width, 0) + gaps.reduce((sum, gap) => sum + gap.offset, 0) - startTrim;
  // A stop at the end of a full line gives up its empty half, so that the right edge is even.
  const endTrim = last?.emptyHalf === "right" && (justify || natural > limit) ? halfWidth : 0;
  const slack = Number.isFinite(limit) ? limit - (natural - endTrim) : 0;
  const adjust = slack < 0 ? shrinkBy(gaps, -slack) : justify ? stretchBy(tokens, slack) : undefined;

  const glyphs: PlacedGlyph[] = [];
  let x = -startTrim;
  for (const [index, token] of tokens.entries()) {
    x += (gaps[index]?.offset ?? 0) + (adjust?.[index] ?? 0);
    for (const glyph of token.glyphs) {
      glyphs.push({ ...glyph, x });
      x += glyph.placedAdvance;
    }
  }
  return { glyphs, width: x - endTrim };
}

function shrinkBy(gaps: readonly { shrink: number }[], excess: number): number[] {
  const total = gaps.reduce((sum, gap) => sum + gap.shrink, 0);
  const share = total > 0 ? Math.min(1, excess / total) : 0;
  return gaps.map((gap) => -gap.shrink * share);
}

/** Extra space before each token: in word spaces for Latin lines, evenly between characters for Japanese ones. */
function stretchBy(tokens: readonly Token[], slack: number): number[] | undefined {
  const spaceCount = tokens.filter((token) => token.isSpace).length;
  const openings = tokens.map((token, index) => (mayOpen(tokens[index - 1], token) ? 1 : 0));
  const openCount = openings.reduce<number>((sum, open) => sum + open, 0);
  if (spaceCount > openCount && slack / spaceCount <= wordSpaceStretchLimit) {
    return tokens.map((_, index) => (tokens[index - 1]?.isSpace === true ? slack / spaceCount : 0));
  }
  const places = openCount + spaceCount;
  if (places === 0 || slack / places > gapStretchLimit) return undefined;
  return tokens.map((_, index) => {
    const isPlace = openings[index] === 1 || tokens[index - 1]?.isSpace === true;
    return isPlace ? slack / places : 0;
  });
}

function mayOpen(before: Token | undefined, token: Token): boolean {
  if (before === undefined || token.joinsBefore || before.isSpace || token.isSpace) return false;
  if (isInseparablePair(before.text, token.text)) return false;
  return !(before.isWord && token.isWord);
}
