import { useEffect, useMemo, useRef, useState } from "react";
import { type TableName, type TableView, usualView } from "../../../shared/domain/desk/table-view.ts";
import { host } from "../../host.ts";
import { type DataColumn, nextSorts } from "../../ui/data-table-model.ts";
import type { TableSort } from "../../ui/table-model.ts";

/** A table as its person likes it. */
export interface KeptView<Row> {
  /** False until the kept view has been read; nothing should be asked for in its order before. */
  readonly isReady: boolean;
  readonly view: TableView;
  /** Columns to show, in their order and as wide as wanted. */
  readonly columns: readonly DataColumn<Row>[];
  /** Every column in its order, with whether it is shown, for choosing. */
  readonly choices: readonly { readonly id: string; readonly header: string; readonly isShown: boolean }[];
  readonly sorts: readonly TableSort[];
  sortBy(columnId: string, isAdding: boolean): void;
  setWidth(columnId: string, widthPx: number): void;
  setShown(ids: readonly string[]): void;
  moveBy(columnId: string, step: -1 | 1): void;
  setDensity(density: TableView["density"]): void;
  reset(): void;
}

/** A view is written once nothing has changed for this long. */
const keepAfterMs = 400;

/** Reads and keeps how the person at the keyboard likes this table; in the vault, so that it comes along. */
export function useTableView<Row>(
  name: TableName,
  all: readonly DataColumn<Row>[],
  /** Columns hidden until somebody shows them. */
  hiddenAtFirst: readonly string[] = [],
): KeptView<Row> {
  const [view, setView] = useState<TableView>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    void host.tables.view({ name }).then((kept) => setView((kept.ok ? kept.value.view : null) ?? usualView));
    return () => clearTimeout(timer.current);
  }, [name]);
  const now = view ?? usualView;
  const change = (next: TableView): void => {
    setView(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void host.tables.keepView({ name, view: next }), keepAfterMs);
  };
  const entries = useMemo(() => entriesOf(all, now, hiddenAtFirst), [all, now, hiddenAtFirst]);
  const kept = entries.map(({ column, widthPx, isHidden }) => ({ id: column.id, widthPx, isHidden }));
  const columns = useMemo(
    () =>
      entries
        .filter(({ isHidden }) => !isHidden)
        .map(({ column, widthPx }) => ({ ...column, widthPx: widthPx ?? column.widthPx })),
    [entries],
  );
  const sorts = useMemo(() => now.sorts.map(({ column, direction }) => ({ columnId: column, direction })), [now.sorts]);
  return {
    isReady: view !== undefined,
    view: now,
    columns,
    choices: entries.map(({ column, isHidden }) => ({ id: column.id, header: column.header, isShown: !isHidden })),
    sorts,
    sortBy: (columnId, isAdding) =>
      change({
        ...now,
        sorts: nextSorts(sorts, columnId, isAdding).map(({ columnId: column, direction }) => ({ column, direction })),
      }),
    setWidth: (columnId, widthPx) =>
      change({ ...now, columns: kept.map((one) => (one.id === columnId ? { ...one, widthPx } : one)) }),
    setShown: (ids) => change({ ...now, columns: kept.map((one) => ({ ...one, isHidden: !ids.includes(one.id) })) }),
    moveBy: (columnId, step) => change({ ...now, columns: moved(kept, columnId, step) }),
    setDensity: (density) => change({ ...now, density }),
    reset: () => change({ ...usualView, sorts: now.sorts }),
  };
}

interface Entry<Row> {
  readonly column: DataColumn<Row>;
  readonly widthPx: number | null;
  readonly isHidden: boolean;
}

/** Kept columns in their order, then those the kept view does not know yet. */
function entriesOf<Row>(
  all: readonly DataColumn<Row>[],
  view: TableView,
  hiddenAtFirst: readonly string[],
): readonly Entry<Row>[] {
  const known = view.columns.flatMap(({ id, widthPx, isHidden }) => {
    const column = all.find((one) => one.id === id);
    return column === undefined ? [] : [{ column, widthPx, isHidden: isHidden && column.isRowHeader !== true }];
  });
  const others = all
    .filter((column) => !view.columns.some(({ id }) => id === column.id))
    .map((column) => ({ column, widthPx: null, isHidden: hiddenAtFirst.includes(column.id) }));
  return [...known, ...others];
}

/** One entry a step towards the beginning or the end. */
function moved<T extends { readonly id: string }>(entries: readonly T[], id: string, step: -1 | 1): T[] {
  const from = entries.findIndex((entry) => entry.id === id);
  const entry = entries[from];
  const to = from + step;
  if (entry === undefined || to < 0 || to >= entries.length) return [...entries];
  return entries.toSpliced(from, 1).toSpliced(to, 0, entry);
}
