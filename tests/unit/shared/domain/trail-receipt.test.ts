import assert from "node:assert/strict";
import { test } from "node:test";
import { readReceipt, receiptText } from "../../../../shared/domain/trail-receipt.ts";

const head = "3f2a91bc00de7721".padEnd(64, "0");

test("a receipt is read as it was shown", () => {
  const text = receiptText({ count: 1_523, head }, Date.parse("2026-11-22T20:00:00Z"));
  assert.equal(text, "1523 3f2a-91bc-00de-7721 2026-11-23");
  assert.deepEqual(readReceipt(text), { count: 1_523, head: "3f2a91bc00de7721", day: "2026-11-23" });
});

test("a receipt may be typed in full width, with blanks and without its day, or with the whole hash of a paper", () => {
  for (const typed of [
    "１５２３　３Ｆ２Ａ－９１ＢＣ－００ＤＥ－７７２１",
    " 1,523 3f2a 91bc 00de 7721 ",
    "1523 3f2a91bc00de7721",
  ])
    assert.deepEqual(readReceipt(typed), { count: 1_523, head: "3f2a91bc00de7721", day: null }, typed);
  assert.equal(readReceipt(`1523 ${head}`)?.head, head);
});

test("anything else is no receipt", () => {
  for (const typed of [
    "",
    "1523",
    "0 3f2a-91bc-00de-7721",
    "1523 3f2a-91bc-00de-772",
    "abc 3f2a-91bc-00de-7721",
    "1523 xyz",
  ])
    assert.equal(readReceipt(typed), undefined, typed);
});
