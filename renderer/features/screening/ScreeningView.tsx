import { ScanSearch } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { useStore } from "zustand";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { FrozenBanner } from "../../parts/standing/FrozenBanner.tsx";
import { useCaseRights, useMayWork } from "../../stores/rights.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { JudgingDesk } from "./JudgingDesk.tsx";
import { Notices } from "./Notices.tsx";
import { PastRuns } from "./PastRuns.tsx";
import { RunFacts } from "./RunFacts.tsx";
import { followScreening, runScreening, screeningStore } from "./screening-store.ts";

/** The case's names against the lists carried in: run, look at each listed entity, judge it. */
export function ScreeningView({ dossier }: { dossier: Dossier }): ReactNode {
  const text = useText();
  const { run, hits, notices, isDue, fault, isBusy } = useStore(screeningStore);
  const isFrozen = !useMayWork(dossier);
  const mayWorkHere = useCaseRights(dossier)("work-on-cases");
  useEffect(() => followScreening(dossier.id), [dossier.id]);
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
      <Notices dossierId={dossier.id} notices={notices} mayAnswer={mayWorkHere} />
      {run === null && !isBusy && (
        <EmptyState icon={ScanSearch} title={text("match.notYet")} action={runButton}>
          {text("match.notYetHint")}
        </EmptyState>
      )}
      {run !== null && <RunFacts run={run} hits={hits} isDue={isDue} />}
      {run !== null && <PastRuns key={run.at} dossierId={dossier.id} />}
      {run !== null && run.editions.length > 0 && hits.length === 0 && (
        <EmptyState title={text("match.noneTitle")}>{text("match.noProof")}</EmptyState>
      )}
      {hits.length > 0 && <JudgingDesk dossier={dossier} isFrozen={isFrozen} />}
    </Page>
  );
}
