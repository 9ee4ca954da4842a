import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { clustersOf } from "../../../../../electron/pdf/fonts/clusters.ts";

test("a variation selector belongs to the character before it", () => {
  const texts = clustersOf("葛󠄀城").map(({ text }) => text);
  assert.deepEqual(texts, ["葛󠄀", "城"]);
});

test("a character beyond the basic plane is one cluster", () => {
  assert.equal(clustersOf("𠮷").length, 1);
});

test("a decomposed kana keeps its voiced mark as it is in the data", () => {
  const [first] = clustersOf("カ\u3099");
  assert.equal(first?.text, "カ\u3099");
  assert.deepEqual(first?.marks, [0x3099]);
});

test("half-width sound marks stay characters of their own", () => {
  assert.equal(clustersOf("ｶﾞ").length, 2);
});

test("joining the clusters gives the text back, whatever it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      assert.equal(
        clustersOf(text)
          .map((cluster) => cluster.text)
          .join(""),
        text,
      );
    }),
  );
});
