import { LockKeyhole } from "lucide-react";
import { type ReactNode, useMemo, useState } from "react";
import type { MeasureRow } from "../../../shared/contract/calls/dossier-lists.ts";
import { host } from "../../host.ts";
import { TableSetup } from "../../parts/table/TableSetup.tsx";
import { usePagedRows } from "../../parts/table/use-paged-rows.ts";
import { useTableView } from "../../parts/table/use-table-view.ts";
import { useTableWords } from "../../parts/table/use-table-words.ts";
import { useContent } from "../../stores/content-store.ts";
import { navigate } from "../../stores/route-store.ts";
import { faultText, usePick, useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Banner } from "../../ui/Banner.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { DataTable } from "../../ui/DataTable.tsx";
import { DateText } from "../../ui/DateText.tsx";
import type { DataColumn } from "../../ui/data-table-model.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { TextField } from "../../ui/TextField.tsx";
import css from "./lists.module.css";

const keyOf = (row: MeasureRow): string => `${row.dossierId} ${row.measureId}`;

/** Measures of all cases that are due by a day, earliest first. */
export function MeasureTable(): ReactNode {
  const text = useText();
  const words = useTableWords();
  const [sought, setSought] = useState("");
  const [overdueOnly, setOverdueOnly] = useState(false);
  const kept = useTableView("measures", useMeasureColumns());
  const question = JSON.stringify([sought, overdueOnly]);
  const paged = usePagedRows<MeasureRow>(
    question,
    (offset, limit) => host.dossiers.measuresDue({ text: sought, overdueOnly, offset, limit }),
    keyOf,
  );
  return (
    <div className={css["list"]}>
      {paged.fault !== undefined && <Banner tone="error" title={faultText(text, paged.fault)} />}
      <p className={css["hands"]}>{text("desk.measuresLead")}</p>
      <div className={css["filters"]}>
        <TextField
          label={text("desk.find")}
          value={sought}
          onChange={setSought}
          width="medium"
          placeholder={text("desk.findMeasureHint")}
          maxLength={200}
        />
        <Checkbox isSelected={overdueOnly} onChange={setOverdueOnly}>
          {text("desk.overdueOnly")}
        </Checkbox>
        <TableSetup kept={kept} fixed="measure" />
      </div>
      <DataTable
        label={text("desk.tabMeasures")}
        question={question}
        columns={kept.columns}
        source={paged.source}
        nameOf={(row) => `${row.number} ${row.measureId}`}
        words={words}
        sorts={kept.sorts}
        onSort={kept.sortBy}
        onWidth={kept.setWidth}
        onRowAction={(row) => navigate({ view: "dossier", dossierId: row.dossierId, page: "measures" })}
        density={kept.view.density}
        maxHeight="calc(100vh - 20rem)"
        isBusy={paged.isBusy}
        empty={!paged.isBusy && <EmptyState title={text("desk.noMeasures")} />}
      />
    </div>
  );
}

function useMeasureColumns(): readonly DataColumn<MeasureRow>[] {
  const text = useText();
  const pick = usePick();
  const { measures, scoring } = useContent();
  return useMemo(() => {
    const name = (id: string): string => {
      const known = measures.measures.find((one) => one.id === id);
      return known === undefined ? id : `${id} ${pick(known.name)}`;
    };
    const status = (id: string): string => {
      const known = scoring.residual.statuses.find((one) => one.id === id);
      return known === undefined ? id : pick(known.name);
    };
    return [
      {
        id: "due",
        header: text("desk.column-due"),
        cell: (row) => (
          <>
            <DateText iso={row.dueDay} /> {row.isOverdue && <Badge tone="warning">{text("home.late-badge")}</Badge>}
          </>
        ),
        widthPx: 230,
      },
      {
        id: "measure",
        header: text("desk.column-measure"),
        cell: (row) => name(row.measureId),
        isRowHeader: true,
        widthPx: 300,
      },
      { id: "owner", header: text("desk.column-owner"), cell: (row) => <bdi>{row.owner}</bdi>, widthPx: 160 },
      { id: "status", header: text("desk.column-status"), cell: (row) => status(row.status), widthPx: 112 },
      { id: "number", header: text("desk.column-number"), cell: (row) => row.number, widthPx: 136 },
      {
        id: "title",
        header: text("desk.column-title"),
        cell: (row) => (
          <>
            {row.restricted && <Badge icon={LockKeyhole}>{text("access.mark")}</Badge>} <bdi>{row.title}</bdi>
          </>
        ),
        widthPx: 300,
      },
    ] satisfies readonly DataColumn<MeasureRow>[];
  }, [text, pick, measures, scoring]);
}
