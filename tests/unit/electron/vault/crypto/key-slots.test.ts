import assert from "node:assert/strict";
import { argon2Sync, createDecipheriv, createHmac, hkdfSync } from "node:crypto";
import { test } from "node:test";
import { createKdf } from "../../../../../electron/vault/crypto/kdf.ts";
import {
  createKeySlots,
  resealed,
  withoutSlot,
  withSlot,
  withSlotReplaced,
} from "../../../../../electron/vault/crypto/key-slots.ts";
import { upgradeFormat1 } from "../../../../../electron/vault/crypto/old-slots.ts";
import { headerMacKey, isAuthentic, signSlotFile } from "../../../../../electron/vault/crypto/slot-signature.ts";
import { kdfFloor } from "../../../../../electron/vault/format.ts";
import type { SlotFile1 } from "../../../../../electron/vault/format-1.ts";
import type { KeySlot, SlotFile } from "../../../../../electron/vault/format-2.ts";
import { type DecodedSlotFile, decodeSlotFile } from "../../../../../electron/vault/slot-file.ts";
import { must, testPorts } from "../../../../integration/vault/scratch-vault.ts";
import { frozenFormat1 } from "../format-1-bytes.ts";

const vaultId = "a0a1a2a3a4a5a6a7a8a9aaabacadaeaf";
const vaultKey = Buffer.alloc(32, 0x42);
const vaultKeys = { current: vaultKey, next: undefined };
const macKey = headerMacKey(vaultKey, vaultId);
const kdf = createKdf(testPorts);
const slots = createKeySlots({ random: testPorts.random, kdf });
const secret = { passphrase: "髙﨑の鍵" };
const kept = { slotId: "f0".repeat(16), personKey: Buffer.alloc(32, 0x50) };

async function fileWith(...passphrases: string[]): Promise<SlotFile> {
  const made: KeySlot[] = [];
  for (const passphrase of passphrases) {
    made.push(must(await slots.make({ vaultId, vaultKeys, secret: { passphrase }, kdf: kdfFloor })));
  }
  return fileOf(made);
}

function fileOf(made: readonly KeySlot[]): SlotFile {
  return { version: 2, vaultId, generation: 1, anchor: undefined, slots: made };
}

/** Signs and reads back, as a file on the disk would be. */
function stored(file: SlotFile, key: Uint8Array = macKey): DecodedSlotFile & { readonly file: SlotFile } {
  const { file: read, envelope } = must(decodeSlotFile(signSlotFile(file, key)));
  assert.equal(read.version, 2);
  return { file: read, envelope };
}

function oldFile(): SlotFile1 {
  const { file } = must(decodeSlotFile(Buffer.from(frozenFormat1, "hex")));
  assert.equal(file.version, 1);
  return file;
}

test("a slot file of the first version opens for ever, and becomes one slot of the second", async () => {
  const { opened, file } = must(await upgradeFormat1({ random: testPorts.random, kdf }, oldFile(), secret));
  assert.deepEqual(opened.vaultKeys.current, vaultKey);
  assert.deepEqual([file.version, file.vaultId, file.generation, file.anchor], [2, vaultId, 2, undefined]);
  assert.equal(opened.slotId, oldFile().slots[0]?.id);
  const again = must(await slots.open(file, secret));
  assert.deepEqual([again.slotId, again.vaultKeys, again.personKey], [opened.slotId, vaultKeys, opened.personKey]);
});

test("a wrong passphrase upgrades nothing", async () => {
  const refused = await upgradeFormat1({ random: testPorts.random, kdf }, oldFile(), { passphrase: "違う" });
  assert.deepEqual(refused, { ok: false, error: "wrong-passphrase" });
});

test("a file of the first version with two slots is refused: the other person's key cannot be made", async () => {
  const [slot] = oldFile().slots;
  assert.ok(slot);
  const two = { ...oldFile(), slots: [slot, { ...slot, id: "e".repeat(32) }] };
  await assert.rejects(upgradeFormat1({ random: testPorts.random, kdf }, two, secret), /vault-damaged/);
});

test("format 1 can be opened with nothing but its table in the README", () => {
  const bytes = Buffer.from(frozenFormat1, "hex");
  const key = argonOf(bytes, 64);
  const associated = [bytes.subarray(0, 8), bytes.subarray(16, 32), bytes.subarray(64, 108)];
  const opened = openGcm(key, bytes.subarray(108, 120), associated, bytes.subarray(120, 168));
  assert.deepEqual(opened, vaultKey);
  const key1 = Buffer.from(hkdfSync("sha256", opened, bytes.subarray(16, 32), "kura v1 header mac", 32));
  assert.deepEqual(bytes.subarray(192, 224), createHmac("sha256", key1).update(bytes.subarray(0, 192)).digest());
});

