import { Scale, ShieldCheck } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { RiskView } from "../../../shared/contract/calls/risk.ts";
import type { FactorId } from "../../../shared/domain/content/vocabulary.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { FrozenBanner } from "../../parts/standing/FrozenBanner.tsx";
import { Unscored } from "../../parts/standing/Unscored.tsx";
import { useRisk } from "../../stores/risk-store.ts";
import { navigate } from "../../stores/route-store.ts";
import { useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { Page } from "../../ui/Page.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import css from "./AssessmentView.module.css";
import { useBasis } from "./assessment-store.ts";
import { Changes } from "./Changes.tsx";
import { Factors } from "./Factors.tsx";
import { Gates } from "./Gates.tsx";
import { Situation } from "./Situation.tsx";
import { Verdict } from "./Verdict.tsx";

/** What is recommended and why, down to the answers and the evidence. */
export function AssessmentView({ dossier }: { dossier: Dossier }): ReactNode {
  const text = useText();
  const { view, fault } = useRisk(dossier.id);
  return (
    <Page
      title={text("assessment.title")}
      lead={text("risk.principle")}
      actions={view !== undefined && <Onward dossier={dossier} />}
      width="wide"
    >
      <FrozenBanner dossier={dossier} />
      {fault !== undefined && <Unscored dossier={dossier} fault={fault} page="assessment" icon={Scale} />}
      {fault === undefined && view === undefined && <Skeleton lines={8} />}
      {view !== undefined && <Assessed dossier={dossier} view={view} />}
    </Page>
  );
}

/** The two pages that follow from what is shown here. */
function Onward({ dossier }: { dossier: Dossier }): ReactNode {
  const text = useText();
  const go = (page: "measures" | "decision"): void => navigate({ view: "dossier", dossierId: dossier.id, page });
  return (
    <>
      <Button icon={ShieldCheck} onPress={() => go("measures")}>
        {text("assessment.toMeasures")}
      </Button>
      <Button onPress={() => go("decision")}>{text("assessment.toDecision")}</Button>
    </>
  );
}

function Assessed({ dossier, view }: { dossier: Dossier; view: RiskView }): ReactNode {
  const basis = useBasis(dossier.id);
  const [openFactor, setOpenFactor] = useState<FactorId>();
  const { assessment } = view;
  const factor = assessment.factors.find((one) => one.factor === openFactor);
  return (
    <>
      <div className={css["top"]}>
        <Verdict assessment={assessment} />
        <Situation dossier={dossier} assessment={assessment} />
      </div>
      <Gates dossier={dossier} view={view} />
      <div className={css["work"]}>
        <Factors
          dossier={dossier}
          assessment={assessment}
          basis={basis}
          openFactor={openFactor}
          onOpenFactor={setOpenFactor}
        />
        <Changes dossierId={dossier.id} changes={view.changes} factor={factor} />
      </div>
    </>
  );
}
