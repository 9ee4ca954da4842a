import { createHash } from "node:crypto";
import type { ReasonCode } from "../../../electron/pdf/verification/reasons.ts";
import { mustExist } from "../../../shared/assert.ts";
import { overwrite } from "./raw-update.ts";
import { type Attack, openFile } from "./scene.ts";

/** Where the one signature of the once signed paper stands in its bytes. */
interface SignatureBytes {
  readonly text: string;
  readonly dictionaryByte: number;
  readonly rangeText: string;
  readonly range: readonly number[];
  readonly contentsByte: number;
  readonly contentsText: string;
}

function locate(bytes: Uint8Array): SignatureBytes {
  const text = Buffer.from(bytes).toString("latin1");
  const dictionaryByte = text.lastIndexOf("<</Type /Sig ");
  const rangeText = mustExist(/\/ByteRange \[[^\]]*\] */.exec(text.slice(dictionaryByte))?.[0], "a byte range");
  const contentsByte = text.indexOf("/Contents <", dictionaryByte) + "/Contents ".length;
  const contentsText = text.slice(contentsByte, text.indexOf(">", contentsByte) + 1);
  return {
    text,
    dictionaryByte,
    rangeText,
    range: rangeText.match(/\d+/g)?.map(Number) ?? [],
    contentsByte,
    contentsText,
  };
}

/** Writes something else over the byte range, moving nothing. */
function range(name: string, replacement: string | ((range: readonly number[]) => string), reason: ReasonCode): Attack {
  return {
    name: `USF: byte range ${name}`,
    verdict: "invalid",
    reason,
    build: ({ signed }) => {
      const found = locate(signed[0]);
      const written = typeof replacement === "string" ? replacement : replacement(found.range);
      return overwrite(signed[0], found.rangeText, written, found.dictionaryByte);
    },
  };
}

/** Writes something else over the signature value, moving nothing. */
function contents(name: string, change: (hex: string) => string, reason: ReasonCode): Attack {
  return {
    name: `USF: signature value ${name}`,
    verdict: "invalid",
    reason,
    build: ({ signed }) => {
      const { contentsText, contentsByte } = locate(signed[0]);
      return overwrite(signed[0], contentsText, change(contentsText), contentsByte);
    },
  };
}

