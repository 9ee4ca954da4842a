import { ShieldCheck } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { RiskView } from "../../../shared/contract/calls/risk.ts";
import type { Measure } from "../../../shared/domain/content/measure.ts";
import { type Dossier, isOpenForWork } from "../../../shared/domain/dossier.ts";
import { Unscored } from "../../parts/standing/Unscored.tsx";
import { useCaseRights } from "../../stores/rights.ts";
import { useRisk } from "../../stores/risk-store.ts";
import { navigate } from "../../stores/route-store.ts";
import { useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
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
      {fault !== undefined && <Unscored dossier={dossier} fault={fault} page="measures" icon={ShieldCheck} />}
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
