import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { forgetRemembered, remembered } from "../../../../../electron/screening/readings/remembered.ts";

describe("remembered answers", () => {
  test("are worked out once, and anew after they were let go", () => {
    const asked: string[] = [];
    const ask = remembered(10, (key) => asked.push(key));
    ask("髙橋");
    ask("髙橋");
    assert.equal(asked.length, 1);
    forgetRemembered();
    ask("髙橋");
    assert.equal(asked.length, 2);
  });

  test("are never more than the limit", () => {
    const asked: string[] = [];
    const ask = remembered(2, (key) => asked.push(key));
    for (const key of ["a", "b", "c", "a"]) ask(key);
    assert.deepEqual(asked, ["a", "b", "c", "a"]);
  });
});
