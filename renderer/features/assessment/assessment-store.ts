import { useEffect } from "react";
import { useStore } from "zustand";
import type { Answer } from "../../../shared/domain/answer.ts";
import type { Template } from "../../../shared/domain/content/template.ts";
import type { GateId } from "../../../shared/domain/content/vocabulary.ts";
import type { Evidence } from "../../../shared/domain/evidence.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { host, onEvent } from "../../host.ts";
import { createStore } from "../../stores/create-store.ts";

/** What the arithmetic rests on: the questions, the answers and the evidence. */
export interface Basis {
  readonly template: Template;
  readonly answers: readonly Answer[];
  readonly evidence: readonly Evidence[];
}

/** What was typed for a gate and is not stored yet. */
export interface GateDraft {
  readonly dossierId: DossierId;
  readonly gateId: GateId;
  readonly open: boolean;
  readonly reason: string;
  readonly secondPerson: string;
}

interface AssessmentState {
  readonly dossierId: DossierId | undefined;
  readonly basis: Basis | undefined;
  /** Stays when the dialog is closed or the page is left, until it is stored. */
  readonly gateDrafts: readonly GateDraft[];
}

/** What the assessment page knows besides the risk itself. Emptied on lock. */
const assessmentStore = createStore<AssessmentState>(() => ({
  dossierId: undefined,
  basis: undefined,
  gateDrafts: [],
}));

async function loadBasis(dossierId: DossierId): Promise<void> {
  const [opened, listed] = await Promise.all([host.checklist.open({ dossierId }), host.evidence.list({ dossierId })]);
  if (!opened.ok || !listed.ok || assessmentStore.getState().dossierId !== dossierId) return;
  assessmentStore.setState({ basis: { ...opened.value, evidence: listed.value.evidence } });
}

/** Questions, answers and evidence of this dossier, kept fresh while the page is shown. */
export function useBasis(dossierId: DossierId): Basis | undefined {
  const state = useStore(assessmentStore);
  useEffect(() => {
    if (assessmentStore.getState().dossierId !== dossierId) assessmentStore.setState({ dossierId, basis: undefined });
    void loadBasis(dossierId);
    return onEvent("dossier.changed", (event) => {
      if (event.dossierId === dossierId) void loadBasis(dossierId);
    });
  }, [dossierId]);
  return state.dossierId === dossierId ? state.basis : undefined;
}

type GatePlace = Pick<GateDraft, "dossierId" | "gateId" | "open">;

function isOf(place: GatePlace): (draft: GateDraft) => boolean {
  return (draft) => draft.dossierId === place.dossierId && draft.gateId === place.gateId && draft.open === place.open;
}

/** What was typed for this gate earlier, if it was not stored. */
export function gateDraftOf(place: GatePlace): GateDraft | undefined {
  return assessmentStore.getState().gateDrafts.find(isOf(place));
}

/** Keeps what is typed for a gate. */
export function keepGateDraft(draft: GateDraft): void {
  const isSame = isOf(draft);
  assessmentStore.setState(({ gateDrafts }) => ({ gateDrafts: [...gateDrafts.filter((one) => !isSame(one)), draft] }));
}

/** Drops what was typed for a gate; it has been stored. */
export function dropGateDraft(place: GatePlace): void {
  const isSame = isOf(place);
  assessmentStore.setState(({ gateDrafts }) => ({ gateDrafts: gateDrafts.filter((one) => !isSame(one)) }));
}
