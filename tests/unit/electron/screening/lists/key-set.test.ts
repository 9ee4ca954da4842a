import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { createKeySet } from "../../../../../electron/screening/lists/key-set.ts";

/** Few values in each place, so that keys repeat and want the same place. */
const key = fc.uint8Array({ minLength: 16, maxLength: 16, max: 2 });

describe("keys that have been met", () => {
  test("are told as a set of their texts tells them, zeros and crowded places included", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(key, fc.constant(new Uint8Array(16))), { maxLength: 3_000 }), (keys) => {
        const [set, texts] = [createKeySet(), new Set<string>()];
        for (const one of keys) {
          const text = one.join();
          assert.equal(set.add(one), !texts.has(text));
          texts.add(text);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("stay known while the table grows", () => {
    const set = createKeySet();
    const keyOf = (at: number): Uint8Array => new Uint8Array(new Uint32Array([at % 7, at, 0, 1]).buffer);
    for (let at = 0; at < 20_000; at += 1) assert.equal(set.add(keyOf(at)), true);
    for (let at = 0; at < 20_000; at += 1) assert.equal(set.add(keyOf(at)), false);
  });
});
