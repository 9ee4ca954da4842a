import { type ReactNode, useState } from "react";
import { DataTable } from "../ui/DataTable.tsx";
import type { DataColumn, DataSource } from "../ui/data-table-model.ts";
import { Section } from "./Section.tsx";
import type { Say } from "./samples.ts";

interface Row {
  readonly number: string;
  readonly title: string;
  readonly name: string;
  readonly minutes: number;
}

const titles = [
  "架空大学との共同研究 髙﨑班",
  "葛󠄀城分室 ﾊﾝｶｸ係の受入れ",
  "𠮷",
  "Invented Institute of Very Long Names and Places",
];
const names = ["髙﨑 𠮷之助", "葛󠄀城 ﾊﾅｺ", "A", "梁 桁"];

function rowAt(index: number): Row {
  return {
    number: `DD-2026-${String(index + 1).padStart(6, "0")}`,
    title: titles[index % titles.length] ?? "",
    name: names[(index * 7) % names.length] ?? "",
    minutes: (index * 37) % 400,
  };
}

function columns(say: Say): readonly DataColumn<Row>[] {
  return [
    { id: "number", header: say("番号", "Number"), cell: (row) => row.number, widthPx: 160, isRowHeader: true },
    { id: "title", header: say("件名", "Title"), cell: (row) => <bdi>{row.title}</bdi>, widthPx: 380 },
    { id: "name", header: say("対象", "Subject"), cell: (row) => <bdi>{row.name}</bdi>, widthPx: 220 },
    { id: "minutes", header: say("分", "Minutes"), cell: (row) => row.minutes, widthPx: 100, align: "end" },
  ];
}

/** As many made-up rows as the address asks for, to see how the table scrolls. */
export function ManySection({ say, count }: { say: Say; count: number }): ReactNode {
  const [shown] = useState(() => columns(say));
  const [source] = useState<DataSource<Row>>(() => ({
    count,
    rowAt,
    keyOf: (row) => row.number,
    onSee: () => undefined,
  }));
  return (
    <Section id="many" title={say("多くの行", "Many rows")}>
      <DataTable
        label={say("多くの行", "Many rows")}
        columns={shown}
        source={source}
        nameOf={(row) => row.number}
        empty={null}
        words={{
          selection: "",
          selectAll: "",
          selectRow: (name) => name,
          widthOf: (column) => column,
          sortPlace: String,
          loading: "",
        }}
        onRowAction={() => undefined}
        sorts={[]}
        onSort={() => undefined}
        onWidth={() => undefined}
        density="dense"
        question=""
        maxHeight="36rem"
      />
    </Section>
  );
}
