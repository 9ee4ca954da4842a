import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { deflateRaw } from "node:zlib";
import { Sha256 } from "../../shared/domain/ids.ts";
import { signCms } from "../pdf/signing/cms.ts";
import type { Signer } from "../pdf/signing/signer.ts";
import { type PackedEdition, type PackManifest, packBytes, signedPart } from "./pack-format.ts";

/** The entries of one edition, packed, with what its manifest says of them. */
export interface PackedBody {
  readonly bytes: Uint8Array;
  readonly facts: Pick<PackedEdition, "packedBytes" | "packedSha256" | "plainBytes">;
}

const deflate = promisify(deflateRaw);

/** Packs the lines of one edition away from this thread. */
export async function packBody(lines: readonly Uint8Array[]): Promise<PackedBody> {
  const plain = Buffer.concat(lines);
  const bytes = await deflate(plain);
  const packedSha256 = Sha256.parse(createHash("sha256").update(bytes).digest("hex"));
  return { bytes, facts: { packedBytes: bytes.length, packedSha256, plainBytes: plain.length } };
}

/** A whole pack: the manifest signed, and the bodies behind it in the order of its editions. */
export function writePack(
  manifest: PackManifest,
  bodies: readonly Uint8Array[],
  signer: Signer,
): Generator<Uint8Array> {
  const bytes = Buffer.from(JSON.stringify(manifest), "utf8");
  const [mark, rest] = signedPart(bytes);
  const digest = createHash("sha256").update(mark).update(rest).digest();
  return packBytes({ manifest: bytes, signature: signCms(digest, signer), bodies });
}
