import { createHash } from "node:crypto";

/** How a person's key is shown and frozen: the first 16 hex digits of the SHA-256 of its public half. */
export function keyFingerprint(publicKey: Uint8Array | null): string | null {
  return publicKey === null ? null : createHash("sha256").update(publicKey).digest("hex").slice(0, 16);
}
