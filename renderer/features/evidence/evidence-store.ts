import type { Fault } from "../../../shared/contract/channel.ts";
import type { Evidence } from "../../../shared/domain/evidence.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { host, onEvent } from "../../host.ts";
import { createStore } from "../../stores/create-store.ts";

interface EvidenceState {
  readonly evidence: readonly Evidence[] | undefined;
  readonly fault: Fault | undefined;
}

/** The evidence of the case on screen. */
export const evidenceStore = createStore<EvidenceState>(() => ({ evidence: undefined, fault: undefined }));

/** Reads the evidence of a case, and again whenever the case changes, until the returned function is called. */
export function followEvidence(dossierId: DossierId): () => void {
  const load = async (): Promise<void> => {
    const read = await host.evidence.list({ dossierId });
    evidenceStore.setState(read.ok ? { evidence: read.value.evidence, fault: undefined } : { fault: read.error });
  };
  evidenceStore.setState({ evidence: undefined, fault: undefined });
  void load();
  return onEvent("dossier.changed", (event) => {
    if (event.dossierId === dossierId) void load();
  });
}

/** Takes over one piece that a call has just brought. */
export function replaceEvidence(evidence: Evidence): void {
  evidenceStore.setState(({ evidence: known = [] }) => ({
    evidence: [...known.filter((one) => one.id !== evidence.id), evidence].sort((a, b) => a.number - b.number),
  }));
}

/** Reads one piece anew, shows it, and answers it as it is stored now; as known when it cannot be read. */
export async function latestOf(dossierId: DossierId, known: Evidence): Promise<Evidence> {
  const read = await host.evidence.list({ dossierId });
  const latest = read.ok ? read.value.evidence.find((one) => one.id === known.id) : undefined;
  if (latest !== undefined) replaceEvidence(latest);
  return latest ?? known;
}
