import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Icon } from "./Icon.tsx";
import css from "./Table.module.css";
import type { TableColumn, TableSort } from "./table-model.ts";
import { VisuallyHidden } from "./VisuallyHidden.tsx";

export type TableHeadProps<Row> = {
  readonly columns: readonly TableColumn<Row>[];
  readonly sort: TableSort | undefined;
  readonly onSort: (columnId: string) => void;
};

/** The row of headers; those that can sort are buttons and say how the rows stand. */
export function TableHead<Row>({ columns, sort, onSort }: TableHeadProps<Row>): ReactNode {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map((column) => {
          const direction = sort?.columnId === column.id ? sort.direction : undefined;
          return (
            <th
              key={column.id}
              scope="col"
              className={classNames(column.align === "end" && css["end"])}
              style={{ inlineSize: column.width }}
              aria-sort={column.sortValue === undefined ? undefined : (direction ?? "none")}
            >
              {column.sortValue === undefined ? (
                <HeaderText column={column} />
              ) : (
                <button
                  type="button"
                  className={classNames(css["sort"], direction !== undefined && css["sorted"])}
                  onClick={() => onSort(column.id)}
                >
                  <HeaderText column={column} />
                  <Icon shape={shapeOf(direction)} size="small" />
                </button>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function HeaderText<Row>({ column }: { readonly column: TableColumn<Row> }): ReactNode {
  return column.isHeaderHidden === true ? <VisuallyHidden>{column.header}</VisuallyHidden> : column.header;
}

function shapeOf(direction: TableSort["direction"] | undefined): typeof ArrowUp {
  if (direction === undefined) return ChevronsUpDown;
  return direction === "ascending" ? ArrowUp : ArrowDown;
}
