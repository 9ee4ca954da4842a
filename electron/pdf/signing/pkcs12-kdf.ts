import { hash } from "node:crypto";

/** What a derived value is for; the standard gives each purpose its own octet. */
export const pkcs12Purpose = { key: 1, initialVector: 2, mac: 3 } as const;

export interface Pkcs12Derivation {
  readonly digest: "sha1" | "sha256" | "sha384" | "sha512";
  readonly password: string;
  readonly salt: Uint8Array;
  readonly iterations: number;
  readonly purpose: (typeof pkcs12Purpose)[keyof typeof pkcs12Purpose];
  readonly lengthBytes: number;
}

/**
 * Derives bytes from a password as RFC 7292, appendix B, has it. The password counts as UTF-16 with a final zero, so
 * any script works. The caller has checked the number of iterations and overwrites the result.
 */
export function derivePkcs12Bytes(derivation: Pkcs12Derivation): Buffer {
  const { digest, salt, iterations, purpose, lengthBytes } = derivation;
  const blockBytes = digest === "sha384" || digest === "sha512" ? 128 : 64;
  const words = Buffer.from(`${derivation.password}\0`, "utf16le").swap16();
  const diversifier = Buffer.alloc(blockBytes, purpose);
  const input = Buffer.concat([repeatToBlocks(salt, blockBytes), repeatToBlocks(words, blockBytes)]);
  const output: Buffer[] = [];
  for (let filled = 0; filled < lengthBytes; ) {
    let block = hash(digest, Buffer.concat([diversifier, input]), "buffer");
    for (let round = 1; round < iterations; round += 1) block = hash(digest, block, "buffer");
    output.push(block);
    filled += block.length;
    addToEachBlock(input, repeatToBlocks(block, blockBytes).subarray(0, blockBytes));
  }
  words.fill(0);
  input.fill(0);
  return Buffer.concat(output).subarray(0, lengthBytes);
}

/** The bytes over and over, up to a whole number of blocks; nothing stays nothing. */
function repeatToBlocks(bytes: Uint8Array, blockBytes: number): Buffer {
  return Buffer.alloc(Math.ceil(bytes.length / blockBytes) * blockBytes, bytes);
}

/** Adds a number of one block, and one more, to each block of the input, letting the highest carry fall away. */
function addToEachBlock(input: Buffer, addend: Buffer): void {
  for (let start = 0; start < input.length; start += addend.length) {
    let carry = 1;
    for (let index = addend.length - 1; index >= 0; index -= 1) {
      carry += (input[start + index] ?? 0) + (addend[index] ?? 0);
      input[start + index] = carry & 0xff;
      carry >>= 8;
    }
  }
}
