import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { foldText, foldWithPlaces } from "../../../../electron/search/fold-text.ts";
import { gramsOf, gramsToAsk } from "../../../../electron/search/grams.ts";
import { holds, quoted, readQuery } from "../../../../electron/search/query.ts";
import { snippetOf } from "../../../../electron/search/snippet.ts";

/** Texts of the kinds people write here, and of kinds they do not. */
const pieces = [
  ...[
    "東京都",
    "京都府",
    "髙﨑",
    "高崎",
    "𠮷野",
    "吉野",
    "葛󠄀城",
    "葛城",
    "ﾊﾝｶｸ",
    "ハンカク",
    "はんかく",
    "か\u3099",
    "ｶﾞ",
    "㈱架空",
  ],
  ...[
    "New York",
    "ÅNGSTRÖM",
    "Straße",
    "İstanbul",
    "Škoda",
    "Москва́",
    "ΟΔΟΣ",
    "北京大學",
    "华为",
    "佐々木",
    "コンピューター",
  ],
  ...[
    "서울대학교",
    "\u1112\u1161\u11ab",
    "กรุงเทพ",
    "الجامعة",
    "令和八年",
    "2026-11-23",
    "DD-2026-0001",
    "a",
    "あ",
    "\u200b",
    "\n",
    " ",
    "　",
    "、",
    "-",
    '"',
    "“",
    "(",
    "👩‍🔬",
    "\ue041",
  ],
];
const texts = fc.oneof(
  fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "grapheme", maxLength: 4 })), { maxLength: 8 })
    .map((parts) => parts.join("")),
  fc.string({ unit: "grapheme", maxLength: 30 }),
);

/** A text and a part of it, cut between characters as people see them. */
const textWithPart = fc.tuple(texts, fc.nat(), fc.nat()).map(([text, a, b]) => {
  const characters = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
  const [from = 0, to = 0] = [a % (characters.length + 1), b % (characters.length + 1)].sort((x, y) => x - y);
  return { text, part: characters.slice(from, to).join("") };
});

const gramSet = (text: string): ReadonlySet<string> => new Set(gramsOf([foldText(text)]).split(" "));

describe("a text as searches compare it", () => {
  for (const [written, asked] of [
    ["髙﨑 市", "高崎市"],
    ["𠮷野", "吉野"],
    ["葛󠄀城", "葛城"],
    ["ﾊﾝｶｸ", "はんかく"],
    ["Ｃａｆé", "cafe"],
    ["東京\n都", "東京都"],
    ["北京大學", "北京大学"],
    ["㈱架空", "(株)架空"],
    ["ŠKODA", "skoda"],
  ] as const)
    test(`finds ${JSON.stringify(written)} by ${asked}`, () => {
      assert.equal(foldText(written), foldText(asked));
    });

  test("keeps what is not the same apart", () => {
    assert.notEqual(foldText("ハ"), foldText("バ"));
    assert.notEqual(foldText("東京 abc"), foldText("東京abc"));
    assert.notEqual(foldText("й"), foldText("и"));
  });

  test("is found by every part of it, wherever it is cut between characters", () => {
    fc.assert(
      fc.property(textWithPart, ({ text, part }) => {
        assert.ok(foldText(text).includes(foldText(part)));
      }),
      { numRuns: 3_000 },
    );
  });

  test("folds to the same with and without the way back, and the way back stays inside it", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const folded = foldWithPlaces(text);
        assert.equal(folded.text, foldText(text));
        assert.equal(folded.starts.length, folded.text.length);
        folded.starts.forEach((start, at) => {
          const end = folded.ends[at] ?? 0;
          assert.ok(start >= 0 && start < end && end <= text.length);
          assert.ok(at === 0 || (folded.starts[at - 1] ?? 0) <= start);
        });
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("grams", () => {
  test("of any part are among the grams of the whole, so that the index never misses", () => {
    fc.assert(
      fc.property(textWithPart, ({ text, part }) => {
        const known = gramSet(text);
        for (const gram of gramsToAsk(foldText(part))) assert.ok(gram === "" || known.has(gram), gram);
      }),
      { numRuns: 3_000 },
    );
  });

  test("hold no space, no quote and no letter the tokenizer would part or change", () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const gram of gramSet(text)) assert.doesNotMatch(gram, /[\s"A-Z\u0021-\u002f]/u);
      }),
    );
  });

  test("ask for a two-character word by one pair and for a letter by itself", () => {
    assert.deepEqual(gramsToAsk("採用"), ["採用"]);
    assert.deepEqual(gramsToAsk("q"), ["q"]);
    assert.deepEqual(gramsToAsk("york"), ["yor", "ork"]);
    assert.deepEqual(gramsToAsk("京a大"), ["京a", "a大"]);
  });
});

