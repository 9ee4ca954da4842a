/** A column of 32-bit numbers that grows. */
export interface GrowingColumn {
  readonly length: number;
  push(value: number): void;
  at(index: number): number;
  /** What was pushed, without a copy; valid until the next `push`. */
  values(): Uint32Array;
}

export function createGrowingColumn(firstSize = 1 << 10): GrowingColumn {
  let column = new Uint32Array(firstSize);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push: (value) => {
      if (length === column.length) {
        const larger = new Uint32Array(Math.ceil(length * 1.5));
        larger.set(column);
        column = larger;
      }
      column[length] = value;
      length += 1;
    },
    at: (index) => column[index] ?? 0,
    values: () => column.subarray(0, length),
  };
}

/** Runs of bytes one after the other, and where each ends. */
export interface GrowingBlob {
  readonly ends: GrowingColumn;
  readonly byteLength: number;
  /** Adds a text as UTF-8. */
  pushText(text: string): void;
  pushBytes(bytes: Uint8Array): void;
  bytes(): Uint8Array;
}

const encoder = new TextEncoder();

export function createGrowingBlob(): GrowingBlob {
  const ends = createGrowingColumn();
  let blob = new Uint8Array(1 << 14);
  let used = 0;
  const room = (length: number): void => {
    if (used + length <= blob.length) return;
    const larger = new Uint8Array(Math.max(Math.ceil(blob.length * 1.5), used + length));
    larger.set(blob);
    blob = larger;
  };
  return {
    ends,
    get byteLength() {
      return used;
    },
    pushText: (text) => {
      // No UTF-16 unit takes more than three bytes.
      room(text.length * 3);
      used += encoder.encodeInto(text, blob.subarray(used)).written;
      ends.push(used);
    },
    pushBytes: (bytes) => {
      room(bytes.length);
      blob.set(bytes, used);
      used += bytes.length;
      ends.push(used);
    },
    bytes: () => blob.subarray(0, used),
  };
}

/** Two numbers a row, in the order of the first and then the second, each row once. */
export function sortedPairs(
  first: Uint32Array,
  second: Uint32Array,
): { readonly first: Uint32Array; readonly second: Uint32Array } {
  const halves = new Uint32Array(first.length * 2);
  for (let at = 0; at < first.length; at += 1) {
    halves[at * 2] = second[at] ?? 0;
    halves[at * 2 + 1] = first[at] ?? 0;
  }
  // Every machine the app runs on is little-endian: the second half of a row weighs more.
  new BigUint64Array(halves.buffer).sort();
  const firsts = new Uint32Array(first.length);
  const seconds = new Uint32Array(first.length);
  let count = 0;
  for (let at = 0; at < first.length; at += 1) {
    const a = halves[at * 2 + 1] ?? 0;
    const b = halves[at * 2] ?? 0;
    if (count > 0 && firsts[count - 1] === a && seconds[count - 1] === b) continue;
    firsts[count] = a;
    seconds[count] = b;
    count += 1;
  }
  return { first: firsts.slice(0, count), second: seconds.slice(0, count) };
}
