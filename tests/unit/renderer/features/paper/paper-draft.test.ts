import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { mergeDraft, problemOf, storable } from "../../../../../renderer/features/paper/paper-draft.ts";

describe("the draft of a paper", () => {
  test("keeps what is stored and takes what was typed over it", () => {
    assert.deepEqual(mergeDraft({ value: "前", law: "非該当" }, { value: "𠮷野の試料" }), {
      value: "𠮷野の試料",
      law: "非該当",
    });
  });

  test("loses a text that was emptied, so that the drawn-up one stands again", () => {
    assert.deepEqual(mergeDraft({ value: "前", law: "非該当" }, { value: " \u3000\n" }), { law: "非該当" });
  });

  test("keeps names letter by letter", () => {
    const name = "髙﨑 葛\u{E0100}城 ﾊﾅｺ";
    assert.equal(mergeDraft({}, { request: name })["request"], name);
  });
});

describe("what can be stored", () => {
  test("is a text of four thousand units and no more", () => {
    assert.equal(problemOf("あ".repeat(4_000)), undefined);
    assert.equal(problemOf("あ".repeat(4_001)), "tooLong");
  });

  test("is no text with half a letter or a control character in it", () => {
    assert.equal(problemOf("吉\ud842"), "notStorable");
    assert.equal(problemOf("a\u0007b"), "notStorable");
    assert.equal(problemOf("一行目\n二行目"), undefined);
  });

  test("is sent without waiting for what cannot be", () => {
    assert.deepEqual(storable({ value: "短い", law: "長".repeat(100_000) }), { value: "短い" });
  });
});
