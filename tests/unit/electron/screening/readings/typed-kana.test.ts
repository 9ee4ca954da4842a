import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { hepburnOf, typeKana, untypeKana } from "../../../../../electron/screening/readings/typed-kana.ts";

describe("kana as typed", () => {
  const morae =
    "あ い お か が き し じ す た ち つ づ ぢ て と な に の は ふ へ ま や ゆ よ ら り る わ を ん っか っち っと きゃ しゅ ちょ りょ じゃ ふぁ てぃ ー ゔぁ".split(
      " ",
    );

  test("come back as the same kana", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...morae), { minLength: 1, maxLength: 12 }), (chosen) => {
        const kana = chosen.join("");
        assert.equal(untypeKana(typeKana(kana) ?? ""), kana);
      }),
    );
  });

  test("are read from half width and katakana as well", () => {
    assert.equal(typeKana("ﾜﾀﾅﾍﾞ"), "watanabe");
    assert.equal(typeKana("オオノ"), "oono");
  });

  test("are refused where a character is no kana", () => {
    assert.equal(typeKana("山だ"), undefined);
    assert.equal(typeKana("Abe"), undefined);
  });

  test("have a Hepburn spelling with long vowels marked", () => {
    assert.deepEqual(["oono", "shin'ichi", "miduki", "icchou", "inoue", "yuuko", "juri-"].map(hepburnOf), [
      "ōno",
      "shin'ichi",
      "mizuki",
      "itchō",
      "inoue",
      "yūko",
      "jurī",
    ]);
  });
});
