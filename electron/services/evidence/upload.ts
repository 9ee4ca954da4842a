import { createHash } from "node:crypto";
import { inlineLimitBytes } from "../../../shared/domain/evidence.ts";
import { uploadChunkBytes } from "../../../shared/domain/evidence-intake.ts";
import { Sha256 } from "../../../shared/domain/ids.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { displayName } from "../../security/display-name.ts";
import { evidenceHeadBytes, judgeEvidenceFile } from "../../security/file-rules.ts";
import { StorageError, type VaultFault } from "../../vault/fault.ts";
import type { Objects } from "../../vault/vault.ts";
import { createPipe } from "./pipe.ts";
import type { TakenFile } from "./take-file.ts";

/** Why bytes from the window are not taken. */
export type UploadRefusal =
  | VaultFault
  | { readonly code: "upload-out-of-step" | "file-type-refused" | "file-too-large" };

/** Why a file whose bytes have all arrived does not come in. */
export type FinishRefusal = UploadRefusal | { readonly code: "upload-differs" };

/** One file on its way through the window: bytes in order, sealed as they arrive. After a refusal it is over. */
export interface Upload {
  /** Takes the next bytes; answers how many there are now, once these are sealed. */
  append(offset: number, bytes: Uint8Array): Promise<Result<number, UploadRefusal>>;
  /** Ends it. `expected` is the hash as the window took it, or null. */
  finish(expected: string | null): Promise<Result<TakenFile, FinishRefusal>>;
  /** Gives up; what was sealed is removed. */
  abort(): Promise<void>;
}

/** What the window says of a file before its bytes come. */
export interface UploadFacts {
  readonly name: string;
  readonly sizeBytes: number;
  readonly writtenMs: number | null;
}

/** Takes bytes into memory while they are few, and into a sealed object otherwise. */
interface Sink {
  write(bytes: Uint8Array): Promise<Result<void, VaultFault>>;
  end(): Promise<Result<Pick<TakenFile, "store" | "sha256">, VaultFault>>;
  drop(): Promise<void>;
}

/** Begins an upload whose name and size have been judged; nothing is written until the first bytes have been looked at. */
export function beginUpload(parts: { objects: Objects; facts: UploadFacts; signal: AbortSignal }): Upload {
  const { facts } = parts;
  let received = 0;
  let mediaType = "";
  let sink: Sink | undefined;
  let isOver = false;
  let isBusy = false;

  async function refuse<C extends UploadRefusal>(refusal: C): Promise<Result<never, C>> {
    isOver = true;
    await sink?.drop();
    return err(refusal);
  }

  async function take(offset: number, bytes: Uint8Array): Promise<Result<number, UploadRefusal>> {
    const left = facts.sizeBytes - received;
    // Two calls at once, a gap, a repetition or a short piece: nobody could say what the file then is.
    if (isOver || isBusy || offset !== received || bytes.length !== Math.min(uploadChunkBytes, left) || left === 0)
      return refuse({ code: "upload-out-of-step" });
    if (received === 0) {
      const head = bytes.subarray(0, evidenceHeadBytes);
      const judged = judgeEvidenceFile({ name: facts.name, sizeBytes: facts.sizeBytes, head });
      if (!judged.ok) return refuse({ code: judged.error });
      mediaType = judged.value.mediaType;
      sink = facts.sizeBytes <= inlineLimitBytes ? inMemory() : inObject(parts.objects, parts.signal);
    }
    isBusy = true;
    const written = await sink?.write(bytes);
    isBusy = false;
    if (written?.ok === false) return refuse(written.error);
    received += bytes.length;
    return ok(received);
  }

  return {
    append: take,
    finish: async (expected) => {
      if (isOver || isBusy || sink === undefined || received !== facts.sizeBytes)
        return refuse({ code: "upload-out-of-step" });
      isOver = true;
      const done = await sink.end();
      if (!done.ok) return done;
      const { store, sha256 } = done.value;
      if (expected !== null && expected !== sha256) {
        if (store.kind === "object") await parts.objects.remove(store.objectId);
        return err({ code: "upload-differs" });
      }
      const { sizeBytes, writtenMs } = facts;
      return ok({ fileName: displayName(facts.name), mediaType, sizeBytes, writtenMs, sha256, store });
    },
    abort: async () => {
      if (isOver) return;
      isOver = true;
      await sink?.drop();
    },
  };
}

function inMemory(): Sink {
  const parts: Uint8Array[] = [];
  return {
    write: async (bytes) => {
      parts.push(bytes);
      return ok(undefined);
    },
    end: async () => {
      const body = Buffer.concat(parts);
      const sha256 = Sha256.parse(createHash("sha256").update(body).digest("hex"));
      return ok({ store: { kind: "inline", body }, sha256 });
    },
    drop: async () => {
      for (const part of parts) part.fill(0);
    },
  };
}

function inObject(objects: Objects, signal: AbortSignal): Sink {
  const pipe = createPipe();
  const writing = objects.write({ source: pipe.source, signal });
  // Settles before the pipe is empty only when the disk or a lock has refused.
  const refused = writing.then((done) => (done.ok ? undefined : done.error));
  refused.catch(() => undefined);
  return {
    write: async (bytes) => {
      const refusal = await Promise.race([pipe.push(bytes).then(() => undefined), refused]);
      return refusal === undefined ? ok(undefined) : err(refusal);
    },
    end: async () => {
      pipe.end();
      const done = await writing;
      if (!done.ok) return done;
      const { objectId, wrappedKey, sha256 } = done.value;
      return ok({ store: { kind: "object", objectId, objectKey: wrappedKey }, sha256: Sha256.parse(sha256) });
    },
    drop: async () => {
      pipe.fail(new StorageError("cancelled", "aborted"));
      await writing.catch(() => undefined);
    },
  };
}
