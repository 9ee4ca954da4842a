import { createHash } from "node:crypto";
import { z } from "zod";
import { Sha256 } from "../../shared/domain/ids.ts";
import { EditionDetails, ListLayout } from "../../shared/domain/screening.ts";
import { Instant } from "../../shared/domain/time.ts";

/** The first bytes of every list pack of this format. */
export const packMark: Buffer = Buffer.from("KURA-LIST-PACK 1\n", "ascii");

/** Sizes that are read, in bytes. A pack of every public list is a tenth of the first. */
export const packLimits = {
  file: 512 * 1024 * 1024,
  /** What lies in front of the entries: details of the editions. */
  manifest: 1024 * 1024,
  signature: 64 * 1024,
  /** Entries of one edition, unpacked. */
  plain: 1024 * 1024 * 1024,
  editions: 100,
} as const;

/** One edition in a pack. */
export const PackedEdition = z.strictObject({
  details: EditionDetails,
  layout: ListLayout,
  /** Hash of the list's own file. */
  sha256: Sha256,
  entries: z.int().nonnegative(),
  importedAt: Instant,
  /** Bytes of its entries in the pack, their hash, and what they unpack to. */
  packedBytes: z.int().nonnegative(),
  packedSha256: Sha256,
  plainBytes: z.int().nonnegative(),
});
export type PackedEdition = z.infer<typeof PackedEdition>;

/** What a pack says of itself; these bytes are signed, and everything else hangs on them by hashes. */
export const PackManifest = z.strictObject({
  format: z.literal("kura-list-pack/1"),
  createdAt: Instant,
  createdBy: z.string().max(400),
  editions: z.array(PackedEdition).min(1).max(packLimits.editions),
});
export type PackManifest = z.infer<typeof PackManifest>;

/**
 * A pack's bytes in order: mark, manifest and signature each with its length in four bytes, the entries of each edition, and
 * at the end the SHA-256 of all before, so that damage is told from a signature that is wrong.
 */
export function* packBytes(parts: {
  readonly manifest: Uint8Array;
  readonly signature: Uint8Array;
  readonly bodies: Iterable<Uint8Array>;
}): Generator<Uint8Array> {
  const hash = createHash("sha256");
  const head = [packMark, lengthOf(parts.manifest), parts.manifest, lengthOf(parts.signature), parts.signature];
  for (const bytes of head) {
    hash.update(bytes);
    yield bytes;
  }
  for (const bytes of parts.bodies) {
    hash.update(bytes);
    yield bytes;
  }
  yield hash.digest();
}

/** What the signature of a pack is over. */
export function signedPart(manifest: Uint8Array): [Buffer, Buffer] {
  return [packMark, Buffer.from(manifest.buffer, manifest.byteOffset, manifest.byteLength)];
}

function lengthOf(bytes: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return length;
}
