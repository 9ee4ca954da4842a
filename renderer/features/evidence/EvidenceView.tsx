import { Paperclip } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { useStore } from "zustand";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { AttachDialog } from "../../parts/evidence/AttachDialog.tsx";
import { FrozenBanner } from "../../parts/standing/FrozenBanner.tsx";
import { useOfferCommands } from "../../stores/command-store.ts";
import { useCaseRights, useMayWork } from "../../stores/rights.ts";
import { sessionStore } from "../../stores/session-store.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Page } from "../../ui/Page.tsx";
import { EvidenceCard } from "./EvidenceCard.tsx";
import { EvidenceTable } from "./EvidenceTable.tsx";
import { type EvidenceFilter, EvidenceTools, passes } from "./EvidenceTools.tsx";
import css from "./evidence.module.css";
import { evidenceStore, followEvidence, replaceEvidence } from "./evidence-store.ts";

interface EvidenceViewProps {
  readonly dossier: Dossier;
  /** The piece to show first. */
  readonly evidenceId?: string | undefined;
}

/** Everything the case rests on: what it is, where it comes from, and whether it is still what came in. */
export function EvidenceView({ dossier, evidenceId }: EvidenceViewProps): ReactNode {
  const text = useText();
  const { evidence, fault } = useStore(evidenceStore);
  const [chosenId, setChosenId] = useState(evidenceId);
  useEffect(() => {
    if (evidenceId !== undefined) setChosenId(evidenceId);
  }, [evidenceId]);
  const [isAdding, setAdding] = useState(false);
  const [filter, setFilter] = useState<EvidenceFilter>("all");
  const isFrozen = !useMayWork(dossier);
  const mayWorkHere = useCaseRights(dossier)("work-on-cases");
  useEffect(() => followEvidence(dossier.id), [dossier.id]);
  useOfferCommands([
    {
      id: "evidence.add",
      titleKey: "shortcuts.evidence",
      keys: ["E"],
      when: () => !isFrozen,
      run: () => setAdding(true),
    },
  ]);
  const chosen = evidence?.find((one) => one.id === chosenId);
  const add = mayWorkHere && (
    <Button tone="primary" icon={Paperclip} shortcut="E" isDisabled={isFrozen} onPress={() => setAdding(true)}>
      {text("evidence.add")}
    </Button>
  );
  return (
    <Page title={text("evidence.title")} lead={text("evidence.lead")} width="wide" actions={add}>
      <FrozenBanner dossier={dossier} />
      {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} />}
      {evidence?.some((one) => one.integrity !== "intact") === true && (
        <Banner tone="error" title={text("evidence.someBroken")} />
      )}
      <EvidenceTools dossier={dossier} filter={filter} onFilter={setFilter} isFrozen={isFrozen} />
      <div className={css["desk"]}>
        <EvidenceTable
          evidence={(evidence ?? []).filter((one) => passes(one, filter))}
          isBusy={evidence === undefined}
          chosenId={chosenId}
          onChoose={setChosenId}
          add={add}
        />
        {chosen !== undefined && (
          <EvidenceCard
            key={chosen.id}
            dossierId={dossier.id}
            evidence={chosen}
            others={(evidence ?? []).filter(({ id }) => id !== chosen.id)}
            isFrozen={isFrozen}
          />
        )}
      </div>
      <AttachDialog
        title={text("evidence.add")}
        dossierId={dossier.id}
        itemId={null}
        expected={{ types: [], sources: [], personName: sessionStore.getState().status?.personName ?? "" }}
        isOpen={isAdding}
        mayTake={mayWorkHere && !isFrozen}
        onClose={() => setAdding(false)}
        onRestored={() => setAdding(true)}
        onTaken={(taken) => {
          replaceEvidence(taken);
          setChosenId(taken.id);
        }}
      />
    </Page>
  );
}
