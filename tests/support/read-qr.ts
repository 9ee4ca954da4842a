import assert from "node:assert/strict";

/**
 * Reads an unspoilt QR code of level M from its modules, after ISO/IEC 18004 and without the library that drew it: format
 * bits, mask, zigzag, blocks, segment. Errors are not corrected; there are none on a screen.
 */
export function readQr(modules: readonly (readonly boolean[])[]): string {
  const size = modules.length;
  const version = (size - 17) / 4;
  assert.ok(Number.isInteger(version) && version >= 1 && version <= 13, `size ${size}`);
  const { level, mask } = readFormat(modules);
  assert.equal(level, 0, "level M");
  const data = dataCodewords(readCodewords(modules, version, mask), version);
  return readSegment(data, version);
}

type Modules = readonly (readonly boolean[])[];

const dark = (modules: Modules, x: number, y: number): number => (modules[y]?.[x] === true ? 1 : 0);

function readFormat(modules: Modules): { level: number; mask: number } {
  const around = [0, 1, 2, 3, 4, 5, 7, 8].map((x) => dark(modules, x, 8));
  const below = [7, 5, 4, 3, 2, 1, 0].map((y) => dark(modules, 8, y));
  const bits = [...around, ...below].reduce((sum, bit) => sum * 2 + bit, 0) ^ 0b101010000010010;
  return { level: bits >> 13, mask: (bits >> 10) & 7 };
}

const masks: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_x, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** Centres of the alignment patterns, by version. */
const alignment: readonly (readonly number[])[] = [
  [],
  [],
  [6, 18],
  [6, 22],
  [6, 26],
  [6, 30],
  [6, 34],
  [6, 22, 38],
  [6, 24, 42],
  [6, 26, 46],
  [6, 28, 50],
  [6, 30, 54],
  [6, 32, 58],
  [6, 34, 62],
];

function isFunction(x: number, y: number, version: number): boolean {
  const size = version * 4 + 17;
  if (x === 6 || y === 6) return true;
  if ((x < 9 && y < 9) || (x >= size - 8 && y < 9) || (x < 9 && y >= size - 8)) return true;
  if (version >= 7 && ((x >= size - 11 && y < 6) || (x < 6 && y >= size - 11))) return true;
  const centres = alignment[version] ?? [];
  const last = centres.at(-1);
  return centres.some((cy) =>
    centres.some((cx) => {
      const isFinder = (cx === 6 && cy === 6) || (cx === 6 && cy === last) || (cx === last && cy === 6);
      return !isFinder && Math.abs(x - cx) <= 2 && Math.abs(y - cy) <= 2;
    }),
  );
}

function readCodewords(modules: Modules, version: number, mask: number): number[] {
  const size = modules.length;
  const bits: number[] = [];
  let isUpward = true;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      const y = isUpward ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (isFunction(x, y, version)) continue;
        bits.push(dark(modules, x, y) ^ (masks[mask]?.(x, y) === true ? 1 : 0));
      }
    }
    isUpward = !isUpward;
  }
  const whole = Math.floor(bits.length / 8);
  return Array.from({ length: whole }, (_, at) =>
    bits.slice(at * 8, at * 8 + 8).reduce((sum, bit) => sum * 2 + bit, 0),
  );
}

/** Level M: correction codewords in each block, and number of blocks, by version. */
const correction = [0, 10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22];
const blockCounts = [0, 1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9];

function dataCodewords(codewords: readonly number[], version: number): number[] {
  const count = blockCounts[version] ?? 1;
  const short = Math.floor(codewords.length / count) - (correction[version] ?? 0);
  const longBlocks = codewords.length % count;
  const blocks: number[][] = Array.from({ length: count }, () => []);
  let at = 0;
  for (let row = 0; row <= short; row += 1) {
    for (let block = 0; block < count; block += 1) {
      if (row === short && block < count - longBlocks) continue;
      blocks[block]?.push(codewords[at] ?? 0);
      at += 1;
    }
  }
  return blocks.flat();
}

const letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

function readSegment(data: readonly number[], version: number): string {
  const bits = data.map((byte) => byte.toString(2).padStart(8, "0")).join("");
  let at = 0;
  const take = (count: number): number => {
    const value = Number.parseInt(bits.slice(at, at + count), 2);
    at += count;
    return value;
  };
  assert.equal(take(4), 0b0010, "alphanumeric");
  let left = take(version < 10 ? 9 : 11);
  let text = "";
  while (left >= 2) {
    const pair = take(11);
    text += `${letters[Math.floor(pair / 45)]}${letters[pair % 45]}`;
    left -= 2;
  }
  if (left === 1) text += letters[take(6)];
  return text;
}

/** The modules of a path made of `Mx yh…v1h-…z` bars in a square of `size`, without the white border. */
export function modulesOfPath(path: string, size: number, border: number): boolean[][] {
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x = "", y = "", width = ""] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/gu)) {
    rows[Number(y)]?.fill(true, Number(x), Number(x) + Number(width));
  }
  return rows.slice(border, -border).map((row) => row.slice(border, -border));
}
