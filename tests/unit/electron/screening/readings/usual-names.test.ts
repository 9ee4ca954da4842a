import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { looseKey } from "../../../../../electron/screening/names/sound-keys.ts";
import { isUsualJapaneseName } from "../../../../../electron/screening/readings/usual-names.ts";

describe("usual Japanese names", () => {
  for (const name of ["masao", "masako", "junichi", "yamamoto", "taguchi", "ryousuke", "honma"])
    test(`know ${name}`, () => {
      assert.ok(isUsualJapaneseName(looseKey(name)));
    });

  for (const name of ["", "o", "mohamed", "karim", "vostrova", "masqko", "yamamoyo", "kwang", "𠮷", "a".repeat(10_000)])
    test(`do not know ${name.slice(0, 12) || "nothing"}`, () => {
      assert.ok(!isUsualJapaneseName(looseKey(name)));
    });
});
