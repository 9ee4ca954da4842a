import assert from "node:assert/strict";
import { createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import fc from "fast-check";
import { newObjectCipher } from "../../../../electron/vault/crypto/object-cipher.ts";
import { StorageError } from "../../../../electron/vault/fault.ts";
import { createObjects, type ObjectReference, type Objects } from "../../../../electron/vault/objects.ts";
import { countingRandom, must, scratchFolder, testPorts } from "../../../integration/vault/scratch-vault.ts";

const mebibyte = 1_048_576;
const objectsKey = Buffer.alloc(32, 7);

interface Scene {
  readonly root: string;
  readonly objects: Objects;
  /** Locks as a closing vault would. */
  close(): void;
}

function scene(t: TestContext, root = join(scratchFolder(t), "objects")): Scene {
  let open = true;
  const objects = createObjects({ root, objectsKeys: [objectsKey], random: testPorts.random, isOpen: () => open });
  const close = (): void => {
    open = false;
  };
  return { root, objects, close };
}

async function* inPieces(bytes: Uint8Array, pieceBytes = 700_001): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
}

async function readAll(objects: Objects, reference: ObjectReference): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of objects.read(reference)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const pathOf = (root: string, id: string): string => join(root, id.slice(0, 2), `${id}.obj`);
const isCode = (code: string) => (error: unknown) => error instanceof StorageError && error.code === code;

for (const sizeBytes of [0, 1, mebibyte - 1, mebibyte, mebibyte + 1, 3 * mebibyte, 3 * mebibyte + 17]) {
  test(`${sizeBytes} bytes come back as they went in, with their hash and size`, async (t) => {
    const { root, objects } = scene(t);
    const bytes = randomBytes(sizeBytes);
    const written = must(await objects.write({ source: inPieces(bytes) }));
    assert.equal(written.sizeBytes, sizeBytes);
    assert.equal(written.sha256, createHash("sha256").update(bytes).digest("hex"));
    assert.ok((await readAll(objects, written)).equals(bytes));
    const chunks = Math.max(1, Math.ceil(sizeBytes / mebibyte));
    assert.equal(statSync(pathOf(root, written.objectId)).size, 48 + sizeBytes + 16 * chunks);
  });
}

