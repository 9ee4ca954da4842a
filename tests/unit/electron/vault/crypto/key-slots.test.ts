import assert from "node:assert/strict";
import { argon2Sync, createDecipheriv, createHmac, hkdfSync } from "node:crypto";
import { test } from "node:test";
import { createKdf } from "../../../../../electron/vault/crypto/kdf.ts";
import {
  createKeySlots,
  isAuthentic,
  signSlotFile,
  withoutSlot,
  withSlot,
  withSlotReplaced,
} from "../../../../../electron/vault/crypto/key-slots.ts";
import { decodeSlotFile, type KeySlot, kdfFloor, type SlotFile } from "../../../../../electron/vault/format.ts";
import { countingRandom, must, testPorts } from "../../../../integration/vault/scratch-vault.ts";

const vaultId = "a0a1a2a3a4a5a6a7a8a9aaabacadaeaf";
const vaultKey = Buffer.alloc(32, 0x42);
const slots = createKeySlots({ random: testPorts.random, kdf: createKdf(testPorts) });
const secret = { passphrase: "髙﨑の鍵" };

async function fileWith(...passphrases: string[]): Promise<SlotFile> {
  const made: KeySlot[] = [];
  for (const passphrase of passphrases) {
    made.push(must(await slots.wrap({ vaultId, vaultKey, secret: { passphrase }, kdf: kdfFloor })));
  }
  return { vaultId, generation: 1, slots: made };
}

/** A slot file written when the format was frozen: random bytes 1, 2, 3 …, passphrase 髙﨑の鍵, vault key 0x42 × 32. */
const frozen =
  "4b555241e894b50a0100010000010000a0a1a2a3a4a5a6a7a8a9aaabacadaeaf01000000010000000000000000000000000000000000000000000000000000000102030405060708090a0b0c0d0e0f100104000000000100030000001112131415161718191a1b1c1d1e1f202122232425262728292a2b2c68ebd68c66960c80fe109a3e90aee6b339e5ede1c200d174518a93041b19a831db8732955b93187a8131b10c816a99ad000000000000000000000000000000000000000000000000bfcff672555c263f602ccb292c6447e94c291ef084f0c596f2ec2ed3c66279bcf36f2e33a5b3c76bdc649607ad5a17043eb0d2729c2666869b32aff7d23bf21f";

test("a slot file of the first version opens for ever", async () => {
  const decoded = must(decodeSlotFile(Buffer.from(frozen, "hex")));
  const opened = must(await slots.unwrap(decoded.file, secret));
  assert.deepEqual(opened.vaultKey, vaultKey);
  assert.ok(isAuthentic(decoded, vaultKey));
});

test("the same choices give the same bytes today", async () => {
  const fixed = createKeySlots({ random: countingRandom(), kdf: createKdf(testPorts) });
  const slot = must(await fixed.wrap({ vaultId, vaultKey, secret, kdf: kdfFloor }));
  const bytes = signSlotFile({ vaultId, generation: 1, slots: [slot] }, vaultKey);
  assert.equal(Buffer.from(bytes).toString("hex"), frozen);
});

test("the wrapped key can be opened with the README alone", () => {
  const bytes = Buffer.from(frozen, "hex");
  const at = 64;
  const text = Buffer.from("髙﨑の鍵".normalize("NFKC"), "utf8");
  const key = argon2Sync("argon2id", {
    message: Buffer.concat([Buffer.from([text.length, 0, 0, 0]), text]),
    nonce: bytes.subarray(at + 28, at + 44),
    memory: bytes.readUInt32LE(at + 20),
    passes: bytes.readUInt32LE(at + 24),
    parallelism: bytes.readUInt8(at + 17),
    tagLength: 32,
  });
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(at + 44, at + 56));
  decipher.setAAD(Buffer.concat([bytes.subarray(0, 8), bytes.subarray(16, 32), bytes.subarray(at, at + 44)]));
  decipher.setAuthTag(bytes.subarray(at + 88, at + 104));
  const opened = Buffer.concat([decipher.update(bytes.subarray(at + 56, at + 88)), decipher.final()]);
  assert.deepEqual(opened, vaultKey);
  const macKey = Buffer.from(hkdfSync("sha256", opened, bytes.subarray(16, 32), "kura v1 header mac", 32));
  const mac = createHmac("sha256", macKey).update(bytes.subarray(0, 192)).digest();
  assert.deepEqual(bytes.subarray(192, 224), mac);
});

test("a wrong passphrase opens no slot", async () => {
  const file = await fileWith("正しい合言葉");
  assert.deepEqual(await slots.unwrap(file, { passphrase: "正しい合言葉 " }), { ok: false, error: "wrong-passphrase" });
  assert.deepEqual(await slots.unwrap(file, { passphrase: "" }), { ok: false, error: "wrong-passphrase" });
});

test("each person's passphrase opens that person's slot", async () => {
  const file = await fileWith("first person", "second person");
  for (const [index, passphrase] of ["first person", "second person"].entries()) {
    const opened = must(await slots.unwrap(file, { passphrase }));
    assert.equal(opened.slotId, file.slots[index]?.id);
    assert.deepEqual(opened.vaultKey, vaultKey);
  }
});

