import { appendFileSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileMode } from "./durable-file.ts";
import { names } from "./folder.ts";

/** Failed attempts to unlock since somebody last got in. Times are epoch milliseconds. */
export interface FailedAttempts {
  readonly count: number;
  readonly firstAtMs: number;
  readonly lastAtMs: number;
  /** The file is bounded: there may have been more. */
  readonly isFull: boolean;
}

/** Lines kept; whoever tries more often than this leaves no doubt. */
const mostLines = 4_096;

/** A moment and a line feed. */
const lineBytes = 14;

/**
 * Notes a failed attempt to unlock in the vault's folder: the moment alone, no name and nothing of what was typed. It
 * stands outside the encryption, because nobody is in; somebody with the disk can delete it. A folder that cannot be
 * written keeps no attempts.
 */
export function noteFailedAttempt(folder: string, atMs: number): void {
  try {
    const path = join(folder, names.attempts);
    const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    if (size >= mostLines * lineBytes) return;
    appendFileSync(path, `${String(atMs).padStart(lineBytes - 1, "0")}\n`, { mode: fileMode });
  } catch {
    // A refusal must stay the refusal it was, whatever the disk says to the note about it.
  }
}

/** What is noted; lines that are no moments are passed over. Undefined when nothing is. */
export function readFailedAttempts(folder: string): FailedAttempts | undefined {
  const path = join(folder, names.attempts);
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  // Larger than this program ever writes it: somebody else did, and it is not read into memory.
  if (size === 0 || size > 2 * mostLines * lineBytes) return size === 0 ? undefined : unreadable(path);
  const times = readFileSync(path, "latin1")
    .split("\n")
    .filter((line) => /^\d{13}$/u.test(line))
    .map(Number);
  if (times.length === 0) return unreadable(path);
  return {
    count: times.length,
    firstAtMs: times.reduce((least, time) => Math.min(least, time)),
    lastAtMs: times.reduce((most, time) => Math.max(most, time)),
    isFull: times.length >= mostLines,
  };
}

/** There is a file, so there was at least one attempt; when, is no longer known. */
function unreadable(path: string): FailedAttempts {
  const atMs = Math.trunc(statSync(path).mtimeMs);
  return { count: 1, firstAtMs: atMs, lastAtMs: atMs, isFull: true };
}

/** Forgets the attempts once the trail has them. */
export function dropFailedAttempts(folder: string): void {
  rmSync(join(folder, names.attempts), { force: true });
}