test("however the source cuts its pieces, the object is the same plaintext", async (t) => {
  const { objects } = scene(t);
  const pieces = fc.array(fc.integer({ min: 0, max: 900_000 }), { maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(pieces, async (lengths) => {
      const parts = lengths.map((length) => randomBytes(length));
      const source = (async function* () {
        yield* parts;
      })();
      const written = must(await objects.write({ source }));
      assert.ok((await readAll(objects, written)).equals(Buffer.concat(parts)));
    }),
    { numRuns: 15 },
  );
});

test("an object has the frozen layout: header, then sealed chunks", () => {
  // By hand: the object key is printf 2c42df73…fe0e | xxd -r -p | openssl enc -aes-256-ctr -d -K 0707…07 -iv 2122232425262728292a2b2c00000002
  // the chunk key: openssl kdf -keylen 32 -kdfopt digest:SHA256 -kdfopt hexkey:<object key> -kdfopt hexsalt:2d2e…3b3c -kdfopt "info:kura v1 object" HKDF
  // the chunk: printf cbbede… | xxd -r -p | openssl enc -aes-256-ctr -d -K <chunk key> -iv 00000000000000000000000100000002
  const objectId = "a0a1a2a3a4a5a6a7a8a9aaabacadaeaf";
  const { cipher, wrappedKey } = newObjectCipher({ objectsKeys: [objectsKey], objectId, random: countingRandom() });
  assert.equal(
    Buffer.from(wrappedKey).toString("hex"),
    "2122232425262728292a2b2c2c42df73ff72e1f5042bbf70fcebd04df3dc78677ebd4fe0ee066b495df0468a3b9cde541b4e43a585c8dacb7cb4ebe6",
  );
  assert.equal(
    Buffer.from(cipher.header).toString("hex"),
    `4b5552414f424a310000100000000000${objectId}2d2e2f303132333435363738393a3b3c`,
  );
  assert.equal(
    cipher.seal(0, true, Buffer.from("evidence")).toString("hex"),
    "cbede7c5af7fc253c294dd610c7577216f7cdcbd31b76a2c",
  );
});

test("the second chunk can be opened with the README alone", async (t) => {
  const { root, objects } = scene(t);
  const bytes = randomBytes(mebibyte + 5);
  const { objectId, wrappedKey } = must(await objects.write({ source: inPieces(bytes) }));
  const file = readFileSync(pathOf(root, objectId));
  const open = (key: Buffer, nonce: Buffer, associatedData: Buffer, sealed: Buffer): Buffer => {
    const decipher = createDecipheriv("aes-256-gcm", key, nonce).setAAD(associatedData);
    decipher.setAuthTag(sealed.subarray(-16));
    return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  };
  const wrapped = Buffer.from(wrappedKey);
  const place = Buffer.concat([Buffer.from("kura v1 object key"), Buffer.from(objectId, "hex")]);
  const objectKey = open(objectsKey, wrapped.subarray(0, 12), place, wrapped.subarray(12));
  const key = Buffer.from(hkdfSync("sha256", objectKey, file.subarray(32, 48), "kura v1 object", 32));
  const nonce = Buffer.from("000000000000000000000101", "hex");
  assert.ok(open(key, nonce, file.subarray(0, 48), file.subarray(48 + mebibyte + 16)).equals(bytes.subarray(mebibyte)));
});

test("progress is told at least once per mebibyte and ends at the full size", async (t) => {
  const { objects } = scene(t);
  const seen: number[] = [];
  const bytes = randomBytes(3 * mebibyte + 1);
  must(await objects.write({ source: inPieces(bytes, 5 * mebibyte), onProgress: (done) => seen.push(done) }));
  assert.deepEqual(seen, [mebibyte, 2 * mebibyte, 3 * mebibyte, 3 * mebibyte + 1]);
});

test("a cancelled write answers so and leaves nothing", async (t) => {
  const { root, objects } = scene(t);
  const stop = new AbortController();
  const written = await objects.write({
    source: inPieces(randomBytes(5 * mebibyte)),
    signal: stop.signal,
    onProgress: (done) => void (done >= 2 * mebibyte && stop.abort()),
  });
  assert.equal(written.ok ? "ok" : written.error.code, "cancelled");
  assert.deepEqual(readdirSync(join(root, "parts")), []);
  assert.deepEqual(readdirSync(root), ["parts"]);
});

test("an error of the source travels on unchanged and leaves nothing", async (t) => {
  const { root, objects } = scene(t);
  const failure = Object.assign(new Error("the stick was pulled"), { code: "ENOENT" });
  const source = (async function* () {
    yield randomBytes(2 * mebibyte);
    throw failure;
  })();
  await assert.rejects(objects.write({ source }), (error) => error === failure);
  assert.deepEqual(readdirSync(join(root, "parts")), []);
});

test("locking stops a write and a read in their tracks", async (t) => {
  const first = scene(t);
  const bytes = randomBytes(3 * mebibyte);
  const written = must(await first.objects.write({ source: inPieces(bytes) }));
  const reading = first.objects.read(written);
  await reading.next();
  first.close();
  await assert.rejects(reading.next(), isCode("vault-locked"));
  const refused = await first.objects.write({ source: inPieces(bytes) });
  assert.equal(refused.ok ? "ok" : refused.error.code, "vault-locked");
  assert.deepEqual(readdirSync(join(first.root, "parts")), []);
});

/** Writes three chunks, damages the file, and expects the typed refusal with nothing but true bytes given out before it. */
async function expectDamage(t: TestContext, damage: (path: string, bytes: Buffer) => void): Promise<void> {
  const { root, objects } = scene(t);
  const bytes = randomBytes(2 * mebibyte + 100);
  const written = must(await objects.write({ source: inPieces(bytes) }));
  const path = pathOf(root, written.objectId);
  damage(path, readFileSync(path));
  let at = 0;
  await assert.rejects(async () => {
    for await (const chunk of objects.read(written)) {
      assert.ok(Buffer.from(chunk).equals(bytes.subarray(at, at + chunk.length)));
      at += chunk.length;
    }
  }, isCode("vault-damaged"));
}

const sealedBytes = mebibyte + 16;
const chunkAt = (index: number): number => 48 + index * sealedBytes;
const damages: readonly (readonly [string, (path: string, bytes: Buffer) => void])[] = [
  ["cut at a chunk's border", (path) => truncateSync(path, chunkAt(2))],
  ["cut inside a chunk", (path) => truncateSync(path, chunkAt(2) - 5)],
  ["cut inside the last tag", (path, bytes) => truncateSync(path, bytes.length - 1)],
  ["cut down to its header", (path) => truncateSync(path, 48)],
  ["cut inside its header", (path) => truncateSync(path, 20)],
  ["emptied", (path) => truncateSync(path, 0)],
  ["longer by a byte", (path, bytes) => writeFileSync(path, Buffer.concat([bytes, Buffer.alloc(1)]))],
  [
    "longer by a repeated chunk",
    (path, bytes) => writeFileSync(path, Buffer.concat([bytes, bytes.subarray(chunkAt(2))])),
  ],
  [
    "reordered",
    (path, bytes) => {
      const parts = [bytes.subarray(0, 48), bytes.subarray(chunkAt(1), chunkAt(2)), bytes.subarray(48, chunkAt(1))];
      writeFileSync(path, Buffer.concat([...parts, bytes.subarray(chunkAt(2))]));
    },
  ],
  [
    "short of its middle chunk",
    (path, bytes) => writeFileSync(path, Buffer.concat([bytes.subarray(0, chunkAt(1)), bytes.subarray(chunkAt(2))])),
  ],
];
for (const [name, damage] of damages) {
  test(`an object ${name} is damaged`, (t) => expectDamage(t, damage));
}

test("every flipped bit of header and tags, and one in each chunk, is damage", async (t) => {
  const { root, objects } = scene(t);
  const written = must(await objects.write({ source: inPieces(randomBytes(mebibyte + 40)) }));
  const path = pathOf(root, written.objectId);
  const whole = readFileSync(path);
  const places = [...Array(48).keys(), 48, 500_000, chunkAt(1) - 16, chunkAt(1) - 1, chunkAt(1), whole.length - 1];
  for (const [count, at] of places.entries()) {
    const bad = Buffer.from(whole);
    bad[at] = (bad[at] ?? 0) ^ (1 << (count & 7));
    writeFileSync(path, bad);
    await assert.rejects(readAll(objects, written), isCode("vault-damaged"), `byte ${at}`);
  }
});

test("an object under another's name, or with another's key, is damaged", async (t) => {
  const { root, objects } = scene(t);
  const first = must(await objects.write({ source: inPieces(randomBytes(10)) }));
  const second = must(await objects.write({ source: inPieces(randomBytes(10)) }));
  await assert.rejects(readAll(objects, { ...first, wrappedKey: second.wrappedKey }), isCode("vault-damaged"));
  writeFileSync(pathOf(root, first.objectId), readFileSync(pathOf(root, second.objectId)));
  await assert.rejects(readAll(objects, first), isCode("vault-damaged"));
  await assert.rejects(readAll(objects, { ...first, wrappedKey: second.wrappedKey }), isCode("vault-damaged"));
});

test("a missing object is damage, not a missing disk", async (t) => {
  const { objects } = scene(t);
  const reference = { objectId: "0".repeat(32), wrappedKey: new Uint8Array(60) };
  await assert.rejects(readAll(objects, reference), isCode("vault-damaged"));
});

test("an id that is no id never becomes a path", async (t) => {
  const { objects } = scene(t);
  const wrappedKey = new Uint8Array(60);
  for (const objectId of ["../../etc/passwd", "A".repeat(32), "", "0".repeat(31)]) {
    await assert.rejects(readAll(objects, { objectId, wrappedKey }), /an id is/);
    await assert.rejects(objects.remove(objectId), /an id is/);
  }
});

test("a removed object is gone, and removing it again is no error", async (t) => {
  const { root, objects } = scene(t);
  const written = must(await objects.write({ source: inPieces(randomBytes(100)) }));
  await objects.remove(written.objectId);
  assert.equal(existsSync(pathOf(root, written.objectId)), false);
  await objects.remove(written.objectId);
});

test("the sweep removes what no row knows and lists rows without a file", async (t) => {
  const before = scene(t);
  const kept = must(await before.objects.write({ source: inPieces(randomBytes(100)) }));
  const orphan = must(await before.objects.write({ source: inPieces(randomBytes(100)) }));
  writeFileSync(join(before.root, "parts", `${"d".repeat(32)}.part`), "half written");
  const { objects, root } = scene(t, before.root);
  const missing = "e".repeat(32);
  const swept = await objects.sweep(new Set([kept.objectId, missing]));
  assert.deepEqual(swept, { removed: 2, missing: [missing] });
  assert.equal(existsSync(pathOf(root, orphan.objectId)), false);
  assert.deepEqual(readdirSync(join(root, "parts")), []);
  assert.equal((await readAll(objects, kept)).length, 100);
});

test("the sweep spares an object whose row is still on the way", async (t) => {
  const { objects } = scene(t);
  const written = must(await objects.write({ source: inPieces(randomBytes(100)) }));
  assert.deepEqual(await objects.sweep(new Set()), { removed: 0, missing: [] });
  assert.equal((await readAll(objects, written)).length, 100);
});

test("files and folders are for their owner alone", { skip: process.platform === "win32" }, async (t) => {
  const { root, objects } = scene(t);
  const { objectId } = must(await objects.write({ source: inPieces(randomBytes(100)) }));
  assert.equal(statSync(pathOf(root, objectId)).mode & 0o777, 0o600);
  assert.equal(statSync(join(root, objectId.slice(0, 2))).mode & 0o777, 0o700);
  assert.equal(statSync(root).mode & 0o777, 0o700);
});
