/**
 * Memory that grows where it stands: its pages come from the system as they are written to and go back to it when the buffer is
 * let go. Ordinary buffers that are copied into larger ones leave holes behind, which together cost as much as an index.
 */
export function createRoom(bytes: number): ArrayBuffer {
  return new ArrayBuffer(bytes, { maxByteLength: Math.max(bytes * 4, leastReserved) });
}

/** Address space reserved for a room at least, in bytes; reserving takes no memory. */
const leastReserved = 32 * 1024 * 1024;

/** The same bytes in a room of at least `bytes`; the given one is enlarged if it can be. */
export function widenRoom(room: ArrayBuffer, bytes: number): ArrayBuffer {
  const wanted = Math.max(bytes, Math.ceil(room.byteLength * 1.5));
  if (wanted <= room.maxByteLength) {
    room.resize(wanted);
    return room;
  }
  const larger = createRoom(wanted);
  new Uint8Array(larger).set(new Uint8Array(room));
  return larger;
}

/** The whole of a room as it is now; a view that followed the growing would be slower to read. */
export function numbersIn(room: ArrayBuffer): Uint32Array<ArrayBuffer> {
  return new Uint32Array(room, 0, room.byteLength >>> 2);
}

/** The same in bytes. */
export function bytesIn(room: ArrayBuffer): Uint8Array<ArrayBuffer> {
  return new Uint8Array(room, 0, room.byteLength);
}

/** A column of 32-bit numbers that grows. */
export interface GrowingColumn {
  readonly length: number;
  push(value: number): void;
  at(index: number): number;
  /** What was pushed, without a copy; valid until the next `push`. */
  values(): Uint32Array;
  /** The same, and lets go of it: the column is empty afterwards. */
  take(): Uint32Array;
}

const firstBytes = 1 << 14;

export function createGrowingColumn(): GrowingColumn {
  let room = createRoom(firstBytes);
  let column = numbersIn(room);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push: (value) => {
      if (length === column.length) {
        room = widenRoom(room, (length + 1) * 4);
        column = numbersIn(room);
      }
      column[length] = value;
      length += 1;
    },
    at: (index) => column[index] ?? 0,
    values: () => column.subarray(0, length),
    take: () => {
      const taken = column.subarray(0, length);
      room = new ArrayBuffer(0);
      column = new Uint32Array(room);
      length = 0;
      return taken;
    },
  };
}

/** Runs of bytes one after the other, and where each ends. */
export interface GrowingBlob {
  readonly ends: GrowingColumn;
  readonly byteLength: number;
  /** Adds a text as UTF-8. */
  pushText(text: string): void;
  pushBytes(bytes: Uint8Array): void;
  /** The bytes and their ends, of which it lets go: it is empty afterwards. */
  take(): { readonly blob: Uint8Array; readonly ends: Uint32Array };
}

const encoder = new TextEncoder();

export function createGrowingBlob(): GrowingBlob {
  const ends = createGrowingColumn();
  let room = createRoom(firstBytes);
  let blob = bytesIn(room);
  let used = 0;
  const widen = (length: number): void => {
    if (used + length <= blob.length) return;
    room = widenRoom(room, used + length);
    blob = bytesIn(room);
  };
  return {
    ends,
    get byteLength() {
      return used;
    },
    pushText: (text) => {
      // No UTF-16 unit takes more than three bytes.
      widen(text.length * 3);
      used += encoder.encodeInto(text, blob.subarray(used)).written;
      ends.push(used);
    },
    pushBytes: (bytes) => {
      widen(bytes.length);
      blob.set(bytes, used);
      used += bytes.length;
      ends.push(used);
    },
    take: () => {
      const taken = blob.subarray(0, used);
      room = new ArrayBuffer(0);
      blob = new Uint8Array(room);
      used = 0;
      return { blob: taken, ends: ends.take() };
    },
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
  const isAgain = (at: number): boolean =>
    at > 0 && halves[at * 2] === halves[at * 2 - 2] && halves[at * 2 + 1] === halves[at * 2 - 1];
  let count = 0;
  for (let at = 0; at < first.length; at += 1) if (!isAgain(at)) count += 1;
  const firsts = new Uint32Array(count);
  const seconds = new Uint32Array(count);
  let place = 0;
  for (let at = 0; at < first.length; at += 1) {
    if (isAgain(at)) continue;
    firsts[place] = halves[at * 2 + 1] ?? 0;
    seconds[place] = halves[at * 2] ?? 0;
    place += 1;
  }
  return { first: firsts, second: seconds };
}
