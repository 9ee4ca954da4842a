import { createHash } from "node:crypto";

/** A slot file written when format 1 was frozen: random bytes 1, 2, 3 …, passphrase 髙﨑の鍵, vault key 0x42 × 32. */
export const frozenFormat1 =
  "4b555241e894b50a0100010000010000a0a1a2a3a4a5a6a7a8a9aaabacadaeaf01000000010000000000000000000000000000000000000000000000000000000102030405060708090a0b0c0d0e0f100104000000000100030000001112131415161718191a1b1c1d1e1f202122232425262728292a2b2c68ebd68c66960c80fe109a3e90aee6b339e5ede1c200d174518a93041b19a831db8732955b93187a8131b10c816a99ad000000000000000000000000000000000000000000000000bfcff672555c263f602ccb292c6447e94c291ef084f0c596f2ec2ed3c66279bcf36f2e33a5b3c76bdc649607ad5a17043eb0d2729c2666869b32aff7d23bf21f";

/** The bytes with the plain checksum put right again, as anybody can who changes a slot file. */
export function withChecksum(bytes: Uint8Array): Buffer {
  const covered = bytes.subarray(0, bytes.length - 32);
  return Buffer.concat([covered, createHash("sha256").update(covered).digest()]);
}
