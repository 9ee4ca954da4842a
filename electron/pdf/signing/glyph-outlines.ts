import type { PathCommand } from "fontkit";
import { err, ok, type Result } from "../../../shared/result.ts";
import { clustersOf } from "../fonts/clusters.ts";
import type { Face } from "../fonts/face.ts";
import { type FontFault, faceFor, loadFonts } from "../fonts/load-fonts.ts";

/** One drawn character. Lengths are thousandths of the type size. */
export interface GlyphOutline {
  readonly advance: number;
  readonly commands: readonly PathCommand[];
}

/** A character no face can draw; the code point is for messages such as U+2F00A. */
export interface GlyphMissing {
  readonly code: "glyph-missing";
  readonly codePoint: number;
}

/** Turns a line of text into outlines, one per character as a reader sees it. */
export type GlyphOutliner = (text: string) => Result<readonly GlyphOutline[], GlyphMissing>;

/** Draws with the first of these faces that has a character, in exactly the form written. */
function createGlyphOutliner(faces: readonly Face[]): GlyphOutliner {
  return (text) => {
    const outlines: GlyphOutline[] = [];
    for (const cluster of clustersOf(text)) {
      const face = faceFor(faces, cluster);
      if (face === undefined) return err({ code: "glyph-missing", codePoint: cluster.base });
      const glyph = face.glyphFor(cluster);
      const scale = 1000 / face.font.unitsPerEm;
      const commands = face.font.getGlyph(glyph.id).path.commands.map(({ command, args }) => {
        return { command, args: args.map((length) => length * scale) };
      });
      outlines.push({ advance: glyph.advance, commands });
    }
    return ok(outlines);
  };
}

/** An outliner with the regular faces of a font folder that these texts need. */
export async function loadGlyphOutliner(
  fontFolder: string,
  texts: readonly string[],
): Promise<Result<GlyphOutliner, FontFault>> {
  const fonts = await loadFonts(fontFolder, texts);
  return fonts.ok ? ok(createGlyphOutliner(fonts.value.regular)) : fonts;
}
