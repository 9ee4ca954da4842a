import { Gavel } from "lucide-react";
import type { ReactNode } from "react";
import type { RiskView } from "../../../shared/contract/calls/risk.ts";
import type { Decision } from "../../../shared/domain/decision.ts";
import { type Dossier, isOpenForWork } from "../../../shared/domain/dossier.ts";
import { Unscored } from "../../parts/standing/Unscored.tsx";
import { useCaseRights } from "../../stores/rights.ts";
import { useRisk } from "../../stores/risk-store.ts";
import { useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Page } from "../../ui/Page.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { DecisionForm } from "./DecisionForm.tsx";
import css from "./DecisionView.module.css";
import { useDecisions } from "./decision-store.ts";
import { EarlierDecisions } from "./EarlierDecisions.tsx";
import { OpenMatters } from "./OpenMatters.tsx";
import { ProposedDecision } from "./ProposedDecision.tsx";
import { Recommended } from "./Recommended.tsx";
import { RecordBar } from "./RecordBar.tsx";
import { RecordedDecision } from "./RecordedDecision.tsx";
import { useRecording } from "./use-recording.ts";
import { Wording } from "./Wording.tsx";

/** The decision: what is recommended, what stands open, the form, and what has been recorded. */
export function DecisionView({ dossier }: { dossier: Dossier }): ReactNode {
  const { view, fault } = useRisk(dossier.id);
  const decisions = useDecisions(dossier.id);
  const mayPropose = useCaseRights(dossier)("propose-decisions");
  if (fault === undefined && view !== undefined && isOpenForWork(dossier.state)) {
    return mayPropose ? (
      <OpenDecision dossier={dossier} view={view} />
    ) : (
      <NotYetProposed dossier={dossier} view={view} decisions={decisions} />
    );
  }
  return (
    <Frame>
      {fault !== undefined && <Unscored dossier={dossier} fault={fault} page="decision" icon={Gavel} />}
      {fault === undefined && (view === undefined || decisions === undefined) && <Skeleton lines={8} />}
      {view !== undefined && decisions?.[0] !== undefined && (
        <>
          {dossier.state === "proposed" ? (
            <ProposedDecision dossier={dossier} decision={decisions[0]} />
          ) : (
            <RecordedDecision dossier={dossier} decision={decisions[0]} />
          )}
          <EarlierDecisions decisions={decisions.slice(1)} />
        </>
      )}
    </Frame>
  );
}

function Frame({ bar, children }: { bar?: ReactNode; children: ReactNode }): ReactNode {
  const text = useText();
  return (
    <Page title={text("decision.title")} lead={text("decision.lead")} width="wide" bar={bar}>
      {children}
    </Page>
  );
}

interface NotYetProposedProps {
  readonly dossier: Dossier;
  readonly view: RiskView;
  readonly decisions: readonly Decision[] | undefined;
}

/** For those who read the case and put no decision forward: how it stands so far. */
function NotYetProposed({ dossier, view, decisions }: NotYetProposedProps): ReactNode {
  const text = useText();
  return (
    <Frame>
      <Banner title={text("decision.notYet")}>{text("decision.notYetText")}</Banner>
      <Recommended dossier={dossier} assessment={view.assessment} />
      <OpenMatters dossier={dossier} view={view} />
      {decisions !== undefined && <EarlierDecisions decisions={decisions} />}
    </Frame>
  );
}

function OpenDecision({ dossier, view }: { dossier: Dossier; view: RiskView }): ReactNode {
  const decisions = useDecisions(dossier.id);
  const recording = useRecording(dossier.id, view.assessment);
  return (
    <Frame bar={<RecordBar recording={recording} isDeclared={dossier.standing.declared} />}>
      <Returned decision={decisions?.[0]} />
      <Recommended dossier={dossier} assessment={view.assessment} />
      <div className={css["work"]}>
        <DecisionForm recording={recording} />
        <div className={css["beside"]}>
          <OpenMatters dossier={dossier} view={view} />
          <Wording recording={recording} />
        </div>
      </div>
      {decisions !== undefined && <EarlierDecisions decisions={decisions} />}
    </Frame>
  );
}

/** Why the decision before this one came back, where the next one is written. */
function Returned({ decision }: { decision: Decision | undefined }): ReactNode {
  const text = useText();
  const approval = decision?.approval;
  if (approval === null || approval === undefined || approval.answer !== "return") return null;
  return (
    <Banner tone="warning" title={text("decision.cameBack", { by: approval.personName })}>
      {approval.note}
    </Banner>
  );
}
