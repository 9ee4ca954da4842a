import assert from "node:assert/strict";
import { createHmac, hkdfSync } from "node:crypto";
import { test } from "node:test";
import { deriveSubkey, hmac, type SubkeyLabel, sameMac } from "../../../../../electron/vault/crypto/subkeys.ts";

const vaultKey = Buffer.from("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", "hex");
const vaultId = "a0a1a2a3a4a5a6a7a8a9aaabacadaeaf";

// By hand, with OpenSSL 3: openssl kdf -keylen 32 -kdfopt digest:SHA256 -kdfopt hexkey:0001…1e1f
//   -kdfopt hexsalt:a0a1…aeaf -kdfopt "info:kura v1 db" HKDF
const known: Readonly<Record<SubkeyLabel, string>> = {
  db: "2294e6c87f5e4d1a0ecb905bb16958f517810b6dab2688221a677af52b9651c3",
  objects: "cbb1ecdf4129119cd1278f880dfa8804e54f4c46e7820ae0a18566dd74ac39d0",
  "header mac": "c75c44fa03e02da7a6eea86dee8320acf91327bf980c7e728fad08ecd80c900a",
  "audit mac": "4183b6538404893a8b33dffb01eed9f06d0b7495863a3a7a4c7a31700dc0f2b9",
  seal: "ca9fedbb199fd4093ad710b4dd925e6d857e2ad69c6e131c38b5376ad2e55f3f",
  "backup manifest": "eda4e5b020914cd932d5ce33c3adae425b67a056747bb6e7f882ec2ce47a2480",
  "key id": "55e06edd2654e4a36c4a9ed5ecffa6aa787ea38354fe90a630d54af696dd5897",
};

for (const [label, expected] of Object.entries(known)) {
  test(`the sub-key for "${label}" is the one OpenSSL derives`, () => {
    // Safe: the keys of `known` are exactly the labels, by its type.
    assert.equal(deriveSubkey(vaultKey, vaultId, label as SubkeyLabel).toString("hex"), expected);
  });
}

test("HKDF-SHA256 underneath gives RFC 5869's first test case", () => {
  const salt = Buffer.from("000102030405060708090a0b0c", "hex");
  const info = Buffer.from("f0f1f2f3f4f5f6f7f8f9", "hex");
  const key = Buffer.from(hkdfSync("sha256", Buffer.alloc(22, 0x0b), salt, info, 42));
  assert.equal(
    key.toString("hex"),
    "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
  );
});

test("HMAC-SHA256 gives RFC 4231's second test case", () => {
  // By hand: printf 'what do ya want for nothing?' | openssl dgst -sha256 -hmac Jefe
  const mac = hmac(Buffer.from("Jefe"), Buffer.from("what do ya want for nothing?"));
  assert.equal(mac.toString("hex"), "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  assert.deepEqual(mac, createHmac("sha256", "Jefe").update("what do ya want for nothing?").digest());
});

test("another vault's id gives another key", () => {
  const other = deriveSubkey(vaultKey, "b0a1a2a3a4a5a6a7a8a9aaabacadaeaf", "db");
  assert.notEqual(other.toString("hex"), known.db);
});

test("codes of different length are never the same", () => {
  assert.equal(sameMac(Buffer.from([1, 2]), Buffer.from([1, 2, 3])), false);
  assert.equal(sameMac(Buffer.from([1, 2]), Buffer.from([1, 2])), true);
});
