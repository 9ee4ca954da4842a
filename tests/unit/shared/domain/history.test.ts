import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type KeptState, knownAt } from "../../../../shared/domain/history.ts";
import { Instant } from "../../../../shared/domain/time.ts";

/** What happens to a row: it gets a value, or it is taken away. */
const happening = fc.record({
  row: fc.constantFrom("a", "𠮷", "葛󠄀"),
  value: fc.option(fc.integer({ min: 0, max: 9 }), { nil: null }),
  after: fc.integer({ min: 0, max: 3 }),
});

/** Plays everything as it happens, keeps the states, and takes a picture of the rows after each. */
function play(happenings: readonly { row: string; value: number | null; after: number }[]): {
  readonly states: KeptState[];
  readonly pictures: ReadonlyMap<number, ReadonlyMap<string, unknown>>;
  readonly now: ReadonlyMap<string, unknown>;
} {
  const states: KeptState[] = [];
  const pictures = new Map<number, ReadonlyMap<string, unknown>>();
  const rows = new Map<string, unknown>();
  let at = 100;
  for (const { row, value, after } of happenings) {
    at += after;
    if (value === null) rows.delete(row);
    else rows.set(row, { value });
    states.push({
      number: states.length + 1,
      place: "head",
      rowId: row,
      body: value === null ? null : { value },
      reason: "",
      origin: "change",
      at: Instant.parse(at),
      byId: null,
      byName: null,
    });
    pictures.set(at, new Map(rows));
  }
  return { states, pictures, now: rows };
}

const sorted = (rows: ReadonlyMap<string, unknown>): [string, unknown][] =>
  [...rows].sort(([a], [b]) => (a < b ? -1 : 1));
const currentOf = (rows: ReadonlyMap<string, unknown>) =>
  [...rows].map(([rowId, body]) => ({ rowId, body, sinceMs: null }));

describe("what was known at a moment", () => {
  it("is what a picture taken then would show, whatever happened after", () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 30 }), (happenings) => {
        const { states, pictures, now } = play(happenings);
        for (const [at, picture] of pictures)
          assert.deepEqual(sorted(knownAt(states, currentOf(now), { atMs: at })), sorted(picture));
      }),
    );
  });

  it("has a row that never changed as it stands, from when it is known to have stood", () => {
    const part = { rowId: "a", body: { value: 1 }, sinceMs: 500 };
    assert.equal(knownAt([], [part], { atMs: 499 }).size, 0);
    assert.equal(knownAt([], [part], { atMs: 500 }).size, 1);
    assert.equal(knownAt([], [{ ...part, sinceMs: null }], { atMs: 0 }).size, 1);
  });

  it("has nothing of a row before its first kept state", () => {
    const { states, now } = play([{ row: "a", value: 1, after: 5 }]);
    assert.equal(knownAt(states, currentOf(now), { atMs: 104 }).size, 0);
    assert.equal(knownAt(states, currentOf(now), { atMs: 105 }).size, 1);
  });
});
