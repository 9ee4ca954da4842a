import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  checkRequestValue,
  readRequestText,
  requestDepthLimit,
  requestLimitBytes,
  requestValueLimit,
} from "../../../../electron/ipc/request-limits.ts";
import { err } from "../../../../shared/result.ts";

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { inner: value };
  return value;
}

describe("request text", () => {
  it("is read as JSON", () => {
    assert.deepEqual(readRequestText('{"name":"髙橋"}'), { ok: true, value: { name: "髙橋" } });
  });

  it("is refused when it is longer than the limit in bytes, though not in characters", () => {
    const text = JSON.stringify("蔵".repeat(requestLimitBytes / 3 + 1));
    assert.ok(text.length < requestLimitBytes);
    assert.deepEqual(readRequestText(text), err({ code: "bad-request", limit: "bytes" }));
  });

  it("is accepted right up to the limit", () => {
    assert.equal(readRequestText(`"${"a".repeat(requestLimitBytes - 2)}"`).ok, true);
  });

  it("is refused when it is not JSON", () => {
    for (const text of ["", "{", "undefined", "NaN", "{a:1}", "[1,]"]) assert.equal(readRequestText(text).ok, false);
  });

  it("is refused when it is no text", () => {
    for (const body of [undefined, null, 5, {}, new Uint8Array(4)]) {
      assert.deepEqual(readRequestText(body), err({ code: "bad-request", limit: "kind" }));
    }
  });

  it("of two million brackets is refused without a stack overflow", () => {
    const read = readRequestText("[".repeat(2_000_000) + "]".repeat(2_000_000));
    assert.equal(read.ok, true);
    assert.deepEqual(checkRequestValue(read.ok && read.value), err({ code: "bad-request", limit: "depth" }));
  });
});

describe("a request value", () => {
  it("may nest as deep as the limit and no deeper", () => {
    assert.equal(checkRequestValue(nested(requestDepthLimit)).ok, true);
    assert.deepEqual(checkRequestValue(nested(requestDepthLimit + 1)), err({ code: "bad-request", limit: "depth" }));
  });

  it("may not hold more values than the limit", () => {
    const many = new Array<number>(requestValueLimit).fill(0);
    assert.deepEqual(checkRequestValue(many), err({ code: "bad-request", limit: "values" }));
    assert.equal(checkRequestValue(many.slice(1)).ok, true);
  });

  it("may not hold more text than the limit", () => {
    const texts = new Array<string>(5).fill("a".repeat(requestLimitBytes / 4));
    assert.deepEqual(checkRequestValue(texts), err({ code: "bad-request", limit: "bytes" }));
  });

  for (const key of ["__proto__", "constructor", "prototype"]) {
    it(`may not have a field named ${key}`, () => {
      const value: unknown = JSON.parse(`{"inner":{"${key}":{"admin":true}}}`);
      assert.deepEqual(checkRequestValue(value), err({ code: "bad-request", limit: "key" }));
    });
  }

  for (const text of ["\ud842", "\udfb7", "吉\ud842野", "\udfb7\ud842"]) {
    it(`may not hold the unpaired surrogate in ${JSON.stringify(text)}`, () => {
      assert.deepEqual(checkRequestValue({ names: [text] }), err({ code: "text-invalid", limit: "text" }));
      assert.deepEqual(checkRequestValue({ [text]: 1 }), err({ code: "text-invalid", limit: "text" }));
    });
  }

  it("may hold characters beyond the basic plane, variation selectors and half-width kana", () => {
    assert.equal(checkRequestValue({ names: ["𠮷", "葛󠄀", "ﾀｶﾊｼ", "髙﨑"] }).ok, true);
  });

  const strange: readonly unknown[] = [
    Number.NaN,
    Number.POSITIVE_INFINITY,
    1n,
    new Date(0),
    new Map(),
    new Uint8Array(1),
    Symbol("x"),
    () => 1,
  ];
  for (const value of strange) {
    it(`may not hold ${Object.prototype.toString.call(value)} ${String(value)}`, () => {
      assert.deepEqual(checkRequestValue({ value }), err({ code: "bad-request", limit: "kind" }));
    });
  }

  it("is accepted whenever it is small JSON of well-formed text", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5, stringUnit: "binary" }), (value) => {
        const ownNames = JSON.stringify(value);
        fc.pre(!/"(?:__proto__|constructor|prototype)":/u.test(ownNames));
        assert.equal(checkRequestValue(JSON.parse(ownNames)).ok, true);
      }),
    );
  });
});