describe("a query", () => {
  test("asks for every word, takes phrases whole and excludes what a minus stands before", () => {
    assert.deepEqual(readQuery('東京 "new  york" -京都 －"a b"'), {
      all: ["东京", "new york"],
      none: ["京都", "a b"],
    });
  });

  test("takes a minus that stands alone, or inside a word, as a sign", () => {
    assert.deepEqual(readQuery("- a-b").all, ["-", "a-b"]);
  });

  test("takes an open quote to the end", () => {
    assert.deepEqual(readQuery('"架空 の').all, ["架空ノ"]);
  });

  test("asks for nothing where nothing was written", () => {
    for (const empty of ["", "  ", '""', "\u200b", "　"]) assert.deepEqual(readQuery(empty), { all: [], none: [] });
  });

  test("written as an exact phrase asks for exactly that phrase", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const folded = foldText(text);
        assert.deepEqual(readQuery(quoted(text)).all, folded === "" ? [] : [folded]);
      }),
      { numRuns: 2_000 },
    );
  });

  test("holds where all of it stands in one field or another, and nothing excluded does", () => {
    const query = readQuery("東京 量子 -半導体");
    const folded = (...fields: string[]): boolean => holds(fields.map(foldText), query);
    assert.ok(folded("東京都", "量子計算"));
    assert.ok(!folded("東京都"));
    assert.ok(!folded("東京都", "量子", "半導体"));
    assert.ok(!holds([foldText("京都")], readQuery("東京都")));
  });
});

describe("a snippet", () => {
  test("marks what was asked for as it was written", () => {
    assert.deepEqual(snippetOf("発起人は髙﨑 𠮷である", readQuery("高崎吉").all), [
      { text: "発起人は", hit: false },
      { text: "髙﨑 𠮷", hit: true },
      { text: "である", hit: false },
    ]);
  });

  test("is cut where the text is long, and says so", () => {
    const parts = snippetOf(`${"前".repeat(500)}葛󠄀城${"後".repeat(500)}`, readQuery("葛城").all);
    assert.equal(parts[0]?.text, "…");
    assert.equal(parts.at(-1)?.text, "…");
    assert.deepEqual(
      parts.filter(({ hit }) => hit).map(({ text }) => text),
      ["葛󠄀城"],
    );
    assert.ok(parts.map(({ text }) => text).join("").length < 200);
  });

  test("shows a hit for every part of any text, and only what the text holds", () => {
    fc.assert(
      fc.property(textWithPart, ({ text, part }) => {
        const { all } = readQuery(quoted(part));
        const parts = snippetOf(text, all);
        if (all.length === 0) return;
        assert.ok(parts.some(({ hit }) => hit));
        const shown = parts.map((one) => one.text).join("");
        const inner = shown.replace(/^…/u, "").replace(/…$/u, "");
        assert.ok(text.includes(inner) || text.includes(shown));
        for (const one of parts.filter(({ hit }) => hit)) {
          assert.ok(text.includes(one.text));
          assert.ok(foldText(one.text).includes(all[0] ?? "") || one === parts.at(-1) || parts.at(-1)?.text === "…");
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