test("only the named slot is tried when one is named", async () => {
  const file = await fileWith("first person", "second person");
  const slotId = file.slots[0]?.id ?? "";
  const refused = await slots.unwrap(file, { passphrase: "second person" }, { slotId });
  assert.deepEqual(refused, { ok: false, error: "wrong-passphrase" });
});

test("a slot with a key file needs both", async () => {
  const keyFileHash = Buffer.alloc(32, 9);
  const slot = must(await slots.wrap({ vaultId, vaultKey, secret: { passphrase: "p", keyFileHash }, kdf: kdfFloor }));
  const file = { vaultId, generation: 1, slots: [slot] };
  assert.equal(slot.kind, "passphrase-and-key-file");
  assert.ok((await slots.unwrap(file, { passphrase: "p", keyFileHash })).ok);
  assert.equal((await slots.unwrap(file, { passphrase: "p" })).ok, false);
  assert.equal((await slots.unwrap(file, { passphrase: "p", keyFileHash: Buffer.alloc(32, 8) })).ok, false);
});

test("an empty passphrase gets no slot", async () => {
  const refused = await slots.wrap({ vaultId, vaultKey, secret: { passphrase: "" }, kdf: kdfFloor });
  assert.deepEqual(refused, { ok: false, error: "weak-passphrase" });
});

test("a slot moved to another vault does not open", async () => {
  const file = await fileWith("p");
  const moved = { ...file, vaultId: "b0a1a2a3a4a5a6a7a8a9aaabacadaeaf" };
  assert.deepEqual(await slots.unwrap(moved, { passphrase: "p" }), { ok: false, error: "wrong-passphrase" });
});

test("a slot under another id does not open: rights hang on the id", async () => {
  const file = await fileWith("p");
  const renamed = { ...file, slots: file.slots.map((slot) => ({ ...slot, id: "f".repeat(32) })) };
  assert.deepEqual(await slots.unwrap(renamed, { passphrase: "p" }), { ok: false, error: "wrong-passphrase" });
});

test("no two wrappings share a salt, a nonce or a byte string", async () => {
  const file = await fileWith("p", "p");
  const [first, second] = file.slots;
  assert.notDeepEqual(first?.salt, second?.salt);
  assert.notDeepEqual(first?.nonce, second?.nonce);
  assert.notDeepEqual(first?.wrappedKey, second?.wrappedKey);
});

test("dropping, swapping or adding a slot without the vault key shows in the MAC", async () => {
  const file = await fileWith("first", "second");
  const signed = must(decodeSlotFile(signSlotFile(file, vaultKey)));
  assert.ok(isAuthentic(signed, vaultKey));
  const [first, second] = file.slots;
  assert.ok(first && second);
  for (const forged of [[first], [second, first], [first, second, { ...second, id: "e".repeat(32) }]]) {
    const other = must(decodeSlotFile(signSlotFile({ ...file, slots: forged }, Buffer.alloc(32, 1))));
    assert.equal(isAuthentic(other, vaultKey), false);
    assert.equal(isAuthentic({ ...other, mac: signed.mac }, vaultKey), false);
  }
  const later = must(decodeSlotFile(signSlotFile({ ...file, generation: 2 }, Buffer.alloc(32, 1))));
  assert.equal(isAuthentic({ ...later, mac: signed.mac }, vaultKey), false);
});

test("every change of the slots counts the generation up", async () => {
  const file = await fileWith("first", "second");
  const [first, second] = file.slots;
  assert.ok(first && second);
  const without = withoutSlot(file, first.id);
  assert.deepEqual([without.generation, without.slots.map(({ id }) => id)], [2, [second.id]]);
  const again = withSlot(without, first);
  assert.deepEqual([again.generation, again.slots.length], [3, 2]);
  const replaced = withSlotReplaced(again, { ...second, kind: "recovery" });
  assert.deepEqual([replaced.generation, replaced.slots[0]?.kind], [4, "recovery"]);
});

test("the last slot, an unknown slot and a taken id are refused as bugs", async () => {
  const file = await fileWith("only");
  const [only] = file.slots;
  assert.ok(only);
  assert.throws(() => withoutSlot(file, only.id), /last slot/);
  assert.throws(() => withoutSlot(file, "0".repeat(32)), /no such slot/);
  assert.throws(() => withSlotReplaced(file, { ...only, id: "0".repeat(32) }), /no such slot/);
  assert.throws(() => withSlot(file, only), /taken/);
});

test("a broken random source is refused before it makes a key anybody could guess", async () => {
  for (const bytes of [(count: number) => new Uint8Array(count), () => new Uint8Array(3).fill(7)]) {
    const broken = createKeySlots({ random: { bytes }, kdf: createKdf(testPorts) });
    await assert.rejects(broken.wrap({ vaultId, vaultKey, secret, kdf: kdfFloor }), /random port/);
  }
});
