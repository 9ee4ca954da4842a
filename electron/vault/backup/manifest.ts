import canonicalize from "canonicalize";
import { z } from "zod";
import { mustExist } from "../../../shared/assert.ts";
import { sameMac } from "../crypto/subkeys.ts";
import { isSnapshotName } from "./layout.ts";

/** A reader never loads a longer manifest. Some hundred thousand objects fit. */
export const maxManifestBytes = 33_554_432;

/** Most objects one snapshot may name. */
const maxManifestObjects = 200_000;

const Hex64 = z.string().regex(/^[0-9a-f]{64}$/);
const ObjectId = z.string().regex(/^[0-9a-f]{32}$/);
const Size = z.int().nonnegative();
const FileFacts = z.strictObject({ sizeBytes: Size, sha256: Hex64 });

/** One file of a snapshot. */
export type FileFacts = z.infer<typeof FileFacts>;

const Body = z.strictObject({
  format: z.literal("kura-backup"),
  version: z.literal(1),
  vaultId: ObjectId,
  /** The folder's name, so that a manifest fits one folder alone. */
  name: z.string().refine(isSnapshotName),
  takenAtMs: Size,
  /** Schema version of the database. */
  schema: Size,
  tables: z.record(z.string().regex(/^[a-z][a-z0-9_]{0,63}$/), Size),
  trail: z.strictObject({ count: Size, head: Hex64 }),
  database: FileFacts,
  slotFile: FileFacts,
  /** Id, size and hash of each sealed file, in the order of the ids. */
  objects: z.array(z.tuple([ObjectId, Size, Hex64])).max(maxManifestObjects),
  /** Objects the database names whose file was gone already when the snapshot was made. */
  missing: z.array(ObjectId).max(maxManifestObjects),
});

/** What one snapshot holds. */
export type Manifest = z.infer<typeof Body>;

/** A manifest as it lies in the folder: with the code that only the vault's key can make. */
const Sealed = Body.extend({ mac: Hex64 });
type SealedManifest = z.infer<typeof Sealed>;

/** A manifest read from outside. Its code is checked by `isAuthenticManifest`, for which the vault must be open. */
export interface ReadManifest {
  readonly manifest: Manifest;
  readonly mac: Uint8Array;
}

/** The bytes the code covers: the canonical JSON (RFC 8785) of every other field. */
function coveredBytes(manifest: Manifest): Buffer {
  return Buffer.from(mustExist(canonicalize(manifest), "a manifest has a canonical form"), "utf8");
}

/** A whole manifest file. `mac` is HMAC-SHA256 under the vault's key for backup manifests. */
export function encodeManifest(manifest: Manifest, mac: (bytes: Uint8Array) => Uint8Array): Uint8Array {
  const sealed: SealedManifest = {
    ...Body.parse(manifest),
    mac: Buffer.from(mac(coveredBytes(manifest))).toString("hex"),
  };
  return fileBytes(sealed);
}

function fileBytes(sealed: SealedManifest): Buffer {
  return Buffer.from(`${mustExist(canonicalize(sealed), "a manifest has a canonical form")}\n`, "utf8");
}

/** Reads a manifest from outside under limits; `undefined` for anything that `encodeManifest` would not have written. */
export function decodeManifest(bytes: Uint8Array): ReadManifest | undefined {
  if (bytes.length > maxManifestBytes) return undefined;
  const parsed = Sealed.safeParse(parsedJson(Buffer.from(bytes).toString("utf8")));
  if (!parsed.success) return undefined;
  const { mac, ...manifest } = parsed.data;
  // Another spelling of the same values would be a second file with one code: blanks, other numbers, broken UTF-8.
  if (Buffer.compare(fileBytes(parsed.data), bytes) !== 0) return undefined;
  if (!isInOrder(manifest.objects.map(([id]) => id)) || !isInOrder(manifest.missing)) return undefined;
  return { manifest, mac: Buffer.from(mac, "hex") };
}

/** True when the vault with this key wrote the manifest. */
export function isAuthenticManifest(read: ReadManifest, mac: (bytes: Uint8Array) => Uint8Array): boolean {
  return sameMac(read.mac, mac(coveredBytes(read.manifest)));
}

/** Bytes of everything a snapshot needs, whether other snapshots share it or not. */
export function manifestSizeBytes(manifest: Manifest): number {
  const objects = manifest.objects.reduce((sum, [, sizeBytes]) => sum + sizeBytes, 0);
  return manifest.database.sizeBytes + manifest.slotFile.sizeBytes + objects;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isInOrder(ids: readonly string[]): boolean {
  return ids.every((id, index) => index === 0 || (ids[index - 1] ?? "") < id);
}
