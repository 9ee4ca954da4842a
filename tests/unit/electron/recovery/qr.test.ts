import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { describe, it } from "node:test";
import { makeShares } from "../../../../electron/recovery/kit.ts";
import { qrOfWords } from "../../../../electron/recovery/qr.ts";
import { readShare, shareWords } from "../../../../electron/recovery/share.ts";
import { must } from "../../../support/must.ts";
import { modulesOfPath, readQr } from "../../../support/read-qr.ts";

describe("the code on a sheet", () => {
  it("read back module by module is the words in capitals, and the words are the share", async () => {
    const parts = { kitId: "0a1b2c3d", secret: new Uint8Array(randomBytes(32)), threshold: 3, count: 9 };
    for (const share of await makeShares(parts)) {
      const words = shareWords(share);
      const { size, path } = qrOfWords(words);
      const text = readQr(modulesOfPath(path, size, 4));
      assert.equal(text, words.join(" ").toUpperCase());
      assert.deepEqual(must(readShare(text)), share);
    }
  });

  it("holds the longest possible words, and stands in a white border of four modules", () => {
    const { size, path } = qrOfWords(Array.from({ length: 32 }, () => "umbrella"));
    assert.equal(readQr(modulesOfPath(path, size, 4)), Array.from({ length: 32 }, () => "UMBRELLA").join(" "));
    const xs = [...path.matchAll(/M(\d+) (\d+)h(\d+)/gu)];
    assert.equal(Math.min(...xs.flatMap(([, x, y]) => [Number(x), Number(y)])), 4);
    assert.equal(Math.max(...xs.map(([, x, , width]) => Number(x) + Number(width))), size - 4);
  });
});
