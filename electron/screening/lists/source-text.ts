import { createHash } from "node:crypto";
import { err, ok, type Result } from "../../../shared/result.ts";
import { type DecodedText, decodeText, type TextEncoding, type TextFault } from "../../parsing/text-decoding.ts";
import { type ListStop, stopFor } from "./import-notes.ts";
import type { StopCode } from "./list-codes.ts";
import type { ListLimits } from "./list-limits.ts";

const reasons: Record<TextFault, StopCode> = {
  spreadsheet: "file-spreadsheet",
  pdf: "file-pdf",
  archive: "file-archive",
  binary: "file-binary",
  "encoding-unknown": "file-encoding-unknown",
};

/** Why bytes that are not text stop an import. */
export function reasonOf(fault: TextFault): StopCode {
  return reasons[fault];
}

/** A list file as text, with the hash of the bytes it came from. */
export interface SourceText extends DecodedText {
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** Reads a list file's bytes as text under the byte limit. Stops: `file-empty`, `file-too-large` and the `file-…` kinds. */
export function readSourceText(
  bytes: Uint8Array,
  limits: ListLimits,
  encoding?: TextEncoding,
): Result<SourceText, ListStop> {
  if (bytes.length > limits.bytes) return err(stopFor("file-too-large"));
  if (bytes.length === 0) return err(stopFor("file-empty"));
  const decoded = decodeText(bytes, encoding);
  if (!decoded.ok) return err(stopFor(reasonOf(decoded.error)));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return ok({ ...decoded.value, sha256, sizeBytes: bytes.length });
}
