import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { platform } from "node:process";

/** Mode of every file in a vault: the owner alone. Ignored where the system has no such modes. */
export const fileMode = 0o600;

/** Mode of every folder in a vault. */
export const folderMode = 0o700;

/**
 * Replaces the file at `path` in one step: after a crash or a power cut it holds the old bytes or the new, never a mixture.
 * When this returns the new bytes are on the disk. Throws the system's error and leaves the old file as it was.
 */
export function replaceFile(path: string, bytes: Uint8Array): void {
  const draft = `${path}.tmp`;
  rmSync(draft, { force: true });
  try {
    writeAndSync(draft, bytes);
    renameDurably(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

function writeAndSync(path: string, bytes: Uint8Array): void {
  const descriptor = openSync(path, "wx", fileMode);
  try {
    for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Renames, replacing what is there, and makes the new name survive a power cut. Waits up to half a second for scanners. */
export function renameDurably(from: string, to: string): void {
  for (let attempt = 1; ; attempt += 1) {
    try {
      renameSync(from, to);
      break;
    } catch (error) {
      // On Windows a virus scanner may hold a fresh file open for a moment.
      if (platform !== "win32" || attempt === 20) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 25);
    }
  }
  syncFolder(dirname(to));
}

/** Writes a folder's list of names to the disk. Windows has no such call and does it by itself. */
export function syncFolder(path: string): void {
  if (platform === "win32") return;
  const descriptor = openSync(path, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Makes a folder for the owner alone; one that is there is left as it is. */
export function makeFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: folderMode });
}