/** Files whose signature dictionary lies about what was signed. */
export const dictionaryAttacks: readonly Attack[] = [
  range("null", "/ByteRange null", "byte-range-malformed"),
  range("missing", "/ByteRanges [0 1 2 3]", "byte-range-malformed"),
  range("of zeros", "/ByteRange [0 0 0 0]", "byte-range-malformed"),
  range("negative", "/ByteRange [0 -1 5 -1]", "byte-range-malformed"),
  range("of two numbers", ([, gap]) => `/ByteRange [0 ${gap}]`, "byte-range-malformed"),
  range("empty", "/ByteRange []", "byte-range-malformed"),
  range("of six numbers", ([, a, b]) => `/ByteRange [0 ${a} ${b} 1 2 3]`, "byte-range-malformed"),
  range("of decimals", ([, a, b, c]) => `/ByteRange [0 ${a}. ${b} ${c}]`, "byte-range-malformed"),
  range("behind a reference", "/ByteRange 3 0 R", "byte-range-malformed"),
  range("beginning at one", ([, a = 0, b, c]) => `/ByteRange [1 ${a - 1} ${b} ${c}]`, "byte-range-malformed"),
  range("far beyond the file", ([, a, b]) => `/ByteRange [0 ${a} ${b} 999999999]`, "byte-range-end"),
  range("with a wider gap", ([, a, b = 0, c = 0]) => `/ByteRange [0 ${a} ${b + 9} ${c - 9}]`, "byte-range-gap"),
  range("with an earlier gap", ([, a = 0, b, c]) => `/ByteRange [0 ${a - 9} ${b} ${c}]`, "byte-range-gap"),
  range("that ends before the file does", ([, a, b, c = 0]) => `/ByteRange [0 ${a} ${b} ${c - 9}]`, "byte-range-end"),
  contents("null", () => "null", "contents-malformed"),
  contents("empty", () => "<>", "contents-malformed"),
  contents("of one octet", () => "<00>", "byte-range-gap"),
  contents("a string in brackets", (hex) => `(${hex.slice(1, 9)})`, "contents-malformed"),
  contents("a name", () => "/Contents", "contents-malformed"),
  contents("all zeros", (hex) => `<${"0".repeat(hex.length - 2)}>`, "cms-unreadable"),
  contents("of indefinite length", (hex) => hex.replace(/^<30..../, "<308000"), "cms-unreadable"),
  contents("with something behind it", (hex) => hex.replace(/00>$/, "01>"), "contents-padding"),
  contents("in mixed case", (hex) => hex.replace(/[A-F]/, (letter) => letter.toLowerCase()), "contents-malformed"),
  contents("cut off in the middle", (hex) => `${hex.slice(0, 600)}${"0".repeat(hex.length - 601)}>`, "cms-unreadable"),
  {
    name: "USF: byte range written twice",
    verdict: "invalid",
    reason: "pdf-duplicate-key",
    build: ({ signed }) =>
      overwrite(signed[0], "/Filter /Adobe.PPKLite", "/ByteRange [0 1 2 3]", locate(signed[0]).dictionaryByte),
  },
  {
    name: "USF: signature value under another name",
    verdict: "invalid",
    reason: "contents-malformed",
    build: ({ signed }) => overwrite(signed[0], "/Contents <", "/Contentz <", locate(signed[0]).dictionaryByte),
  },
  {
    name: "USF: no byte range and no signature value",
    verdict: "invalid",
    reason: "byte-range-malformed",
    build: ({ signed }) => {
      const { dictionaryByte } = locate(signed[0]);
      return overwrite(
        overwrite(signed[0], "/Contents <", "/Contentz <", dictionaryByte),
        "/ByteRange [",
        "/ByteRangs [",
        dictionaryByte,
      );
    },
  },
  {
    name: "SWA: signed bytes moved behind a payload",
    verdict: "invalid",
    reason: "pdf-object-hidden",
    build: ({ signed }) => wrap(signed[0]),
  },
];

/**
 * Signature wrapping: the second signed stretch moves back, a payload takes its place inside the gap, and a copy of the
 * signature dictionary in the payload states the widened gap. The bytes the copy claims to cover are the ones signed.
 */
function wrap(bytes: Uint8Array): Uint8Array {
  const { text, dictionaryByte, rangeText, range: numbers, contentsText } = locate(bytes);
  const [, gapStart = 0, gapEnd = 0, tailLength = 0] = numbers;
  const objectHeader = mustExist(/\d+ 0 obj\n$/.exec(text.slice(0, dictionaryByte))?.[0], "the object's header");
  const dictionaryEnd = text.indexOf("\nendobj\n", dictionaryByte);
  const rest = text.slice(gapEnd, dictionaryEnd);
  const payload = (movedEnd: number): string => {
    const stated = `/ByteRange [0 ${gapStart} ${movedEnd} ${tailLength}]`.padEnd(rangeText.length, " ");
    const copy = `${text.slice(dictionaryByte, gapStart).replace(rangeText, stated)}${contentsText}${rest}`;
    return `${contentsText}${rest}\nendobj\n${objectHeader}${copy}\nendobj\n900 0 obj\n<</A `;
  };
  const movedEnd = gapStart + payload(gapEnd + 10_000).length;
  const wrapped = Buffer.from(text.slice(0, gapStart) + payload(movedEnd) + text.slice(gapEnd), "latin1");
  const digest = (head: Buffer, tail: Buffer): string => createHash("sha256").update(head).update(tail).digest("hex");
  const original = digest(wrapped.subarray(0, gapStart), Buffer.from(bytes).subarray(gapEnd));
  const moved = digest(wrapped.subarray(0, gapStart), wrapped.subarray(movedEnd, movedEnd + tailLength));
  if (original !== moved || movedEnd + tailLength !== wrapped.length)
    throw new Error("The wrapped bytes are not those signed");
  openFile(bytes);
  return wrapped;
}
