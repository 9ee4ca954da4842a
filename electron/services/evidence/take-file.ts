import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, lstat, open as openFile } from "node:fs/promises";
import { basename } from "node:path";
import { inlineLimitBytes } from "../../../shared/domain/evidence.ts";
import { Sha256 } from "../../../shared/domain/ids.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { displayName } from "../../security/display-name.ts";
import { evidenceHeadBytes, judgeEvidenceFile } from "../../security/file-rules.ts";
import type { VaultFault } from "../../vault/fault.ts";
import type { EvidenceStore } from "../../vault/tables/evidence-table.ts";
import type { Objects } from "../../vault/vault.ts";
import type { Task } from "../tasks.ts";

/** A file taken into the vault, before its row is written. */
export interface TakenFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: Sha256;
  /** When the file was last written, as its medium tells, in epoch milliseconds. */
  readonly writtenMs: number | null;
  readonly store: EvidenceStore;
}

/** Why a file did not come in. */
export type IntakeRefusal =
  | VaultFault
  | { readonly code: "cancelled" | "file-unreadable" | "file-too-large" | "file-type-refused" | "file-changed" };

/** Size of one read from the outside, in bytes. */
const readBytes = 1024 * 1024;

/** Bytes that arrived while the file's owner may still be writing; size and time tell. */
class FileChanged extends Error {}

/**
 * Reads the file once, hashing it on the way in, and seals it. Refuses by name, first bytes and size; refuses a file
 * that changed while it was read, because then nobody knows what the hash stands for.
 */
export async function takeFile(request: {
  path: string;
  objects: Objects;
  task: Pick<Task, "signal" | "progress">;
  /** Whether a link in the place of the file is refused: nobody chose what it points to. */
  refusesLinks?: boolean;
}): Promise<Result<TakenFile, IntakeRefusal>> {
  let file: FileHandle;
  try {
    // A pipe that nobody writes to would keep its opener waiting for ever, and a device is no file.
    const facts = await lstat(request.path);
    const isLink = facts.isSymbolicLink();
    if (!(facts.isFile() || (isLink && request.refusesLinks !== true))) return err({ code: "file-unreadable" });
    const noLinks = request.refusesLinks === true ? (constants.O_NOFOLLOW ?? 0) : 0;
    file = await openFile(request.path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | noLinks);
  } catch {
    return err({ code: "file-unreadable" });
  }
  try {
    return await takeOpenFile({ ...request, file });
  } catch (thrown) {
    if (thrown instanceof FileChanged) return err({ code: "file-changed" });
    if (isSystemError(thrown)) return err({ code: "file-unreadable" });
    throw thrown;
  } finally {
    await file.close();
  }
}

async function takeOpenFile(request: {
  path: string;
  file: FileHandle;
  objects: Objects;
  task: Pick<Task, "signal" | "progress">;
}): Promise<Result<TakenFile, IntakeRefusal>> {
  const { path, file, objects, task } = request;
  const facts = await file.stat();
  if (!facts.isFile()) return err({ code: "file-unreadable" });
  const head = Buffer.alloc(Math.min(evidenceHeadBytes, facts.size));
  await file.read(head, 0, head.length, 0);
  const judged = judgeEvidenceFile({ name: basename(path), sizeBytes: facts.size, head });
  if (!judged.ok) return err({ code: judged.error });
  const about = {
    fileName: displayName(basename(path)),
    mediaType: judged.value.mediaType,
    sizeBytes: facts.size,
    writtenMs: facts.mtimeMs,
  };
  const source = unchangedBytes(file, { sizeBytes: facts.size, modifiedMs: facts.mtimeMs });
  if (facts.size <= inlineLimitBytes) {
    const body = await collect(source, task);
    const sha256 = Sha256.parse(createHash("sha256").update(body).digest("hex"));
    task.progress(body.length, facts.size);
    return ok({ ...about, sha256, store: { kind: "inline", body } });
  }
  const onProgress = (done: number): void => task.progress(done, facts.size);
  const written = await objects.write({ source, signal: task.signal, onProgress });
  if (!written.ok) return written;
  const { objectId, wrappedKey, sha256 } = written.value;
  return ok({
    ...about,
    sha256: Sha256.parse(sha256),
    store: { kind: "object", objectId, objectKey: wrappedKey },
  });
}

/** The file's bytes; throws `FileChanged` at the end when size or time moved meanwhile. */
async function* unchangedBytes(
  file: FileHandle,
  expected: { sizeBytes: number; modifiedMs: number },
): AsyncGenerator<Uint8Array, void, undefined> {
  let position = 0;
  for (;;) {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(readBytes), 0, readBytes, position);
    if (bytesRead === 0) break;
    position += bytesRead;
    if (position > expected.sizeBytes) throw new FileChanged();
    yield buffer.subarray(0, bytesRead);
  }
  const after = await file.stat();
  const same = position === expected.sizeBytes && after.size === expected.sizeBytes;
  if (!same || after.mtimeMs !== expected.modifiedMs) throw new FileChanged();
}

async function collect(source: AsyncIterable<Uint8Array>, task: Pick<Task, "signal">): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of source) {
    task.signal.throwIfAborted();
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function isSystemError(thrown: unknown): boolean {
  return thrown instanceof Error && "code" in thrown && "syscall" in thrown;
}
