import { createHmac, timingSafeEqual } from "node:crypto";
import type { MacData } from "pkijs";
import { iterationLimit } from "./pkcs12-decrypt.ts";
import { derivePkcs12Bytes, pkcs12Purpose } from "./pkcs12-kdf.ts";

export type MacRefusal = "pkcs12-unsupported" | "pkcs12-limit" | "pkcs12-wrong-password";

const digests: ReadonlyMap<
  string,
  { readonly digest: "sha1" | "sha256" | "sha384" | "sha512"; readonly bytes: number }
> = new Map([
  ["1.3.14.3.2.26", { digest: "sha1", bytes: 20 }],
  ["2.16.840.1.101.3.4.2.1", { digest: "sha256", bytes: 32 }],
  ["2.16.840.1.101.3.4.2.2", { digest: "sha384", bytes: 48 }],
  ["2.16.840.1.101.3.4.2.3", { digest: "sha512", bytes: 64 }],
]);

/** Checks a file's MAC with the password; undefined if it fits. A damaged file looks like a wrong password. */
export function macRefusal(macData: MacData, content: Uint8Array, password: string): MacRefusal | undefined {
  const algorithm = digests.get(macData.mac.digestAlgorithm.algorithmId);
  if (algorithm === undefined) return "pkcs12-unsupported";
  const iterations = macData.iterations ?? 1;
  if (!Number.isSafeInteger(iterations) || iterations < 1 || iterations > iterationLimit) return "pkcs12-limit";
  const key = derivePkcs12Bytes({
    digest: algorithm.digest,
    password,
    salt: macData.macSalt.valueBlock.valueHexView,
    iterations,
    purpose: pkcs12Purpose.mac,
    lengthBytes: algorithm.bytes,
  });
  const expected = Buffer.from(macData.mac.digest.valueBlock.valueHexView);
  const actual = createHmac(algorithm.digest, key).update(content).digest();
  key.fill(0);
  const fits = actual.length === expected.length && timingSafeEqual(actual, expected);
  return fits ? undefined : "pkcs12-wrong-password";
}
