import type { VaultRandom } from "../ports.ts";

/** `count` bytes from the port in a buffer of our own, so that wiping it wipes the only copy we hold. */
export function randomBytes(random: VaultRandom, count: number): Buffer {
  const bytes = random.bytes(count);
  if (bytes.length !== count) throw new Error("the random port gave the wrong number of bytes");
  // A source that answers zeros would make every vault share one key; chance does so once in 2^96 at the sizes asked for.
  if (count >= 12 && bytes.every((byte) => byte === 0)) throw new Error("the random port gave only zeros");
  const own = Buffer.from(bytes);
  bytes.fill(0);
  return own;
}

/** A fresh id: 16 random bytes as 32 hex digits. */
export function randomId(random: VaultRandom): string {
  return randomBytes(random, 16).toString("hex");
}
