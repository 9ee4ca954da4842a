import type { Evidence } from "../../shared/domain/evidence.ts";
import type { DossierId } from "../../shared/domain/ids.ts";
import type { TextPart } from "../../shared/domain/reading.ts";
import type { EvidenceReader, ReadingStop } from "../parsing/evidence/evidence-reader.ts";
import type { Clock } from "../ports.ts";
import { faultOf } from "../vault/fault.ts";
import type { TextOutcome, WaitingText } from "../vault/tables/evidence-text-table.ts";
import { touchEvidence } from "./evidence/custody.ts";
import { wholeFile } from "./reading/stored-bytes.ts";
import type { OpenSession, Session } from "./session.ts";

/** Takes the text out of evidence in the background, one piece at a time, so that it can be searched. */
export interface TextExtraction {
  /** A vault was opened: begins with what still waits, after a moment. */
  begin(): void;
  /** Something new waits. */
  wake(): void;
  /** The vault locks: the worker at work is ended and nothing of its work is kept. */
  end(): void;
  /** Settles when nothing waits any more, or nothing can be done about it. */
  settled(): Promise<void>;
}

export interface TextExtractionParts {
  readonly session: Session;
  readonly clock: Clock;
  readonly reader: EvidenceReader;
  /** Milliseconds from unlocking to the first piece; null for never, undefined for what a release does. */
  readonly afterMs: number | null | undefined;
  /** The text of a piece of this case has been settled. */
  readonly onRead: (dossierId: DossierId) => void;
}

/** Milliseconds from unlocking to the first piece in a release: the page comes first. */
const defaultAfterMs = 1_500;

/** Milliseconds of rest between two pieces, so that whoever is at work gets the machine. */
const restMs = 25;
/** Text that is stored in one transaction, in UTF-16 units: a few milliseconds of writing. */
const unitsAtOnce = 128 * 1024;

export function createTextExtraction(parts: TextExtractionParts): TextExtraction {
  const afterMs = parts.afterMs === undefined ? defaultAfterMs : parts.afterMs;
  let running: Promise<void> | undefined;
  let isAwake = false;
  let timer: NodeJS.Timeout | undefined;
  let abort = new AbortController();

  const run = async (): Promise<void> => {
    const { signal } = abort;
    try {
      while (isAwake && !signal.aborted) {
        isAwake = false;
        await readWaiting(parts, signal);
      }
    } catch (thrown) {
      // A disk that is full or gone keeps nobody from working; the next waking tries again.
      if (faultOf(thrown) === undefined) throw thrown;
    }
  };
  const wake = (): void => {
    if (afterMs === null || timer !== undefined) return;
    isAwake = true;
    running ??= run().finally(() => {
      running = undefined;
      if (isAwake && !abort.signal.aborted) wake();
    });
  };
  return {
    begin: () => {
      if (afterMs === null) return;
      abort = new AbortController();
      clearTimeout(timer);
      timer = setTimeout(() => {
        timer = undefined;
        wake();
      }, afterMs);
    },
    wake,
    end: () => {
      clearTimeout(timer);
      timer = undefined;
      isAwake = false;
      abort.abort();
    },
    settled: async () => {
      while (running !== undefined) await running;
    },
  };
}

/** Pieces asked for at a time. */
const atOnce = 50;

async function readWaiting(parts: TextExtractionParts, signal: AbortSignal): Promise<void> {
  for (;;) {
    const open = parts.session.current();
    if (open === undefined) return;
    const waiting = open.tables.evidenceText.waiting(atOnce);
    if (waiting.length === 0) return;
    for (const one of waiting) {
      if (signal.aborted) return;
      await readOne(parts, open, { ...one, signal });
      await new Promise((rested) => setTimeout(rested, restMs));
    }
  }
}

type Piece = WaitingText & { readonly signal: AbortSignal };

async function readOne(parts: TextExtractionParts, open: OpenSession, piece: Piece): Promise<void> {
  const { evidenceId, dossierId, signal } = piece;
  const isCurrent = (): boolean =>
    !signal.aborted && parts.session.current()?.vault === open.vault && !open.cases.isShut(dossierId);
  const evidence = isCurrent() ? open.tables.evidence.find(dossierId, evidenceId) : undefined;
  if (evidence === undefined) return;
  const taken = await takeText(parts, open, { evidence, signal });
  if (taken === "cancelled") return;
  if (!(await storeParts(open, { piece, texts: taken.texts, isCurrent }))) return;
  if (!isCurrent() || !open.tables.evidenceText.isWaiting(evidenceId)) return;
  open.write(() => {
    open.tables.evidenceText.settle({ evidenceId, dossierId }, taken.outcome, parts.clock.nowMs());
    // In the chain of custody alone: nobody asked for it, and the trail tells what people do.
    touchEvidence(open, parts.clock, {
      dossierId,
      evidenceId,
      act: "extracted",
      facts: { state: taken.outcome.state },
    });
  });
  parts.onRead(dossierId);
}

interface Taken {
  readonly texts: readonly TextPart[];
  readonly outcome: TextOutcome;
}

const failed = (reason: Extract<TextOutcome, { state: "failed" }>["reason"]): Taken => ({
  texts: [],
  outcome: { state: "failed", reason },
});

async function takeText(
  { reader }: TextExtractionParts,
  open: OpenSession,
  { evidence, signal }: { evidence: Evidence; signal: AbortSignal },
): Promise<Taken | "cancelled"> {
  const { mediaType, sizeBytes } = evidence;
  if (mediaType.startsWith("image/")) return { texts: [], outcome: { state: "none" } };
  if (sizeBytes > reader.limits.bytes) return failed("too-large");
  const bytes = await wholeFile(open, evidence);
  if (!bytes.ok) return failed("damaged");
  const read = await reader.takeText({ mediaType, bytes: bytes.value, signal });
  if (!read.ok) return read.error === "cancelled" ? "cancelled" : failed(reasonOf(read.error));
  const { parts, isCut } = read.value;
  if (parts.every((part) => part.text.trim() === "")) return { texts: [], outcome: { state: "none" } };
  return { texts: parts, outcome: { state: "done", parts: parts.length, isCut } };
}

function reasonOf(stop: Exclude<ReadingStop, "cancelled">): Extract<TextOutcome, { state: "failed" }>["reason"] {
  return stop === "unsupported" ? "broken" : stop;
}

interface Storing {
  readonly piece: WaitingText;
  readonly texts: readonly TextPart[];
  readonly isCurrent: () => boolean;
}

/** Stores the parts a few at a time; what an earlier attempt left goes first. Answers whether all of them are stored. */
async function storeParts(open: OpenSession, { piece, texts, isCurrent }: Storing): Promise<boolean> {
  const { evidenceText } = open.tables;
  if (!isCurrent() || !evidenceText.isWaiting(piece.evidenceId)) return false;
  open.write(() => evidenceText.forget(piece));
  let first = 0;
  while (first < texts.length) {
    const end = endOfBatch(texts, first);
    // Calls that came in meanwhile go before.
    await new Promise((turn) => setImmediate(turn));
    if (!isCurrent() || !evidenceText.isWaiting(piece.evidenceId)) return false;
    const from = first;
    open.write(() => evidenceText.addParts(piece, from + 1, texts.slice(from, end)));
    first = end;
  }
  return true;
}

function endOfBatch(texts: readonly TextPart[], first: number): number {
  let units = 0;
  let end = first;
  while (end < texts.length && (end === first || units + (texts[end]?.text.length ?? 0) <= unitsAtOnce)) {
    units += texts[end]?.text.length ?? 0;
    end += 1;
  }
  return end;
}
