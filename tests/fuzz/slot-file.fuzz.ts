/** Hostile slot files. `node --test tests/fuzz/slot-file.fuzz.ts`; KURA_RUNS raises the number of tries. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { isAuthentic } from "../../electron/vault/crypto/slot-signature.ts";
import { isPermittedKdf, kdfFloor, maxSlots, sealEnvelope, slotFileMagic } from "../../electron/vault/format.ts";
import { encodeFormat2, type SlotFile } from "../../electron/vault/format-2.ts";
import { decodeSlotFile } from "../../electron/vault/slot-file.ts";
import { frozenFormat1 } from "../unit/electron/vault/format-1-bytes.ts";

const runs = Number(process.env["KURA_RUNS"] ?? 5000);
const hexId = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Buffer.from(bytes).toString("hex"));
const bytesOf = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

const anchor = fc.record({
  count: fc.nat(),
  head: bytesOf(32).map((bytes) => Buffer.from(bytes).toString("hex")),
  atMs: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
});

const slotFile = fc.record({
  version: fc.constant(2 as const),
  vaultId: hexId,
  anchor: fc.option(anchor, { nil: undefined }),
  generation: fc.integer({ min: 0, max: 0xffff_ffff }),
  slots: fc.uniqueArray(
    fc.record({
      id: hexId,
      kind: fc.constantFrom("passphrase" as const, "passphrase-and-key-file" as const, "recovery" as const),
      kdf: fc.constantFrom(
        kdfFloor,
        { memoryKib: 2_097_152, passes: 1, lanes: 4 },
        { memoryKib: 262_144, passes: 3, lanes: 4 },
      ),
      salt: bytesOf(16),
      nonce: bytesOf(12),
      wrappedKey: bytesOf(48),
      publicKey: bytesOf(65),
      encapsulation: bytesOf(65),
      sealedKeys: bytesOf(80),
    }),
    { minLength: 1, maxLength: maxSlots, selector: ({ id }) => id },
  ),
});

function withChecksum(covered: Uint8Array): Uint8Array {
  return Buffer.concat([covered, createHash("sha256").update(covered).digest()]);
}

/** The same fields in the same order, so that two files can be compared as text. */
function sorted({ vaultId, generation, anchor: at, slots }: SlotFile): unknown {
  return [
    vaultId,
    generation,
    at === undefined ? [] : [at.count, at.head, at.atMs],
    slots.map(({ id, kind, kdf, ...bytes }) => [
      id,
      kind,
      [kdf.memoryKib, kdf.passes, kdf.lanes],
      ...[bytes.salt, bytes.nonce, bytes.wrappedKey, bytes.publicKey, bytes.encapsulation, bytes.sealedKeys].map(
        (part) => Buffer.from(part).toString("hex"),
      ),
    ]),
  ];
}

/** Whatever is accepted must be within every limit and must be written back byte by byte. */
function examine(bytes: Uint8Array): void {
  const decoded = decodeSlotFile(bytes);
  if (!decoded.ok) {
    assert.ok(decoded.error === "vault-damaged" || decoded.error === "vault-newer");
    return;
  }
  const { file, envelope } = decoded.value;
  assert.ok(file.slots.length >= 1 && file.slots.length <= maxSlots);
  for (const slot of file.slots) assert.ok(isPermittedKdf(slot.kdf));
  assert.equal(isAuthentic(envelope, new Uint8Array(32)), false);
  // Nothing writes format 1 any more, so only format 2 can be written back.
  if (file.version === 1) return;
  assert.equal(Buffer.compare(sealEnvelope(encodeFormat2(file), envelope.mac), bytes), 0);
  assert.equal(Buffer.compare(encodeFormat2(file), envelope.body), 0);
}

test("random bytes are answered, never thrown at", () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 22000 }), examine), { numRuns: runs });
});

test("random bytes behind the right magic and a right checksum are answered too", () => {
  const hostile = fc
    .uint8Array({ maxLength: 22000 })
    .map((bytes) => withChecksum(Buffer.concat([slotFileMagic, bytes])));
  fc.assert(fc.property(hostile, examine), { numRuns: runs });
});

test("a true file with a few bytes changed and the checksum put right is answered within the limits", () => {
  const change = fc.tuple(fc.nat({ max: 22000 }), fc.nat({ max: 255 }));
  fc.assert(
    fc.property(slotFile, bytesOf(32), fc.array(change, { maxLength: 6 }), (file, mac, changes) => {
      const whole = Buffer.from(sealEnvelope(encodeFormat2(file), mac));
      const covered = whole.subarray(0, -32);
      for (const [at, value] of changes) covered[at % covered.length] = value;
      examine(withChecksum(covered));
    }),
    { numRuns: runs },
  );
});

test("a file of the first format with a few bytes changed is answered within the limits", () => {
  const change = fc.tuple(fc.nat({ max: 223 }), fc.nat({ max: 255 }));
  fc.assert(
    fc.property(fc.array(change, { maxLength: 6 }), (changes) => {
      const covered = Buffer.from(frozenFormat1, "hex").subarray(0, -32);
      for (const [at, value] of changes) covered[at] = value;
      examine(withChecksum(covered));
    }),
    { numRuns: runs },
  );
});

test("a true file goes out and in unchanged", () => {
  fc.assert(
    fc.property(slotFile, bytesOf(32), (file, mac) => {
      const decoded = decodeSlotFile(sealEnvelope(encodeFormat2(file), mac));
      assert.ok(decoded.ok);
      assert.ok(decoded.value.file.version === 2);
      assert.equal(JSON.stringify(sorted(decoded.value.file)), JSON.stringify(sorted(file)));
    }),
    { numRuns: Math.ceil(runs / 10) },
  );
});
