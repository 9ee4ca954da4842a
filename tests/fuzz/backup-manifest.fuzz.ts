/** Hostile backup manifests. `node --test tests/fuzz/backup-manifest.fuzz.ts`; KURA_RUNS raises the number of tries. */
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import {
  decodeManifest,
  encodeManifest,
  isAuthenticManifest,
  type Manifest,
  maxManifestBytes,
} from "../../electron/vault/backup/manifest.ts";
import { mustExist } from "../../shared/assert.ts";

const runs = Number(process.env["KURA_RUNS"] ?? 3000);
const key = Buffer.alloc(32, 7);
const mac = (bytes: Uint8Array): Uint8Array => createHmac("sha256", key).update(bytes).digest();
const hex = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((bytes) => Buffer.from(bytes).toString("hex"));
const size = fc.nat({ max: 1_000_000_000 });
const file = fc.record({ sizeBytes: size, sha256: hex(32) });

const manifest: fc.Arbitrary<Manifest> = fc.record({
  format: fc.constant("kura-backup" as const),
  version: fc.constant(1 as const),
  vaultId: hex(16),
  name: hex(4).map((unique) => `20261123T011605Z-${unique}`),
  takenAtMs: size,
  schema: size,
  tables: fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9_]{0,20}$/), size, { maxKeys: 8 }),
  trail: fc.record({ count: size, head: hex(32) }),
  database: file,
  slotFile: file,
  objects: fc
    .uniqueArray(fc.tuple(hex(16), size, hex(32)), { maxLength: 6, selector: ([id]) => id })
    .map((objects) => objects.toSorted(([a], [b]) => (a < b ? -1 : 1))),
  missing: fc.uniqueArray(hex(16), { maxLength: 3 }).map((ids) => ids.toSorted()),
});

/** Whatever is accepted is written back byte by byte; and it is ours only if nobody changed it. */
function examine(bytes: Uint8Array, original?: Uint8Array): void {
  const read = decodeManifest(bytes);
  if (read === undefined) return;
  assert.equal(
    Buffer.compare(
      encodeManifest(read.manifest, () => read.mac),
      bytes,
    ),
    0,
  );
  const isOriginal = original !== undefined && Buffer.compare(bytes, original) === 0;
  assert.equal(isAuthenticManifest(read, mac), isOriginal);
}

test("random bytes and random JSON are answered, never thrown at", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => examine(bytes)),
    { numRuns: runs },
  );
  fc.assert(
    fc.property(fc.json(), (text) => examine(Buffer.from(text, "utf8"))),
    { numRuns: runs },
  );
});

test("a true manifest goes out and in unchanged and is known as ours", () => {
  fc.assert(
    fc.property(manifest, (body) => {
      const bytes = encodeManifest(body, mac);
      const read = mustExist(decodeManifest(bytes), "a true manifest");
      assert.ok(isAuthenticManifest(read, mac));
      examine(bytes, bytes);
    }),
    { numRuns: Math.ceil(runs / 5) },
  );
});

test("a true manifest with a few bytes changed is refused or not ours", () => {
  const change = fc.tuple(fc.nat({ max: 4000 }), fc.nat({ max: 255 }));
  fc.assert(
    fc.property(manifest, fc.array(change, { minLength: 1, maxLength: 5 }), (body, changes) => {
      const original = encodeManifest(body, mac);
      const bytes = Buffer.from(original);
      for (const [at, value] of changes) bytes[at % bytes.length] = value;
      examine(bytes, original);
    }),
    { numRuns: runs },
  );
});

test("another spelling of the same manifest is refused", () => {
  fc.assert(
    fc.property(manifest, (body) => {
      const text = Buffer.from(encodeManifest(body, mac)).toString("utf8");
      for (const other of [` ${text}`, text.trimEnd(), text.replace('"version":1', '"version":1.0')])
        assert.equal(decodeManifest(Buffer.from(other, "utf8")), undefined);
    }),
    { numRuns: Math.ceil(runs / 10) },
  );
});

test("a manifest past the limit is refused unread", () => {
  assert.equal(decodeManifest(Buffer.alloc(maxManifestBytes + 1, 0x20)), undefined);
});
