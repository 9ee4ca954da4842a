import { type ReactNode, useEffect, useState } from "react";
import { classNames } from "./class-names.ts";
import css from "./DataTable.module.css";
import { DataTableBody } from "./DataTableBody.tsx";
import { DataTableHead } from "./DataTableHead.tsx";
import type { DataTableProps } from "./data-table-model.ts";

/**
 * Rows of facts of any number, drawn as far as they are in sight and asked for as they come into it. Every row has the same
 * height. Sorted by several columns (Shift), columns as wide as people want them, rows chosen with Space or the boxes, and
 * everything by keyboard: arrows, Home, End, Page Up and Down, typing the beginning of a row.
 */
export function DataTable<Row>(props: DataTableProps<Row>): ReactNode {
  const { label, columns, source, selection, words } = props;
  const [frame, setFrame] = useState<HTMLDivElement | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question, and nothing else, begins at the top.
  useEffect(() => {
    if (frame !== null) frame.scrollTop = 0;
  }, [props.question]);
  const widthPx = columns.reduce((sum, column) => sum + column.widthPx, selection === undefined ? 0 : boxColumnPx);
  return (
    <div ref={setFrame} className={classNames(css["frame"])} style={{ maxBlockSize: props.maxHeight }}>
      <table
        className={classNames(css["table"], css[props.density], props.isBusy === true && css["busy"])}
        role={gridRole}
        aria-label={label}
        aria-busy={props.isBusy ?? false}
        aria-rowcount={source.count + 1}
        {...(selection !== undefined && { "aria-multiselectable": true })}
        style={{ inlineSize: `max(100%, ${widthPx}px)` }}
      >
        <colgroup>
          {selection !== undefined && <col style={{ inlineSize: boxColumnPx }} />}
          {columns.map((column) => (
            <col key={column.id} style={{ inlineSize: column.widthPx }} />
          ))}
        </colgroup>
        <DataTableHead
          columns={columns}
          sorts={props.sorts}
          onSort={props.onSort}
          onWidth={props.onWidth}
          selection={selection}
          count={source.count}
          words={words}
        />
        <DataTableBody {...props} frame={frame} />
      </table>
    </div>
  );
}

/** The rows take focus and keys, which a plain table does not. */
const gridRole = "grid";

/** Width of the column of boxes in pixels. */
const boxColumnPx = 44;
