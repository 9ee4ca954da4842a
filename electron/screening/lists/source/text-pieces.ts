import { err, ok, type Result } from "../../../../shared/result.ts";
import { decodeText, hasForbiddenControl, type TextEncoding } from "../../../parsing/text-decoding.ts";
import { type ListStop, stopFor } from "../import-notes.ts";
import { reasonOf } from "../source-text.ts";
import type { OpenedFile } from "./list-file.ts";

/** How a file's text is written, told from its beginning. */
export interface TextKind {
  readonly encoding: TextEncoding;
  readonly uncertain: boolean;
  /** Bytes of the mark at the start. */
  readonly markBytes: number;
  /** The text of the beginning. */
  readonly head: string;
}

/** How much of a file is looked at to tell its encoding and its layout, in bytes. */
const headBytes = 512 * 1024;
/** Longest part of a character that the end of the sample can cut off, in bytes. */
const longestCharacterBytes = 4;

/** Tells the encoding of a file from its beginning. Stops as `readSourceText` does. */
export function textKindOf(file: OpenedFile, wanted?: TextEncoding): Result<TextKind, ListStop> {
  const head = file.head(headBytes);
  const isWhole = head.length === file.sizeBytes;
  const cuts = isWhole ? [0] : Array.from({ length: longestCharacterBytes }, (_, cut) => cut);
  let fault: Parameters<typeof reasonOf>[0] = "encoding-unknown";
  const tried = cuts.flatMap((cut) => {
    const decoded = decodeText(head.subarray(0, head.length - cut), wanted);
    if (decoded.ok) return [decoded.value];
    fault = decoded.error;
    return [];
  });
  // A cut character makes UTF-8 look like an older encoding; the cut that leaves UTF-8 whole is the right one.
  const best = tried.find(({ encoding }) => encoding.startsWith("utf-")) ?? tried[0];
  if (best === undefined) return err(stopFor(reasonOf(fault)));
  const { encoding, uncertain, text, byteOrderMark } = best;
  return ok({ encoding, uncertain, markBytes: byteOrderMark ? (encoding === "utf-8" ? 3 : 2) : 0, head: text });
}

/** Thrown out of a stream of text when its bytes are not what the beginning promised. */
export class TextBroken extends Error {
  readonly reason: "file-encoding-unknown" | "file-binary";
  constructor(reason: "file-encoding-unknown" | "file-binary") {
    super(reason);
    this.name = "TextBroken";
    this.reason = reason;
  }
}

/**
 * The text of a file, strictly decoded, piece by piece: no character is cut in two and none is replaced. Throws `TextBroken`.
 * `onBytes` hears how many bytes have been read.
 */
export function* textPieces(
  file: OpenedFile,
  { encoding, markBytes }: Pick<TextKind, "encoding" | "markBytes">,
  onBytes?: (doneBytes: number) => void,
): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  let doneBytes = 0;
  let skip = markBytes;
  for (const piece of file.pieces()) {
    doneBytes += piece.length;
    const isLast = doneBytes >= file.sizeBytes;
    // DOS programs end a text with byte 1A; it is not content, but in UTF-16 it may be half a character.
    const isHalf = encoding.startsWith("utf-16") && (file.sizeBytes - markBytes) % 2 === 0;
    const isMarked = isLast && piece.at(-1) === 0x1a && !isHalf;
    const body = piece.subarray(skip, isMarked ? piece.length - 1 : piece.length);
    skip = 0;
    const text = decoded(decoder, body, isLast);
    if (hasForbiddenControl(text)) throw new TextBroken("file-binary");
    onBytes?.(doneBytes);
    if (text !== "") yield text;
  }
}

function decoded(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array, isLast: boolean): string {
  try {
    return decoder.decode(bytes, { stream: !isLast });
  } catch {
    throw new TextBroken("file-encoding-unknown");
  }
}
