import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { brotliDecompressSync } from "node:zlib";
import fc from "fast-check";
import {
  compileLines,
  dictionaryNames,
  readingsFile,
} from "../../../../../electron/screening/readings/compile-readings.ts";
import { findFields, sortedLines } from "../../../../../electron/screening/readings/reading-file.ts";

describe("the reading dictionary", () => {
  test("is what is compiled from the packages", () => {
    const shipped = brotliDecompressSync(readFileSync(readingsFile));
    assert.ok(shipped.equals(compileLines(dictionaryNames())));
  });

  test("finds every key of sorted lines and no other", () => {
    const word = fc.string({ unit: fc.constantFrom(..."亜健髙𠮷a"), minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.uniqueArray(word), word, (keys, other) => {
        const lines = keys.map((key) => Buffer.from(`${key}\t${key}1\t${key}2\n`)).sort((a, b) => Buffer.compare(a, b));
        const dictionary = sortedLines(Buffer.concat(lines));
        for (const key of keys) assert.deepEqual(findFields(dictionary, Buffer.from(key)), [`${key}1`, `${key}2`]);
        assert.equal(findFields(dictionary, Buffer.from(other)) === undefined, !keys.includes(other));
      }),
    );
  });
});
