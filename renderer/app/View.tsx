import type { ReactNode } from "react";
import { assertNever } from "../../shared/assert.ts";
import type { Dossier } from "../../shared/domain/dossier.ts";
import { AssessmentView } from "../features/assessment/AssessmentView.tsx";
import { ChecklistView } from "../features/checklist/ChecklistView.tsx";
import { DecisionView } from "../features/decision/DecisionView.tsx";
import { DossierListView } from "../features/dossiers/DossierListView.tsx";
import { NewDossierView } from "../features/dossiers/NewDossierView.tsx";
import { EnquiryView } from "../features/enquiry/EnquiryView.tsx";
import { EvidenceView } from "../features/evidence/EvidenceView.tsx";
import { HealthView } from "../features/health/HealthView.tsx";
import { HomeView } from "../features/home/HomeView.tsx";
import { IntakeView } from "../features/intake/IntakeView.tsx";
import { ListsView } from "../features/lists/ListsView.tsx";
import { MeasuresView } from "../features/measures/MeasuresView.tsx";
import { OverviewView } from "../features/overview/OverviewView.tsx";
import { PaperView } from "../features/paper/PaperView.tsx";
import { PastView } from "../features/past/PastView.tsx";
import { PeopleView } from "../features/people/PeopleView.tsx";
import { PracticeView } from "../features/practice/PracticeView.tsx";
import { QuestionnaireView } from "../features/questionnaire/QuestionnaireView.tsx";
import { ReadingView } from "../features/reading/ReadingView.tsx";
import { RecoveryView } from "../features/recovery/RecoveryView.tsx";
import { ReviewView } from "../features/review/ReviewView.tsx";
import { ScopeView } from "../features/scope/ScopeView.tsx";
import { ScorecardView } from "../features/scorecard/ScorecardView.tsx";
import { ScreeningView } from "../features/screening/ScreeningView.tsx";
import { SearchView } from "../features/search/SearchView.tsx";
import { SecondView } from "../features/second/SecondView.tsx";
import { SelfCheckView } from "../features/self-check/SelfCheckView.tsx";
import { SettingsView } from "../features/settings/SettingsView.tsx";
import { SubjectsView } from "../features/subjects/SubjectsView.tsx";
import { TemplatesView } from "../features/templates/TemplatesView.tsx";
import { HistoryView } from "../features/trail/HistoryView.tsx";
import { TrailView } from "../features/trail/TrailView.tsx";
import { TriageView } from "../features/triage/TriageView.tsx";
import { VerificationView } from "../features/verification/VerificationView.tsx";
import { type Route, useRoute } from "../stores/route-store.ts";
import { DossierFrame } from "./DossierFrame.tsx";
import { useLanding } from "./landing.ts";

/** The page for where the window is. */
export function View(): ReactNode {
  const route = useRoute();
  switch (route.view) {
    case "home":
      return <HomeView />;
    case "dossiers":
      return <DossierListView waiting={route.waiting} />;
    case "new-dossier":
      return <NewDossierView />;
    case "dossier":
      return (
        <DossierFrame key={route.dossierId} dossierId={route.dossierId} page={route.page}>
          {(dossier) => <DossierView dossier={dossier} route={route} />}
        </DossierFrame>
      );
    case "search":
      return <SearchView query={route.query} />;
    case "overview":
      return <OverviewView />;
    case "templates":
      return <TemplatesView />;
    case "lists":
      return <ListsView />;
    case "scorecard":
      return <ScorecardView />;
    case "verification":
      return <VerificationView />;
    case "trail":
      return <TrailView />;
    case "health":
      return <HealthView />;
    case "practice":
      return <PracticeView />;
    case "people":
      return <PeopleView />;
    case "settings":
      return <SettingsView />;
    case "recovery":
      return <RecoveryView />;
    default:
      return assertNever(route);
  }
}

type CaseRoute = Extract<Route, { readonly view: "dossier" }>;

interface DossierViewProps {
  readonly dossier: Dossier;
  readonly route: CaseRoute;
}

function DossierView({ dossier, route }: DossierViewProps): ReactNode {
  useLanding(route.field);
  const { page, itemId, evidenceId, markId, pageNumber, words } = route;
  switch (page) {
    case "intake":
      return <IntakeView dossier={dossier} />;
    case "triage":
      return <TriageView dossier={dossier} />;
    case "screening":
      return <ScreeningView dossier={dossier} />;
    case "checklist":
      return <ChecklistView dossier={dossier} itemId={itemId} />;
    case "enquiry":
      return <EnquiryView dossier={dossier} />;
    case "assessment":
      return dossier.kind === "self-check" ? <SelfCheckView dossier={dossier} /> : <AssessmentView dossier={dossier} />;
    case "measures":
      return <MeasuresView dossier={dossier} />;
    case "paper":
      return <PaperView dossier={dossier} />;
    case "decision":
      return <DecisionView dossier={dossier} />;
    case "review":
      return <ReviewView dossier={dossier} />;
    case "second":
      return <SecondView dossier={dossier} />;
    case "subjects":
      return <SubjectsView dossier={dossier} />;
    case "scope":
      return <ScopeView dossier={dossier} />;
    case "evidence":
      return <EvidenceView dossier={dossier} evidenceId={evidenceId} />;
    case "reading":
      return evidenceId === undefined ? (
        <EvidenceView dossier={dossier} />
      ) : (
        <ReadingView
          dossier={dossier}
          evidenceId={evidenceId}
          markId={markId}
          itemId={itemId}
          sought={pageNumber === undefined ? undefined : { pageNumber, words: words ?? "" }}
        />
      );
    case "questionnaire":
      return <QuestionnaireView dossier={dossier} />;
    case "history":
      return <HistoryView dossier={dossier} />;
    case "past":
      return <PastView dossier={dossier} />;
    default:
      return assertNever(page);
  }
}
