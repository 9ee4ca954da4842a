import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { drawAppearance, type FieldSize } from "../../../../../electron/pdf/signing/appearance.ts";
import type { GlyphOutliner } from "../../../../../electron/pdf/signing/glyph-outlines.ts";
import { decodeStream } from "../../../../../electron/pdf/structure/inflate.ts";
import { testOutliner } from "../../../../support/signing-people.ts";

const size: FieldSize = { widthPt: 155, heightPt: 84 };
let outliner: GlyphOutliner;
before(async () => {
  outliner = await testOutliner();
});

function draw(text: string, field = size): string {
  const drawn = drawAppearance(text, field, outliner);
  assert.ok(drawn.ok, drawn.ok ? "" : drawn.error.code);
  return decodeStream(drawn.value).toString("latin1");
}

/** All points the drawing touches, in points from the lower left corner. */
function pointsOf(content: string): readonly (readonly [number, number])[] {
  const paths = content.slice(content.indexOf("BDC\n") + 4);
  return [...paths.matchAll(/(-?\d+\.\d\d) (-?\d+\.\d\d) /g)].map(([, x, y]) => [Number(x), Number(y)]);
}

describe("drawing a signature field", () => {
  for (const text of ["吉", "髙橋 﨑子\n審査員", "WWWWWWWW ".repeat(30), "齋藤".repeat(60)]) {
    it(`stays within the field for ${text.length} characters beginning ${text.slice(0, 4)}`, () => {
      const points = pointsOf(draw(text));
      assert.ok(points.length > 10);
      for (const [x, y] of points) {
        assert.ok(x >= 0 && x <= size.widthPt && y >= 0 && y <= size.heightPt, `${x} ${y}`);
      }
    });
  }

  it("draws the variant form of a surname, not the plain one", () => {
    const outlines = (text: string): string => draw(text).split("BDC\n")[1] ?? "";
    assert.notEqual(outlines("葛\u{E0100}"), outlines("葛"));
  });

  it("draws a space as nothing", () => {
    assert.deepEqual(pointsOf(draw(" ")), []);
  });

  it("says which character is missing", () => {
    assert.deepEqual(drawAppearance("a\u{10FFFD}", size, outliner), {
      ok: false,
      error: { code: "glyph-missing", codePoint: 0x10fffd },
    });
  });

  it("refuses a field too small to read", () => {
    const drawn = drawAppearance("髙橋", { widthPt: 2, heightPt: 2 }, outliner);
    assert.deepEqual(drawn, { ok: false, error: { code: "appearance-too-long" } });
  });
});
