import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { emptyDraft, problemOf } from "../../../../../renderer/features/unlock/new-vault-draft.ts";

const whole = { ...emptyDraft, personName: "﨑", passphrase: "𠮷".repeat(12), again: "𠮷".repeat(12) };

describe("the form for a new vault", () => {
  it("is complete with a name of one character and twelve characters outside the basic plane", () => {
    assert.equal(problemOf(whole), undefined);
  });
  it("counts characters, not their halves", () => {
    const short = "𠮷".repeat(11);
    assert.equal(problemOf({ ...whole, passphrase: short, again: short }), "short");
  });
  it("takes no name of spaces", () => {
    assert.equal(problemOf({ ...whole, personName: " 　" }), "name");
  });
  it("tells an ideographic variant from its plain form when the passphrases are compared", () => {
    const base = "葛城の長い長い長い合言葉";
    assert.equal(problemOf({ ...whole, passphrase: base, again: base.replace("葛", "葛\u{E0100}") }), "differs");
  });
});
