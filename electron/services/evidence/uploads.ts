import { type IntakeOutcome, uploadLimitBytes } from "../../../shared/domain/evidence-intake.ts";
import { err, type Nothing, ok, type Result } from "../../../shared/result.ts";
import { judgeFileName } from "../../security/file-rules.ts";
import type { Locked, OpenSession } from "../session.ts";
import type { Task } from "../tasks.ts";
import { admit } from "./admit.ts";
import { discardBytes, type HeldFiles } from "./held-files.ts";
import { type IntakeServiceParts, mayTakeIn, type NotHere as NotInCase } from "./intake-parts.ts";
import type { IntakeInput } from "./store-evidence.ts";
import type { TakenFile } from "./take-file.ts";
import { beginUpload, type FinishRefusal, type Upload, type UploadRefusal } from "./upload.ts";

type Refused<C extends string> = { readonly code: C };
type NotHere = NotInCase | Refused<"unknown-question">;

/** Files that cross the door in pieces. */
export interface Uploads {
  begin(
    input: IntakeInput & {
      taskId: string;
      way: "drop" | "paste";
      name: string;
      sizeBytes: number;
      writtenMs: number | null;
    },
  ): Result<
    { limitBytes: typeof uploadLimitBytes },
    NotHere | Refused<"file-too-large" | "file-type-refused" | "too-many-uploads">
  >;
  append(input: {
    taskId: string;
    offset: number;
    data: string;
  }): Promise<Result<{ received: number }, NotHere | UploadRefusal | Refused<"unknown-upload">>>;
  finish(input: {
    taskId: string;
    sha256: string | null;
  }): Promise<Result<IntakeOutcome, NotHere | FinishRefusal | Refused<"unknown-upload">>>;
  abort(input: { taskId: string }): Promise<Result<Nothing, Locked>>;
  /** Gives up whatever is under way. */
  forget(): void;
}

/** Uploads under way at one time; a window sends one file after the other. */
const uploadsLimit = 4;

/** A window that is silent for so long has gone away, in milliseconds. */
const usualIdleMs = 60_000;

type UploadsParts = IntakeServiceParts & { readonly held: HeldFiles };

interface Running {
  readonly upload: Upload;
  readonly open: OpenSession;
  readonly input: IntakeInput;
  readonly way: "drop" | "paste";
  readonly task: Task;
  readonly sizeBytes: number;
  timer: NodeJS.Timeout | undefined;
}

export function createUploads(parts: UploadsParts): Uploads {
  const shelf = createShelf(parts);
  return {
    begin: (input) => begin(parts, shelf, input),
    append: async ({ taskId, offset, data }) => {
      const found = shelf.find(taskId);
      if (!found.ok) return found;
      const one = found.value;
      shelf.wait(taskId, one);
      const taken = await one.upload.append(offset, bytesOfBase64(data) ?? new Uint8Array());
      if (!taken.ok) {
        shelf.end(taskId, one);
        return taken;
      }
      one.task.progress(taken.value, one.sizeBytes);
      return ok({ received: taken.value });
    },
    finish: async ({ taskId, sha256 }) => {
      const found = shelf.find(taskId);
      if (!found.ok) return found;
      const one = found.value;
      const done = await one.upload.finish(sha256);
      shelf.end(taskId, one);
      return done.ok ? settleDown(parts, one, done.value) : done;
    },
    abort: async ({ taskId }) => {
      const current = parts.session.require();
      if (!current.ok) return current;
      await shelf.giveUp(taskId);
      return ok({});
    },
    forget: shelf.clear,
  };
}

function begin(
  parts: UploadsParts,
  shelf: Shelf,
  { taskId, way, name, sizeBytes, writtenMs, ...input }: Parameters<Uploads["begin"]>[0],
): ReturnType<Uploads["begin"]> {
  const entered = mayTakeIn(parts.session, input);
  if (!entered.ok) return entered;
  if (sizeBytes > uploadLimitBytes) return err({ code: "file-too-large" });
  if (sizeBytes === 0 || !judgeFileName(name)) return err({ code: "file-type-refused" });
  if (shelf.isFull(taskId)) return err({ code: "too-many-uploads" });
  const { open } = entered.value;
  const task = parts.tasks.begin({ taskId, label: "evidence-import", unit: "bytes" });
  const facts = { name, sizeBytes, writtenMs };
  const upload = beginUpload({ objects: open.vault.objects, facts, signal: task.signal });
  shelf.put(taskId, { upload, open, input, way, task, sizeBytes, timer: undefined });
  return ok({ limitBytes: uploadLimitBytes });
}

/** Writes the row of a file whose bytes are all there. */
async function settleDown(
  parts: UploadsParts,
  { open, input, way }: Running,
  taken: TakenFile,
): Promise<Result<IntakeOutcome, NotHere>> {
  const arrival = { taken, input, way };
  // While the last bytes were sealed the case may have been decided, or the vault locked.
  const entered = mayTakeIn(parts.session, input);
  if (!entered.ok || entered.value.open.vault !== open.vault) {
    if (open.vault.isOpen) await discardBytes(open, arrival);
    return entered.ok ? err({ code: "vault-locked" }) : entered;
  }
  const outcome = admit(parts, entered.value.open, arrival);
  if (outcome.result.kind === "taken") parts.onChange(input.dossierId);
  return ok(outcome);
}

/** The uploads under way. */
interface Shelf {
  put(taskId: string, one: Running): void;
  /** The upload of this id, whose case is still there for the person to work on. */
  find(taskId: string): Result<Running, NotHere | Refused<"unknown-upload">>;
  /** Whether there is no room for one more of this id. */
  isFull(taskId: string): boolean;
  /** Gives the window some more time. */
  wait(taskId: string, one: Running): void;
  end(taskId: string, one: Running): void;
  giveUp(taskId: string): Promise<void>;
  clear(): void;
}

function createShelf({ session, uploadIdleMs = usualIdleMs }: UploadsParts): Shelf {
  const running = new Map<string, Running>();
  const end = (taskId: string, one: Running): void => {
    clearTimeout(one.timer);
    if (running.get(taskId) === one) running.delete(taskId);
    one.task.end();
  };
  const giveUp = async (taskId: string): Promise<void> => {
    const one = running.get(taskId);
    if (one === undefined) return;
    end(taskId, one);
    await one.upload.abort();
  };
  const wait = (taskId: string, one: Running): void => {
    clearTimeout(one.timer);
    one.timer = setTimeout(() => void giveUp(taskId), uploadIdleMs).unref();
  };
  return {
    end,
    giveUp,
    wait,
    isFull: (taskId) => running.has(taskId) || running.size >= uploadsLimit,
    put: (taskId, one) => {
      running.set(taskId, one);
      one.task.signal.addEventListener("abort", () => void giveUp(taskId), { once: true });
      wait(taskId, one);
    },
    find: (taskId) => {
      const one = running.get(taskId);
      const current = session.enter("work-on-cases");
      if (!current.ok) return current;
      if (one === undefined || current.value.vault !== one.open.vault) return err({ code: "unknown-upload" });
      const entered = mayTakeIn(session, one.input);
      if (entered.ok) return ok(one);
      void giveUp(taskId);
      return entered;
    },
    clear: () => {
      for (const taskId of [...running.keys()]) void giveUp(taskId);
    },
  };
}

/** Undefined for anything that is no base64 of whole bytes; nothing is guessed. */
function bytesOfBase64(data: string): Uint8Array | undefined {
  if (data.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/u.test(data)) return undefined;
  return Buffer.from(data, "base64");
}