test("format 2's wrapped person key and MAC can be redone with the README alone", async () => {
  const slot = must(await slots.make({ vaultId, vaultKeys, secret, kdf: kdfFloor, keep: kept }));
  const bytes = Buffer.from(signSlotFile(fileOf([slot]), macKey));
  const associated = [bytes.subarray(0, 10), bytes.subarray(16, 32), bytes.subarray(128, 172)];
  const opened = openGcm(argonOf(bytes, 128), bytes.subarray(172, 184), associated, bytes.subarray(184, 232));
  assert.deepEqual(opened, kept.personKey);
  const key = Buffer.from(hkdfSync("sha256", vaultKey, bytes.subarray(16, 32), "kura v1 header mac", 32));
  assert.deepEqual(bytes.subarray(448, 480), createHmac("sha256", key).update(bytes.subarray(0, 448)).digest());
});

function argonOf(bytes: Buffer, at: number): Buffer {
  const text = Buffer.from("髙﨑の鍵".normalize("NFKC"), "utf8");
  return argon2Sync("argon2id", {
    message: Buffer.concat([Buffer.from([text.length, 0, 0, 0]), text]),
    nonce: bytes.subarray(at + 28, at + 44),
    memory: bytes.readUInt32LE(at + 20),
    passes: bytes.readUInt32LE(at + 24),
    parallelism: bytes.readUInt8(at + 17),
    tagLength: 32,
  });
}

function openGcm(key: Buffer, nonce: Buffer, associated: readonly Buffer[], sealed: Buffer): Buffer {
  const decipher = createDecipheriv("aes-256-gcm", key, nonce);
  decipher.setAAD(Buffer.concat(associated));
  decipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
}

test("a wrong passphrase opens no slot", async () => {
  const file = await fileWith("正しい合言葉");
  assert.deepEqual(await slots.open(file, { passphrase: "正しい合言葉 " }), { ok: false, error: "wrong-passphrase" });
  assert.deepEqual(await slots.open(file, { passphrase: "" }), { ok: false, error: "wrong-passphrase" });
});

test("each person's passphrase opens that person's slot", async () => {
  const file = await fileWith("first person", "second person");
  for (const [index, passphrase] of ["first person", "second person"].entries()) {
    const opened = must(await slots.open(file, { passphrase }));
    assert.equal(opened.slotId, file.slots[index]?.id);
    assert.deepEqual(opened.vaultKeys, vaultKeys);
  }
});

test("only the named slot is tried when one is named", async () => {
  const file = await fileWith("first person", "second person");
  const slotId = file.slots[0]?.id ?? "";
  const refused = await slots.open(file, { passphrase: "second person" }, { only: slotId });
  assert.deepEqual(refused, { ok: false, error: "wrong-passphrase" });
});

test("a slot with a key file needs both", async () => {
  const keyFileHash = Buffer.alloc(32, 9);
  const slot = must(await slots.make({ vaultId, vaultKeys, secret: { passphrase: "p", keyFileHash }, kdf: kdfFloor }));
  const file = fileOf([slot]);
  assert.equal(slot.kind, "passphrase-and-key-file");
  assert.ok((await slots.open(file, { passphrase: "p", keyFileHash })).ok);
  assert.equal((await slots.open(file, { passphrase: "p" })).ok, false);
  assert.equal((await slots.open(file, { passphrase: "p", keyFileHash: Buffer.alloc(32, 8) })).ok, false);
});

test("an empty passphrase gets no slot", async () => {
  const refused = await slots.make({ vaultId, vaultKeys, secret: { passphrase: "" }, kdf: kdfFloor });
  assert.deepEqual(refused, { ok: false, error: "weak-passphrase" });
});

test("a slot moved to another vault does not open", async () => {
  const file = await fileWith("p");
  const moved = { ...file, vaultId: "b0a1a2a3a4a5a6a7a8a9aaabacadaeaf" };
  assert.deepEqual(await slots.open(moved, { passphrase: "p" }), { ok: false, error: "wrong-passphrase" });
});

test("a slot under another id does not open: rights hang on the id", async () => {
  const file = await fileWith("p");
  const renamed = { ...file, slots: file.slots.map((slot) => ({ ...slot, id: "f".repeat(32) })) };
  assert.deepEqual(await slots.open(renamed, { passphrase: "p" }), { ok: false, error: "wrong-passphrase" });
});

test("no two wrappings share a salt, a nonce or a byte string", async () => {
  const file = await fileWith("p", "p");
  const [first, second] = file.slots;
  assert.notDeepEqual(first?.salt, second?.salt);
  assert.notDeepEqual(first?.nonce, second?.nonce);
  assert.notDeepEqual(first?.wrappedKey, second?.wrappedKey);
});

