import { Download, Gauge } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { useStore } from "zustand";
import type { Scorecard } from "../../../shared/contract/calls/scorecard.ts";
import { host } from "../../host.ts";
import { TaskProgress } from "../../parts/tasks/TaskProgress.tsx";
import { notify } from "../../stores/notice-store.ts";
import { faultText, useLocale, usePick, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { RatesCard } from "./RatesCard.tsx";
import { ResultCard } from "./ResultCard.tsx";
import { RunsCard } from "./RunsCard.tsx";
import { SpeedCard } from "./SpeedCard.tsx";
import { loadScorecard, measureNow, scorecardStore, scorecardTask } from "./scorecard-store.ts";
import { WrongCard } from "./WrongCard.tsx";

/** How well and how fast names are matched on this machine, and how often lists alarm for nothing. */
export function ScorecardView(): ReactNode {
  const text = useText();
  const { card, isRunning, fault } = useStore(scorecardStore);
  useEffect(() => void loadScorecard(), []);
  return (
    <Page
      title={text("scorecard.title")}
      lead={text("scorecard.lead")}
      width="wide"
      actions={card !== undefined && <Actions card={card} isRunning={isRunning} />}
    >
      {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} isLive />}
      {isRunning && <TaskProgress taskId={scorecardTask} label={text("scorecard.running")} detail={percentDone} />}
      {card !== undefined && <Cards card={card} isRunning={isRunning} />}
    </Page>
  );
}

function percentDone(done: number, total: number): string {
  return total === 0 ? "" : `${Math.round((done / total) * 100)} %`;
}

function Actions({ card, isRunning }: { card: Scorecard; isRunning: boolean }): ReactNode {
  const text = useText();
  const locale = useLocale();
  const hasRuns = card.runs.length > 0;
  async function writeOut(): Promise<void> {
    const done = await host.scorecard.export({ locale });
    if (done.ok) notify({ tone: "success", text: text("scorecard.exported", { runs: done.value.runs }) });
    else if (done.error.code !== "cancelled") notify({ tone: "error", text: faultText(text, done.error) });
  }
  return (
    <>
      {hasRuns && (
        <Button icon={Download} onPress={() => void writeOut()}>
          {text("scorecard.export")}
        </Button>
      )}
      <Button tone="primary" icon={Gauge} isDisabled={isRunning} onPress={() => void measureNow()}>
        {text(hasRuns ? "scorecard.runAgain" : "scorecard.run")}
      </Button>
    </>
  );
}

function Cards({ card, isRunning }: { card: Scorecard; isRunning: boolean }): ReactNode {
  const text = useText();
  const pick = usePick();
  const chosen = useStore(scorecardStore, (state) => state.chosen);
  const { bench, runs, rates, matcherVersion } = card;
  const at = Math.max(
    0,
    runs.findIndex(({ id }) => id === chosen),
  );
  const run = runs[at];
  const latest = runs[0];
  return (
    <>
      {latest !== undefined && latest.matcherVersion !== matcherVersion && !isRunning && (
        <Banner tone="info" title={text("scorecard.changed", { before: latest.matcherVersion, now: matcherVersion })} />
      )}
      {run === undefined && !isRunning && (
        <EmptyState icon={Gauge} title={text("scorecard.none")}>
          {text("scorecard.noneHint", { pairs: bench.pairs })}
        </EmptyState>
      )}
      {run !== undefined && (
        <>
          <ResultCard run={run} before={runs[at + 1]} />
          <WrongCard key={run.id} run={run} />
          <SpeedCard speed={run.speed} />
        </>
      )}
      <RatesCard rates={rates} />
      {runs.length > 1 && <RunsCard runs={runs} shown={run?.id} />}
      <Card
        title={text("scorecard.noteTitle")}
        lead={text("scorecard.noteVersion", { version: bench.version, pairs: bench.pairs })}
        ground="sunken"
      >
        {pick(bench.note)
          .split("\n")
          .map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        <p>{text("scorecard.noteLimits")}</p>
      </Card>
    </>
  );
}
