import { type ReactNode, useEffect, useState } from "react";
import type { Fault } from "../../../shared/contract/channel.ts";
import { decisionSteps, depthTargets, type Overview } from "../../../shared/domain/desk/overview.ts";
import { host, onEvent } from "../../host.ts";
import { useContent } from "../../stores/content-store.ts";
import { faultText, usePick, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Card } from "../../ui/Card.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { SegmentedControl } from "../../ui/SegmentedControl.tsx";
import { type BarRow, BarTable } from "./BarTable.tsx";
import css from "./overview.module.css";

const periods = { all: null, "12": 12, "3": 3 } as const;
type Period = keyof typeof periods;

/** Where people would rather look than read: counts over the cases, each bar beside its number. */
export function OverviewView(): ReactNode {
  const text = useText();
  const [period, setPeriod] = useState<Period>("all");
  const [counts, setCounts] = useState<Overview>();
  const [fault, setFault] = useState<Fault>();
  useEffect(() => {
    let isOver = false;
    const load = async (): Promise<void> => {
      const answer = await host.dossiers.overview({ months: periods[period] });
      if (isOver) return;
      if (answer.ok) setCounts(answer.value);
      setFault(answer.ok ? undefined : answer.error);
    };
    void load();
    const stop = onEvent("dossier.changed", () => void load());
    return () => {
      isOver = true;
      stop();
    };
  }, [period]);
  return (
    <Page title={text("overview.title")} lead={text("overview.lead")} width="wide">
      {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} />}
      <SegmentedControl
        label={text("overview.period")}
        value={period}
        onChange={setPeriod}
        segments={(["all", "12", "3"] as const).map((value) => ({ value, label: text(`overview.period-${value}`) }))}
      />
      {counts?.cases === 0 && <EmptyState title={text("overview.none")} />}
      {counts !== undefined && counts.cases > 0 && <Charts counts={counts} />}
    </Page>
  );
}

function Charts({ counts }: { counts: Overview }): ReactNode {
  return (
    <div className={css["grid"]}>
      <DepthCharts counts={counts} />
      <StandCharts counts={counts} />
    </div>
  );
}

function DepthCharts({ counts }: { counts: Overview }): ReactNode {
  const text = useText();
  const pick = usePick();
  const { vocabulary } = useContent();
  const depth = (id: string): string => {
    const entry = vocabulary.depths.find((one) => one.id === id);
    return entry === undefined ? id : pick(entry.name);
  };
  const outcome = (id: string): string => {
    const entry = vocabulary.decisions.find((one) => one.id === id);
    return entry === undefined ? id : pick(entry.name);
  };
  const { light, enhanced } = depthTargets;
  const aims: Readonly<Record<string, BarRow["aim"]>> = {
    light: { at: light, words: text("overview.aimAtLeast", { percent: light }) },
    enhanced: { at: enhanced, words: text("overview.aimBelow", { percent: enhanced }) },
  };
  return (
    <>
      <Card title={text("overview.closedTitle")} lead={text("overview.closedLead", depthTargets)}>
        <BarTable
          label={text("overview.closedTitle")}
          of={text("overview.depth")}
          series={[text("overview.share")]}
          unit=" %"
          full={100}
          rows={counts.closed.map((row) => ({
            label: depth(row.depth),
            values: [row.percent],
            aim: aims[row.depth],
          }))}
        />
      </Card>
      <Card title={text("overview.outcomesTitle")}>
        <BarTable
          label={text("overview.outcomesTitle")}
          of={text("overview.depth")}
          series={[outcome("accept"), outcome("mitigate"), outcome("avoid"), text("overview.outcome-none")]}
          rows={counts.outcomes.map((row) => ({
            label: depth(row.depth),
            values: [row.accept, row.mitigate, row.avoid, row.none],
          }))}
        />
      </Card>
      <Card title={text("overview.minutesTitle")} lead={text("overview.minutesLead")}>
        <BarTable
          label={text("overview.minutesTitle")}
          of={text("overview.depth")}
          series={[text("overview.planned"), text("overview.used")]}
          rows={counts.minutes.map((row) => ({ label: depth(row.depth), values: [row.planned, row.used] }))}
        />
      </Card>
    </>
  );
}

function StandCharts({ counts }: { counts: Overview }): ReactNode {
  const text = useText();
  const { medianDays, steps } = counts.toDecision;
  const longest = decisionSteps.at(-1) ?? 0;
  return (
    <>
      <Card title={text("overview.statesTitle")}>
        <BarTable
          label={text("overview.statesTitle")}
          of={text("overview.state")}
          series={[text("overview.cases")]}
          rows={counts.states.map((row) => ({ label: text(`dossier.state-${row.state}`), values: [row.cases] }))}
        />
      </Card>
      <Card title={text("overview.overdueTitle")}>
        <BarTable
          label={text("overview.overdueTitle")}
          of={text("overview.month")}
          series={[text("overview.inTime"), text("overview.late"), text("overview.open")]}
          rows={counts.overdue.map((row) => ({ label: row.month, values: [row.inTime, row.late, row.open] }))}
        />
      </Card>
      <Card
        title={text("overview.toDecisionTitle")}
        lead={
          medianDays === null ? text("overview.toDecisionNone") : text("overview.toDecisionLead", { days: medianDays })
        }
      >
        <BarTable
          label={text("overview.toDecisionTitle")}
          of={text("overview.days")}
          series={[text("overview.cases")]}
          rows={steps.map(({ upTo, cases }) => ({
            label: upTo === null ? text("overview.longer", { days: longest }) : text("overview.upTo", { days: upTo }),
            values: [cases],
          }))}
        />
      </Card>
    </>
  );
}
