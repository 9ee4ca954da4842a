import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, it } from "node:test";
import fc from "fast-check";
import { readShare, type Share, shareWords } from "../../../../electron/recovery/share.ts";
import { isSameWord } from "../../../../electron/recovery/words.ts";
import { must } from "../../../support/must.ts";

const anyShare = fc
  .record({
    kitId: fc.uint8Array({ minLength: 4, maxLength: 4 }).map((bytes) => Buffer.from(bytes).toString("hex")),
    threshold: fc.integer({ min: 2, max: 9 }),
    more: fc.integer({ min: 0, max: 7 }),
    seat: fc.integer({ min: 0, max: 8 }),
    value: fc.uint8Array({ minLength: 32, maxLength: 32 }),
    place: fc.integer({ min: 1, max: 255 }),
  })
  .map(({ kitId, threshold, more, seat, value, place }): Share => {
    const count = Math.min(9, threshold + more);
    return { kitId, threshold, count, index: (seat % count) + 1, point: Uint8Array.from([...value, place]) };
  });

const sample: Share = {
  kitId: "0a1b2c3d",
  index: 2,
  threshold: 3,
  count: 5,
  point: Uint8Array.from([...createHash("sha256").update("sample").digest(), 7]),
};
const words = shareWords(sample);
const read = (text: string) => must(readShare(text));

/** What the refusal says: how many words, and near which one. */
function placeIn(text: string): { words: number; at: number } {
  const result = readShare(text);
  assert.equal(result.ok, false);
  return result.ok ? { words: 0, at: 0 } : { ...result.error.details };
}

describe("a share in words", () => {
  it("is 32 words and comes back as it was", () => {
    fc.assert(
      fc.property(anyShare, (share) => {
        const text = shareWords(share);
        assert.equal(text.length, 32);
        assert.deepEqual(read(text.join(" ")), share);
      }),
      { numRuns: 500 },
    );
  });

  it("is what the layout says, so that a reader can redo it by hand", () => {
    const body = Buffer.concat([
      Buffer.from([1]),
      Buffer.from("0a1b2c3d", "hex"),
      Buffer.from([2, 0x35]),
      sample.point,
    ]);
    const bytes = Buffer.concat([body, createHash("sha256").update(body).digest().subarray(0, 4)]);
    const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
    assert.equal(bits.length, 352);
    // The list's first and last words are known to everybody: abandon 0, zoo 2047.
    assert.equal(Number.parseInt(bits.slice(0, 11), 2), 8);
    assert.equal(words[0], "absurd");
  });

  it("may be typed in any width and case, cut after four letters, numbered, hyphenated and over several lines", () => {
    const wide = words.map((word) =>
      word.replace(/[a-z]/gu, (letter) => String.fromCodePoint(letter.charCodeAt(0) + 0xfee0)),
    );
    for (const text of [
      words.join(" ").toUpperCase(),
      wide.join("　"),
      words.map((word) => word.slice(0, 4)).join(" "),
      words.map((word, place) => `${place + 1}. ${word}`).join("\n"),
      words.join("-"),
      ` \t${words.join(",\r\n")}。 `,
    ]) {
      assert.deepEqual(read(text), sample);
    }
  });
});

describe("a share with an error", () => {
  it("names the place of a word that is in no list, also in another script", () => {
    for (const [place, wrong] of [
      [1, "abzurd"],
      [17, "くら"],
      [32, "zo"],
    ] as const) {
      assert.deepEqual(placeIn(words.with(place - 1, wrong).join(" ")), { words: 32, at: place });
    }
  });

  it("is noticed for any one wrong word, and the place is named", () => {
    fc.assert(
      fc.property(anyShare, fc.integer({ min: 0, max: 31 }), fc.integer({ min: 0, max: 31 }), (share, place, other) => {
        const right = shareWords(share);
        const wrong = shareWords(sample)[other] ?? "";
        fc.pre(right[place] !== wrong);
        assert.deepEqual(placeIn(right.with(place, wrong).join(" ")), { words: 32, at: place + 1 });
      }),
      { numRuns: 25 },
    );
  });

  it("is noticed when two neighbours changed places, and the first of them is named", () => {
    const [tenth = "", eleventh = ""] = words.slice(9);
    assert.notEqual(tenth, eleventh);
    assert.deepEqual(placeIn(words.with(9, eleventh).with(10, tenth).join(" ")), { words: 32, at: 10 });
  });

  it("says how many words there are when one is missing or typed twice", () => {
    assert.deepEqual(placeIn(words.slice(1).join(" ")), { words: 31, at: 0 });
    assert.deepEqual(placeIn([...words, "zoo"].join(" ")), { words: 33, at: 0 });
    assert.deepEqual(placeIn(""), { words: 0, at: 0 });
  });

  it("claims no place when two words are wrong", () => {
    assert.deepEqual(placeIn(words.with(3, "zoo").with(20, "zebra").join(" ")), { words: 32, at: 0 });
  });

  it("cannot be made: the writer throws for what the reader would refuse", () => {
    for (const bad of [
      { index: 6 },
      { index: 0 },
      { threshold: 1 },
      { count: 10 },
      { threshold: 4, count: 3 },
      { point: sample.point.slice(1) },
    ]) {
      assert.throws(() => shareWords({ ...sample, ...bad }));
    }
  });
});

describe("two words", () => {
  it("are the same whole or cut, in any width and case, and never by chance", () => {
    assert.equal(isSameWord("absurd", " ABSU "), true);
    assert.equal(isSameWord("ＡＢＳＵＲＤ", "absurd"), true);
    assert.equal(isSameWord("absurd", "absent"), false);
    assert.equal(isSameWord("kura", "kura"), false);
    assert.equal(isSameWord("", ""), false);
  });
});
