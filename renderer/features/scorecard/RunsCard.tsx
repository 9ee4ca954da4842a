import type { ReactNode } from "react";
import type { ScoreRunId } from "../../../shared/domain/ids.ts";
import { measuresOf, type ScoreRun } from "../../../shared/domain/scorecard.ts";
import { useText } from "../../stores/text.ts";
import { Card } from "../../ui/Card.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { Table } from "../../ui/Table.tsx";
import type { TableColumn } from "../../ui/table-model.ts";
import { percentText } from "./score-words.ts";
import { scorecardStore } from "./scorecard-store.ts";

interface RunsCardProps {
  readonly runs: readonly ScoreRun[];
  readonly shown: ScoreRunId | undefined;
}

/** Every kept run, so that a change of rules or lists can be held against what was before. */
export function RunsCard({ runs, shown }: RunsCardProps): ReactNode {
  const text = useText();
  const columns = useColumns();
  return (
    <Card title={text("scorecard.runsTitle")} lead={text("scorecard.runsLead")}>
      <Table
        label={text("scorecard.runsTitle")}
        columns={columns}
        rows={runs}
        rowKey={({ id }) => id}
        selectedKey={shown}
        onRowAction={({ id }) => scorecardStore.setState({ chosen: id })}
        empty={text("scorecard.none")}
      />
    </Card>
  );
}

function useColumns(): readonly TableColumn<ScoreRun>[] {
  const text = useText();
  const whole = (run: ScoreRun) => run.rows.find(({ group }) => group === "all");
  const f1 = (run: ScoreRun): number | null => {
    const row = whole(run);
    return row === undefined ? null : measuresOf(row.tally).f1;
  };
  return [
    {
      id: "at",
      header: text("scorecard.at"),
      cell: ({ at }) => <DateText instantMs={at} />,
      sortValue: ({ at }) => at,
      isRowHeader: true,
      width: "13rem",
    },
    { id: "rules", header: text("scorecard.rules"), cell: ({ matcherVersion }) => matcherVersion, width: "10rem" },
    {
      id: "bench",
      header: text("scorecard.bench"),
      cell: ({ benchVersion }) => text("scorecard.benchVersion", { version: benchVersion }),
      width: "7rem",
    },
    { id: "f1", header: text("scorecard.f1"), cell: (run) => percentText(f1(run)), align: "end", width: "6rem" },
    {
      id: "wrong",
      header: text("scorecard.wrongCount"),
      cell: ({ wrong }) => wrong.toLocaleString(),
      align: "end",
      width: "7rem",
    },
    {
      id: "p95",
      header: text("scorecard.p95"),
      cell: ({ speed }) => (speed === null ? "–" : text("scorecard.ms", { ms: speed.p95Ms })),
      align: "end",
      width: "9rem",
    },
  ];
}
