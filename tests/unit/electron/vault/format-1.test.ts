import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeSlotFile } from "../../../../electron/vault/slot-file.ts";
import { frozenFormat1, withChecksum } from "./format-1-bytes.ts";

const whole = (): Buffer => Buffer.from(frozenFormat1, "hex");

function altered(change: (bytes: Buffer) => void): Buffer {
  const bytes = whole();
  change(bytes);
  return withChecksum(bytes);
}

test("a file of the first format is read field by field", () => {
  const decoded = decodeSlotFile(whole());
  assert.ok(decoded.ok);
  const { file, envelope } = decoded.value;
  assert.equal(file.version, 1);
  assert.equal(file.vaultId, "a0a1a2a3a4a5a6a7a8a9aaabacadaeaf");
  assert.equal(file.generation, 1);
  const [slot] = file.slots;
  assert.equal(slot?.id, "0102030405060708090a0b0c0d0e0f10");
  assert.equal(slot?.kind, "passphrase");
  assert.deepEqual(slot?.kdf, { memoryKib: 65_536, passes: 3, lanes: 4 });
  assert.equal(Buffer.from(slot?.salt ?? []).toString("hex"), "1112131415161718191a1b1c1d1e1f20");
  assert.equal(Buffer.from(slot?.nonce ?? []).toString("hex"), "2122232425262728292a2b2c");
  assert.equal(Buffer.from(envelope.mac).toString("hex"), frozenFormat1.slice(384, 448));
});

test("every single flipped bit of a format-1 file is damage", () => {
  const bytes = whole();
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const flipped = Buffer.from(bytes);
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    assert.deepEqual(decodeSlotFile(flipped), { ok: false, error: "vault-damaged" }, `bit ${bit}`);
  }
});

const hostile: readonly (readonly [string, (bytes: Buffer) => void])[] = [
  ["version zero", (bytes) => bytes.writeUInt16LE(0, 8)],
  ["an unknown cipher profile", (bytes) => bytes.writeUInt16LE(2, 10)],
  ["a wrong length field", (bytes) => bytes.writeUInt32LE(255, 12)],
  ["no slots", (bytes) => bytes.writeUInt32LE(0, 36)],
  ["more slots than there are", (bytes) => bytes.writeUInt32LE(2, 36)],
  ["four thousand million slots", (bytes) => bytes.writeUInt32LE(0xffff_ffff, 36)],
  ["reserved bytes in use", (bytes) => bytes.writeUInt8(1, 63)],
  ["reserved slot bytes in use", (bytes) => bytes.writeUInt8(1, 64 + 104)],
  ["an unknown kind of slot", (bytes) => bytes.writeUInt8(9, 64 + 16)],
  ["no lanes", (bytes) => bytes.writeUInt8(0, 64 + 17)],
  ["200 lanes", (bytes) => bytes.writeUInt8(200, 64 + 17)],
  ["one kibibyte less than the floor", (bytes) => bytes.writeUInt32LE(65_535, 64 + 20)],
  ["more than 4 GiB", (bytes) => bytes.writeUInt32LE(4_194_305, 64 + 20)],
  ["no passes", (bytes) => bytes.writeUInt32LE(0, 64 + 24)],
  ["one pass over 64 MiB", (bytes) => bytes.writeUInt32LE(1, 64 + 24)],
  ["65 passes", (bytes) => bytes.writeUInt32LE(65, 64 + 24)],
];
for (const [name, change] of hostile) {
  test(`a format-1 file with ${name} is damage even when its checksum fits`, () => {
    assert.deepEqual(decodeSlotFile(altered(change)), { ok: false, error: "vault-damaged" });
  });
}

test("two slots of one id are damage in format 1", () => {
  const bytes = whole();
  const two = Buffer.concat([bytes.subarray(0, 192), bytes.subarray(64, 192), bytes.subarray(192)]);
  two.writeUInt32LE(two.length, 12);
  two.writeUInt32LE(2, 36);
  assert.deepEqual(decodeSlotFile(withChecksum(two)), { ok: false, error: "vault-damaged" });
});