test("the slots named first are tried first, and unknown ids do no harm", async () => {
  const file = await fileWith("first person", "second person", "third person");
  const tried: string[] = [];
  const watched = createKeySlots({
    random: testPorts.random,
    kdf: {
      ...kdf,
      derive: (input, salt, parameters) => {
        tried.push(file.slots.find((slot) => Buffer.compare(slot.salt, salt) === 0)?.id ?? "");
        return kdf.derive(input, salt, parameters);
      },
    },
  });
  const [first, second, third] = file.slots.map(({ id }) => id);
  assert.ok(first && second && third);
  const choice = { first: ["0".repeat(32), third, second] };
  must(await watched.open(file, { passphrase: "second person" }, choice));
  assert.deepEqual(tried, [third, second]);
  tried.length = 0;
  assert.equal((await watched.open(file, { passphrase: "nobody" }, choice)).ok, false);
  assert.deepEqual(tried, [third, second, first]);
});

test("a slot keeps its id and its person's key when both are given", async () => {
  const one = must(await slots.make({ vaultId, vaultKeys, secret, kdf: kdfFloor, keep: kept }));
  const other = must(await slots.make({ vaultId, vaultKeys, secret: { passphrase: "n" }, kdf: kdfFloor, keep: kept }));
  assert.deepEqual([one.id, other.id], [kept.slotId, kept.slotId]);
  assert.deepEqual(one.publicKey, other.publicKey);
});

test("other vault keys can be sealed to a slot without its passphrase", async () => {
  const [slot] = (await fileWith("p")).slots;
  assert.ok(slot);
  const next = Buffer.alloc(32, 0x43);
  const both = await resealed(slot, vaultId, { current: vaultKey, next });
  const opened = must(await slots.open(fileOf([both]), { passphrase: "p" }));
  assert.deepEqual(opened.vaultKeys, { current: vaultKey, next });
});

test("somebody else's public key in a slot is damage, not a way to be given their secrets", async () => {
  const [mine, other] = (await fileWith("p", "q")).slots;
  assert.ok(mine && other);
  const swapped = await resealed({ ...mine, publicKey: other.publicKey }, vaultId, vaultKeys);
  await assert.rejects(slots.open(fileOf([swapped]), { passphrase: "p" }), /vault-damaged \(slot-public-key\)/);
});

test("sealed keys from another slot or altered ones are damage", async () => {
  const [mine, other] = (await fileWith("p", "q")).slots;
  assert.ok(mine && other);
  const foreign = { ...mine, encapsulation: other.encapsulation, sealedKeys: other.sealedKeys };
  const flipped = { ...mine, sealedKeys: mine.sealedKeys.map((byte, at) => (at === 0 ? byte ^ 1 : byte)) };
  const noPoint = { ...mine, encapsulation: new Uint8Array(65) };
  for (const bad of [foreign, flipped, noPoint]) {
    await assert.rejects(slots.open(fileOf([bad]), { passphrase: "p" }), /vault-damaged \(slot-sealed-keys\)/);
  }
});

for (const [name, cheaper] of [
  ["less memory", { memoryKib: 65_536, passes: 3, lanes: 4 }],
  ["fewer passes", { memoryKib: 131_072, passes: 3, lanes: 4 }],
  ["other lanes", { memoryKib: 131_072, passes: 4, lanes: 1 }],
] as const) {
  test(`a slot edited to ${name}, but within the limits, does not open`, async () => {
    const costly = { memoryKib: 131_072, passes: 4, lanes: 4 };
    const slot = must(await slots.make({ vaultId, vaultKeys, secret, kdf: costly }));
    assert.ok((await slots.open(fileOf([slot]), secret)).ok);
    const edited = fileOf([{ ...slot, kdf: cheaper }]);
    assert.deepEqual(await slots.open(edited, secret), { ok: false, error: "wrong-passphrase" });
  });
}

test("dropping, swapping or adding a slot, or another anchor, shows in the MAC", async () => {
  const file = await fileWith("first", "second");
  const signed = stored(file);
  assert.ok(isAuthentic(signed.envelope, macKey));
  const [first, second] = file.slots;
  assert.ok(first && second);
  const anchor = { count: 1, head: "ab".repeat(32), atMs: 1 };
  const forgeries: SlotFile[] = [
    ...[[first], [second, first], [first, second, { ...second, id: "e".repeat(32) }]].map((made) => ({
      ...file,
      slots: made,
    })),
    { ...file, generation: 2 },
    { ...file, anchor },
  ];
  for (const forged of forgeries) {
    const other = stored(forged, Buffer.alloc(32, 1));
    assert.equal(isAuthentic(other.envelope, macKey), false);
    assert.equal(isAuthentic({ ...other.envelope, mac: signed.envelope.mac }, macKey), false);
  }
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
    await assert.rejects(broken.make({ vaultId, vaultKeys, secret, kdf: kdfFloor }), /random port/);
  }
});
