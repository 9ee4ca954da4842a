import type { KeyObject } from "node:crypto";

/** Smallest RSA modulus accepted unless the caller asks for more, in bits. CRYPTREC allows 2048 until the end of 2030. */
export const defaultMinimumRsaBits = 2048;

/** Beyond this a modulus only costs time, in bits. */
const maximumRsaBits = 8192;

const curves: ReadonlySet<string> = new Set(["prime256v1", "secp384r1"]);

/** The kinds of key a signature of ours may be made with. */
export type KeyKind = "ec" | "rsa";

/** The kind of a key that is strong enough, or undefined: P-256, P-384, or RSA from the minimum with an odd exponent from 65537. */
export function acceptableKeyKind(key: KeyObject, minimumRsaBits: number): KeyKind | undefined {
  const details = key.asymmetricKeyDetails;
  if (key.asymmetricKeyType === "ec") return curves.has(details?.namedCurve ?? "") ? "ec" : undefined;
  if (key.asymmetricKeyType !== "rsa") return undefined;
  const modulusBits = details?.modulusLength ?? 0;
  const exponent = details?.publicExponent ?? 0n;
  if (modulusBits < minimumRsaBits || modulusBits > maximumRsaBits) return undefined;
  return exponent >= 65537n && exponent % 2n === 1n ? "rsa" : undefined;
}
