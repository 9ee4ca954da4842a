/// <reference path="./fontkit-types.d.ts" />
import * as fontkit from "fontkit";
import { type Cluster, clustersOf } from "./clusters.ts";
import { honourVariantForms, variantFormsOf } from "./variant-forms.ts";

/** One glyph as it will stand on the page. Lengths are thousandths of the type size. */
export interface FaceGlyph {
  readonly id: number;
  /** The advance the font itself gives the glyph. */
  readonly advance: number;
  /** The advance in this place, kerning included. */
  readonly placedAdvance: number;
  /** The characters this glyph stands for, as they are in the data. */
  readonly text: string;
  /** True when drawing the glyph alone would lose something of `text` on copying it out again. */
  readonly needsActualText: boolean;
}

/** Why a cluster cannot be drawn: the character is absent, or only its variant form is. */
export type GapKind = "no-glyph" | "no-variant";

/** One opened font file. */
export interface Face {
  /** Short name, unique among the faces of one document. */
  readonly key: string;
  /** The opened font, as the PDF engine embeds it. */
  readonly font: fontkit.Font;
  /** What keeps this face from drawing the cluster, if anything. */
  gapOf(cluster: Cluster): GapKind | undefined;
  /** The glyph for a cluster the face can draw; asking for another one is a bug. */
  glyphFor(cluster: Cluster): FaceGlyph;
  /** The glyphs of one word, kerned, without ligatures, one per cluster. */
  shapeWord(word: string): readonly FaceGlyph[];
}

const shapingFeatures = { liga: false, clig: false, dlig: false, hlig: false, calt: false } as const;

/** Opens a TrueType font held in memory. Throws when the bytes are not a font: pinned files cannot be. */
export function openFace(key: string, bytes: Uint8Array): Face {
  const font = fontkit.create(bytes);
  const forms = variantFormsOf(font);
  honourVariantForms(font, forms);
  const perEm = 1000 / font.unitsPerEm;
  const glyphIds = new Map<number, number>();
  const advances = new Map<number, number>();
  const words = new Map<string, readonly FaceGlyph[]>();

  const plainId = (codePoint: number): number => {
    let id = glyphIds.get(codePoint);
    if (id === undefined) {
      id = font._cmapProcessor.lookup(codePoint);
      glyphIds.set(codePoint, id);
    }
    return id;
  };
  const advanceOf = (id: number): number => {
    let advance = advances.get(id);
    if (advance === undefined) {
      advance = font.getGlyph(id).advanceWidth * perEm;
      advances.set(id, advance);
    }
    return advance;
  };
  const idOf = (cluster: Cluster): number | GapKind => {
    if (cluster.marks.length > 0) return composedId(cluster, plainId);
    const plain = plainId(cluster.base);
    if (plain === 0) return "no-glyph";
    if (cluster.selector === 0) return plain;
    const form = forms.get(cluster.selector)?.get(cluster.base);
    if (form === undefined) return "no-variant";
    return form === "default" ? plain : form;
  };
  const glyphFor = (cluster: Cluster): FaceGlyph => {
    const id = idOf(cluster);
    if (typeof id === "string") throw new Error("Broken invariant: the face was asked for a glyph it lacks");
    const advance = advanceOf(id);
    // A selector that asks for the form the font shows anyway is left out: kept, it would be copied out with every
    // other occurrence of the same glyph.
    const isNeedless = cluster.selector !== 0 && forms.get(cluster.selector)?.get(cluster.base) === "default";
    const text = isNeedless ? String.fromCodePoint(cluster.base) : cluster.text;
    return { id, advance, placedAdvance: advance, text, needsActualText: cluster.marks.length > 0 };
  };
  return {
    key,
    font,
    gapOf(cluster) {
      const id = idOf(cluster);
      return typeof id === "string" ? id : undefined;
    },
    glyphFor,
    shapeWord(word) {
      let shaped = words.get(word);
      if (shaped === undefined) {
        shaped = kern(font, word, clustersOf(word).map(glyphFor), perEm);
        words.set(word, shaped);
      }
      return shaped;
    },
  };
}

/** A base with marks is drawn by the one glyph Unicode composes it to; without that glyph it cannot be drawn. */
function composedId(cluster: Cluster, plainId: (codePoint: number) => number): number | GapKind {
  if (cluster.selector !== 0) return "no-variant";
  // Only the glyph is looked up by the composed form; the text keeps the form it has in the data.
  const composed = [...cluster.text.normalize("NFC")];
  const codePoint = composed[0]?.codePointAt(0);
  if (composed.length !== 1 || codePoint === undefined) return "no-glyph";
  const id = plainId(codePoint);
  return id === 0 ? "no-glyph" : id;
}

function kern(font: fontkit.Font, word: string, plain: readonly FaceGlyph[], perEm: number): readonly FaceGlyph[] {
  const run = font.layout(word, shapingFeatures);
  const isOneToOne =
    run.glyphs.length === plain.length && run.glyphs.every((glyph, index) => glyph.id === plain[index]?.id);
  if (!isOneToOne) return plain;
  return plain.map((glyph, index) => ({
    ...glyph,
    placedAdvance: (run.positions[index]?.xAdvance ?? glyph.advance / perEm) * perEm,
  }));
}
