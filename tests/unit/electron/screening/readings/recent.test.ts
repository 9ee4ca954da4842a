import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { createRecent } from "../../../../../electron/screening/readings/recent.ts";

const someWords = fc.array(fc.constantFrom("髙", "﨑", "𠮷", "葛󠄀", "ﾎﾟﾘ", "a", "bb", "x".repeat(200), ""), {
  maxLength: 60,
});

describe("what was asked for lately", () => {
  test("is never answered wrongly, and never more than the limit is kept", () => {
    fc.assert(
      fc.property(someWords, fc.integer({ min: 2, max: 8 }), (words, places) => {
        const recent = createRecent<string, string>(places);
        const kept = new Set<string>();
        for (const word of words) {
          const known = recent.get(word);
          assert.ok(known === undefined || known === `of ${word}`);
          if (known === undefined) recent.set(word, `of ${word}`);
          kept.add(word);
        }
        const held = [...kept].filter((word) => recent.get(word) !== undefined);
        assert.ok(held.length <= Math.ceil(places / 2) * 2);
      }),
    );
  });

  test("stays as long as it is asked for, however much else passes by", () => {
    const recent = createRecent<string, number>(10);
    recent.set("髙橋", 1);
    for (let at = 0; at < 1_000; at += 1) {
      recent.set(`passing ${at}`, at);
      assert.equal(recent.get("髙橋"), 1);
    }
    assert.equal(recent.get("passing 900"), undefined);
  });

  test("gives a long text the place of several short ones", () => {
    const recent = createRecent<string, number>(8);
    recent.set("short", 1);
    recent.set("y".repeat(1_000), 2);
    for (const letter of ["z", "w"]) recent.set(letter.repeat(1_000), 3);
    assert.equal(recent.get("short"), undefined);
  });

  test("is gone once it is let go", () => {
    const recent = createRecent<object, number>(8);
    const key = {};
    recent.set(key, 1);
    recent.clear();
    assert.equal(recent.get(key), undefined);
  });
});
