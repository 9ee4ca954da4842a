import { ReadingFault } from "./reading-fault.ts";
import type { ReadingLimits } from "./reading-limits.ts";

/** Size of a picture as its header says, in pixels. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/**
 * The size of a PNG, JPEG, GIF or WebP from its header, without decoding anything; undefined when the bytes are none of them or
 * end too early.
 */
export function imageSize(bytes: Uint8Array): ImageSize | undefined {
  if (bytes.length < 30) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (view.getUint32(0) === 0x89504e47) return { width: view.getUint32(16), height: view.getUint32(20) };
  if (view.getUint16(0) === 0xffd8) return jpegSize(view);
  const mark = new TextDecoder("latin1").decode(bytes.subarray(0, 16));
  if (mark.startsWith("GIF8")) return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  if (mark.startsWith("RIFF") && mark.slice(8, 12) === "WEBP") return webpSize(view, mark.slice(12, 16));
  return undefined;
}

/** Walks from segment to segment until the one that begins a frame. */
function jpegSize(view: DataView): ImageSize | undefined {
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const kind = view.getUint8(at + 1);
    if (kind === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = kind >= 0xc0 && kind <= 0xcf && kind !== 0xc4 && kind !== 0xc8 && kind !== 0xcc;
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    const isBare = kind === 0x01 || (kind >= 0xd0 && kind <= 0xd8);
    at += isBare ? 2 : 2 + view.getUint16(at + 2);
  }
  return undefined;
}

function webpSize(view: DataView, kind: string): ImageSize | undefined {
  const threeBytes = (at: number): number => view.getUint16(at, true) + view.getUint8(at + 2) * 65_536;
  if (kind === "VP8X") return { width: threeBytes(24) + 1, height: threeBytes(27) + 1 };
  if (kind === "VP8 ") return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (kind !== "VP8L") return undefined;
  const bits = view.getUint32(21, true);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

/** Whether decoding a picture of this size stays within the limits. */
export function isDecodable({ width, height }: ImageSize, limits: ReadingLimits): boolean {
  if (width === 0 || height === 0) return false;
  return width <= limits.side && height <= limits.side && width * height <= limits.pixels;
}

/** The size of a picture that may be decoded. Throws `broken` without a readable header, `limit` beyond the limits. */
export function sizeToDecode(bytes: Uint8Array, limits: ReadingLimits): ImageSize {
  const size = imageSize(bytes);
  if (size === undefined || size.width === 0 || size.height === 0) throw new ReadingFault("broken");
  if (!isDecodable(size, limits)) throw new ReadingFault("limit");
  return size;
}
