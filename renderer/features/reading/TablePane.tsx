import { useVirtualizer, type VirtualItem } from "@tanstack/react-virtual";
import { type HTMLAttributes, type KeyboardEvent, type ReactNode, type RefObject, useEffect, useState } from "react";
import type { EvidenceMark, ReadSheet } from "../../../shared/domain/reading.ts";
import { useText } from "../../stores/text.ts";
import type { PaneProps } from "./pane.ts";
import css from "./reading.module.css";
import { foldSameLength } from "./text-ranges.ts";

interface TablePaneProps extends PaneProps {
  readonly sheet: ReadSheet;
  /** From 1. */
  readonly number: number;
  readonly scroller: RefObject<HTMLElement | null>;
}

interface At {
  readonly row: number;
  readonly column: number;
}

/** Height of a row and width of a column at 100 %, in CSS pixels. */
const rowPx = 32;
const columnPx = 176;

/** One sheet: rows in sight alone, cells chosen by arrow keys, a stretch of them with Shift. */
export function TablePane({ sheet, number, scroller, ...pane }: TablePaneProps): ReactNode {
  const text = useText();
  const [at, setAt] = useState<At>({ row: 0, column: 0 });
  const [from, setFrom] = useState<At>({ row: 0, column: 0 });
  const virtual = useVirtualizer({
    count: sheet.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: 12,
  });
  const { onTexts, onCandidate } = pane;
  useEffect(
    () =>
      onTexts(
        sheet.rows.map((row) => row.join("\t")),
        true,
      ),
    [sheet, onTexts],
  );
  const wanted = pane.here === undefined ? markedRow(pane.marks, pane.chosenId, number) : pane.here.part - 1;
  useEffect(() => {
    if (wanted !== undefined) virtual.scrollToIndex(wanted, { align: "center" });
  }, [wanted, virtual]);
  const chosen = between(from, at);
  const { row: top, column: left } = chosen.from;
  const { row: bottom, column: right } = chosen.to;
  useEffect(() => {
    const lines = sheet.rows.slice(top, bottom + 1).map((row) => row.slice(left, right + 1).join("\t"));
    const [first, last] = [
      { row: top, column: left },
      { row: bottom, column: right },
    ];
    const place = { kind: "cells", sheet: number, from: first, to: last } as const;
    onCandidate({ place, quote: lines.join("\n").slice(0, 2_000).toWellFormed() });
  }, [sheet, number, onCandidate, top, left, bottom, right]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const moved = moveBy(event.key, at, sheet);
    if (moved === undefined) return;
    event.preventDefault();
    setAt(moved);
    if (!event.shiftKey) setFrom(moved);
    virtual.scrollToIndex(moved.row);
  };
  const press = (place: At, isExtending: boolean): void => {
    setAt(place);
    if (!isExtending) setFrom(place);
  };
  const isInSight = virtual.getVirtualItems().some(({ index }) => index === at.row);
  return (
    <table
      {...gridProps(sheet, sheet.name === "" ? text("reading.table") : sheet.name)}
      {...(isInSight && { "aria-activedescendant": `cell-${at.row}-${at.column}` })}
      className={css["grid"]}
      style={{ inlineSize: sheet.columns * columnPx + 64, fontSize: `${pane.zoom}em` }}
      onKeyDown={onKeyDown}
    >
      <colgroup>
        <col className={css["numbers"]} />
        <col span={sheet.columns} className={css["column"]} />
      </colgroup>
      <Rows virtual={virtual} sheet={sheet} number={number} pane={pane} chosen={chosen} onPress={press} />
    </table>
  );
}

/** A table that is worked by keys is a grid: it keeps the focus and names the cell it is at. */
function gridProps(sheet: ReadSheet, label: string): HTMLAttributes<HTMLTableElement> {
  return {
    role: "grid",
    tabIndex: 0,
    "aria-label": label,
    "aria-rowcount": sheet.rows.length,
    "aria-colcount": sheet.columns + 1,
  };
}

