/** Ceilings for reading one file. Beyond `bytes` it is not read at all; beyond the others it is cut or refused, and says so. */
export interface ReadingLimits {
  /** Largest file that is read, in bytes. */
  readonly bytes: number;
  /** Wall time, in milliseconds. */
  readonly timeMs: number;
  /** Heap and buffers of the worker, in mebibytes. */
  readonly memoryMb: number;
  /** UTF-16 units of text taken out of one file. */
  readonly textUnits: number;
  /** Pages of a PDF. */
  readonly pages: number;
  readonly rows: number;
  readonly columns: number;
  readonly cells: number;
  /** Entries of an office file, which is a ZIP. */
  readonly packageEntries: number;
  /** What all entries together may grow to, in bytes. */
  readonly packageBytes: number;
  /** How many times its size an entry above 1 MiB may grow. */
  readonly packageRatio: number;
  /** Pictures that a page may carry along. */
  readonly pictures: number;
  /** Bytes of all these pictures. */
  readonly pictureBytes: number;
  /** Pixels of a picture; decoding takes four bytes for each. */
  readonly pixels: number;
  /** Longest side of a picture, in pixels. */
  readonly side: number;
}

/** The limits of a release. */
export const readingLimits: ReadingLimits = {
  bytes: 128 * 1024 * 1024,
  timeMs: 120_000,
  memoryMb: 1_024,
  textUnits: 12_000_000,
  pages: 5_000,
  rows: 200_000,
  columns: 1_024,
  cells: 2_000_000,
  packageEntries: 4_000,
  packageBytes: 256 * 1024 * 1024,
  packageRatio: 200,
  pictures: 300,
  pictureBytes: 24 * 1024 * 1024,
  pixels: 64_000_000,
  side: 30_000,
};
