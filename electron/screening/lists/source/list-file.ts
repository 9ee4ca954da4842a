import { createHash } from "node:crypto";
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { err, ok, type Result } from "../../../../shared/result.ts";
import { type ListStop, stopFor } from "../import-notes.ts";

/**
 * A list file as the host hands it over: bytes already in memory (shared memory crosses into a worker without a copy), or a
 * path that a dialog gave, for files too large to be held.
 */
export type ListFile = { readonly bytes: Uint8Array } | { readonly path: string };

/** A list file under the reader's hands. `close` is called once, by who opened it. */
export interface OpenedFile {
  readonly sizeBytes: number;
  /** The first bytes, at most `most`. */
  head(most: number): Uint8Array;
  /** All bytes in order, in pieces that stay valid until the next one. Hashes them on the way. */
  pieces(): Iterable<Uint8Array>;
  /** The whole file; only for files under a limit that memory can bear. */
  whole(): Uint8Array;
  /** Hash of the bytes, in hex. Reads what was not read yet. */
  sha256(): string;
  close(): void;
}

/** Bytes that are read at a time. */
const pieceBytes = 1024 * 1024;

/** Opens a file of a list. Stops: `file-empty`, `file-too-large`, `file-gone` when it cannot be opened any more. */
export function openListFile(file: ListFile, mostBytes: number): Result<OpenedFile, ListStop> {
  const opened = "bytes" in file ? openBytes(file.bytes) : openFileAt(file.path);
  if (opened === undefined) return err(stopFor("file-gone"));
  const { sizeBytes } = opened;
  if (sizeBytes > 0 && sizeBytes <= mostBytes) return ok(opened);
  opened.close();
  return err(stopFor(sizeBytes === 0 ? "file-empty" : "file-too-large"));
}

interface Reader {
  readonly sizeBytes: number;
  readAt(at: number, most: number): Uint8Array;
  close(): void;
}

function openBytes(bytes: Uint8Array): OpenedFile {
  return opened({
    sizeBytes: bytes.length,
    readAt: (at, most) => bytes.subarray(at, at + most),
    close: () => undefined,
  });
}

function openFileAt(path: string): OpenedFile | undefined {
  try {
    const handle = openSync(path, "r");
    const sizeBytes = fstatSync(handle).size;
    return opened({ sizeBytes, readAt: (at, most) => readAt(handle, at, most), close: () => closeSync(handle) });
  } catch {
    return undefined;
  }
}

function readAt(handle: number, at: number, most: number): Uint8Array {
  const buffer = Buffer.allocUnsafe(most);
  let done = 0;
  while (done < most) {
    const count = readSync(handle, buffer, done, most - done, at + done);
    if (count === 0) break;
    done += count;
  }
  return buffer.subarray(0, done);
}

function opened({ sizeBytes, readAt: read, close }: Reader): OpenedFile {
  let hash: string | undefined;
  function* pieces(): Generator<Uint8Array> {
    const hashing = createHash("sha256");
    let at = 0;
    // Bounded by the size seen at opening: a file that grows meanwhile gives no more than that.
    while (at < sizeBytes) {
      const piece = read(at, Math.min(pieceBytes, sizeBytes - at));
      if (piece.length === 0) break;
      hashing.update(piece);
      at += piece.length;
      yield piece;
    }
    hash = hashing.digest("hex");
  }
  return {
    sizeBytes,
    head: (most) => read(0, Math.min(most, sizeBytes)),
    pieces,
    whole: () => read(0, sizeBytes),
    sha256: () => {
      if (hash === undefined) for (const _ of pieces());
      return hash ?? "";
    },
    close,
  };
}
