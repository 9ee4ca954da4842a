import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { composeLines, type Line, widthOf } from "../../../../../electron/pdf/document/compose-lines.ts";
import { openFonts } from "../../../../fixtures/paper/open-fonts.ts";

const sample =
  "ちょっとしたキャッチコピー（ヴァージョン３）を、ファイナルチェックしてください！？「はい」。費用は￥1,200～￥3,400（税込）で、達成率は９５％・気温は３０℃だった。人々は佐々木さんの『コンピューター・サイエンス』を読み、Ｑ＆Ａ……を見た——以上。「第１章」（１）①②③をご覧ください。ウォッチャー、パーティー、キャリーケース、ニューヨーク。署名者はŁukasz Żółć氏、髙﨑𠮷氏、葛󠄀城氏である。";
const fonts = await openFonts(sample, "AVToWaffle office");
const faces = fonts.regular;

const mustNotStart = new Set([
  ..."、。，．）」』】〉》〕］｝～〜・：；！？ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョヵヶ％℃｡｣､ｰﾞﾟ,.;:!?)]}",
]);
const mustNotEnd = new Set([..."（「『【〈《〔［｛￥([{"]);

function textOf(line: Line): string {
  return line.glyphs.map(({ text }) => text).join("");
}

function compose(text: string, em: number, justify = false): Line[] {
  return composeLines(text, { faces, sizePt: 10, widthPt: em * 10, justify });
}

function lastCharacter(text: string): string {
  return [...text].at(-1) ?? "";
}

function faultsOf(lines: readonly Line[]): string[] {
  return lines.flatMap((line, index) => {
    const text = textOf(line);
    const faults: string[] = [];
    if (index > 0 && mustNotStart.has([...text][0] ?? "")) faults.push(`starts with ${text[0]}`);
    if (index + 1 < lines.length && mustNotEnd.has(lastCharacter(text)))
      faults.push(`ends with ${lastCharacter(text)}`);
    const next = lines[index + 1];
    if (next !== undefined && /…$/.test(text) && /^…/.test(textOf(next))) faults.push("parts an ellipsis");
    return faults;
  });
}

test("no line of a hard Japanese text breaks a kinsoku rule at any of 69 widths", () => {
  const faults: string[] = [];
  let lineCount = 0;
  for (let em = 6; em <= 40; em += 0.5) {
    const lines = compose(sample, em);
    lineCount += lines.length;
    faults.push(...faultsOf(lines).map((fault) => `${em} em: ${fault}`));
  }
  assert.deepEqual(faults, []);
  assert.ok(lineCount > 500);
});

const piece = fc.constantFrom(
  ...[
    "研究",
    "安全",
    "ー",
    "っ",
    "、",
    "。",
    "「",
    "」",
    "（",
    "）",
    "……",
    "・",
    "！",
    "々",
    "￥",
    "％",
    "kura",
    "2026",
    "(a)",
    " ",
    "ガ",
    "髙",
    "𠮷",
    "葛󠄀",
  ],
);

test("random Japanese text never breaks a kinsoku rule where a run of marks fits the line", () => {
  fc.assert(
    fc.property(
      fc.array(piece, { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 120, max: 400 }),
      (pieces, width) => {
        const text = pieces.join("").replace(/ +/g, " ");
        // Six marks in a row that may not be parted are wider than the narrowest line tried here.
        fc.pre(!/[ー っ、。「」（）…・！々￥％()]{5,}/u.test(text));
        assert.deepEqual(faultsOf(compose(text, width / 10)), []);
      },
    ),
    { numRuns: 300 },
  );
});

test("a space after a mark that may not end a line does not part it from what follows", () => {
  for (const text of ["研究研究研究研究研究￥ 研究", "研究研究研究研究研究…… ……", "研究研究研究研究研究「 研究"])
    assert.deepEqual(faultsOf(compose(text, 12)), [], text);
});

test("composing loses and adds no character", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), fc.integer({ min: 20, max: 400 }), (pieces, width) => {
      const text = pieces.join("");
      const composed = compose(text, width / 10)
        .map(textOf)
        .join("");
      assert.equal(composed.replaceAll(" ", ""), text.replaceAll(" ", ""));
    }),
    { numRuns: 300 },
  );
});

test("no line is wider than its column", () => {
  for (const justify of [false, true]) {
    for (let em = 6; em <= 40; em += 0.5) {
      for (const line of compose(sample, em, justify)) {
        assert.ok(line.width <= em * 1000 + 1, `${em} em: ${line.width}`);
      }
    }
  }
});

test("justified lines end at one edge, except the last", () => {
  const lines = compose(sample, 30, true);
  for (const line of lines.slice(0, -1)) assert.ok(Math.abs(line.width - 30_000) < 1, String(line.width));
});

test("two closing marks in a row share one empty half", () => {
  assert.equal(widthOf("」。", faces, 10), 10 * 1.5);
});

test("an opening bracket at the start of a line gives up its empty half", () => {
  const [line] = compose("「研究」である", 30);
  assert.equal(line?.glyphs[0]?.x, -500);
});

test("a word wider than the column is cut instead of running over", () => {
  const lines = compose("Pneumonoultramicroscopicsilicovolcanoconiosis", 6);
  assert.ok(lines.length > 2);
  for (const line of lines) assert.ok(line.width <= 6000);
});

test("a paragraph does not end in a lone character where another break avoids it", () => {
  const lines = compose("研究安全保障推進室が担う審査", 13);
  assert.ok([...textOf(lines.at(-1) ?? { glyphs: [], width: 0 })].length >= 2);
});

test("a line feed starts a new line and an empty paragraph keeps its place", () => {
  assert.deepEqual(compose("一\n\n二", 10).map(textOf), ["一", "", "二"]);
});

test("a date in figures is not parted", () => {
  for (let em = 6; em < 12; em += 0.25) {
    const lines = compose("期限は2027-03-26とする", em).map(textOf);
    assert.ok(
      lines.some((line) => line.includes("2027-03-26")),
      lines.join("|"),
    );
  }
});

test("Latin words are kerned and set without ligatures", () => {
  const [line] = compose("AVToffice", 30);
  const glyphs = line?.glyphs ?? [];
  assert.equal(glyphs.length, 9);
  const natural = glyphs.reduce((sum, glyph) => sum + glyph.advance, 0);
  assert.ok((line?.width ?? 0) < natural);
});
