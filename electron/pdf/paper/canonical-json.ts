import { createHash } from "node:crypto";
import canonicalize from "canonicalize";

/** A value as canonical JSON (RFC 8785) and the hash of exactly these bytes. */
export interface CanonicalJson {
  readonly bytes: Uint8Array;
  /** Lower-case hex. */
  readonly sha256: string;
}

/** Writes a value as canonical JSON in UTF-8. The value must be plain JSON; anything else is a bug and throws. */
export function canonicalJson(value: unknown): CanonicalJson {
  const text = canonicalize(value);
  if (text === undefined) throw new Error("Broken invariant: the value is not JSON");
  const bytes = new TextEncoder().encode(text);
  return { bytes, sha256: createHash("sha256").update(bytes).digest("hex") };
}
