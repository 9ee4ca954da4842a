import { createHash } from "node:crypto";
import { type FileHandle, open, rm } from "node:fs/promises";
import { fileMode } from "../durable-file.ts";
import { StorageError, storageErrorFrom } from "../fault.ts";
import type { FileFacts } from "./manifest.ts";

/** Bytes read at once: long enough for a fast disk, short enough that nobody waits behind one read of a slow one. */
export const chunkBytes = 524_288;

/** Bytes written before they are sent to the disk. */
const flushBytes = 8 * 1_048_576;

/** Reads bytes at a place into a buffer; answers how many, 0 at the end. */
type ReadAt = (into: Uint8Array, at: number) => number | Promise<number>;

/** One file to be written from a source. */
export interface FileCopy {
  readonly read: ReadAt;
  readonly target: string;
  readonly signal: AbortSignal;
  readonly onBytes: (count: number) => void;
}

/**
 * Writes a new file, flushed to the disk, and answers its size and SHA-256. Between two chunks every other piece of work of
 * this process has its turn. Throws `StorageError`, `cancelled` among them; what was written stays for the caller to remove.
 */
export async function copyFile(copy: FileCopy): Promise<FileFacts> {
  const file = await ours(() => open(copy.target, "wx", fileMode));
  try {
    const hash = createHash("sha256");
    const buffer = Buffer.alloc(chunkBytes);
    let sizeBytes = 0;
    for (;;) {
      refuseCancelled(copy.signal);
      const count = await copy.read(buffer, sizeBytes);
      if (count === 0) break;
      const chunk = buffer.subarray(0, count);
      hash.update(chunk);
      await ours(() => writeAll(file, chunk));
      sizeBytes += count;
      // In small steps: one flush of a gigabyte would make every commit of the vault wait behind it.
      if (sizeBytes % flushBytes < count) await ours(() => file.datasync());
      copy.onBytes(count);
      await otherWork();
    }
    await ours(() => file.sync());
    return { sizeBytes, sha256: hash.digest("hex") };
  } finally {
    await file.close();
  }
}

/** The same from a file that nobody changes meanwhile. */
export async function copyFileFrom(source: string, copy: Omit<FileCopy, "read">): Promise<FileFacts> {
  const file = await ours(() => open(source, "r"));
  try {
    const read: ReadAt = async (into, at) => (await ours(() => file.read(into, 0, into.length, at))).bytesRead;
    return await copyFile({ ...copy, read });
  } finally {
    await file.close();
  }
}

/** Size and SHA-256 of a file. Throws `StorageError`. */
export async function hashFile(
  path: string,
  signal: AbortSignal,
  onBytes: (count: number) => void,
): Promise<FileFacts> {
  const file = await ours(() => open(path, "r"));
  try {
    const hash = createHash("sha256");
    const buffer = Buffer.alloc(chunkBytes);
    for (let sizeBytes = 0; ; ) {
      refuseCancelled(signal);
      const { bytesRead } = await ours(() => file.read(buffer, 0, buffer.length, sizeBytes));
      if (bytesRead === 0) return { sizeBytes, sha256: hash.digest("hex") };
      hash.update(buffer.subarray(0, bytesRead));
      sizeBytes += bytesRead;
      onBytes(bytesRead);
    }
  } finally {
    await file.close();
  }
}

/** The whole of a small file; `undefined` when it is not there, is no file or is longer than the limit. */
export async function readSmallFile(path: string, limitBytes: number): Promise<Buffer | undefined> {
  try {
    const file = await open(path, "r");
    try {
      const facts = await file.stat();
      if (!facts.isFile() || facts.size > limitBytes) return undefined;
      const bytes = Buffer.alloc(facts.size);
      const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
      return bytes.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    const reason = storageErrorFrom(error)?.reason;
    if (reason === "ENOENT" || reason === "ENOTDIR" || reason === "EISDIR") return undefined;
    throw storageErrorFrom(error) ?? error;
  }
}

/** Removes a file or a folder with all in it; what cannot be removed now is swept at the next backup. */
export async function removeQuietly(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true }).catch(() => undefined);
}

/** Throws `cancelled` once the person has asked to stop. */
export function refuseCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new StorageError("cancelled", "aborted");
}

/** Runs one step of file work and throws our errors for the system's. */
export async function ours<T>(step: () => Promise<T> | T): Promise<T> {
  try {
    return await step();
  } catch (error) {
    throw storageErrorFrom(error) ?? error;
  }
}

/** Lets waiting calls be answered before more is done. */
export function otherWork(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let written = 0; written < bytes.length; ) {
    written += (await file.write(bytes, written, bytes.length - written)).bytesWritten;
  }
}
