import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto";
import canonicalize from "canonicalize";
import { mustExist } from "../../shared/assert.ts";
import type { TrailCheckpoint } from "../../shared/domain/audit.ts";

/** What a checkpoint says, before it is signed. */
export type CheckpointBody = Omit<TrailCheckpoint, "signature">;

/** A fresh P-256 key pair for signing checkpoints. The caller seals the private half and wipes it. */
export function makeTrailKey(): { publicKey: Uint8Array; privateKey: Uint8Array } {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return {
    publicKey: publicKey.export({ type: "spki", format: "der" }),
    privateKey: privateKey.export({ type: "pkcs8", format: "der" }),
  };
}

/** SHA-256 of a public key in hex: how the link of kind `trail-key-made` names it. */
export function trailKeyFingerprint(publicKey: Uint8Array): string {
  return createHash("sha256").update(publicKey).digest("hex");
}

/** Signs a checkpoint of this vault with a PKCS#8 private key, which stays with the caller. */
export function signCheckpoint(vaultId: string, body: CheckpointBody, privateKey: Uint8Array): TrailCheckpoint {
  const key = createPrivateKey({ key: Buffer.from(privateKey), format: "der", type: "pkcs8" });
  const signature = sign("sha256", signedBytes(vaultId, body), { key, dsaEncoding: "ieee-p1363" });
  return { ...body, signature: signature.toString("base64") };
}

/** Whether the signature holds under the key the checkpoint names. Never throws: what it is given may be hostile. */
export function isSignedByItsKey(vaultId: string, { signature, ...body }: TrailCheckpoint): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(body.publicKey, "base64"), format: "der", type: "spki" });
    if (key.asymmetricKeyType !== "ec" || key.asymmetricKeyDetails?.namedCurve !== "prime256v1") return false;
    const bytes = Buffer.from(signature, "base64");
    return verify("sha256", signedBytes(vaultId, body), { key, dsaEncoding: "ieee-p1363" }, bytes);
  } catch {
    return false;
  }
}

/** The vault's id keeps a checkpoint from standing in another vault's trail. */
function signedBytes(vaultId: string, body: CheckpointBody): Buffer {
  const { count, head, at, personId, personName, publicKey } = body;
  const canonical = canonicalize({
    form: "kura trail checkpoint 1",
    vaultId,
    count,
    head,
    at,
    personId,
    personName,
    publicKey,
  });
  return Buffer.from(mustExist(canonical, "a checkpoint has a canonical form"), "utf8");
}