interface RowsProps {
  readonly virtual: { getVirtualItems(): VirtualItem[]; getTotalSize(): number };
  readonly sheet: ReadSheet;
  readonly number: number;
  readonly pane: PaneProps;
  readonly chosen: { readonly from: At; readonly to: At };
  readonly onPress: (place: At, isExtending: boolean) => void;
}

/** The rows in sight; empty ones keep the room of the others. */
function Rows({ virtual, sheet, number, pane, chosen, onPress }: RowsProps): ReactNode {
  const items = virtual.getVirtualItems();
  const [before, after] = [items[0]?.start ?? 0, virtual.getTotalSize() - (items.at(-1)?.end ?? 0)];
  return (
    <tbody>
      {before > 0 && <tr style={{ blockSize: before }} />}
      {items.map(({ index }) => (
        <tr key={index} aria-rowindex={index + 1} className={css["row"]}>
          <th scope="row" className={css["rowNumber"]}>
            {index + 1}
          </th>
          {Array.from({ length: sheet.columns }, (_, column) => (
            <Cell
              // Columns have no other name than their place.
              key={String(column)}
              id={`cell-${index}-${column}`}
              value={sheet.rows[index]?.[column] ?? ""}
              isChosen={isWithin({ row: index, column }, chosen)}
              isMarked={pane.marks.some((mark) => isMarkedCell(mark, number, { row: index, column }))}
              query={pane.query}
              onPress={(isExtending) => onPress({ row: index, column }, isExtending)}
            />
          ))}
        </tr>
      ))}
      {after > 0 && <tr style={{ blockSize: after }} />}
    </tbody>
  );
}

interface CellProps {
  readonly id: string;
  readonly value: string;
  readonly isChosen: boolean;
  readonly isMarked: boolean;
  readonly query: string;
  readonly onPress: (isExtending: boolean) => void;
}

function Cell({ id, value, isChosen, isMarked, query, onPress }: CellProps): ReactNode {
  const isFound = query !== "" && foldSameLength(value).includes(foldSameLength(query));
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it moves by the arrow keys.
    <td
      {...{ role: "gridcell", id, "aria-selected": isChosen }}
      className={css["cell"]}
      data-marked={isMarked}
      data-found={isFound}
      title={value}
      onClick={(event) => onPress(event.shiftKey)}
    >
      {value}
    </td>
  );
}

function between(a: At, b: At): { from: At; to: At } {
  return {
    from: { row: Math.min(a.row, b.row), column: Math.min(a.column, b.column) },
    to: { row: Math.max(a.row, b.row), column: Math.max(a.column, b.column) },
  };
}

function isWithin({ row, column }: At, { from, to }: { from: At; to: At }): boolean {
  return row >= from.row && row <= to.row && column >= from.column && column <= to.column;
}

function isMarkedCell({ place }: EvidenceMark, sheet: number, at: At): boolean {
  return place.kind === "cells" && place.sheet === sheet && isWithin(at, place);
}

function markedRow(marks: readonly EvidenceMark[], chosenId: string | undefined, sheet: number): number | undefined {
  const place = marks.find((mark) => mark.id === chosenId)?.place;
  return place?.kind === "cells" && place.sheet === sheet ? place.from.row : undefined;
}

function moveBy(key: string, { row, column }: At, sheet: ReadSheet): At | undefined {
  const rows: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 15, PageUp: -15 };
  const columns: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };
  const limit = (value: number, last: number): number => Math.min(Math.max(0, last), Math.max(0, value));
  if (key === "Home") return { row, column: 0 };
  if (key === "End") return { row, column: limit(sheet.columns - 1, sheet.columns - 1) };
  const down = rows[key];
  if (down !== undefined) return { row: limit(row + down, sheet.rows.length - 1), column };
  const right = columns[key];
  return right === undefined ? undefined : { row, column: limit(column + right, sheet.columns - 1) };
}
