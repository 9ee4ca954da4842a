import type { ReactNode } from "react";
import { measuresOf, pairsIn, type ScoreRow, type ScoreRun } from "../../../shared/domain/scorecard.ts";
import { groupName } from "../../../shared/strings/scorecard-words.ts";
import { useText } from "../../stores/text.ts";
import { Card } from "../../ui/Card.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { DescriptionList } from "../../ui/DescriptionList.tsx";
import { NameText } from "../../ui/NameText.tsx";
import { Table } from "../../ui/Table.tsx";
import type { TableColumn } from "../../ui/table-model.ts";
import { changeText, percentText } from "./score-words.ts";

/** One run: what was measured, and how well names were matched by kind, by set and by script, beside the run before it. */
export function ResultCard({ run, before }: { run: ScoreRun; before: ScoreRun | undefined }): ReactNode {
  const text = useText();
  const columns = useColumns(before);
  return (
    <Card title={text("scorecard.resultTitle")} lead={text("scorecard.resultLead")}>
      <DescriptionList
        items={[
          { id: "at", term: text("scorecard.madeAt"), value: <DateText instantMs={run.at} /> },
          { id: "by", term: text("scorecard.by"), value: <NameText name={run.by} /> },
          { id: "rules", term: text("scorecard.rules"), value: run.matcherVersion },
          {
            id: "bench",
            term: text("scorecard.bench"),
            value: text("scorecard.benchVersion", { version: run.benchVersion }),
          },
          { id: "cut-off", term: text("scorecard.cutOff"), value: run.cutOff.toFixed(2) },
        ]}
      />
      <Table
        label={text("scorecard.resultTitle")}
        columns={columns}
        rows={run.rows}
        rowKey={({ group, key }) => `${group}:${key}`}
        empty={text("scorecard.undefined")}
      />
    </Card>
  );
}

function useColumns(before: ScoreRun | undefined): readonly TableColumn<ScoreRow>[] {
  const text = useText();
  const figure = (
    id: "precision" | "recall" | "f1" | "misses" | "falseAlarms" | "pairs" | "change",
    cell: (row: ScoreRow) => ReactNode,
  ): TableColumn<ScoreRow> => ({ id, header: text(`scorecard.${id}`), cell, align: "end", width: "7rem" });
  const earlier = (row: ScoreRow): ScoreRow | undefined =>
    before?.rows.find(({ group, key }) => group === row.group && key === row.key);
  return [
    {
      id: "group",
      header: text("scorecard.group"),
      cell: (row) => groupName(text, row),
      isRowHeader: true,
      width: "16rem",
    },
    figure("pairs", ({ tally }) => pairsIn(tally).toLocaleString()),
    figure("precision", ({ tally }) => percentText(measuresOf(tally).precision)),
    figure("recall", ({ tally }) => percentText(measuresOf(tally).recall)),
    figure("f1", ({ tally }) => percentText(measuresOf(tally).f1)),
    figure("misses", ({ tally }) => tally.misses.toLocaleString()),
    figure("falseAlarms", ({ tally }) => tally.falseAlarms.toLocaleString()),
    ...(before === undefined
      ? []
      : [
          figure("change", (row) => {
            const past = earlier(row);
            return changeText(measuresOf(row.tally).f1, past === undefined ? null : measuresOf(past.tally).f1);
          }),
        ]),
  ];
}
