import type { CustodyAct, CustodyBody } from "../../../shared/domain/custody.ts";
import type { DossierId, EvidenceId, ItemId, Sha256 } from "../../../shared/domain/ids.ts";
import type { Clock } from "../../ports.ts";
import type { OpenSession } from "../session.ts";

/** What happened to a piece of evidence; who and when are known. */
export interface Touch {
  readonly dossierId: DossierId;
  readonly evidenceId: EvidenceId;
  readonly act: CustodyAct;
  /** Why, in the person's own words; left out where the act speaks for itself. */
  readonly why?: string;
  readonly item?: ItemId | null;
  readonly facts?: CustodyBody["facts"];
}

/**
 * Adds a touch to the chain of custody and answers its hash, which the note in the trail carries as `custody`: the trail is
 * signed, and so nobody rewrites the chain unseen. Inside the transaction of what it records.
 */
export function touchEvidence(open: OpenSession, clock: Clock, touch: Touch): Sha256 {
  return open.tables.custody.add({
    dossierId: touch.dossierId,
    evidenceId: touch.evidenceId,
    atMs: clock.nowMs(),
    actor: open.person.displayName,
    actorId: open.person.id,
    act: touch.act,
    body: { why: touch.why ?? "", item: touch.item ?? null, facts: touch.facts ?? {} },
  });
}

/**
 * Records a touch that leaves no other trace, such as a view, an extraction or a citation, in the chain and in the trail.
 * Inside a transaction of the caller.
 */
export function noteTouch(open: OpenSession, clock: Clock, touch: Touch & { readonly number: number }): void {
  const { dossierId, evidenceId, number, act } = touch;
  const custody = touchEvidence(open, clock, touch);
  open.note("evidence-touched", dossierId, { evidence: evidenceId, number, act, custody });
}
