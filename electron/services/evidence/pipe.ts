/** Bytes handed over one piece at a time: whoever pushes waits until whoever reads has asked for the next piece. */
export interface Pipe {
  /** Settles once the piece has been used. Never settles after a failure. */
  push(bytes: Uint8Array): Promise<void>;
  /** There is no more. */
  end(): void;
  /** Makes the reader throw this. */
  fail(reason: Error): void;
  readonly source: AsyncIterable<Uint8Array>;
}

type Piece = { readonly bytes: Uint8Array; readonly used: () => void };

/** Holds one piece at most, so that memory stays what it is however large the whole is. */
export function createPipe(): Pipe {
  let waiting: Piece | undefined;
  let state: "open" | "ended" | Error = "open";
  let wake: () => void = () => undefined;

  async function* read(): AsyncGenerator<Uint8Array, void, undefined> {
    for (;;) {
      if (state instanceof Error) throw state;
      const piece = waiting;
      if (piece !== undefined) {
        yield piece.bytes;
        waiting = undefined;
        piece.used();
        continue;
      }
      if (state === "ended") return;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }

  return {
    push: (bytes) => {
      if (waiting !== undefined) throw new Error("a pipe holds one piece");
      return new Promise((used) => {
        waiting = { bytes, used };
        wake();
      });
    },
    end: () => {
      if (state === "open") state = "ended";
      wake();
    },
    fail: (reason) => {
      state = reason;
      wake();
    },
    source: { [Symbol.asyncIterator]: read },
  };
}
