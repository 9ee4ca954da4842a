import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import {
  createGrowingBlob,
  createGrowingColumn,
  createRoom,
  sortedPairs,
  widenRoom,
} from "../../../../../electron/screening/index/growing-column.ts";
import { createTermBook } from "../../../../../electron/screening/index/term-book.ts";

const uint32 = fc.integer({ min: 0, max: 0xffffffff });
const texts = fc.array(
  fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("髙﨑", "𠮷村", "葛󠄀城", "ﾎﾟﾘ", "", "令和")),
  { maxLength: 200 },
);

describe("columns that grow", () => {
  test("hold what was pushed, beyond their first size and beyond what was reserved", () => {
    const column = createGrowingColumn();
    const count = 9_000_000;
    for (let at = 0; at < count; at += 1) column.push(at ^ 0x55555555);
    assert.equal(column.length, count);
    for (const at of [0, 4_095, 4_096, 8_388_607, 8_388_608, count - 1])
      assert.equal(column.at(at), (at ^ 0x55555555) >>> 0);
    const taken = column.take();
    assert.equal(taken.length, count);
    assert.equal(taken[count - 1], ((count - 1) ^ 0x55555555) >>> 0);
  });

  test("are empty once they were taken, and can be filled again", () => {
    const column = createGrowingColumn();
    column.push(7);
    assert.deepEqual([...column.take()], [7]);
    assert.equal(column.length, 0);
    column.push(8);
    column.push(9);
    assert.deepEqual([...column.values()], [8, 9]);
  });

  test("keep their bytes where room is made by moving", () => {
    const room = createRoom(16);
    new Uint8Array(room).set([1, 2, 3]);
    const wider = widenRoom(room, room.maxByteLength + 1);
    assert.notEqual(wider, room);
    assert.deepEqual([...new Uint8Array(wider, 0, 4)], [1, 2, 3, 0]);
  });

  test("give back every text as it was written", () => {
    fc.assert(
      fc.property(texts, (written) => {
        const blob = createGrowingBlob();
        for (const text of written) blob.pushText(text.toWellFormed());
        const { blob: bytes, ends } = blob.take();
        const read = Array.from(ends, (end, at) =>
          Buffer.from(bytes.subarray(at === 0 ? 0 : ends[at - 1], end)).toString("utf8"),
        );
        assert.deepEqual(
          read,
          written.map((text) => text.toWellFormed()),
        );
      }),
    );
  });
});

describe("pairs in order", () => {
  test("are sorted by both numbers, each pair once", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(uint32, fc.integer({ min: 0, max: 3 }))), (pairs) => {
        const doubled = [...pairs, ...pairs.slice(0, 5)];
        const { first, second } = sortedPairs(
          Uint32Array.from(doubled, ([a]) => a),
          Uint32Array.from(doubled, ([, b]) => b),
        );
        const expected = [...new Map(pairs.map(([a, b]) => [`${a} ${b}`, [a, b] as const])).values()].sort(
          (x, y) => x[0] - y[0] || x[1] - y[1],
        );
        assert.deepEqual(
          Array.from(first, (a, at) => [a, second[at]]),
          expected,
        );
      }),
    );
  });
});

describe("the dictionary of terms", () => {
  test("numbers each term once, in the order of first appearance, and gives the terms back", () => {
    fc.assert(
      fc.property(texts, (terms) => {
        const book = createTermBook();
        const short = terms.map((term) => term.toWellFormed().slice(0, 40).toWellFormed());
        const numbers = short.map((term) => book.intern(term));
        const distinct = [...new Set(short)];
        assert.deepEqual(
          numbers,
          short.map((term) => distinct.indexOf(term)),
        );
        const { blob, ends } = book.take();
        assert.equal(ends.length, distinct.length);
        assert.equal(Buffer.from(blob).toString("utf8"), distinct.join(""));
      }),
    );
  });

  test("grows past its first size and begins anew when it was taken", () => {
    const book = createTermBook();
    for (let at = 0; at < 70_000; at += 1) assert.equal(book.intern(`term${at}`), at);
    for (let at = 0; at < 70_000; at += 997) assert.equal(book.intern(`term${at}`), at);
    assert.equal(book.take().ends.length, 70_000);
    assert.equal(book.intern("term5"), 0);
  });
});
