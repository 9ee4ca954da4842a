import { FolderPlus } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { useStore } from "zustand";
import { TrailNotice } from "../../parts/trail/TrailNotice.tsx";
import { useRights } from "../../stores/rights.ts";
import { navigate } from "../../stores/route-store.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { BackupLine } from "./BackupLine.tsx";
import { Housekeeping } from "./Housekeeping.tsx";
import css from "./home.module.css";
import { followHome, type HomeAnswer, homeStore } from "./home-store.ts";
import { WaitingGroups } from "./WaitingGroups.tsx";

/** What waits for me: one sentence and one way on for each. */
export function HomeView(): ReactNode {
  const text = useText();
  const { answer, backup, fault } = useStore(homeStore);
  useEffect(followHome, []);
  const { may } = useRights();
  const readsCases = may("read-cases");
  const startCase = may("work-on-cases") && (
    <Button tone="primary" icon={FolderPlus} onPress={() => navigate({ view: "new-dossier" })}>
      {text("home.newDossier")}
    </Button>
  );
  return (
    <Page title={text(readsCases ? "home.title" : "home.houseTitle")} actions={startCase}>
      <TrailNotice />
      {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} />}
      {backup !== undefined && <BackupLine status={backup} />}
      {answer !== undefined && answer.changedEvidence > 0 && (
        <Banner tone="error" title={text("home.changedEvidence", { count: answer.changedEvidence })}>
          {text("home.changedEvidenceBody")}
        </Banner>
      )}
      {!readsCases && <Housekeeping />}
      {answer !== undefined && answer.unread > 0 && (
        <p className={css["unread"]}>{text("home.unread", { count: answer.unread })}</p>
      )}
      {readsCases && answer?.dossiers === 0 && answer.unread === 0 && <NoCases startCase={startCase} />}
      {readsCases && answer !== undefined && answer.dossiers > 0 && <Waits answer={answer} />}
      {answer !== undefined && answer.staleLists.length > 0 && (
        <Card title={text("home.staleTitle", { count: answer.staleLists.length })} isFlush>
          <ul className={css["rows"]}>
            {answer.staleLists.map((list) => (
              <li key={list.title} className={css["row"]}>
                <span className={css["sentence"]}>
                  {text("home.stale", { title: list.title, edition: list.edition, days: list.ageDays })}
                </span>
                <Button size="small" onPress={() => navigate({ view: "lists" })}>
                  {text("home.toLists")}
                </Button>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Page>
  );
}

/** Before the first case: what to do first, for those who open cases; the others wait. */
function NoCases({ startCase }: { startCase: ReactNode }): ReactNode {
  const text = useText();
  const { may } = useRights();
  if (!may("work-on-cases")) return <EmptyState title={text("home.noCasesYet")} />;
  return (
    <EmptyState icon={FolderPlus} title={text("home.emptyTitle")} action={startCase}>
      <ol className={css["first"]}>
        <li>{text("home.first1")}</li>
        <li>{text("home.first2")}</li>
        <li>{text("home.first3")}</li>
      </ol>
    </EmptyState>
  );
}

function Waits({ answer }: { answer: HomeAnswer }): ReactNode {
  const text = useText();
  if (answer.counts.length === 0 && answer.unread > 0) return null;
  if (answer.counts.length === 0) return <EmptyState title={text("home.nothingWaits")} />;
  return <WaitingGroups answer={answer} />;
}
