import type { ReactNode } from "react";
import type { SlowSearch, SpeedFacts } from "../../../shared/domain/scorecard.ts";
import { scriptName } from "../../../shared/strings/scorecard-words.ts";
import { useText } from "../../stores/text.ts";
import { Card } from "../../ui/Card.tsx";
import { DescriptionList } from "../../ui/DescriptionList.tsx";
import { NameText } from "../../ui/NameText.tsx";
import { Table } from "../../ui/Table.tsx";
import type { TableColumn } from "../../ui/table-model.ts";

/** How long searches took, and the slowest with their names, which are invented. */
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
      <h3>{text("scorecard.slowest")}</h3>
      <p>{text("scorecard.slowestLead")}</p>
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
    {
      id: "name",
      header: text("scorecard.a"),
      cell: ({ name }) => (name === "" ? "–" : <NameText name={name} isClamped />),
      width: "16rem",
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
