import { deflateSync } from "node:zlib";
import { err, ok, type Result } from "../../../shared/result.ts";
import { type PdfStream, pdfArray, pdfDictionary, pdfName, pdfNumber, pdfText } from "../structure/objects.ts";
import { serialize } from "../structure/serialize.ts";
import type { GlyphMissing, GlyphOutline, GlyphOutliner } from "./glyph-outlines.ts";
import { outlinePath } from "./outline-path.ts";

/** Size of a signature field on the page, in points. */
export interface FieldSize {
  readonly widthPt: number;
  readonly heightPt: number;
}

export type AppearanceRefusal = GlyphMissing | { readonly code: "appearance-too-long" };

const paddingPt = 6;
const largestSizePt = 9;
/** Below this nobody reads it on paper. */
const smallestSizePt = 3.5;
const lineHeight = 1.35;
/** Dark blue, as ink on a form. */
const inkColor = "0.1 0.15 0.35 rg";

/**
 * Draws the words of a signature field as filled outlines, so that the update needs no font and every old form of a
 * character shows as written; the words themselves stand beside them for copying and reading aloud. Lines are
 * broken at the field's edge and the type shrinks until all of it fits.
 */
export function drawAppearance(
  text: string,
  size: FieldSize,
  outliner: GlyphOutliner,
): Result<PdfStream, AppearanceRefusal> {
  const paragraphs: (readonly GlyphOutline[])[] = [];
  for (const paragraph of text.split("\n")) {
    const outlines = outliner(paragraph);
    if (!outlines.ok) return outlines;
    paragraphs.push(outlines.value);
  }
  const fitted = fitLines(paragraphs, size);
  if (fitted === undefined) return err({ code: "appearance-too-long" });
  return ok(formObject(text, fitted, size));
}

interface FittedLines {
  readonly sizePt: number;
  readonly lines: readonly (readonly GlyphOutline[])[];
}

function fitLines(paragraphs: readonly (readonly GlyphOutline[])[], size: FieldSize): FittedLines | undefined {
  for (let sizePt = largestSizePt; sizePt >= smallestSizePt; sizePt -= 0.5) {
    const widthPt = size.widthPt - 2 * paddingPt;
    const lines = paragraphs.flatMap((paragraph) => breakLines(paragraph, (widthPt / sizePt) * 1000));
    if (lines.length * sizePt * lineHeight <= size.heightPt - paddingPt) return { sizePt, lines };
  }
  return undefined;
}

function breakLines(paragraph: readonly GlyphOutline[], limit: number): readonly (readonly GlyphOutline[])[] {
  const lines: GlyphOutline[][] = [[]];
  let filled = 0;
  for (const glyph of paragraph) {
    const isFull = filled + glyph.advance > limit && filled > 0;
    if (isFull) lines.push([]);
    filled = isFull ? glyph.advance : filled + glyph.advance;
    lines.at(-1)?.push(glyph);
  }
  return lines;
}

function formObject(text: string, { sizePt, lines }: FittedLines, size: FieldSize): PdfStream {
  const drawn = lines.map((line, index) => {
    const baselinePt = size.heightPt - paddingPt - (index + 0.85) * sizePt * lineHeight;
    return outlinePath(line, { xPt: paddingPt, yPt: baselinePt, sizePt });
  });
  const actualText = serialize(pdfDictionary({ ActualText: pdfText(text) }));
  const content = `q ${inkColor}\n/Span ${actualText} BDC\n${drawn.join("")}EMC\nQ\n`;
  const body = deflateSync(Buffer.from(content, "latin1"));
  const dictionary = pdfDictionary({
    Type: pdfName("XObject"),
    Subtype: pdfName("Form"),
    BBox: pdfArray([0, 0, size.widthPt, size.heightPt].map(pdfNumber)),
    Resources: pdfDictionary({}),
    Filter: pdfName("FlateDecode"),
    Length: pdfNumber(body.length),
  });
  return { kind: "stream", dictionary, body };
}
