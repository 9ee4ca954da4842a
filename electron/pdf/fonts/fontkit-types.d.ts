/** The part of fontkit 2.0.4 that the fonts room uses; the package ships no types of its own. */
declare module "fontkit" {
  export interface GlyphPosition {
    readonly xAdvance: number;
    readonly xOffset: number;
    readonly yOffset: number;
  }

  export interface PathCommand {
    readonly command: "moveTo" | "lineTo" | "quadraticCurveTo" | "bezierCurveTo" | "closePath";
    readonly args: readonly number[];
  }

  export interface Glyph {
    readonly id: number;
    readonly advanceWidth: number;
    readonly path: { readonly commands: readonly PathCommand[] };
  }

  export interface GlyphRun {
    readonly glyphs: readonly Glyph[];
    readonly positions: readonly GlyphPosition[];
  }

  export interface VariationSelector {
    readonly varSelector: number;
    readonly defaultUVS?: readonly { readonly startUnicodeValue: number; readonly additionalCount: number }[] | null;
    readonly nonDefaultUVS?: readonly { readonly unicodeValue: number; readonly glyphID: number }[] | null;
  }

  export interface CmapProcessor {
    lookup(codePoint: number, variationSelector?: number): number;
    readonly uvs: { readonly varSelectors: { toArray(): readonly VariationSelector[] } } | null;
  }

  export interface Font {
    readonly postscriptName: string;
    readonly unitsPerEm: number;
    readonly _cmapProcessor: CmapProcessor;
    hasGlyphForCodePoint(codePoint: number): boolean;
    getGlyph(glyphId: number): Glyph;
    layout(text: string, features?: Readonly<Record<string, boolean>>): GlyphRun;
  }

  export function create(bytes: Uint8Array): Font;
}
