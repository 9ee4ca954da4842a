import assert from "node:assert/strict";
import { test } from "node:test";
import { countCharacters } from "../../../../renderer/ui/characters.ts";

test("a character beyond the basic plane counts as one", () => {
  assert.equal(countCharacters("𠮷野家"), 3);
});

test("a letter with a variation selector counts as one", () => {
  assert.equal(countCharacters("葛󠄀城"), 2);
});

test("a half-width kana and its sound mark are read, and counted, as one", () => {
  assert.equal(countCharacters("ｶﾞ"), 1);
});

test("a combining voiced mark counts with its kana", () => {
  assert.equal(countCharacters("が"), 1);
});

test("line breaks of either kind count as none", () => {
  assert.equal(countCharacters("一\n二\r\n三"), 3);
});

test("nothing counts as none", () => {
  assert.equal(countCharacters(""), 0);
});
