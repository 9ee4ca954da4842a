import { crc32 } from "node:zlib";
import { z } from "zod";
import type { SegmentColumns } from "./segment.ts";

/** Raised whenever names are filed otherwise: what was kept by another version is built anew. */
export const indexVersion = 4;

/** Bytes of one block, so that reading or writing it takes the engine a few milliseconds. */
export const blockBytes: number = 256 * 1024;

/** Kept blocks that are not whole, or not of this version. The index is built anew. */
export class SegmentDamaged extends Error {}

const wideColumns = [
  "nameEnds",
  "nameEntry",
  "typeStarts",
  "entryEnds",
  "termEnds",
  "lengthStarts",
  "letterMasks",
  "postingStarts",
  "postings",
  "gramStarts",
  "grams",
  "skeletonHashes",
  "skeletonTerms",
  "arabicHashes",
  "arabicTerms",
  "equalHashes",
  "equalNames",
] as const satisfies readonly (keyof SegmentColumns)[];
const byteColumns = [
  "nameBlob",
  "nameSize",
  "entryBlob",
  "termBlob",
] as const satisfies readonly (keyof SegmentColumns)[];
const columnNames = [...byteColumns, ...wideColumns] as const;

const Manifest = z.strictObject({
  version: z.literal(indexVersion),
  lengths: z.record(z.enum(columnNames), z.int().nonnegative()),
});

const checksumBytes = 4;

function sealed(payload: Uint8Array): Uint8Array<ArrayBuffer> {
  const block = new Uint8Array(payload.length + checksumBytes);
  block.set(payload, checksumBytes);
  new DataView(block.buffer).setUint32(0, crc32(payload), true);
  return block;
}

function opened(block: Uint8Array): Uint8Array {
  if (block.length < checksumBytes) throw new SegmentDamaged("block-short");
  const payload = block.subarray(checksumBytes);
  const stored = new DataView(block.buffer, block.byteOffset, checksumBytes).getUint32(0, true);
  if (crc32(payload) !== stored) throw new SegmentDamaged("block-checksum");
  return payload;
}

function bytesOf(column: Uint8Array | Uint32Array): Uint8Array {
  return new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
}

/** The columns as blocks with a checksum each: first what there is, then column after column. */
export function* segmentBlocks(columns: SegmentColumns): Generator<Uint8Array<ArrayBuffer>, undefined> {
  const lengths = Object.fromEntries(columnNames.map((name) => [name, columns[name].byteLength]));
  yield sealed(Buffer.from(JSON.stringify({ version: indexVersion, lengths }), "utf8"));
  for (const name of columnNames) {
    const bytes = bytesOf(columns[name]);
    for (let at = 0; at < bytes.length; at += blockBytes) yield sealed(bytes.subarray(at, at + blockBytes));
  }
  return undefined;
}

/** Puts blocks together again, in the order in which they were made. Throws `SegmentDamaged`. */
export interface SegmentAssembly {
  take(block: Uint8Array): void;
  finish(): SegmentColumns;
}

export function createSegmentAssembly(): SegmentAssembly {
  let columns: SegmentColumns | undefined;
  let filled: Uint8Array[] = [];
  let column = 0;
  let used = 0;
  return {
    take: (block) => {
      const payload = opened(block);
      if (columns === undefined) {
        columns = emptyColumns(payload);
        const made = columns;
        filled = columnNames.map((name) => bytesOf(made[name]));
        return;
      }
      while (column < filled.length && used === filled[column]?.length) {
        column += 1;
        used = 0;
      }
      const into = filled[column];
      if (into === undefined || used + payload.length > into.length) throw new SegmentDamaged("block-order");
      into.set(payload, used);
      used += payload.length;
    },
    finish: () => {
      const isWhole =
        columns !== undefined &&
        filled.every((bytes, at) => at < column || (at === column ? used : 0) === bytes.length);
      if (columns === undefined || !isWhole) throw new SegmentDamaged("block-missing");
      if (!agree(columns)) throw new SegmentDamaged("columns-disagree");
      return columns;
    },
  };
}

function emptyColumns(payload: Uint8Array): SegmentColumns {
  const lengths = readLengths(payload);
  const wide = (name: (typeof wideColumns)[number]): Uint32Array => new Uint32Array((lengths[name] ?? 0) / 4);
  const bytes = (name: (typeof byteColumns)[number]): Uint8Array => new Uint8Array(lengths[name] ?? 0);
  const entries = [
    ...byteColumns.map((name) => [name, bytes(name)] as const),
    ...wideColumns.map((name) => [name, wide(name)] as const),
  ];
  // Safe: every name of the two lists is made, each of its own kind.
  return Object.fromEntries(entries) as unknown as SegmentColumns;
}

function readLengths(payload: Uint8Array): z.infer<typeof Manifest>["lengths"] {
  let manifest: unknown;
  try {
    manifest = JSON.parse(Buffer.from(payload).toString("utf8"));
  } catch {
    throw new SegmentDamaged("manifest-unreadable");
  }
  const parsed = Manifest.safeParse(manifest);
  if (!parsed.success) throw new SegmentDamaged("manifest-foreign");
  return parsed.data.lengths;
}

/** Whether the columns can belong together; what they hold is vouched for by the checksums. */
function agree(columns: SegmentColumns): boolean {
  const names = columns.nameEnds.length;
  const terms = columns.termEnds.length;
  return (
    columns.nameEntry.length === names &&
    columns.nameSize.length === names &&
    columns.postingStarts.length === terms + 1 &&
    columns.postingStarts[terms] === columns.postings.length &&
    (columns.nameEnds[names - 1] ?? 0) === columns.nameBlob.length &&
    (columns.termEnds[terms - 1] ?? 0) === columns.termBlob.length
  );
}
