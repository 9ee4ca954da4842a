import { PdfFault } from "./faults.ts";
import { literalLimitBytes } from "./limits.ts";
import type { PdfString } from "./objects.ts";

/** Reads `<…>`: an even number of hexadecimal digits and nothing else. */
export function readHexString(bytes: Buffer, startByte: number): PdfString {
  const close = bytes.indexOf(0x3e, startByte);
  if (close < 0) throw new PdfFault("pdf-syntax", startByte);
  const digits = bytes.toString("latin1", startByte + 1, close);
  if (digits.length % 2 !== 0 || !/^[0-9A-Fa-f]*$/.test(digits)) throw new PdfFault("pdf-syntax", startByte);
  return { kind: "string", bytes: Buffer.from(digits, "hex"), notation: "hex", startByte, endByte: close + 1 };
}

const escapes: ReadonlyMap<number, number> = new Map([
  [0x6e, 0x0a],
  [0x72, 0x0d],
  [0x74, 0x09],
  [0x62, 0x08],
  [0x66, 0x0c],
  [0x28, 0x28],
  [0x29, 0x29],
  [0x5c, 0x5c],
]);

/** Reads `(…)` with balanced brackets and the escapes of the standard except line continuation. */
export function readLiteralString(bytes: Buffer, startByte: number): PdfString {
  const unescaped: number[] = [];
  let open = 1;
  let at = startByte + 1;
  for (;;) {
    const byte = bytes[at];
    at += 1;
    if (byte === undefined) throw new PdfFault("pdf-syntax", startByte);
    if (at - startByte > literalLimitBytes) throw new PdfFault("pdf-limit", startByte);
    if (byte === 0x5c) {
      const escaped = readEscape(bytes, at);
      unescaped.push(escaped.byte);
      at = escaped.endByte;
      continue;
    }
    if (byte === 0x28) open += 1;
    if (byte === 0x29) open -= 1;
    if (open === 0) break;
    unescaped.push(byte);
  }
  return { kind: "string", bytes: Buffer.from(unescaped), notation: "literal", startByte, endByte: at };
}

function readEscape(bytes: Buffer, at: number): { readonly byte: number; readonly endByte: number } {
  const simple = escapes.get(bytes[at] ?? -1);
  if (simple !== undefined) return { byte: simple, endByte: at + 1 };
  const octal = /^[0-3][0-7]{2}/.exec(bytes.toString("latin1", at, at + 3));
  if (octal === null) throw new PdfFault("pdf-syntax", at);
  return { byte: Number.parseInt(octal[0], 8), endByte: at + 3 };
}
