import assert from "node:assert/strict";
import { createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import {
  type CaseSeal,
  caseSealOverheadBytes,
  createCaseSeal,
  newCaseKey,
} from "../../../../../electron/vault/crypto/case-seal.ts";
import { mustExist } from "../../../../../shared/assert.ts";
import { countingRandom, testPorts } from "../../../../integration/vault/scratch-vault.ts";

const { random } = testPorts;
const caseKey = Buffer.alloc(32, 7);
const dossierId = "11111111111111111111111111111111";
const place = { purpose: "answer.body", id: "Q1" };
const seal = createCaseSeal({ caseKey, dossierId, random });

const ways: readonly (keyof Pick<CaseSeal, "seal" | "sealSteady">)[] = ["seal", "sealSteady"];
const words = fc.string({ unit: "grapheme", maxLength: 12 });

test("a sealed body has the frozen layout: version, salt, nonce, ciphertext, tag", () => {
  const sealed = createCaseSeal({ caseKey, dossierId, random: countingRandom() }).seal(place, Buffer.from("秘"));
  assert.equal(
    sealed.toString("hex", 0, 29),
    `01${Buffer.from(Array.from({ length: 28 }, (_, n) => n + 1)).toString("hex")}`,
  );
  // The same by hand, with nothing but node:crypto.
  const key = Buffer.from(hkdfSync("sha256", caseKey, sealed.subarray(1, 17), "kura v1 case answer.body", 32));
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(17, 29));
  const lengths = ["20000000", "0b000000", "02000000"].map((hex) => Buffer.from(hex, "hex"));
  const placed = [dossierId, place.purpose, place.id].flatMap((word, n) => [
    mustExist(lengths[n], "a length"),
    Buffer.from(word),
  ]);
  decipher.setAAD(Buffer.concat([Buffer.from([1]), ...placed]));
  decipher.setAuthTag(sealed.subarray(-16));
  assert.equal(Buffer.concat([decipher.update(sealed.subarray(29, -16)), decipher.final()]).toString(), "秘");
});

test("any body comes back from its own place, sealed either way, 45 bytes longer", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 3000 }),
      words,
      words,
      fc.constantFrom(...ways),
      (body, purpose, id, way) => {
        const sealed = seal[way]({ purpose, id }, body);
        assert.equal(sealed.length, body.length + caseSealOverheadBytes);
        assert.deepEqual(seal.unseal({ purpose, id }, sealed), Buffer.from(body));
      },
    ),
  );
});

test("nothing opens in another place, however the words are cut", () => {
  fc.assert(
    fc.property(words, words, words, words, fc.constantFrom(...ways), (purpose, id, otherPurpose, otherId, way) => {
      fc.pre(purpose !== otherPurpose || id !== otherId);
      const sealed = seal[way]({ purpose, id }, Buffer.from("x"));
      assert.equal(seal.unseal({ purpose: otherPurpose, id: otherId }, sealed), undefined);
    }),
  );
});

test("nothing opens in another case, even under the same key", () => {
  fc.assert(
    fc.property(words, fc.constantFrom(...ways), (other, way) => {
      fc.pre(other !== dossierId);
      const elsewhere = createCaseSeal({ caseKey, dossierId: other, random });
      assert.equal(elsewhere.unseal(place, seal[way](place, Buffer.from("x"))), undefined);
    }),
  );
});

test("nothing opens under another key", () => {
  const elsewhere = createCaseSeal({ caseKey: newCaseKey(random), dossierId, random });
  for (const way of ways) assert.equal(elsewhere.unseal(place, seal[way](place, Buffer.from("x"))), undefined);
});

test("no flipped bit and no cut opens", () => {
  const sealed = seal.seal(place, Buffer.from("所見"));
  for (let bit = 0; bit < sealed.length * 8; bit += 1) {
    const bad = Buffer.from(sealed);
    bad[bit >> 3] = (bad[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    assert.equal(seal.unseal(place, bad), undefined, `bit ${bit}`);
  }
  for (let length = 0; length < sealed.length; length += 1) {
    assert.equal(seal.unseal(place, sealed.subarray(0, length)), undefined);
  }
});

test("the same body sealed twice looks different, and the same when sealed to be searched", () => {
  const body = Buffer.from("G-7");
  assert.notDeepEqual(seal.seal(place, body), seal.seal(place, body));
  assert.deepEqual(seal.sealSteady(place, body), seal.sealSteady(place, body));
});

test("bodies sealed to be searched look different in other places, cases and under other keys", () => {
  const body = Buffer.from("G-7");
  const others = [
    seal.sealSteady({ ...place, id: "Q2" }, body),
    createCaseSeal({ caseKey, dossierId: "2".repeat(32), random }).sealSteady(place, body),
    createCaseSeal({ caseKey: randomBytes(32), dossierId, random }).sealSteady(place, body),
  ];
  assert.equal(new Set([seal.sealSteady(place, body), ...others].map((sealed) => sealed.toString("hex"))).size, 4);
});

test("a code tells equal texts from unequal ones under one key alone", () => {
  const elsewhere = createCaseSeal({ caseKey: randomBytes(32), dossierId, random });
  assert.equal(seal.code("a"), seal.code("a"));
  assert.notEqual(seal.code("a"), seal.code("b"));
  assert.notEqual(seal.code("a"), elsewhere.code("a"));
});

test("after wiping nothing is sealed or opened any more", () => {
  const wiped = createCaseSeal({ caseKey, dossierId, random });
  const sealed = wiped.seal(place, Buffer.from("x"));
  wiped.wipe();
  assert.throws(() => wiped.seal(place, Buffer.from("x")));
  assert.throws(() => wiped.sealSteady(place, Buffer.from("x")));
  assert.throws(() => wiped.unseal(place, sealed));
  assert.throws(() => wiped.code("x"));
  assert.deepEqual(seal.unseal(place, sealed), Buffer.from("x"), "the caller's key is not touched");
});
