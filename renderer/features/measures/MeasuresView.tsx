import { ShieldCheck, SlidersHorizontal } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { RiskView } from "../../../shared/contract/calls/risk.ts";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { Measure } from "../../../shared/domain/content/measure.ts";
import { type Dossier, isOpenForWork } from "../../../shared/domain/dossier.ts";
import { useCaseRights } from "../../stores/rights.ts";
import { useRisk } from "../../stores/risk-store.ts";
import { navigate } from "../../stores/route-store.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Candidates } from "./Candidates.tsx";
import { EffectBanner } from "./EffectBanner.tsx";
import { MeasureDialog } from "./MeasureDialog.tsx";
import { Residual } from "./Residual.tsx";
import { TakenMeasures } from "./TakenMeasures.tsx";

/** The measures of a case: what they bring, those taken, and those to choose from. */
export function MeasuresView({ dossier }: { dossier: Dossier }): ReactNode {
  const text = useText();
  const { view, fault } = useRisk(dossier.id);
  return (
    <Page
      title={text("measures.title")}
      lead={text("measures.lead")}
      actions={view !== undefined && <Onward dossier={dossier} />}
      width="wide"
    >
      {!isOpenForWork(dossier.state) && (
        <Banner title={text(dossier.state === "proposed" ? "dossier.frozenProposed" : "measures.frozen")} />
      )}
      {fault !== undefined && <Unscored dossier={dossier} fault={fault} />}
      {fault === undefined && view === undefined && <Skeleton lines={8} />}
      {view !== undefined && <Scored dossier={dossier} view={view} />}
    </Page>
  );
}

function Onward({ dossier }: { dossier: Dossier }): ReactNode {
  const text = useText();
  const go = (page: "assessment" | "decision"): void => navigate({ view: "dossier", dossierId: dossier.id, page });
  return (
    <>
      <Button onPress={() => go("assessment")}>{text("measures.toAssessment")}</Button>
      <Button onPress={() => go("decision")}>{text("measures.toDecision")}</Button>
    </>
  );
}

/** Why there is nothing to show yet, and the way on. */
function Unscored({ dossier, fault }: { dossier: Dossier; fault: Fault }): ReactNode {
  const text = useText();
  const go = (page: "triage" | "checklist"): void => navigate({ view: "dossier", dossierId: dossier.id, page });
  if (fault.code === "triage-missing") {
    const action = (
      <Button tone="primary" onPress={() => go("triage")}>
        {text("measures.toTriage")}
      </Button>
    );
    return (
      <EmptyState icon={SlidersHorizontal} title={text("measures.triageMissingTitle")} action={action}>
        {text("measures.triageMissingText")}
      </EmptyState>
    );
  }
  if (fault.code === "not-scored") {
    const action = <Button onPress={() => go("checklist")}>{text("measures.toChecklist")}</Button>;
    return (
      <EmptyState icon={ShieldCheck} title={text("measures.notScoredTitle")} action={action}>
        {text("measures.notScoredText")}
      </EmptyState>
    );
  }
  return <Banner tone="error" title={faultText(text, fault)} />;
}

function Scored({ dossier, view }: { dossier: Dossier; view: RiskView }): ReactNode {
  const mayWork = useCaseRights(dossier)("work-on-cases");
  const [measure, setMeasure] = useState<Measure>();
  const taken = view.measures.find((one) => one.measureId === measure?.id);
  return (
    <>
      <Residual assessment={view.assessment} />
      <EffectBanner dossierId={dossier.id} />
      <TakenMeasures dossier={dossier} view={view} onEdit={mayWork ? setMeasure : undefined} />
      {mayWork && <Candidates dossier={dossier} view={view} onAdd={setMeasure} />}
      {measure !== undefined && (
        <MeasureDialog
          key={measure.id}
          dossierId={dossier.id}
          measure={measure}
          taken={taken}
          onClose={() => setMeasure(undefined)}
        />
      )}
    </>
  );
}
