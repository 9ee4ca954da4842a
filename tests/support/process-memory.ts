import { closeSync, openSync, readdirSync, readFileSync, readSync } from "node:fs";

/** Bytes to look for, by the name a test gives them. */
export type Needles = Readonly<Record<string, Buffer>>;

/** Read at a time, in bytes; neighbouring parts overlap by the longest needle. */
const partBytes = 8 * 1_024 * 1_024;

/**
 * Which of these bytes stand anywhere in a process's readable memory, as Linux shows it under /proc. The needles stand in
 * the process that asks; look at others only.
 */
export function findInMemory(processId: number, needles: Needles): string[] {
  const found = new Set<string>();
  const longest = Math.max(...Object.values(needles).map((needle) => needle.length));
  const memory = openSync(`/proc/${processId}/mem`, "r");
  try {
    for (const { from, to } of readableParts(processId)) {
      for (let at = from; at < to; at += partBytes) {
        const part = readAt(memory, at, Math.min(partBytes + longest, to - at));
        for (const [name, needle] of Object.entries(needles)) if (part.includes(needle)) found.add(name);
      }
    }
  } finally {
    closeSync(memory);
  }
  return [...found].sort();
}

/** Processes that were started by this one and still run. */
export function childrenOf(processId: number): number[] {
  return readdirSync(`/proc/${processId}/task`).flatMap((task) =>
    readFileSync(`/proc/${processId}/task/${task}/children`, "utf8")
      .trim()
      .split(" ")
      .filter((child) => child !== "")
      .map(Number),
  );
}

function readableParts(processId: number): { from: number; to: number }[] {
  return readFileSync(`/proc/${processId}/maps`, "utf8")
    .split("\n")
    .flatMap((line) => {
      const [, from, to, mode] = /^([0-9a-f]+)-([0-9a-f]+) (\S+)/u.exec(line) ?? [];
      // The kernel's own pages beside a process are no memory of it, and lie beyond exact numbers.
      if (from === undefined || to === undefined || mode?.startsWith("r") !== true || /\[v/u.test(line)) return [];
      return [{ from: Number.parseInt(from, 16), to: Number.parseInt(to, 16) }];
    });
}

/** What can be read there; a mapping may go away between two looks. */
function readAt(memory: number, at: number, length: number): Buffer {
  const part = Buffer.alloc(length);
  try {
    return part.subarray(0, readSync(memory, part, 0, length, at));
  } catch {
    return part.subarray(0, 0);
  }
}
