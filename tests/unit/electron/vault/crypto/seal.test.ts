import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { createSeal } from "../../../../../electron/vault/crypto/seal.ts";
import { countingRandom, testPorts } from "../../../../integration/vault/scratch-vault.ts";

const sealKey = Buffer.alloc(32, 7);
const place = { purpose: "signing-key", id: "p1" };
const { seal, unseal } = createSeal({ sealKey, random: testPorts.random });

test("a sealed body has the frozen layout: version, salt, nonce, ciphertext, tag", () => {
  // By hand: K=$(openssl kdf -keylen 32 -kdfopt digest:SHA256 -kdfopt hexkey:0707…07 -kdfopt hexsalt:0102…0f10
  //   -kdfopt "info:kura v1 seal signing-key" HKDF | tr -d ':\n')
  // printf 44a7dfcef2f7 | xxd -r -p | openssl enc -aes-256-ctr -d -K $K -iv 1112131415161718191a1b1c00000002
  const sealed = createSeal({ sealKey, random: countingRandom() }).seal(place, Buffer.from("secret"));
  const parts = ["01", "0102030405060708090a0b0c0d0e0f10", "1112131415161718191a1b1c", "44a7dfcef2f7"];
  assert.equal(Buffer.from(sealed).toString("hex"), `${parts.join("")}f19bbbc8a5020e0159f66d1be4af0630`);
});

test("any body comes back from its own place", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 4000 }), fc.string(), fc.string(), (body, purpose, id) => {
      assert.deepEqual(unseal({ purpose, id }, seal({ purpose, id }, body)), Buffer.from(body));
    }),
    { numRuns: 50 },
  );
});

test("a body does not open under another purpose or id, however the words are cut", () => {
  const sealed = seal({ purpose: "ab", id: "c" }, Buffer.from("x"));
  for (const other of [
    { purpose: "a", id: "bc" },
    { purpose: "abc", id: "" },
    { purpose: "ab", id: "d" },
  ]) {
    assert.equal(unseal(other, sealed), undefined);
  }
});

test("a body does not open in another vault", () => {
  const elsewhere = createSeal({ sealKey: randomBytes(32), random: testPorts.random });
  assert.equal(elsewhere.unseal(place, seal(place, Buffer.from("x"))), undefined);
});

test("no flipped bit and no cut opens", () => {
  const sealed = Buffer.from(seal(place, Buffer.from("signing key")));
  for (let bit = 0; bit < sealed.length * 8; bit += 1) {
    const bad = Buffer.from(sealed);
    bad[bit >> 3] = (bad[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    assert.equal(unseal(place, bad), undefined, `bit ${bit}`);
  }
  for (let length = 0; length < sealed.length; length += 1) {
    assert.equal(unseal(place, sealed.subarray(0, length)), undefined);
  }
});

test("the same body sealed twice looks different", () => {
  assert.notDeepEqual(seal(place, Buffer.from("x")), seal(place, Buffer.from("x")));
});

test("a body too large for a key is a bug", () => {
  assert.throws(() => seal(place, Buffer.alloc(65_537)), /too large/);
});
