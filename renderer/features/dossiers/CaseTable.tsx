import { type ReactNode, useCallback, useMemo, useState } from "react";
import { useStore } from "zustand";
import type { CaseRow } from "../../../shared/contract/calls/dossier-lists.ts";
import { type CaseSort, CaseSortColumn, everyCase } from "../../../shared/domain/desk/case-list.ts";
import { host } from "../../host.ts";
import { TableSetup } from "../../parts/table/TableSetup.tsx";
import { usePagedRows } from "../../parts/table/use-paged-rows.ts";
import { useTableView } from "../../parts/table/use-table-view.ts";
import { useTableWords } from "../../parts/table/use-table-words.ts";
import { useRights } from "../../stores/rights.ts";
import { navigate } from "../../stores/route-store.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { DataTable } from "../../ui/DataTable.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { CaseFilters } from "./CaseFilters.tsx";
import { caseFilterStore } from "./case-filter-store.ts";
import { DueDayBar } from "./DueDayBar.tsx";
import { ExportList } from "./ExportList.tsx";
import css from "./lists.module.css";
import { useCaseColumns } from "./use-case-columns.tsx";
import { useCaseSelection } from "./use-case-selection.ts";

const hiddenAtFirst = ["outcome", "minutes", "review", "created", "updated", "access"];
const keyOf = (row: CaseRow): string => row.id;

/** Every case: filtered, in any order, with the columns each person wants, and due days changed together. */
export function CaseTable(): ReactNode {
  const text = useText();
  const words = useTableWords();
  const { may } = useRights();
  const { filter } = useStore(caseFilterStore);
  const kept = useTableView("cases", useCaseColumns(), hiddenAtFirst);
  const sorts = useMemo(() => toCaseSorts(kept.view.sorts), [kept.view.sorts]);
  const question = useMemo(() => JSON.stringify([kept.isReady, filter, sorts]), [kept.isReady, filter, sorts]);
  const paged = usePagedRows<CaseRow>(
    question,
    (offset, limit) => host.dossiers.page({ filter, sorts, offset, limit }),
    keyOf,
  );
  const { selection, clear, isTooMany } = useCaseSelection({ question, filter, sorts, paged });
  const seek = useCallback(
    async (typed: string, from: number): Promise<number | undefined> => {
      const column = seekColumn(sorts);
      const found = await host.dossiers.seek({ filter, sorts, column, prefix: typed, from });
      return found.ok ? (found.value.index ?? undefined) : undefined;
    },
    [filter, sorts],
  );
  const [opened] = useState(() => (row: CaseRow) => navigate({ view: "dossier", dossierId: row.id, page: "intake" }));
  const isFiltered = filter !== everyCase && JSON.stringify(filter) !== JSON.stringify(everyCase);
  return (
    <div className={css["list"]}>
      {paged.fault !== undefined && <Banner tone="error" title={faultText(text, paged.fault)} />}
      <CaseFilters />
      <div className={css["tools"]}>
        <span className={css["count"]} role="status">
          {isFiltered
            ? text("desk.showing", { matching: paged.matching, all: paged.all })
            : text("desk.showingAll", { all: paged.all })}
        </span>
        <TableSetup kept={kept} fixed="title" />
        {may("export-papers") && (
          <ExportList rows={paged.matching} request={{ filter, sorts, columns: kept.columns.map(({ id }) => id) }} />
        )}
      </div>
      {isTooMany && <Banner tone="warning" title={text("desk.tooMany", { most: 1_000 })} isLive />}
      {selection.keys.size > 0 && may("work-on-cases") && <DueDayBar keys={selection.keys} onClear={clear} />}
      <DataTable
        label={text("dossiers.title")}
        question={question}
        columns={kept.columns}
        source={paged.source}
        nameOf={(row) => `${row.number} ${row.title}`}
        words={words}
        sorts={kept.sorts}
        onSort={kept.sortBy}
        onWidth={kept.setWidth}
        selection={may("work-on-cases") ? selection : undefined}
        onType={seek}
        onRowAction={opened}
        density={kept.view.density}
        maxHeight="calc(100vh - 22rem)"
        isBusy={paged.isBusy}
        empty={!paged.isBusy && <EmptyState title={text(isFiltered ? "dossiers.noMatch" : "dossiers.none")} />}
      />
      <p className={css["hands"]}>
        {text("desk.hands")} {text("desk.sortHint")}
      </p>
    </div>
  );
}

/** Kept orders may name columns of another version; those are left out. */
function toCaseSorts(
  sorts: readonly { readonly column: string; readonly direction: "ascending" | "descending" }[],
): CaseSort[] {
  return sorts.flatMap(({ column, direction }) => {
    const known = CaseSortColumn.safeParse(column);
    return known.success ? [{ column: known.data, direction }] : [];
  });
}

/** Typing looks in the column the list is ordered by, where that is a text, and else among the numbers. */
function seekColumn(sorts: readonly CaseSort[]): CaseSortColumn {
  const [first] = sorts;
  return first?.column === "title" || first?.column === "principal" ? first.column : "number";
}
