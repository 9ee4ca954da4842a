import type { IdentityCertainty } from "../../../shared/domain/content/vocabulary.ts";
import { type Dossier, Triage } from "../../../shared/domain/dossier.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { host } from "../../host.ts";
import { useContent } from "../../stores/content-store.ts";
import { adoptDossier, dossierStore } from "../../stores/dossier-store.ts";
import { useFormDraft } from "../../stores/form-draft.ts";
import { type Kept, usePatchKeeper } from "../../stores/patch-keeper.ts";
import { faultText, useText } from "../../stores/text.ts";
import { type RuledDepth, ruledDepth, sendablePatch, type TriagePatch } from "./triage-draft.ts";

/** The triage as it stands on screen, and the ways to change it. */
export interface TriageDesk {
  readonly dossierId: DossierId;
  readonly triage: Triage;
  readonly ruled: RuledDepth;
  readonly triageState: Kept<unknown>["state"];
  /** The sentence of a refusal. */
  readonly triageProblem: string | undefined;
  /** Entered and not stored yet. */
  readonly subjectIdentity: IdentityCertainty | undefined;
  /** A pause in typing after which text is stored, in milliseconds. */
  readonly idleMs: number;
  /** Takes in a choice and stores it. */
  readonly choose: (patch: TriagePatch) => void;
  /** Takes in typed text; `commit` stores it. */
  readonly type: (patch: TriagePatch) => void;
  readonly commit: () => void;
  readonly setIdentity: (subjectIdentity: IdentityCertainty) => void;
}

const KeptDepth = Triage.pick({ depthChosen: true, depthReason: true }).partial();

/** Keeps what is entered on the triage page until the vault has it. */
export function useTriage(dossier: Dossier): TriageDesk {
  const text = useText();
  const { scoring } = useContent();
  // What the last call brought may be newer than what this page was drawn from.
  const now = (): Dossier => {
    const known = dossierStore.getState().dossier;
    return known?.id === dossier.id ? known : dossier;
  };
  const keeper = usePatchKeeper<TriagePatch>({
    sendable: (patch) => sendablePatch(patch, now(), scoring),
    save: async (patch) => {
      const saved = await host.dossiers.setTriage({ dossierId: dossier.id, triage: { ...now().triage, ...patch } });
      if (saved.ok) adoptDossier(saved.value);
      return saved;
    },
  });
  // A depth below the rules waits for its reason; until then the vault keeps both as a draft.
  const { depthChosen, depthReason } = keeper.draft;
  useFormDraft({
    dossierId: dossier.id,
    form: "depth",
    schema: KeptDepth,
    value: { depthChosen, depthReason },
    isTouched: depthChosen !== undefined || depthReason !== undefined,
    onRestore: (kept) => {
      const patch: TriagePatch = {};
      if (kept.depthChosen !== undefined) patch.depthChosen = kept.depthChosen;
      if (kept.depthReason !== undefined) patch.depthReason = kept.depthReason;
      keeper.enter(patch);
      void keeper.commit();
    },
  });
  const identity = usePatchKeeper<{ subjectIdentity?: IdentityCertainty }>({
    save: async (patch) => {
      const saved = await host.dossiers.update({ dossierId: dossier.id, ...patch });
      if (saved.ok) adoptDossier(saved.value);
      return saved;
    },
  });
  const triage = { ...dossier.triage, ...keeper.draft };
  return {
    dossierId: dossier.id,
    triage,
    ruled: ruledDepth(triage, dossier, scoring),
    triageState: keeper.state,
    triageProblem: keeper.fault === undefined ? undefined : faultText(text, keeper.fault),
    subjectIdentity: identity.draft.subjectIdentity,
    idleMs: 250,
    choose: (patch) => {
      keeper.enter(patch);
      void keeper.commit();
    },
    type: keeper.enter,
    commit: () => void keeper.commit(),
    setIdentity: (subjectIdentity) => {
      identity.enter({ subjectIdentity });
      void identity.commit();
    },
  };
}
