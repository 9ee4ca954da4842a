import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { countIn, type IdRange, joinRanges, spansOf, withoutRanges } from "../../../../shared/domain/list-spans.ts";

const range = fc.record({ first: fc.integer({ min: 1, max: 60 }), count: fc.integer({ min: 1, max: 12 }) });
const ranges = fc.array(range, { maxLength: 12 });

function numbersIn(all: readonly IdRange[]): number[] {
  return all.flatMap(({ first, count }) => Array.from({ length: count }, (_, at) => first + at));
}

test("spans hold exactly the rows they were made from, whatever their order", () => {
  const rows = fc.uniqueArray(
    fc.record(
      { content: fc.integer({ min: 1, max: 80 }), row: fc.integer({ min: 1, max: 80 }) },
      { noNullPrototype: true },
    ),
    { selector: ({ content }) => content, maxLength: 60 },
  );
  fc.assert(
    fc.property(rows, (given) => {
      const held = spansOf(given).flatMap(({ first, count, firstRow }) =>
        Array.from({ length: count }, (_, at) => ({ content: first + at, row: firstRow + at })),
      );
      assert.deepEqual(
        held,
        [...given].sort((left, right) => left.content - right.content),
      );
    }),
  );
});

test("an edition in the order of its file is one span, and one that lacks an entry is two", () => {
  const file = Array.from({ length: 1_000 }, (_, at) => ({ content: at + 5, row: at + 1 }));
  assert.deepEqual(spansOf(file), [{ first: 5, count: 1_000, firstRow: 1 }]);
  const shorter = file.filter(({ row }) => row !== 400).map(({ content }, at) => ({ content, row: at + 1 }));
  assert.equal(spansOf(shorter).length, 2);
});

test("what is left without others is the difference of the sets", () => {
  fc.assert(
    fc.property(ranges, ranges, (from, taken) => {
      const gone = new Set(numbersIn(taken));
      const left = [...new Set(numbersIn(from))].filter((number) => !gone.has(number)).sort((a, b) => a - b);
      assert.deepEqual(numbersIn(withoutRanges(from, taken)), left);
    }),
  );
});

test("joined ranges hold every number once", () => {
  fc.assert(
    fc.property(ranges, (given) => {
      const joined = joinRanges(given);
      assert.equal(countIn(joined), new Set(numbersIn(given)).size);
      assert.deepEqual(
        numbersIn(joined),
        [...new Set(numbersIn(given))].sort((a, b) => a - b),
      );
    }),
  );
});
