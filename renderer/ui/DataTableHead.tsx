import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import { type ReactNode, type PointerEvent as ReactPointerEvent, useRef } from "react";
import { classNames } from "./class-names.ts";
import css from "./DataTable.module.css";
import {
  type DataColumn,
  type DataSelection,
  type DataTableWords,
  leastColumnPx,
  mostColumnPx,
  widthStepPx,
} from "./data-table-model.ts";
import { Icon } from "./Icon.tsx";
import type { TableSort } from "./table-model.ts";
import { VisuallyHidden } from "./VisuallyHidden.tsx";

export type DataTableHeadProps<Row> = {
  readonly columns: readonly DataColumn<Row>[];
  readonly sorts: readonly TableSort[];
  readonly onSort: (columnId: string, isAdding: boolean) => void;
  readonly onWidth: (columnId: string, widthPx: number) => void;
  readonly selection: DataSelection | undefined;
  readonly count: number;
  readonly words: DataTableWords;
};

/** The row of headers: buttons that sort, and an edge on each that moves. */
export function DataTableHead<Row>(props: DataTableHeadProps<Row>): ReactNode {
  const { columns, selection, words } = props;
  return (
    <thead>
      <tr aria-rowindex={1}>
        {selection !== undefined && <AllBox selection={selection} count={props.count} words={words} />}
        {columns.map((column) => (
          <HeadCell key={column.id} {...props} column={column} />
        ))}
      </tr>
    </thead>
  );
}

function AllBox({
  selection,
  count,
  words,
}: {
  selection: DataSelection;
  count: number;
  words: DataTableWords;
}): ReactNode {
  const chosen = selection.keys.size;
  return (
    <th scope="col" className={css["box"]}>
      <VisuallyHidden>{words.selection}</VisuallyHidden>
      <input
        type="checkbox"
        aria-label={words.selectAll}
        checked={chosen > 0 && chosen >= count}
        ref={(box) => {
          if (box !== null) box.indeterminate = chosen > 0 && chosen < count;
        }}
        onChange={selection.all}
      />
    </th>
  );
}

function HeadCell<Row>(props: DataTableHeadProps<Row> & { readonly column: DataColumn<Row> }): ReactNode {
  const { column, sorts, onSort, words } = props;
  const place = sorts.findIndex((sort) => sort.columnId === column.id);
  const direction = sorts[place]?.direction;
  return (
    <th
      scope="col"
      className={classNames(column.align === "end" && css["end"])}
      aria-sort={column.canSort === true ? (direction ?? "none") : undefined}
    >
      {column.canSort === true ? (
        <button
          type="button"
          className={classNames(css["sort"], direction !== undefined && css["sorted"])}
          onClick={(event) => onSort(column.id, event.shiftKey)}
        >
          <span className={css["headText"]}>{column.header}</span>
          <Icon shape={shapeOf(direction)} size="small" />
          {place >= 0 && sorts.length > 1 && (
            <span className={css["place"]}>
              <span aria-hidden="true">{place + 1}</span>
              <VisuallyHidden>{words.sortPlace(place + 1)}</VisuallyHidden>
            </span>
          )}
        </button>
      ) : (
        <span className={css["headText"]}>{column.header}</span>
      )}
      <Edge column={column} onWidth={props.onWidth} label={words.widthOf(column.header)} />
    </th>
  );
}

function shapeOf(direction: TableSort["direction"] | undefined): typeof ArrowUp {
  if (direction === undefined) return ChevronsUpDown;
  return direction === "ascending" ? ArrowUp : ArrowDown;
}

/** The edge of a column: drawn along with the pointer, or moved with the arrow keys. */
function Edge<Row>({
  column,
  onWidth,
  label,
}: {
  readonly column: DataColumn<Row>;
  readonly onWidth: (columnId: string, widthPx: number) => void;
  readonly label: string;
}): ReactNode {
  const drag = useRef<{ readonly fromX: number; readonly fromPx: number } | undefined>(undefined);
  const set = (widthPx: number): void =>
    onWidth(column.id, Math.min(mostColumnPx, Math.max(leastColumnPx, Math.round(widthPx))));
  const begin = (event: ReactPointerEvent<HTMLElement>): void => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    const drawnPx = event.currentTarget.parentElement?.getBoundingClientRect().width ?? column.widthPx;
    drag.current = { fromX: event.clientX, fromPx: drawnPx };
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule across cannot be dragged; this is the separator of the ARIA pattern.
    <span
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={column.widthPx}
      aria-valuemin={leastColumnPx}
      aria-valuemax={mostColumnPx}
      className={css["edge"]}
      onPointerDown={begin}
      onPointerMove={(event) => {
        if (drag.current !== undefined) set(drag.current.fromPx + event.clientX - drag.current.fromX);
      }}
      onPointerUp={() => {
        drag.current = undefined;
      }}
      onKeyDown={(event) => {
        const step = { ArrowLeft: -widthStepPx, ArrowRight: widthStepPx }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        set(column.widthPx + step);
      }}
    />
  );
}
