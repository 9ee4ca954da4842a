import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { isPermittedKdf, kdfFloor, maxSlotFileBytes, sealEnvelope } from "../../../../electron/vault/format.ts";
import { encodeFormat2, type KeySlot, type SlotFile } from "../../../../electron/vault/format-2.ts";
import { decodeSlotFile } from "../../../../electron/vault/slot-file.ts";
import { withChecksum } from "./format-1-bytes.ts";

const slot: KeySlot = {
  id: "101112131415161718191a1b1c1d1e1f",
  kind: "passphrase",
  kdf: kdfFloor,
  salt: new Uint8Array(16).fill(0x5a),
  nonce: new Uint8Array(12).fill(0x6e),
  wrappedKey: new Uint8Array(48).fill(0x77),
  publicKey: new Uint8Array(65).fill(0x70),
  encapsulation: new Uint8Array(65).fill(0x65),
  sealedKeys: new Uint8Array(80).fill(0x73),
};
const anchor = { count: 258, head: "c3".repeat(32), atMs: 1_795_395_600_000 };
const file: SlotFile = {
  version: 2,
  vaultId: "000102030405060708090a0b0c0d0e0f",
  generation: 7,
  anchor,
  slots: [slot],
};
const mac = new Uint8Array(32).fill(0x4d);
const encoded = (value: SlotFile): Buffer => Buffer.from(sealEnvelope(encodeFormat2(value), mac));
const whole = (): Buffer => encoded(file);

function altered(change: (bytes: Buffer) => void): Buffer {
  const bytes = whole();
  change(bytes);
  return withChecksum(bytes);
}

test("the slot file is laid out as the README says, byte by byte", () => {
  // By hand: write down the fields from the README's tables; the last 32 bytes are `head -c 480 vault.hdr | sha256sum`.
  const expected = [
    "4b555241e894b50a", // magic
    "0200", // format version
    "0100", // cipher profile
    "00020000", // 512 bytes in all
    "000102030405060708090a0b0c0d0e0f", // vault id
    "07000000", // generation
    "01000000", // one slot
    "00".repeat(24),
    "0201000000000000", // 258 links in the trail
    "c3".repeat(32), // the last one's hash
    "80beea05a2010000", // 1 795 395 600 000 ms
    "00".repeat(16),
    "101112131415161718191a1b1c1d1e1f", // slot id
    "01040000", // passphrase, four lanes
    "00000100", // 65536 KiB
    "03000000", // three passes
    "5a".repeat(16),
    "6e".repeat(12),
    "77".repeat(48), // person key, wrapped
    "70".repeat(65), // public key
    "65".repeat(65), // encapsulation
    "73".repeat(80), // vault key, sealed
    "00".repeat(6),
    "4d".repeat(32),
  ].join("");
  assert.equal(whole().subarray(0, 480).toString("hex"), expected);
  const checksum = createHash("sha256").update(Buffer.from(expected, "hex")).digest("hex");
  assert.equal(whole().subarray(480).toString("hex"), checksum);
});

test("what was encoded is decoded to the same", () => {
  const decoded = decodeSlotFile(whole());
  assert.ok(decoded.ok);
  assert.deepEqual(decoded.value.file, file);
  assert.deepEqual(Buffer.from(decoded.value.envelope.mac), Buffer.from(mac));
});

test("a file without an anchor is decoded to one without", () => {
  const decoded = decodeSlotFile(encoded({ ...file, anchor: undefined }));
  assert.ok(decoded.ok);
  assert.deepEqual(decoded.value.file, { ...file, anchor: undefined });
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
    bytes.writeUInt16LE(3, 8);
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
  ["bytes in use that both formats reserve", (bytes) => bytes.writeUInt8(1, 41)],
  ["reserved metadata in use", (bytes) => bytes.writeUInt8(1, 128 + 18)],
  ["an anchor without a moment", (bytes) => bytes.fill(0, 104, 112)],
  ["an anchor after the end of time", (bytes) => bytes.fill(0xff, 104, 112)],
  ["a trail longer than numbers go", (bytes) => bytes.fill(0xff, 64, 72)],
  ["reserved bytes in use", (bytes) => bytes.writeUInt8(1, 127)],
  ["reserved slot bytes in use", (bytes) => bytes.writeUInt8(1, 128 + 314)],
  ["an unknown kind of slot", (bytes) => bytes.writeUInt8(9, 128 + 16)],
  ["no lanes", (bytes) => bytes.writeUInt8(0, 128 + 17)],
  ["200 lanes", (bytes) => bytes.writeUInt8(200, 128 + 17)],
  ["one kibibyte less than the floor", (bytes) => bytes.writeUInt32LE(65_535, 128 + 20)],
  ["more than 4 GiB", (bytes) => bytes.writeUInt32LE(4_194_305, 128 + 20)],
  ["no passes", (bytes) => bytes.writeUInt32LE(0, 128 + 24)],
  ["one pass over 64 MiB", (bytes) => bytes.writeUInt32LE(1, 128 + 24)],
  ["65 passes", (bytes) => bytes.writeUInt32LE(65, 128 + 24)],
];
for (const [name, change] of hostile) {
  test(`a file with ${name} is damage even when its checksum fits`, () => {
    assert.deepEqual(decodeSlotFile(altered(change)), { ok: false, error: "vault-damaged" });
  });
}

test("two slots of one id are damage", () => {
  assert.deepEqual(decodeSlotFile(encoded({ ...file, slots: [slot, slot] })), { ok: false, error: "vault-damaged" });
});

test("a full file of 64 slots goes out and in", () => {
  const slots = Array.from({ length: 64 }, (_, index) => ({ ...slot, id: index.toString(16).padStart(32, "0") }));
  const decoded = decodeSlotFile(encoded({ ...file, slots }));
  assert.ok(decoded.ok);
  assert.equal(decoded.value.file.slots.length, 64);
});

test("a body cut down to the first format's prelude is damage", () => {
  const short = altered((bytes) => bytes.writeUInt32LE(128, 12)).subarray(0, 128);
  assert.deepEqual(decodeSlotFile(withChecksum(short)), { ok: false, error: "vault-damaged" });
});

test("an anchor that cannot be read back is not written", () => {
  for (const wrong of [
    { ...anchor, head: "C3" },
    { ...anchor, count: -1 },
    { ...anchor, count: 0.5 },
    { ...anchor, atMs: 0 },
  ]) {
    assert.throws(() => encodeFormat2({ ...file, anchor: wrong }), JSON.stringify(wrong));
  }
});

test("nothing cheaper than the floor may be written", () => {
  const cheap = { ...slot, kdf: { memoryKib: 19_456, passes: 2, lanes: 1 } };
  assert.throws(() => encodeFormat2({ ...file, slots: [cheap] }));
});

test("RFC 9106's two recommended parameter sets are permitted", () => {
  assert.ok(isPermittedKdf({ memoryKib: 2_097_152, passes: 1, lanes: 4 }));
  assert.ok(isPermittedKdf({ memoryKib: 65_536, passes: 3, lanes: 4 }));
});
