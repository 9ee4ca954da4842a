import { createHash } from "node:crypto";
import type { Evidence } from "../../../shared/domain/evidence.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { StorageError } from "../../vault/fault.ts";
import { bytesOf } from "../evidence/bytes.ts";
import type { OpenSession } from "../session.ts";

/** The whole file in memory, in a buffer of its own, if it still has the hash taken when it came in. */
export async function wholeFile(
  open: OpenSession,
  evidence: Evidence,
): Promise<Result<Uint8Array<ArrayBuffer>, "evidence-mismatch">> {
  const whole = new Uint8Array(evidence.sizeBytes);
  const hash = createHash("sha256");
  let at = 0;
  try {
    for await (const part of bytesOf(open, evidence.id)) {
      if (at + part.length > whole.length) return err("evidence-mismatch");
      whole.set(part, at);
      hash.update(part);
      at += part.length;
    }
  } catch (thrown) {
    if (thrown instanceof StorageError && thrown.code === "vault-damaged") return err("evidence-mismatch");
    throw thrown;
  }
  return at === whole.length && hash.digest("hex") === evidence.sha256 ? ok(whole) : err("evidence-mismatch");
}

/** A file read from its beginning on, hashed on the way; what is asked for again is read again. */
export interface FileStream {
  /** Bytes from `offset` on; fewer at the end. Answers `evidence-mismatch` where the whole turns out not to be what came in. */
  read(range: { offset: number; length: number }): Promise<Result<Uint8Array, "evidence-mismatch">>;
  end(): Promise<void>;
}

/** A stream over the stored bytes. One read at a time; further ones wait for their turn. */
export function streamFile(open: OpenSession, evidence: Evidence): FileStream {
  let source = bytesOf(open, evidence.id);
  let hash = createHash("sha256");
  let rest: Uint8Array = new Uint8Array();
  let position = 0;
  let turn: Promise<unknown> = Promise.resolve();

  const next = async (): Promise<boolean> => {
    const step = await source.next();
    if (step.done === true) return false;
    hash.update(step.value);
    rest = rest.length === 0 ? step.value : Buffer.concat([rest, step.value]);
    return true;
  };
  const startAgain = async (): Promise<void> => {
    await source.return();
    source = bytesOf(open, evidence.id);
    hash = createHash("sha256");
    rest = new Uint8Array();
    position = 0;
  };
  const read = async (offset: number, length: number): Promise<Result<Uint8Array, "evidence-mismatch">> => {
    if (offset < position) await startAgain();
    const wantedEnd = Math.min(offset + length, evidence.sizeBytes);
    while (position + rest.length < wantedEnd) {
      if (position + rest.length <= offset) {
        position += rest.length;
        rest = new Uint8Array();
      }
      if (!(await next())) return err("evidence-mismatch");
    }
    const from = Math.max(0, offset - position);
    const bytes = rest.subarray(from, Math.max(from, wantedEnd - position));
    rest = rest.subarray(Math.max(0, wantedEnd - position));
    position = Math.max(position, wantedEnd);
    if (wantedEnd < evidence.sizeBytes) return ok(bytes);
    const isWhole = rest.length === 0 && !(await next());
    return isWhole && hash.copy().digest("hex") === evidence.sha256 ? ok(bytes) : err("evidence-mismatch");
  };
  const guarded = async (range: {
    offset: number;
    length: number;
  }): Promise<Result<Uint8Array, "evidence-mismatch">> => {
    try {
      return await read(range.offset, range.length);
    } catch (thrown) {
      if (thrown instanceof StorageError && thrown.code === "vault-damaged") return err("evidence-mismatch");
      throw thrown;
    }
  };
  return {
    read: (range) => {
      const mine = turn.then(() => guarded(range));
      turn = mine.catch(() => undefined);
      return mine;
    },
    end: async () => void (await source.return()),
  };
}
