import type { Fault } from "../../../shared/contract/channel.ts";
import type { DossierId, EvidenceId, ItemId, MarkId } from "../../../shared/domain/ids.ts";
import { chunkLimitBytes, type EvidenceMark, type MarkPlace, Reading } from "../../../shared/domain/reading.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { host } from "../../host.ts";
import { createStore } from "../../stores/create-store.ts";

/** A piece of evidence as the window holds it while it is shown. */
export type Shown =
  | { readonly form: "pdf"; readonly bytes: Uint8Array<ArrayBuffer> }
  | {
      readonly form: "image";
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly mediaType: string;
      readonly width: number;
      readonly height: number;
    }
  | { readonly form: "made"; readonly reading: Reading };

/** A place that a person has chosen and not yet kept. */
export interface Draft {
  readonly place: MarkPlace;
  readonly quote: string;
}

interface ReadingState {
  readonly shown: Shown | undefined;
  readonly fault: Fault | undefined;
  /** Bytes that have come, and bytes in all. */
  readonly progress: { readonly done: number; readonly total: number } | undefined;
  readonly marks: readonly EvidenceMark[];
  readonly draft: Draft | undefined;
  /** The highlight in view. */
  readonly markId: MarkId | undefined;
}

const empty: ReadingState = {
  shown: undefined,
  fault: undefined,
  progress: undefined,
  marks: [],
  draft: undefined,
  markId: undefined,
};

/** What the viewer shows. Locking empties it with everything that was read. */
export const readingStore = createStore<ReadingState>(() => empty);

type One = { readonly dossierId: DossierId; readonly evidenceId: EvidenceId };

/** Brings a piece of evidence into the window's memory, until the returned function is called. */
export function readEvidence(one: One): () => void {
  const aborter = new AbortController();
  readingStore.setState(empty, true);
  void load(one, aborter.signal);
  void loadMarks(one.dossierId);
  return () => {
    aborter.abort();
    readingStore.setState(empty, true);
    void host.reading.close(one);
  };
}

async function load(one: One, signal: AbortSignal): Promise<void> {
  const shown = await fetchShown(one, signal);
  if (signal.aborted) return;
  readingStore.setState(
    shown.ok ? { shown: shown.value, progress: undefined } : { fault: shown.error, progress: undefined },
  );
}

async function fetchShown(one: One, signal: AbortSignal): Promise<Result<Shown, Fault>> {
  const opened = await host.reading.open(one);
  if (!opened.ok) return opened;
  const { form, sizeBytes, mediaType, width, height } = opened.value;
  const bytes = new Uint8Array(sizeBytes);
  for (let offset = 0; offset < sizeBytes; ) {
    const chunk = await host.reading.chunk({ ...one, offset, length: chunkLimitBytes });
    if (signal.aborted) return err({ code: "cancelled" });
    if (!chunk.ok) return chunk;
    const part = Uint8Array.from(atob(chunk.value.base64), (letter) => letter.charCodeAt(0));
    if (part.length === 0) return err({ code: "reading-closed" });
    bytes.set(part, offset);
    offset += part.length;
    readingStore.setState({ progress: { done: offset, total: sizeBytes } });
  }
  if (form === "pdf") return ok({ form, bytes });
  if (form === "image") return ok({ form, bytes, mediaType, width: width ?? 1, height: height ?? 1 });
  return ok({ form: "made", reading: Reading.parse(JSON.parse(new TextDecoder().decode(bytes))) });
}

/** Reads the highlights of a case anew. */
async function loadMarks(dossierId: DossierId): Promise<void> {
  const read = await host.reading.marks({ dossierId });
  if (read.ok) readingStore.setState({ marks: read.value.marks });
}

/** Takes over a highlight that a call has just brought; without `kept` it leaves the list. */
export function adoptMark(mark: EvidenceMark, kept = true): void {
  readingStore.setState(({ marks }) => ({
    marks: [...marks.filter((one) => one.id !== mark.id), ...(kept ? [mark] : [])].sort((a, b) => a.number - b.number),
  }));
}

/** Offers a place to be kept as a highlight. */
export function draftMark(draft: Draft | undefined): void {
  readingStore.setState({ draft });
}

/** Brings a highlight into view. */
export function showMark(markId: MarkId | undefined): void {
  readingStore.setState({ markId });
}

/** Cites a highlight from an item, or no longer. */
export async function citeMark(
  dossierId: DossierId,
  request: { markId: MarkId; itemId: ItemId; cited: boolean },
): Promise<Fault | undefined> {
  const cited = await host.reading.cite({ dossierId, ...request });
  if (cited.ok) adoptMark(cited.value);
  return cited.ok ? undefined : cited.error;
}
