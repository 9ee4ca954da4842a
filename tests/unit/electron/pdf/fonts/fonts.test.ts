import assert from "node:assert/strict";
import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { clustersOf } from "../../../../../electron/pdf/fonts/clusters.ts";
import { findMissingGlyphs } from "../../../../../electron/pdf/fonts/coverage.ts";
import { loadFonts } from "../../../../../electron/pdf/fonts/load-fonts.ts";
import { fontsFolder } from "../../../../fixtures/paper/fonts-folder.ts";
import { openFonts } from "../../../../fixtures/paper/open-fonts.ts";

function firstCluster(text: string): ReturnType<typeof clustersOf>[number] {
  const [cluster] = clustersOf(text);
  assert.ok(cluster);
  return cluster;
}

test("葛 with a selector is another glyph than plain 葛", async () => {
  const { regular } = await openFonts("葛󠄀");
  const variant = regular[0]?.glyphFor(firstCluster("葛󠄀"));
  const plain = regular[0]?.glyphFor(firstCluster("葛"));
  assert.notEqual(variant?.id, plain?.id);
  assert.equal(variant?.text, "葛󠄀");
});

test("shaping through the font itself gives the same variant glyph", async () => {
  const { regular } = await openFonts("葛󠄀");
  const face = regular[0];
  assert.ok(face);
  const shaped = face.font.layout("葛󠄀").glyphs.map(({ id }) => id);
  assert.deepEqual(shaped, [face.glyphFor(firstCluster("葛󠄀")).id]);
});

test("a selector that asks for the plain form is left out of the drawn text", async () => {
  const { regular } = await openFonts("辻\u{E0101}", "辻");
  const face = regular[0];
  assert.ok(face);
  const defaults = [0xe0100, 0xe0101].map((selector) => `辻${String.fromCodePoint(selector)}`);
  const plain = face.glyphFor(firstCluster("辻"));
  const known = defaults.map(firstCluster).filter((cluster) => face.gapOf(cluster) === undefined);
  assert.ok(known.length > 0);
  for (const cluster of known) {
    const glyph = face.glyphFor(cluster);
    assert.equal(glyph.text, glyph.id === plain.id ? "辻" : cluster.text);
  }
});

test("a decomposed kana is drawn by the composed glyph and keeps its own characters", async () => {
  const { regular } = await openFonts("ガ");
  const drawn = regular[0]?.glyphFor(firstCluster("カ\u3099"));
  assert.equal(drawn?.id, regular[0]?.glyphFor(firstCluster("ガ")).id);
  assert.equal(drawn?.text, "カ\u3099");
  assert.equal(drawn?.needsActualText, true);
});

test("names from many scripts have a glyph in some face", async () => {
  const names = ["髙﨑𠮷", "葛󠄀城", "德濵邉齋鷗", "Łukasz Żółć", "Nguyễn", "张伟", "김철수", "ｼﾞｭｹﾞﾑ", "Ιωάννης", "Юрий"];
  assert.deepEqual(findMissingGlyphs(await openFonts(...names), names), []);
});

test("a character without a glyph is reported with its place and code point", async () => {
  const texts = ["ここは書ける", "名前は اسم"];
  const missing = findMissingGlyphs(await openFonts(...texts), texts);
  assert.deepEqual(missing[0], { textIndex: 1, offset: 4, codePoint: 0x0627, selector: 0, kind: "no-glyph" });
});

test("a variant form no face has is reported as such, not drawn plain", async () => {
  const texts = ["葛\u{E01EF}"];
  const missing = findMissingGlyphs(await openFonts(...texts), texts);
  assert.deepEqual(missing, [{ textIndex: 0, offset: 0, codePoint: 0x845b, selector: 0xe01ef, kind: "no-variant" }]);
});

test("an emoji is reported rather than drawn as a box", async () => {
  const missing = findMissingGlyphs(await openFonts("🎉"), ["🎉"]);
  assert.equal(missing.length, 1);
});

test("stand-in faces are opened only when a text needs them", async () => {
  const plain = await openFonts("髙﨑𠮷");
  assert.deepEqual(
    plain.regular.map(({ key }) => key),
    ["jp-regular"],
  );
});

test("a font file that is not the pinned one is refused", async () => {
  const folder = await mkdtemp(join(tmpdir(), "fonts-"));
  try {
    const bytes = await readFile(join(fontsFolder, "400Regular", "NotoSansJP_400Regular.ttf"));
    bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1;
    await writeFile(join(folder, "NotoSansJP_400Regular.ttf"), bytes);
    const fonts = await loadFonts(folder, ["あ"]);
    assert.deepEqual(fonts, { ok: false, error: { code: "fonts-changed", file: "NotoSansJP_400Regular.ttf" } });
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("a flat folder of font files serves as well as the installed packages", async () => {
  const folder = await mkdtemp(join(tmpdir(), "fonts-"));
  try {
    await copyFile(
      join(fontsFolder, "400Regular", "NotoSansJP_400Regular.ttf"),
      join(folder, "NotoSansJP_400Regular.ttf"),
    );
    await copyFile(join(fontsFolder, "700Bold", "NotoSansJP_700Bold.ttf"), join(folder, "NotoSansJP_700Bold.ttf"));
    const fonts = await loadFonts(folder, ["あ"]);
    assert.equal(fonts.ok, true);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("an empty folder is a refusal that names the file", async () => {
  const folder = await mkdtemp(join(tmpdir(), "fonts-"));
  try {
    const fonts = await loadFonts(folder, ["あ"]);
    assert.deepEqual(fonts, { ok: false, error: { code: "fonts-missing", file: "NotoSansJP_400Regular.ttf" } });
  } finally {
    await rm(folder, { recursive: true });
  }
});
