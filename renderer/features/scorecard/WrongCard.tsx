import { type ReactNode, useEffect, useState } from "react";
import { useStore } from "zustand";
import type { ScoreRun, WrongPair } from "../../../shared/domain/scorecard.ts";
import { groupName } from "../../../shared/strings/scorecard-words.ts";
import { useText } from "../../stores/text.ts";
import { Card } from "../../ui/Card.tsx";
import { NameText } from "../../ui/NameText.tsx";
import { SegmentedControl } from "../../ui/SegmentedControl.tsx";
import { Table } from "../../ui/Table.tsx";
import type { TableColumn } from "../../ui/table-model.ts";
import { loadWrong, scorecardStore } from "./scorecard-store.ts";

type Shown = "both" | "misses" | "false";

/** The pairs a run judged wrongly, to look at. */
export function WrongCard({ run }: { run: ScoreRun }): ReactNode {
  const text = useText();
  const [shown, setShown] = useState<Shown>("both");
  const pairs = useStore(scorecardStore, ({ wrong }) => wrong.get(run.id));
  const columns = useColumns();
  useEffect(() => void loadWrong(run.id), [run.id]);
  const misses = pairs?.filter(({ same }) => same) ?? [];
  const alarms = pairs?.filter(({ same }) => !same) ?? [];
  const rows = shown === "misses" ? misses : shown === "false" ? alarms : (pairs ?? []);
  return (
    <Card title={text("scorecard.wrongTitle")} lead={text("scorecard.wrongLead")}>
      {pairs === null ? (
        <p>{text("scorecard.wrongOther")}</p>
      ) : (
        <>
          <SegmentedControl
            label={text("scorecard.wrongShow")}
            value={shown}
            onChange={setShown}
            segments={[
              { value: "both", label: text("scorecard.wrongBoth", { count: run.wrong }) },
              { value: "misses", label: text("scorecard.wrongMisses", { count: misses.length }) },
              { value: "false", label: text("scorecard.wrongFalse", { count: alarms.length }) },
            ]}
          />
          <Table
            label={text("scorecard.wrongTitle")}
            columns={columns}
            rows={rows}
            rowKey={({ number }) => String(number)}
            isBusy={pairs === undefined}
            maxHeight="28rem"
            empty={text("scorecard.wrongNone")}
          />
        </>
      )}
    </Card>
  );
}

function useColumns(): readonly TableColumn<WrongPair>[] {
  const text = useText();
  return [
    {
      id: "number",
      header: text("scorecard.number"),
      cell: ({ number }) => number.toLocaleString(),
      sortValue: ({ number }) => number,
      align: "end",
      width: "6rem",
    },
    {
      id: "verdict",
      header: text("scorecard.verdict"),
      cell: ({ same }) => text(same ? "scorecard.miss" : "scorecard.falseAlarm"),
      width: "7rem",
    },
    {
      id: "set",
      header: text("scorecard.set"),
      cell: ({ set }) => groupName(text, { group: "set", key: set }),
      sortValue: ({ set }) => groupName(text, { group: "set", key: set }),
      width: "13rem",
    },
    { id: "a", header: text("scorecard.a"), cell: ({ a }) => <NameText name={a} />, isRowHeader: true },
    { id: "b", header: text("scorecard.b"), cell: ({ b }) => <NameText name={b} /> },
    {
      id: "score",
      header: text("scorecard.score"),
      cell: ({ score }) => score.toFixed(3),
      sortValue: ({ score }) => score,
      align: "end",
      width: "6rem",
    },
  ];
}
