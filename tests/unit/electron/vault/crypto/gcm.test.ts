import assert from "node:assert/strict";
import { createCipheriv } from "node:crypto";
import { test } from "node:test";
import { decryptGcm, encryptGcm } from "../../../../../electron/vault/crypto/gcm.ts";

const hex = (text: string): Buffer => Buffer.from(text, "hex");

// McGrew and Viega, "The Galois/Counter Mode of Operation", test case 16.
const key = hex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308");
const nonce = hex("cafebabefacedbaddecaf888");
const associatedData = hex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
const plaintext = hex(
  "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
);
const ciphertext =
  "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662";
const tag = "76fc6ece0f4e1768cddf8853bb2d551b";

/** GCM from its definition: counter mode, then a polynomial over GF(2^128). */
function gcmByDefinition(): string {
  const block = (input: Buffer): Buffer => createCipheriv("aes-256-ecb", key, null).setAutoPadding(false).update(input);
  const counter = (value: number): Buffer => Buffer.concat([nonce, Buffer.from([0, 0, 0, value])]);
  const xor = (left: Buffer, right: Buffer): Buffer => Buffer.from(left.map((byte, at) => byte ^ (right[at] ?? 0)));
  const out: Buffer[] = [];
  for (let at = 0; at < plaintext.length; at += 16) {
    out.push(xor(plaintext.subarray(at, at + 16), block(counter(2 + at / 16))));
  }
  const padded = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc((16 - (bytes.length % 16)) % 16)]);
  const lengths = Buffer.alloc(16);
  lengths.writeBigUInt64BE(BigInt(associatedData.length * 8), 0);
  lengths.writeBigUInt64BE(BigInt(plaintext.length * 8), 8);
  const hashed = Buffer.concat([padded(associatedData), padded(Buffer.concat(out)), lengths]);
  const number = (bytes: Buffer): bigint => BigInt(`0x${bytes.toString("hex")}`);
  const subkey = number(block(Buffer.alloc(16)));
  let sum = 0n;
  for (let at = 0; at < hashed.length; at += 16) sum = multiply(sum ^ number(hashed.subarray(at, at + 16)), subkey);
  const sumBytes = hex(sum.toString(16).padStart(32, "0"));
  return Buffer.concat([...out, xor(sumBytes, block(counter(1)))]).toString("hex");
}

function multiply(left: bigint, right: bigint): bigint {
  let product = 0n;
  let factor = right;
  for (let bit = 127n; bit >= 0n; bit -= 1n) {
    if ((left >> bit) & 1n) product ^= factor;
    factor = factor & 1n ? (factor >> 1n) ^ (0xe1n << 120n) : factor >> 1n;
  }
  return product;
}

test("AES-256-GCM gives the published ciphertext and tag", () => {
  // By hand, the ciphertext: printf d931…b39 | xxd -r -p | openssl enc -aes-256-ctr -K feff…8308 -iv cafebabefacedbaddecaf88800000002 | xxd -p
  assert.equal(encryptGcm({ key, nonce, associatedData }, plaintext).toString("hex"), ciphertext + tag);
});

test("the published vector follows from the definition", () => {
  assert.equal(gcmByDefinition(), ciphertext + tag);
});

test("the plaintext comes back", () => {
  assert.deepEqual(decryptGcm({ key, nonce, associatedData }, hex(ciphertext + tag)), plaintext);
});

test("no altered part opens", () => {
  const sealed = hex(ciphertext + tag);
  for (let at = 0; at < sealed.length; at += 1) {
    const bad = Buffer.from(sealed);
    bad[at] = (bad[at] ?? 0) ^ 1;
    assert.equal(decryptGcm({ key, nonce, associatedData }, bad), undefined);
  }
  assert.equal(decryptGcm({ key, nonce, associatedData: hex("00") }, sealed), undefined);
  assert.equal(decryptGcm({ key, nonce: Buffer.alloc(12), associatedData }, sealed), undefined);
  assert.equal(decryptGcm({ key: Buffer.alloc(32), nonce, associatedData }, sealed), undefined);
});

test("a tag cut short does not open", () => {
  const sealed = hex(ciphertext + tag);
  assert.equal(decryptGcm({ key, nonce, associatedData }, sealed.subarray(0, sealed.length - 4)), undefined);
  assert.equal(decryptGcm({ key, nonce, associatedData }, hex("00")), undefined);
});
