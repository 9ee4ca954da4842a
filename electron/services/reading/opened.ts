import type { Evidence } from "../../../shared/domain/evidence.ts";
import type { EvidenceId } from "../../../shared/domain/ids.ts";
import type { ReadingForm } from "../../../shared/domain/reading.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { EvidenceReader, ReadingStop } from "../../parsing/evidence/evidence-reader.ts";
import type { OpenSession } from "../session.ts";
import { type FileStream, streamFile, wholeFile } from "./stored-bytes.ts";

/** Why a piece of evidence cannot be shown. */
export type OpenRefusal = {
  readonly code:
    | "evidence-mismatch"
    | "cancelled"
    | "reading-unsupported"
    | "reading-too-large"
    | "reading-encrypted"
    | "reading-broken"
    | "reading-limit";
};

/** A piece of evidence that was made ready. */
export interface Opened {
  readonly form: ReadingForm;
  readonly source: "bytes" | "reading";
  readonly sizeBytes: number;
  readonly size: { readonly width: number; readonly height: number } | undefined;
}

/** What is being shown at the moment, in memory alone. */
export interface OpenedEvidence {
  open(open: OpenSession, evidence: Evidence): Promise<Result<Opened, OpenRefusal>>;
  read(
    id: EvidenceId,
    range: { offset: number; length: number },
  ): Promise<Result<Uint8Array, { readonly code: "evidence-mismatch" | "reading-closed" }>>;
  close(id: EvidenceId): void;
  forget(): void;
}

/** Largest PDF that is shown, in bytes: the window holds all of it. */
const pdfLimitBytes = 512 * 1024 * 1024;
/** Largest picture file. */
const pictureLimitBytes = 64 * 1024 * 1024;
/** Pieces that are kept ready; the one that was opened first goes. */
const keptAtOnce = 3;

const forms: Readonly<Record<string, ReadingForm>> = {
  "application/pdf": "pdf",
  "image/png": "image",
  "image/jpeg": "image",
  "text/plain": "text",
  "text/csv": "table",
  "text/html": "page",
  "multipart/related": "page",
  "message/rfc822": "page",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "table",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "text",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": "text",
};

type Kept = { readonly bytes: Uint8Array } | { readonly stream: FileStream };
type Made = { readonly opened: Opened; readonly kept: Kept };

/** Makes evidence ready and keeps it so; nothing of it ever lies on a disk. */
export function createOpened(reader: EvidenceReader): OpenedEvidence {
  const ready = new Map<EvidenceId, Kept>();
  let abort = new AbortController();

  const close = (id: EvidenceId): void => {
    const kept = ready.get(id);
    ready.delete(id);
    if (kept !== undefined && "stream" in kept) void kept.stream.end().catch(() => undefined);
  };
  return {
    open: async (open, evidence) => {
      const { signal } = abort;
      const made = await make(reader, open, evidence, signal);
      if (!made.ok) return made;
      if (signal.aborted) return err({ code: "cancelled" });
      close(evidence.id);
      ready.set(evidence.id, made.value.kept);
      for (const id of [...ready.keys()].slice(0, -keptAtOnce)) close(id);
      return ok(made.value.opened);
    },
    read: async (id, { offset, length }) => {
      const kept = ready.get(id);
      if (kept === undefined) return err({ code: "reading-closed" });
      if ("bytes" in kept) return ok(kept.bytes.subarray(offset, offset + length));
      const bytes = await kept.stream.read({ offset, length });
      return bytes.ok ? bytes : err({ code: bytes.error });
    },
    close,
    forget: () => {
      abort.abort();
      abort = new AbortController();
      for (const id of ready.keys()) close(id);
    },
  };
}

async function make(
  reader: EvidenceReader,
  open: OpenSession,
  evidence: Evidence,
  signal: AbortSignal,
): Promise<Result<Made, OpenRefusal>> {
  const { mediaType, sizeBytes } = evidence;
  const form = forms[mediaType];
  if (form === undefined) return err({ code: "reading-unsupported" });
  const limitBytes = form === "pdf" ? pdfLimitBytes : form === "image" ? pictureLimitBytes : reader.limits.bytes;
  if (sizeBytes > limitBytes) return err({ code: "reading-too-large" });
  if (form === "pdf") {
    const opened: Opened = { form, source: "bytes", sizeBytes, size: undefined };
    return ok({ opened, kept: { stream: streamFile(open, evidence) } });
  }
  const bytes = await wholeFile(open, evidence);
  if (!bytes.ok) return err({ code: bytes.error });
  if (form === "image") {
    const size = await reader.measure({ mediaType, bytes: bytes.value.slice(), signal });
    if (!size.ok) return err({ code: refusalOf(size.error) });
    return ok({ opened: { form, source: "bytes", sizeBytes, size: size.value }, kept: { bytes: bytes.value } });
  }
  const read = await reader.show({ mediaType, bytes: bytes.value, signal });
  if (!read.ok) return err({ code: refusalOf(read.error) });
  const opened: Opened = { form, source: "reading", sizeBytes: read.value.length, size: undefined };
  return ok({ opened, kept: { bytes: read.value } });
}

function refusalOf(stop: ReadingStop): OpenRefusal["code"] {
  return stop === "cancelled" ? "cancelled" : `reading-${stop}`;
}
