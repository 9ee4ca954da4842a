import { Inflate } from "fflate";
import { ReadingFault } from "./reading-fault.ts";
import type { ReadingLimits } from "./reading-limits.ts";

/** One entry as the directory of the package names it. */
interface Entry {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly packedBytes: number;
  readonly headerAt: number;
}

/** An office file's entries, inflated one by one under limits. */
export interface ZipPackage {
  /** Names in the order of the directory. */
  readonly names: readonly string[];
  /** The bytes of an entry; undefined when there is none of that name. */
  read(name: string): Uint8Array | undefined;
  /** Inflates every entry, keeps nothing, and throws when they break a limit: for readers that unpack by themselves. */
  measure(): void;
}

const directoryMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;
/** The directory's end is at most this far from the file's end: 22 bytes and a comment. */
const endReach = 65_557;
/** Entries below this size may compress as well as they like. */
const ratioFromBytes = 1_048_576;
/** How much is inflated at a time, so that a bomb is noticed early. */
const stepBytes = 65_536;

/** Files that unpack to files again; nobody needs one inside a document, and a bomb likes to be nested. */
const nested = /\.(?:zip|7z|rar|gz|tgz|bz2|xz|tar|jar|docx|docm|xlsx|xlsm|xlsb|pptx|pptm|odt|ods|odp)$/iu;

/**
 * Opens an office file as the ZIP it is. Throws `ReadingFault`: `broken` without a directory, `encrypted` for locked entries,
 * `limit` for too many entries, too large a whole, too high a ratio, or an archive within.
 */
export function openPackage(bytes: Uint8Array, limits: ReadingLimits): ZipPackage {
  const entries = directoryOf(bytes, limits);
  if (entries.some((entry) => entry.isEncrypted)) throw new ReadingFault("encrypted");
  if (entries.some((entry) => nested.test(entry.name))) throw new ReadingFault("limit");
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  let leftBytes = limits.packageBytes;
  const inflate = (entry: Entry, keep: (part: Uint8Array) => void): void => {
    let grownBytes = 0;
    inflateEntry(bytes, entry, (part) => {
      grownBytes += part.length;
      leftBytes -= part.length;
      const isSteep = grownBytes > ratioFromBytes && grownBytes > entry.packedBytes * limits.packageRatio;
      if (leftBytes < 0 || isSteep) throw new ReadingFault("limit");
      keep(part);
    });
  };
  return {
    names: entries.map((entry) => entry.name),
    read: (name) => {
      const entry = byName.get(name);
      if (entry === undefined) return undefined;
      const parts: Uint8Array[] = [];
      inflate(entry, (part) => parts.push(part));
      return Buffer.concat(parts);
    },
    measure: () => {
      for (const entry of entries) inflate(entry, () => undefined);
      leftBytes = limits.packageBytes;
    },
  };
}

function directoryOf(bytes: Uint8Array, limits: ReadingLimits): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  if (count > limits.packageEntries || count === 0xffff) throw new ReadingFault("limit");
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entryMark) throw new ReadingFault("broken");
    const nameBytes = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameBytes));
    entries.push({
      name,
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      packedBytes: view.getUint32(at + 20, true),
      headerAt: view.getUint32(at + 42, true),
    });
    at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function endOfDirectory(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - endReach);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === directoryMark) return at;
  }
  throw new ReadingFault("broken");
}

function inflateEntry(bytes: Uint8Array, entry: Entry, onPart: (part: Uint8Array) => void): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const at = entry.headerAt;
  if (at + 30 > bytes.length || view.getUint32(at, true) !== localMark) throw new ReadingFault("broken");
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const packed = bytes.subarray(from, from + entry.packedBytes);
  if (packed.length !== entry.packedBytes) throw new ReadingFault("broken");
  if (entry.method === 0) {
    onPart(packed);
    return;
  }
  if (entry.method !== 8) throw new ReadingFault("broken");
  const inflating = new Inflate((part) => onPart(part));
  try {
    for (let done = 0; done < packed.length || done === 0; done += stepBytes) {
      inflating.push(packed.subarray(done, done + stepBytes), done + stepBytes >= packed.length);
    }
  } catch (thrown) {
    throw thrown instanceof ReadingFault ? thrown : new ReadingFault("broken");
  }
}
