import { clustersOf } from "../fonts/clusters.ts";
import type { Face, FaceGlyph } from "../fonts/face.ts";
import { faceFor } from "../fonts/load-fonts.ts";
import { classOf, mayBreakAfterInWord } from "./character-class.ts";

/** A glyph and the face it comes from. */
export interface TokenGlyph extends FaceGlyph {
  readonly face: Face;
}

/** The smallest piece a line is made of: one full-width character, one Latin word or part of one, one space. */
export interface Token {
  readonly text: string;
  readonly glyphs: readonly TokenGlyph[];
  /** Thousandths of the type size. */
  readonly width: number;
  readonly isWord: boolean;
  readonly isSpace: boolean;
  readonly noStart: boolean;
  readonly noEnd: boolean;
  /** The half of a full-width bracket or stop that may be dropped. */
  readonly emptyHalf: "left" | "right" | undefined;
  /** Continues the word before it, so no gap may open between them. */
  readonly joinsBefore: boolean;
}

/** Cuts one paragraph, without line feeds, into tokens. Every character must be drawable; check coverage first. */
export function tokensOf(paragraph: string, faces: readonly Face[]): Token[] {
  const tokens: Token[] = [];
  let word: string[] = [];
  const closeWord = (): void => {
    for (const [index, piece] of splitWord(word).entries()) tokens.push(wordToken(piece, faces, index > 0));
    word = [];
  };
  for (const cluster of clustersOf(paragraph)) {
    const properties = classOf(cluster.text);
    if (properties.isWord) {
      word.push(cluster.text);
      continue;
    }
    closeWord();
    const face = mustDraw(faceFor(faces, cluster));
    const glyph = { ...face.glyphFor(cluster), face };
    const isFullWidth = glyph.advance === 1000;
    tokens.push({
      ...properties,
      text: cluster.text,
      glyphs: [glyph],
      width: glyph.advance,
      emptyHalf: isFullWidth ? properties.emptyHalf : undefined,
      joinsBefore: false,
    });
  }
  closeWord();
  return tokens;
}

/** Cuts a token that is wider than a whole line into single glyphs; nothing better can be done with it. */
export function shatter(token: Token): Token[] {
  return token.glyphs.map((glyph, index) => ({
    ...token,
    text: glyph.text,
    glyphs: [{ ...glyph, placedAdvance: glyph.advance }],
    width: glyph.advance,
    noStart: false,
    noEnd: false,
    joinsBefore: index > 0 || token.joinsBefore,
  }));
}

function splitWord(characters: readonly string[]): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const [index, character] of characters.entries()) {
    piece += character;
    const next = characters[index + 1];
    // "A/B" and "co-operation" may part; "-5", a closing dash and the hyphens of a date may not.
    const isDate = character === "-" && /\p{N}/u.test(next ?? "");
    const isInside = piece.length > 1 && next !== undefined && /[\p{L}\p{N}]/u.test(next);
    if (isInside && !isDate && mayBreakAfterInWord(character)) {
      pieces.push(piece);
      piece = "";
    }
  }
  if (piece !== "") pieces.push(piece);
  return pieces;
}

function wordToken(text: string, faces: readonly Face[], joinsBefore: boolean): Token {
  const clusters = clustersOf(text);
  const whole = faces.find((face) => clusters.every((cluster) => face.gapOf(cluster) === undefined));
  const glyphs =
    whole === undefined
      ? clusters.map((cluster) => {
          const face = mustDraw(faceFor(faces, cluster));
          return { ...face.glyphFor(cluster), face };
        })
      : whole.shapeWord(text).map((glyph) => ({ ...glyph, face: whole }));
  return {
    text,
    glyphs,
    width: glyphs.reduce((sum, glyph) => sum + glyph.placedAdvance, 0),
    isWord: true,
    isSpace: false,
    noStart: classOf(clusters[0]?.text ?? "").noStart,
    noEnd: classOf(clusters.at(-1)?.text ?? "").noEnd,
    emptyHalf: undefined,
    joinsBefore,
  };
}

function mustDraw(face: Face | undefined): Face {
  if (face === undefined) throw new Error("Broken invariant: coverage was not checked before composing");
  return face;
}
