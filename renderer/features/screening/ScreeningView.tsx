import { ScanSearch } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { useStore } from "zustand";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { FrozenBanner } from "../../parts/standing/FrozenBanner.tsx";
import { useOfferCommands } from "../../stores/command-store.ts";
import { useCaseRights, useMayWork } from "../../stores/rights.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { HitCard } from "./HitCard.tsx";
import { HitList } from "./HitList.tsx";
import { RunFacts } from "./RunFacts.tsx";
import css from "./screening.module.css";
import { loadScreening, runScreening, screeningStore } from "./screening-store.ts";

/** The case's names against the lists carried in: run, look at each candidate, judge it. */
export function ScreeningView({ dossier }: { dossier: Dossier }): ReactNode {
  const text = useText();
  const { run, hits, fault, isBusy } = useStore(screeningStore);
  const [chosenId, setChosenId] = useState<string>();
  const isFrozen = !useMayWork(dossier);
  const mayWorkHere = useCaseRights(dossier)("work-on-cases");
  useEffect(() => void loadScreening(dossier.id), [dossier.id]);
  const chosen = hits.find((hit) => hit.id === chosenId) ?? hits[0];
  const step = (by: number): void => {
    const at = hits.findIndex((hit) => hit.id === chosen?.id) + by;
    setChosenId(hits[Math.min(Math.max(at, 0), hits.length - 1)]?.id);
  };
  useOfferCommands([
    { id: "screening.next", titleKey: "shortcuts.nextItem", keys: ["J", "ArrowDown"], run: () => step(1) },
    { id: "screening.previous", titleKey: "shortcuts.previousItem", keys: ["K", "ArrowUp"], run: () => step(-1) },
  ]);
  const runButton = mayWorkHere && (
    <Button
      tone="primary"
      icon={ScanSearch}
      isBusy={isBusy}
      isDisabled={isFrozen}
      onPress={() => void runScreening(dossier.id)}
    >
      {text(run === null ? "match.run" : "match.runAgain")}
    </Button>
  );
  return (
    <Page title={text("match.title")} lead={text("match.lead")} width="wide" actions={runButton}>
      <FrozenBanner dossier={dossier} />
      {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} isLive />}
      {run === null && !isBusy && (
        <EmptyState icon={ScanSearch} title={text("match.notYet")} action={runButton}>
          {text("match.notYetHint")}
        </EmptyState>
      )}
      {run !== null && <RunFacts run={run} hits={hits} />}
      {chosen !== undefined && (
        <div className={css["desk"]}>
          <HitList hits={hits} chosenId={chosen.id} onChoose={setChosenId} />
          <HitCard key={chosen.id} dossier={dossier} hit={chosen} isFrozen={isFrozen} />
        </div>
      )}
    </Page>
  );
}
