import type { ReactNode } from "react";
import type { SlowSearch, SpeedFacts } from "../../../shared/domain/scorecard.ts";
import { useText } from "../../stores/text.ts";
import { Card } from "../../ui/Card.tsx";
import { DescriptionList } from "../../ui/DescriptionList.tsx";
import { Table } from "../../ui/Table.tsx";
import type { TableColumn } from "../../ui/table-model.ts";
import { scriptName } from "./score-words.ts";

/** How long searches took, and the slowest by their number in the bench. */
export function SpeedCard({ speed }: { speed: SpeedFacts | null }): ReactNode {
  const text = useText();
  const columns = useColumns();
  if (speed === null) {
    return (
      <Card title={text("scorecard.speedTitle")}>
        <p>{text("scorecard.speedNone")}</p>
      </Card>
    );
  }
  const { searches, lists, entries, p50Ms, p95Ms, slowest } = speed;
  return (
    <Card title={text("scorecard.speedTitle")} lead={text("scorecard.speedLead", { searches, lists, entries })}>
      <DescriptionList
        items={[
          { id: "p50", term: text("scorecard.p50"), value: text("scorecard.ms", { ms: p50Ms }) },
          { id: "p95", term: text("scorecard.p95"), value: text("scorecard.ms", { ms: p95Ms }) },
        ]}
      />
      <Table
        label={text("scorecard.slowest")}
        columns={columns}
        rows={slowest}
        rowKey={({ number }) => String(number)}
        empty={text("scorecard.undefined")}
      />
    </Card>
  );
}

function useColumns(): readonly TableColumn<SlowSearch>[] {
  const text = useText();
  return [
    {
      id: "number",
      header: text("scorecard.number"),
      cell: ({ number }) => number.toLocaleString(),
      isRowHeader: true,
      width: "8rem",
    },
    { id: "script", header: text("scorecard.script"), cell: ({ script }) => scriptName(text, script), width: "10rem" },
    {
      id: "characters",
      header: text("scorecard.characters"),
      cell: (row) => row.characters,
      align: "end",
      width: "7rem",
    },
    {
      id: "candidates",
      header: text("scorecard.candidates"),
      cell: (row) => row.candidates,
      align: "end",
      width: "7rem",
    },
    {
      id: "time",
      header: text("scorecard.time"),
      cell: ({ ms }) => text("scorecard.ms", { ms }),
      align: "end",
      width: "8rem",
    },
  ];
}
