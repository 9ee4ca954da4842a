import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import {
  decodeSlotFile,
  encodeSlotFile,
  encodeSlotFileBody,
  isPermittedKdf,
  type KeySlot,
  kdfFloor,
  maxSlotFileBytes,
  type SlotFile,
} from "../../../../electron/vault/format.ts";

const slot: KeySlot = {
  id: "101112131415161718191a1b1c1d1e1f",
  kind: "passphrase",
  kdf: kdfFloor,
  salt: new Uint8Array(16).fill(0x5a),
  nonce: new Uint8Array(12).fill(0x6e),
  wrappedKey: new Uint8Array(48).fill(0x77),
};
const file: SlotFile = { vaultId: "000102030405060708090a0b0c0d0e0f", generation: 7, slots: [slot] };
const mac = new Uint8Array(32).fill(0x4d);
const whole = (): Buffer => Buffer.from(encodeSlotFile(encodeSlotFileBody(file), mac));

/** What an attacker can do: change any byte and put the plain checksum right again. */
function withChecksum(bytes: Buffer): Buffer {
  const covered = bytes.subarray(0, bytes.length - 32);
  return Buffer.concat([covered, createHash("sha256").update(covered).digest()]);
}

function altered(change: (bytes: Buffer) => void): Buffer {
  const bytes = whole();
  change(bytes);
  return withChecksum(bytes);
}

test("the slot file is laid out as the README says, byte by byte", () => {
  // By hand: write down the fields from the README's table; the last 32 bytes are `head -c 224 vault.hdr | sha256sum`.
  const expected = [
    "4b555241e894b50a", // magic
    "0100", // format version
    "0100", // cipher profile
    "00010000", // 256 bytes in all
    "000102030405060708090a0b0c0d0e0f", // vault id
    "07000000", // generation
    "01000000", // one slot
    "00".repeat(24),
    "101112131415161718191a1b1c1d1e1f", // slot id
    "01040000", // passphrase, four lanes
    "00000100", // 65536 KiB
    "03000000", // three passes
    "5a".repeat(16),
    "6e".repeat(12),
    "77".repeat(48),
    "00".repeat(24),
    "4d".repeat(32),
  ].join("");
  assert.equal(whole().subarray(0, 224).toString("hex"), expected);
  const checksum = createHash("sha256").update(Buffer.from(expected, "hex")).digest("hex");
  assert.equal(whole().subarray(224).toString("hex"), checksum);
});

test("what was encoded is decoded to the same", () => {
  const decoded = decodeSlotFile(whole());
  assert.ok(decoded.ok);
  assert.deepEqual(decoded.value.file, file);
  assert.deepEqual(Buffer.from(decoded.value.mac), Buffer.from(mac));
});

test("every single flipped bit is damage", () => {
  const bytes = whole();
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const flipped = Buffer.from(bytes);
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    assert.deepEqual(decodeSlotFile(flipped), { ok: false, error: "vault-damaged" }, `bit ${bit}`);
  }
});

test("every shorter and every slightly longer file is damage", () => {
  const bytes = whole();
  for (let length = 0; length < bytes.length; length += 1) {
    assert.deepEqual(decodeSlotFile(bytes.subarray(0, length)), { ok: false, error: "vault-damaged" });
  }
  assert.deepEqual(decodeSlotFile(Buffer.concat([bytes, Buffer.from([0])])), { ok: false, error: "vault-damaged" });
});

test("a whole file of a later version is newer, whatever follows its version", () => {
  const newer = altered((bytes) => {
    bytes.writeUInt16LE(2, 8);
    bytes.fill(0xaa, 10, 200);
  });
  assert.deepEqual(decodeSlotFile(newer), { ok: false, error: "vault-newer" });
});

test("a file longer than any slot file may be is refused unread", () => {
  const huge = withChecksum(Buffer.concat([whole(), Buffer.alloc(maxSlotFileBytes)]));
  assert.deepEqual(decodeSlotFile(huge), { ok: false, error: "vault-damaged" });
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
  test(`a file with ${name} is damage even when its checksum fits`, () => {
    assert.deepEqual(decodeSlotFile(altered(change)), { ok: false, error: "vault-damaged" });
  });
}

test("two slots of one id are damage", () => {
  const body = encodeSlotFileBody({ ...file, slots: [slot, slot] });
  assert.deepEqual(decodeSlotFile(encodeSlotFile(body, mac)), { ok: false, error: "vault-damaged" });
});

test("a full file of 64 slots goes out and in", () => {
  const slots = Array.from({ length: 64 }, (_, index) => ({ ...slot, id: index.toString(16).padStart(32, "0") }));
  const decoded = decodeSlotFile(encodeSlotFile(encodeSlotFileBody({ ...file, slots }), mac));
  assert.ok(decoded.ok);
  assert.equal(decoded.value.file.slots.length, 64);
});

test("nothing cheaper than the floor may be written", () => {
  const cheap = { ...slot, kdf: { memoryKib: 19_456, passes: 2, lanes: 1 } };
  assert.throws(() => encodeSlotFileBody({ ...file, slots: [cheap] }));
});

test("RFC 9106's two recommended parameter sets are permitted", () => {
  assert.ok(isPermittedKdf({ memoryKib: 2_097_152, passes: 1, lanes: 4 }));
  assert.ok(isPermittedKdf({ memoryKib: 65_536, passes: 3, lanes: 4 }));
});
