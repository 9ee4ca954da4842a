import { createHash } from "node:crypto";
import { mustExist } from "../../../shared/assert.ts";
import type { Evidence, IntegrityState } from "../../../shared/domain/evidence.ts";
import type { DossierId, EvidenceId } from "../../../shared/domain/ids.ts";
import type { Clock } from "../../ports.ts";
import { StorageError } from "../../vault/fault.ts";
import type { OpenSession } from "../session.ts";
import { touchEvidence } from "./custody.ts";

/** The stored bytes, verified chunk by chunk as they come. Throws `StorageError` where a seal does not hold. */
export async function* bytesOf(open: OpenSession, id: EvidenceId): AsyncGenerator<Uint8Array, void, undefined> {
  const stored = open.tables.evidence.storeOf(id);
  if (stored === undefined) throw new StorageError("vault-damaged", "evidence-missing");
  if (stored.kind === "inline") yield stored.body;
  else yield* open.vault.objects.read({ objectId: stored.objectId, wrappedKey: stored.objectKey });
}

/** Whether the stored bytes still have the hash taken when they came in. */
export async function integrityOf(open: OpenSession, evidence: Evidence): Promise<IntegrityState> {
  const hash = createHash("sha256");
  try {
    for await (const part of bytesOf(open, evidence.id)) hash.update(part);
  } catch (thrown) {
    if (thrown instanceof StorageError && thrown.code === "vault-damaged") return "missing";
    throw thrown;
  }
  return hash.digest("hex") === evidence.sha256 ? "intact" : "mismatch";
}

/** What a check of one piece needs to know and to tell. */
export interface CheckParts {
  readonly clock: Clock;
  readonly afterEvidence: (open: OpenSession, dossierId: DossierId) => void;
  readonly onChange: (dossierId: DossierId) => void;
}

/** Reads the bytes again, stores the outcome with its trace and answers the evidence as it now stands. */
export async function checkEvidence(
  { clock, afterEvidence, onChange }: CheckParts,
  open: OpenSession,
  { dossierId, evidence, asked }: { dossierId: DossierId; evidence: Evidence; asked: boolean },
): Promise<Evidence> {
  const integrity = await integrityOf(open, evidence);
  open.write(() => {
    open.tables.evidence.setIntegrity(evidence.id, integrity, clock.nowMs());
    const facts = { integrity, asked };
    const custody = touchEvidence(open, clock, { dossierId, evidenceId: evidence.id, act: "checked", facts });
    open.note("evidence-checked", dossierId, { number: evidence.number, integrity, custody });
    if (integrity !== evidence.integrity) afterEvidence(open, dossierId);
  });
  if (integrity !== evidence.integrity) onChange(dossierId);
  return mustExist(open.tables.evidence.find(dossierId, evidence.id), "checked evidence exists");
}
