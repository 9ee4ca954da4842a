import { type ReactNode, useCallback, useMemo, useState } from "react";
import { foldText, foldWords } from "../../../shared/domain/desk/fold.ts";
import type { TableName } from "../../../shared/domain/desk/table-view.ts";
import { useText } from "../../stores/text.ts";
import { DataTable } from "../../ui/DataTable.tsx";
import type { DataColumn, DataSource } from "../../ui/data-table-model.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { sortRowsBy } from "../../ui/table-model.ts";
import { TableSetup } from "./TableSetup.tsx";
import css from "./table.module.css";
import { useTableView } from "./use-table-view.ts";
import { useTableWords } from "./use-table-words.ts";

/** A column of rows that are all at hand; one with a value to sort by can be sorted. */
export type LocalColumn<Row> = Omit<DataColumn<Row>, "canSort"> & {
  /** Undefined values come last in both directions. */
  readonly sortValue?: (row: Row) => string | number | undefined;
};

interface LocalTableProps<Row> {
  /** Under which name the person's columns, widths and order are kept. */
  readonly name: TableName;
  /** What the table lists; read out, not shown. */
  readonly label: string;
  readonly columns: readonly LocalColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly nameOf: (row: Row) => string;
  /** What the field above the table looks through, and what it says so. */
  readonly find: { readonly textOf: (row: Row) => string; readonly hint: string };
  readonly onRowAction: (row: Row) => void;
  /** The row that is open elsewhere on the page. */
  readonly selectedKey: string | undefined;
  /** Shown where there is no row at all; say what to do first. */
  readonly empty: ReactNode;
  /** Further tools, beside the field. */
  readonly tools?: ReactNode;
  readonly maxHeight: string;
  readonly isBusy?: boolean;
}

/** Rows that are all at hand, in the large table: found by words, in any order, with the columns each person wants. */
export function LocalTable<Row>(props: LocalTableProps<Row>): ReactNode {
  const { columns, rows, rowKey, find, empty, isBusy = false } = props;
  const text = useText();
  const words = useTableWords();
  const [sought, setSought] = useState("");
  const sortable = useMemo(
    () => columns.map((column) => ({ ...column, canSort: column.sortValue !== undefined })),
    [columns],
  );
  const kept = useTableView(props.name, sortable);
  const shown = useMemo(() => {
    const asked = foldWords(sought);
    const found = rows.filter((row) => {
      const folded = asked.length === 0 ? "" : foldText(find.textOf(row));
      return asked.every((word) => folded.includes(word));
    });
    return sortRowsBy(found, sortable, kept.sorts);
  }, [rows, sought, find, sortable, kept.sorts]);
  const nothing = useCallback(() => undefined, []);
  const source: DataSource<Row> = {
    count: shown.length,
    rowAt: (index) => shown[index],
    keyOf: rowKey,
    onSee: nothing,
  };
  const fixed = columns.find((column) => column.isRowHeader === true)?.id ?? "";
  return (
    <div className={css["local"]}>
      <div className={css["tools"]}>
        <TextField
          label={text("desk.find")}
          value={sought}
          onChange={setSought}
          width="medium"
          placeholder={find.hint}
          maxLength={200}
        />
        {props.tools}
        <span className={css["count"]} role="status">
          {shown.length === rows.length
            ? text("desk.showingAll", { all: rows.length })
            : text("desk.showing", { matching: shown.length, all: rows.length })}
        </span>
        <TableSetup kept={kept} fixed={fixed} />
      </div>
      <DataTable
        label={props.label}
        question={JSON.stringify([sought, kept.sorts])}
        columns={kept.columns}
        source={source}
        nameOf={props.nameOf}
        words={words}
        sorts={kept.sorts}
        onSort={kept.sortBy}
        onWidth={kept.setWidth}
        onRowAction={props.onRowAction}
        openKey={props.selectedKey}
        density={kept.view.density}
        maxHeight={props.maxHeight}
        isBusy={isBusy}
        empty={rows.length === 0 ? !isBusy && empty : <EmptyState title={text("desk.noneFound")} />}
      />
    </div>
  );
}
