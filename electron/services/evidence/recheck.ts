import { z } from "zod";
import type { Evidence } from "../../../shared/domain/evidence.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import type { Clock } from "../../ports.ts";
import { faultOf } from "../../vault/fault.ts";
import type { OpenSession, Session } from "../session.ts";
import { settingNames } from "../settings-service.ts";
import { integrityOf } from "./bytes.ts";
import { touchEvidence } from "./custody.ts";

/** Reads a few pieces of evidence again after each unlocking, so that damage shows before anybody needs them. */
export interface EvidenceRecheck {
  follow(state: "open" | "locked"): void;
}

export interface RecheckParts {
  readonly session: Session;
  readonly clock: Clock;
  readonly afterEvidence: (open: OpenSession, dossierId: DossierId) => void;
  readonly onChange: (dossierId: DossierId) => void;
  /** Milliseconds from unlocking to the first piece; null for never, left out for what a release does. */
  readonly recheckAfterMs?: number | null | undefined;
}

/** What the last look found; numbers alone. */
export const RecheckNote = z.object({ at: z.number(), checked: z.int(), changed: z.int() });
export type RecheckNote = z.infer<typeof RecheckNote>;

/** What the last look found; undefined before the first one. */
export function lastRecheck(open: OpenSession): RecheckNote | undefined {
  const stored = open.tables.settings.find(settingNames.evidenceRecheck);
  return stored === undefined ? undefined : RecheckNote.parse(JSON.parse(stored));
}

/** Milliseconds from unlocking in a release: pages, backup and text come first. */
const defaultAfterMs = 60_000;
/** Pieces looked at after one unlocking. */
const mostPieces = 20;
/** Bytes read after one unlocking; one piece is read whatever its size, for else the largest would never be. */
const mostBytes = 256 * 1024 * 1024;
/** A piece that was read this lately is left alone. */
const restDays = 7;
/** Milliseconds of rest between two pieces, so that whoever is at work gets the machine. */
const restMs = 50;

export function createEvidenceRecheck(parts: RecheckParts): EvidenceRecheck {
  const afterMs = parts.recheckAfterMs === undefined ? defaultAfterMs : parts.recheckAfterMs;
  let timer: NodeJS.Timeout | undefined;
  let abort = new AbortController();
  return {
    follow: (state) => {
      clearTimeout(timer);
      abort.abort();
      if (state === "locked" || afterMs === null) return;
      abort = new AbortController();
      const { signal } = abort;
      timer = setTimeout(() => void lookAtOldest(parts, signal), afterMs).unref();
    },
  };
}

async function lookAtOldest(parts: RecheckParts, signal: AbortSignal): Promise<void> {
  const open = parts.session.current();
  if (open === undefined) return;
  const isCurrent = (): boolean => !signal.aborted && parts.session.current()?.vault === open.vault;
  try {
    const due = dueIn(open, parts.clock.nowMs());
    let changed = 0;
    for (const one of due) {
      if (!isCurrent()) return;
      if ((await lookAt(parts, open, { ...one, isCurrent })) === "changed") changed += 1;
      await new Promise((rested) => setTimeout(rested, restMs));
    }
    if (due.length === 0 || !isCurrent()) return;
    const note: RecheckNote = { at: parts.clock.nowMs(), checked: due.length, changed };
    open.write(() => open.tables.settings.put(settingNames.evidenceRecheck, JSON.stringify(note)));
  } catch (thrown) {
    // Locked while it read, or a disk that is full or gone: the next unlocking goes on where this one stopped.
    if (isCurrent() && faultOf(thrown) === undefined) throw thrown;
  }
}

interface Due {
  readonly dossierId: DossierId;
  readonly evidence: Evidence;
}

/** The pieces to read now, longest unread first, in cases whose keys this person holds. */
function dueIn(open: OpenSession, nowMs: number): Due[] {
  const due: Due[] = [];
  let bytes = 0;
  for (const { id, dossierId } of open.tables.evidence.longestUnchecked(nowMs - restDays * 86_400_000)) {
    if (due.length === mostPieces) break;
    if (open.cases.isShut(dossierId)) continue;
    const evidence = open.tables.evidence.find(dossierId, id);
    if (evidence === undefined) continue;
    if (due.length > 0 && bytes + evidence.sizeBytes > mostBytes) continue;
    bytes += evidence.sizeBytes;
    due.push({ dossierId, evidence });
  }
  return due;
}

/** Sound pieces are noted in the chain of custody alone; a piece whose state is another than before leaves a trail as well. */
async function lookAt(
  { clock, afterEvidence, onChange }: RecheckParts,
  open: OpenSession,
  { dossierId, evidence, isCurrent }: Due & { readonly isCurrent: () => boolean },
): Promise<"same" | "changed"> {
  const integrity = await integrityOf(open, evidence);
  if (!isCurrent() || open.cases.isShut(dossierId)) return "same";
  const isSame = integrity === evidence.integrity;
  open.write(() => {
    if (open.tables.evidence.find(dossierId, evidence.id) === undefined) return;
    open.tables.evidence.setIntegrity(evidence.id, integrity, clock.nowMs());
    const { id: evidenceId, number } = evidence;
    const facts = { integrity, asked: false };
    const custody = touchEvidence(open, clock, { dossierId, evidenceId, act: "checked", facts });
    if (isSame) return;
    open.note("evidence-checked", dossierId, { number, integrity, custody });
    afterEvidence(open, dossierId);
  });
  if (!isSame) onChange(dossierId);
  return isSame ? "same" : "changed";
}
