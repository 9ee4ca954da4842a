import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { Sha256 } from "../../shared/domain/ids.ts";

/** SHA-256 in hex over the canonical JSON (RFC 8785) of a value, so that key order and layout of a file do not matter. */
export function contentHash(value: unknown): Sha256 {
  const text = canonicalize(value);
  if (text === undefined) throw new Error("Value has no JSON form");
  return Sha256.parse(createHash("sha256").update(text, "utf8").digest("hex"));
}
