/** Hostile recovery shares. `node --test tests/fuzz/recovery-share.fuzz.ts`; KURA_RUNS raises the number of tries. */
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import fc from "fast-check";
import { combineShares, makeShares } from "../../electron/recovery/kit.ts";
import { readShare, shareWords } from "../../electron/recovery/share.ts";

const runs = Number(process.env["KURA_RUNS"] ?? 3000);

/** Whatever is accepted must be written back as the very words that were read. */
function examine(text: string): boolean {
  const result = readShare(text);
  if (!result.ok) {
    const { words, at } = result.error.details;
    assert.ok(words >= 0 && at >= 0 && at <= Math.max(words, 32));
    return false;
  }
  const again = readShare(shareWords(result.value).join(" "));
  assert.deepEqual(again, result);
  return true;
}

test("any text is refused, and nothing is thrown", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 2_000 }), (text) => {
      assert.equal(examine(text), false);
    }),
    { numRuns: runs },
  );
});

test("32 words of the list by chance are refused", () => {
  const any = fc.array(fc.constantFrom(...wordlist), { minLength: 32, maxLength: 32 });
  fc.assert(
    fc.property(any, (words) => {
      assert.equal(examine(words.join(" ")), false);
    }),
    // Each of these looks for the place of the error, which takes its time.
    { numRuns: Math.min(runs, 10 + runs / 200) },
  );
});

const edits = ["drop", "double", "swap", "replace", "cut", "join", "letter", "blank", "script"] as const;

function edited(words: readonly string[], edit: (typeof edits)[number], place: number, other: number): string {
  const [word = "", target = ""] = [words[place], words[other]];
  switch (edit) {
    case "drop":
      return words.toSpliced(place, 1).join(" ");
    case "double":
      return words.toSpliced(place, 0, word).join(" ");
    case "swap":
      return words.with(place, target).with(other, word).join(" ");
    case "replace":
      return words.with(place, wordlist[(place * 67 + other * 31) % wordlist.length] ?? "").join(" ");
    case "cut":
      return words.with(place, word.slice(0, 3)).join(" ");
    case "join":
      return words.join(" ").replace(`${word} `, word);
    case "letter":
      return words.with(place, `${word}x`).join(" ");
    case "blank":
      return words.join(" ").replace(word, [...word].join(" "));
    case "script":
      return words.with(place, word.replace("a", "а").replace("o", "о")).join(" ");
  }
}

test("a real share after one edit is refused, or is still exactly the same share", async () => {
  const shares = await makeShares({
    kitId: "c0ffee00",
    secret: new Uint8Array(randomBytes(32)),
    threshold: 3,
    count: 5,
  });
  const anyEdit = fc.record({
    share: fc.constantFrom(...shares),
    edit: fc.constantFrom(...edits),
    place: fc.integer({ min: 0, max: 31 }),
    other: fc.integer({ min: 0, max: 31 }),
  });
  fc.assert(
    fc.property(anyEdit, ({ share, edit, place, other }) => {
      const result = readShare(edited(shareWords(share), edit, place, other));
      if (result.ok) assert.deepEqual(result.value, share);
    }),
    { numRuns: Math.min(runs, 60 + runs / 50) },
  );
});

test("shares put together at random never throw, and give a secret only at the threshold of one kit", async () => {
  const kits = await Promise.all(
    ["aaaaaaaa", "bbbbbbbb"].map(async (kitId) => ({
      kitId,
      shares: await makeShares({ kitId, secret: new Uint8Array(randomBytes(32)), threshold: 3, count: 5 }),
    })),
  );
  const all = kits.flatMap(({ shares }) => shares);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...all), { maxLength: 8 }), async (chosen) => {
      const result = await combineShares(chosen);
      const isOneKit = new Set(chosen.map(({ kitId }) => kitId)).size === 1;
      const different = new Set(chosen.map(({ index }) => index)).size;
      assert.equal(result.ok, isOneKit && different >= 3);
    }),
    { numRuns: runs },
  );
});
