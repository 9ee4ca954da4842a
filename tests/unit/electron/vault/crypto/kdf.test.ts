import assert from "node:assert/strict";
import { argon2Sync, createHash, randomBytes, randomInt } from "node:crypto";
import { performance } from "node:perf_hooks";
import { test } from "node:test";
import { hashRaw } from "@node-rs/argon2";
import { createKdf, encodeSecret, maxPassphraseLength } from "../../../../../electron/vault/crypto/kdf.ts";
import { StorageError } from "../../../../../electron/vault/fault.ts";
import { type KdfParameters, kdfFloor } from "../../../../../electron/vault/format.ts";

const clock = { nowMs: Date.now, monotonicMs: () => performance.now() };
const mebibyte = 1_048_576;
const withMemory = (availableMib: number) =>
  createKdf({ clock, memory: { availableBytes: () => availableMib * mebibyte } });
const encoded = (passphrase: string, keyFileHash?: Uint8Array): string | undefined =>
  encodeSecret({ passphrase, keyFileHash })?.toString("hex");

test("the second implementation gives RFC 9106's Argon2id vector", () => {
  // RFC 9106, section 5.3. The derivation's own library takes no associated data, so it is compared with this one below.
  const tag = argon2Sync("argon2id", {
    message: Buffer.alloc(32, 1),
    nonce: Buffer.alloc(16, 2),
    secret: Buffer.alloc(8, 3),
    associatedData: Buffer.alloc(12, 4),
    parallelism: 4,
    memory: 32,
    passes: 3,
    tagLength: 32,
  });
  assert.equal(tag.toString("hex"), "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
});

test("the library gives the reference implementation's vector with its defaults for kind and version", async () => {
  // By hand: printf password | argon2 somesalt -id -t 2 -m 16 -p 1 -l 32 -r
  const options = { salt: Buffer.from("somesalt"), memoryCost: 65_536, timeCost: 2, parallelism: 1, outputLen: 32 };
  const key = await hashRaw(Buffer.from("password"), options);
  assert.equal(key.toString("hex"), "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7");
});

test("a passphrase gives the key the reference program gives", async () => {
  // By hand: printf '\x03\x00\x00\x00abc' | argon2 kura-salt-16byte -id -t 3 -m 16 -p 4 -l 32 -r
  const input = encodeSecret({ passphrase: "abc" });
  assert.ok(input);
  const key = await createKdf({ clock }).derive(input, Buffer.from("kura-salt-16byte"), kdfFloor);
  assert.equal(key.toString("hex"), "4d8bc41d1967ec28e3d413b76458ab8970b64db8b26836c4a652a46d4dd39f80");
});

test("both implementations agree on random input, also with unusual lanes and passes", async () => {
  const kdf = createKdf({ clock });
  const costs: KdfParameters[] = [
    kdfFloor,
    { memoryKib: 65_537, passes: 3, lanes: 1 },
    { memoryKib: 66_000, passes: 4, lanes: 3 },
  ];
  for (const cost of costs) {
    const message = randomBytes(randomInt(1, 300));
    const nonce = randomBytes(16);
    const other = argon2Sync("argon2id", {
      message,
      nonce,
      parallelism: cost.lanes,
      memory: cost.memoryKib,
      passes: cost.passes,
      tagLength: 32,
    });
    assert.deepEqual(await kdf.derive(Buffer.from(message), nonce, cost), other);
  }
});

test("the input is length, then UTF-8, then the key file's hash", () => {
  const hash = createHash("sha256").update("key file").digest();
  assert.equal(encoded("蔵"), "03000000e894b5");
  assert.equal(encoded("蔵", hash), `03000000e894b5${hash.toString("hex")}`);
});

test("what an input method may change does not change the key", () => {
  assert.equal(encoded("ＡＢ１２３"), encoded("AB123"));
  assert.equal(encoded("ｶﾞｷﾞｸﾞ"), encoded("ガギグ"));
  assert.equal(encoded("か\u3099"), encoded("が"));
});

test("what is another character stays another passphrase", () => {
  assert.notEqual(encoded("髙﨑"), encoded("高崎"));
  assert.notEqual(encoded("𠮷野"), encoded("吉野"));
  assert.notEqual(encoded("葛\u{e0100}城"), encoded("葛城"));
  assert.notEqual(encoded("abc "), encoded("abc"));
});

test("no passphrase can imitate another with a key file", () => {
  const hash = Buffer.alloc(32, 0x61);
  assert.notEqual(encoded("p", hash), encoded(`p${"a".repeat(32)}`));
});

test("text that cannot be a passphrase is not encoded", () => {
  assert.equal(encoded(""), undefined);
  assert.equal(encoded("half a pair \ud842"), undefined);
  assert.equal(encoded("長".repeat(maxPassphraseLength + 1)), undefined);
  assert.notEqual(encoded("長".repeat(maxPassphraseLength)), undefined);
});

test("the input buffer is wiped by the derivation", async () => {
  const input = Buffer.from("to be forgotten");
  await createKdf({ clock }).derive(input, Buffer.alloc(16), kdfFloor);
  assert.ok(input.every((byte) => byte === 0));
});

test("too little memory is told before it is taken, and the input is wiped all the same", async () => {
  const input = Buffer.from("to be forgotten");
  await assert.rejects(withMemory(63).derive(input, Buffer.alloc(16), kdfFloor), (error) => {
    return error instanceof StorageError && error.code === "kdf-out-of-memory";
  });
  assert.ok(input.every((byte) => byte === 0));
});

test("parameters below the floor are a bug", async () => {
  const cheap = { memoryKib: 32_768, passes: 3, lanes: 4 };
  await assert.rejects(createKdf({ clock }).derive(Buffer.from("x"), Buffer.alloc(16), cheap), /out of bounds/);
});

test("calibration takes 256 MiB where memory is plentiful and the machine quick", async () => {
  // A clock of its own: how busy this machine is must not decide the test.
  let nowMs = 0;
  const quick = createKdf({
    clock: { nowMs: Date.now, monotonicMs: () => (nowMs += 60) },
    memory: { availableBytes: () => 16_384 * mebibyte },
  });
  assert.deepEqual(await quick.calibrate(), { memoryKib: 262_144, passes: 3, lanes: 4 });
});

test("calibration steps down on a slow machine, never below the floor", async () => {
  const onClock = (stepMs: number) => {
    let nowMs = 0;
    const slow = { nowMs: Date.now, monotonicMs: () => (nowMs += stepMs) };
    return createKdf({ clock: slow, memory: { availableBytes: () => 16_384 * mebibyte } });
  };
  assert.equal((await onClock(300).calibrate()).memoryKib, 262_144);
  assert.equal((await onClock(500).calibrate()).memoryKib, 131_072);
  assert.deepEqual(await onClock(60_000).calibrate(), kdfFloor);
});

test("calibration steps down where memory is short, never below the floor", async () => {
  const calibrated = (availableMib: number): Promise<KdfParameters> => {
    // A clock of its own, as above: here memory alone is to decide.
    let nowMs = 0;
    const quick = { nowMs: Date.now, monotonicMs: () => (nowMs += 60) };
    return createKdf({ clock: quick, memory: { availableBytes: () => availableMib * mebibyte } }).calibrate();
  };
  assert.equal((await calibrated(600)).memoryKib, 131_072);
  assert.deepEqual(await calibrated(300), kdfFloor);
  assert.deepEqual(await calibrated(10), kdfFloor);
});

test("the estimate follows what was measured", async () => {
  let nowMs = 0;
  const kdf = createKdf({ clock: { nowMs: Date.now, monotonicMs: () => (nowMs += 192) } });
  await kdf.derive(Buffer.from("x"), Buffer.alloc(16), kdfFloor);
  assert.equal(kdf.estimateMs({ memoryKib: 262_144, passes: 3, lanes: 4 }), 768);
});
