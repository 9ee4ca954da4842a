import { closeSync, openSync, readSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { err, ok, type Result } from "../../shared/result.ts";
import { replaceFile } from "./durable-file.ts";
import { storageErrorFrom } from "./fault.ts";
import { names } from "./folder.ts";
import { maxSlotFileBytes, openEnvelope, type SlotFileEnvelope } from "./format.ts";
import { decodeFormat1, type SlotFile1 } from "./format-1.ts";
import { decodeFormat2, formatVersion, type SlotFile } from "./format-2.ts";

/** A slot file as read, with what its seals cover. */
export interface DecodedSlotFile {
  readonly file: SlotFile | SlotFile1;
  readonly envelope: SlotFileEnvelope;
}

/**
 * Reads a slot file from outside. `vault-newer` only when the file is whole and says so; anything else that is not exactly
 * what its version writes is `vault-damaged`. Authenticity is not checked here: that needs the vault key.
 */
export function decodeSlotFile(bytes: Uint8Array): Result<DecodedSlotFile, "vault-damaged" | "vault-newer"> {
  const envelope = openEnvelope(bytes);
  if (envelope === undefined) return err("vault-damaged");
  if (envelope.version > formatVersion) return err("vault-newer");
  const file = decodeVersion(envelope);
  return file === undefined ? err("vault-damaged") : ok({ file, envelope });
}

function decodeVersion(envelope: SlotFileEnvelope): SlotFile | SlotFile1 | undefined {
  if (envelope.version === formatVersion) return decodeFormat2(envelope);
  return envelope.version === 1 ? decodeFormat1(envelope) : undefined;
}

/** A slot file found in a folder. */
export interface StoredSlotFile {
  readonly decoded: DecodedSlotFile;
  /** False when the file or its copy is missing, broken or behind the other; the next write makes them equal again. */
  readonly bothCopiesAgree: boolean;
}

/**
 * Reads the slot file, or its copy when the file itself is missing or broken. The copy cannot be used to bring an older
 * state back: the generation in the database decides. Throws the system's error when reading fails.
 */
export function readSlotFile(folder: string): Result<StoredSlotFile, "vault-absent" | "vault-damaged" | "vault-newer"> {
  const first = readBounded(join(folder, names.slotFile));
  const second = readBounded(join(folder, names.slotFileCopy));
  if (first === undefined && second === undefined) return err("vault-absent");
  const bothCopiesAgree = first !== undefined && second !== undefined && Buffer.compare(first, second) === 0;
  const main = first === undefined ? err("vault-damaged" as const) : decodeSlotFile(first);
  if (main.ok) return ok({ decoded: main.value, bothCopiesAgree });
  if (main.error === "vault-newer" || second === undefined) return main;
  const copy = decodeSlotFile(second);
  return copy.ok ? ok({ decoded: copy.value, bothCopiesAgree }) : copy;
}

/**
 * Stores a signed slot file, then its copy. The copy comes last and holds the same bytes: a copy of the state before would
 * keep a revoked slot, or one under an old passphrase, within reach. If the copy cannot be written it is removed.
 */
export function writeSlotFile(folder: string, bytes: Uint8Array): void {
  const copy = join(folder, names.slotFileCopy);
  replaceFile(join(folder, names.slotFile), bytes);
  try {
    replaceFile(copy, bytes);
  } catch {
    rmSync(copy, { force: true });
  }
}

/** Removes the draft of a write that never finished: it names people and passphrases that nobody has acknowledged. */
export function removeUnfinished(folder: string): void {
  for (const name of [names.slotFile, names.slotFileCopy]) rmSync(join(folder, `${name}.tmp`), { force: true });
}

/** The file's bytes, at most one more than any slot file may have; `undefined` when there is no file. */
function readBounded(path: string): Buffer | undefined {
  const descriptor = openIfThere(path);
  if (descriptor === undefined) return undefined;
  try {
    const buffer = Buffer.alloc(maxSlotFileBytes + 1);
    let length = 0;
    for (;;) {
      const count = readSync(descriptor, buffer, length, buffer.length - length, null);
      if (count === 0) return buffer.subarray(0, length);
      length += count;
    }
  } finally {
    closeSync(descriptor);
  }
}

function openIfThere(path: string): number | undefined {
  try {
    if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
    return openSync(path, "r");
  } catch (error) {
    if (storageErrorFrom(error)?.reason === "ENOENT") return undefined;
    throw error;
  }
}
