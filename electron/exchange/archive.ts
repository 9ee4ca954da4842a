import { unzipSync, zipSync } from "fflate";
import { err, ok, type Result } from "../../shared/result.ts";

/** What an archive may hold; looked at before anything is inflated. */
export interface ArchiveLimits {
  /** Bytes of the file itself. */
  readonly bytes: number;
  readonly entries: number;
  /** Bytes of all parts together when inflated. */
  readonly inflated: number;
  /** How many times its stored size a part may grow, once it is larger than `freeBytes`. */
  readonly ratio: number;
  readonly freeBytes: number;
}

/** A filled sheet of a few hundred lines is far below each of these. */
export const replyArchiveLimits: ArchiveLimits = {
  bytes: 8 * 1024 * 1024,
  entries: 300,
  inflated: 48 * 1024 * 1024,
  ratio: 120,
  freeBytes: 1024 * 1024,
};

/** Why an archive was not opened. */
export type ArchiveStop =
  | "too-large"
  | "not-a-workbook"
  | "encrypted"
  | "too-many-parts"
  | "grows-too-much"
  | "damaged";

interface Entry {
  readonly name: string;
  readonly stored: number;
  readonly inflated: number;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const endSize = 22;
const entrySize = 46;
/** What Office writes around an encrypted workbook: a compound file. */
const compoundFile = Buffer.from("d0cf11e0a1b11ae1", "hex");

/**
 * Opens an archive within limits and gives it back with its parts stored as they are, so that whoever reads it next has
 * nothing left to inflate. Parts are inflated into buffers of the size the directory names: one that lies is cut or refused.
 */
export function openArchive(bytes: Uint8Array, limits: ArchiveLimits): Result<Uint8Array, ArchiveStop> {
  if (bytes.length > limits.bytes) return err("too-large");
  const listed = listEntries(bytes, limits);
  if (!listed.ok) return listed;
  const wanted = new Set(listed.value.filter(({ name }) => isPart(name)).map(({ name }) => name));
  if (!wanted.has("xl/workbook.xml")) return err("not-a-workbook");
  try {
    const parts = unzipSync(bytes, { filter: ({ name }) => wanted.has(name) });
    return ok(zipSync(parts, { level: 0 }));
  } catch {
    return err("damaged");
  }
}

/** The parts of a workbook that say what is in its cells. */
function isPart(name: string): boolean {
  return (
    /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook|styles|sharedStrings)\.xml)$/u.test(name) ||
    /^xl\/(?:_rels\/workbook\.xml\.rels|worksheets\/[A-Za-z0-9_-]{1,40}\.xml)$/u.test(name)
  );
}

/** The directory of the archive, checked against the limits. */
function listEntries(bytes: Uint8Array, limits: ArchiveLimits): Result<Entry[], ArchiveStop> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (compoundFile.every((byte, at) => bytes[at] === byte)) return err("encrypted");
  const end = findEnd(view);
  if (end === undefined) return err("not-a-workbook");
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > limits.entries) return err("too-many-parts");
  const entries: Entry[] = [];
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + entrySize > view.byteLength || view.getUint32(at, true) !== entryMark) return err("damaged");
    if ((view.getUint16(at + 8, true) & 1) === 1) return err("encrypted");
    const stored = view.getUint32(at + 20, true);
    const inflated = view.getUint32(at + 24, true);
    const nameLength = view.getUint16(at + 28, true);
    total += inflated;
    const grows = inflated > limits.freeBytes && inflated > stored * limits.ratio;
    if (total > limits.inflated || grows) return err("grows-too-much");
    const name = Buffer.from(bytes.subarray(at + entrySize, at + entrySize + nameLength)).toString("utf8");
    entries.push({ name, stored, inflated });
    at += entrySize + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  const names = new Set(entries.map(({ name }) => name));
  return names.size === entries.length ? ok(entries) : err("damaged");
}

function findEnd(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - endSize - 0xffff);
  for (let at = view.byteLength - endSize; at >= first; at -= 1) if (view.getUint32(at, true) === endMark) return at;
  return undefined;
}
