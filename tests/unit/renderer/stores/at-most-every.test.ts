import assert from "node:assert/strict";
import { beforeEach, describe, it, mock } from "node:test";
import { atMostEvery } from "../../../../renderer/stores/at-most-every.ts";

describe("work at most once in a while", () => {
  let nowMs = 0;
  let done: number[] = [];
  const pass = (ms: number): void => {
    nowMs += ms;
    mock.timers.tick(ms);
  };
  beforeEach(() => {
    mock.timers.reset();
    mock.timers.enable({ apis: ["setTimeout"] });
    mock.method(performance, "now", () => nowMs);
    nowMs = 1_000;
    done = [];
  });
  const paced = () => atMostEvery(250, () => done.push(nowMs));

  it("is done at once after a rest", () => {
    paced().soon();
    assert.deepEqual(done, [1_000]);
  });

  it("is done once more after the last asking, and not in between", () => {
    const pace = paced();
    for (let key = 0; key < 5; key += 1) {
      pace.soon();
      pass(40);
    }
    assert.deepEqual(done, [1_000]);
    pass(50);
    assert.deepEqual(done, [1_000, 1_250]);
    pass(5_000);
    assert.deepEqual(done, [1_000, 1_250]);
  });

  it("is done while somebody asks without a pause", () => {
    const pace = paced();
    for (let key = 0; key < 39; key += 1) {
      pace.soon();
      pass(25);
    }
    assert.deepEqual(done, [1_000, 1_250, 1_500, 1_750]);
  });

  it("is forgotten while it waits, and asked for anew later", () => {
    const pace = paced();
    pace.soon();
    assert.equal(pace.forget(), false);
    pace.soon();
    assert.equal(pace.forget(), true);
    pass(1_000);
    assert.deepEqual(done, [1_000]);
    pace.soon();
    assert.deepEqual(done, [1_000, 2_000]);
  });
});
