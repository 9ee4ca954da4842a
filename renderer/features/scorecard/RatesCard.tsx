import type { ReactNode } from "react";
import type { ListFalseRate } from "../../../shared/domain/scorecard.ts";
import { useText } from "../../stores/text.ts";
import { Card } from "../../ui/Card.tsx";
import { Table } from "../../ui/Table.tsx";
import type { TableColumn } from "../../ui/table-model.ts";
import { rateText } from "./score-words.ts";

/** How often hits of each edition were somebody else, with how far the numbers bear it. */
export function RatesCard({ rates }: { rates: readonly ListFalseRate[] | null }): ReactNode {
  const text = useText();
  const columns = useColumns();
  return (
    <Card title={text("scorecard.ratesTitle")} lead={text("scorecard.ratesLead")}>
      {rates === null ? (
        <p>{text("scorecard.ratesShut")}</p>
      ) : (
        <Table
          label={text("scorecard.ratesTitle")}
          columns={columns}
          rows={rates}
          rowKey={({ editionId }) => editionId}
          empty={text("scorecard.ratesNone")}
        />
      )}
    </Card>
  );
}

function useColumns(): readonly TableColumn<ListFalseRate>[] {
  const text = useText();
  const figure = (id: "judged" | "different" | "open"): TableColumn<ListFalseRate> => ({
    id,
    header: text(`scorecard.${id}`),
    cell: (row) => row[id].toLocaleString(),
    sortValue: (row) => row[id],
    align: "end",
    width: "8rem",
  });
  return [
    {
      id: "list",
      header: text("scorecard.list"),
      cell: ({ title }) => <bdi>{title}</bdi>,
      sortValue: ({ title }) => title,
      isRowHeader: true,
      width: "14rem",
    },
    { id: "edition", header: text("scorecard.edition"), cell: ({ edition }) => <bdi>{edition}</bdi>, width: "8rem" },
    figure("judged"),
    figure("different"),
    figure("open"),
    { id: "rate", header: text("scorecard.rate"), cell: (row) => rateText(text, row), width: "24rem" },
  ];
}
