import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { z } from "zod";
import { benchSets } from "../../bench/japanese-desk/bench-pair.ts";
import { benchFile, benchText } from "../../bench/japanese-desk/write-bench.ts";

const Bench = z.strictObject({
  version: z.int().positive(),
  note: z.strictObject({ ja: z.string().min(1), en: z.string().min(1) }),
  pairs: z.array(
    z.strictObject({
      a: z.string().min(1),
      b: z.string().min(1),
      kind: z.enum(["person", "organisation"]),
      set: z.enum(benchSets),
      same: z.boolean(),
    }),
  ),
});

const text = readFileSync(benchFile, "utf8");
const { pairs } = Bench.parse(JSON.parse(text));

describe("the bench that ships", () => {
  test("is what its generator writes", () => {
    assert.equal(text, benchText());
  });

  test("holds at least 600 pairs of one name in each set made by rule, and half as many of two", () => {
    for (const set of benchSets.filter((each) => each !== "hard")) {
      const ofSet = pairs.filter((pair) => pair.set === set);
      assert.ok(ofSet.filter(({ same }) => same).length >= 600, set);
      assert.ok(ofSet.filter(({ same }) => !same).length >= 300, set);
    }
  });

  test("never holds a pair twice, nor one pair with both answers, nor a name beside itself", () => {
    const seen = new Set<string>();
    for (const { a, b, set } of pairs) {
      assert.notEqual(a, b);
      const key = `${set}|${a}|${b}`;
      assert.ok(!seen.has(key), key);
      seen.add(key);
    }
  });
});
