import { createHash } from "node:crypto";
import { byteRangePlaceholder, contentsReserveBytes } from "./signature-dictionary.ts";

const contentsHead = "/Contents <";

/** Makes the signature container for a SHA-256 digest. */
export type ContainerMaker = (digest: Uint8Array) => Buffer;

/**
 * Fills the byte range and the signature value into a file whose signature dictionary begins at this byte. Moves
 * nothing; undefined if the signature needs more room than was kept.
 */
export function fillSignature(bytes: Buffer, signatureByte: number, makeContainer: ContainerMaker): Buffer | undefined {
  // All strings of the dictionary are written in hexadecimal, so these words can stand there only once.
  const gapStart = bytes.indexOf(contentsHead, signatureByte, "latin1") + contentsHead.length - 1;
  const gapEnd = gapStart + contentsReserveBytes * 2 + 2;
  const rangeByte = bytes.indexOf(byteRangePlaceholder, signatureByte, "latin1");
  if (rangeByte < signatureByte || gapStart < signatureByte || bytes[gapEnd - 1] !== 0x3e) {
    throw new Error("Broken invariant: the signature dictionary was not written as expected");
  }
  const filled = Buffer.from(bytes);
  const range = `[0 ${gapStart} ${gapEnd} ${bytes.length - gapEnd}]`;
  filled.write(range.padEnd(byteRangePlaceholder.length, " "), rangeByte, "latin1");
  const digest = createHash("sha256").update(filled.subarray(0, gapStart)).update(filled.subarray(gapEnd)).digest();
  const cms = makeContainer(digest);
  if (cms.length > contentsReserveBytes) return undefined;
  filled.write(cms.toString("hex").toUpperCase(), gapStart + 1, "latin1");
  return filled;
}
