import type { Box } from "./box.ts";
import { columnWidthsPt } from "./column-widths.ts";
import { foreignLang, type SetText, type Surroundings, setText, textHeightPt, textOps } from "./layout-text.ts";
import type { Block, Cell, Column, Row } from "./model.ts";
import { inks, type Op, type Placed, type Tag } from "./page-model.ts";

interface SetCell {
  readonly x: number;
  readonly widthPt: number;
  readonly cell: Cell;
  readonly text: SetText;
  readonly tag: Tag;
}

interface SetRow {
  readonly cells: readonly SetCell[];
  readonly widthPt: number;
  readonly padX: number;
  readonly padY: number;
  readonly look: "head" | "group" | "body";
  readonly isLast: boolean;
}

/** Boxes of a table: a header that comes back on every page, and rows that stay whole unless they are very high. */
export function tableBoxes(block: Extract<Block, { kind: "table" }>, around: Surroundings): Box[] {
  const table: Tag = { type: "Table", parent: around.parent, alt: block.summary };
  const headTag: Tag = { type: "THead", parent: table };
  const bodyTag: Tag = { type: "TBody", parent: table };
  const padX = 4 * around.theme.scale;
  const widthsPt = columnWidthsPt(block, { theme: around.theme, widthPt: around.widthPt, padX });
  const grid: Grid = { columns: block.columns, widthsPt, padX };
  const head = setRow(headerRow(block.columns), grid, around, {
    parent: headTag,
    look: "head",
    isLast: false,
  });
  const repeated = rowBox(head, undefined, true);
  const boxes: Box[] = [{ ...rowBox(head, undefined, false), gapBeforePt: 3 * around.theme.scale, keepWithNext: true }];
  for (const [index, row] of block.rows.entries()) {
    const set = setRow(row, grid, around, {
      parent: bodyTag,
      look: row.kind,
      isLast: index + 1 === block.rows.length,
    });
    boxes.push({ ...rowBox(set, repeated, false), keepWithNext: row.kind === "group" });
  }
  return boxes;
}

function headerRow(columns: readonly Column[]): Row {
  return { kind: "body", cells: columns.map(({ header, align }) => ({ text: header, align, role: "cellHead" })) };
}

interface Grid {
  readonly columns: readonly Column[];
  readonly widthsPt: readonly number[];
  readonly padX: number;
}

function setRow(
  row: Row,
  grid: Grid,
  around: Surroundings,
  kind: { parent: Tag; look: SetRow["look"]; isLast: boolean },
): SetRow {
  const { theme, widthPt } = around;
  const { columns, widthsPt, padX } = grid;
  const tr: Tag = { type: "TR", parent: kind.parent };
  const cells: SetCell[] = [];
  let column = 0;
  let x = 0;
  for (const cell of row.cells) {
    const span = cell.span ?? 1;
    const cellWidthPt = widthsPt.slice(column, column + span).reduce((sum, width) => sum + width, 0);
    const role = cell.role ?? (kind.look === "group" ? "cellStrong" : "cell");
    const align = cell.align ?? columns[column]?.align;
    const text = setText(cell.text, { theme, role, widthPt: cellWidthPt - 2 * padX, align: span > 1 ? "left" : align });
    const headsColumn = kind.look === "head";
    const tag: Tag = {
      type: headsColumn || cell.headsRow === true || kind.look === "group" ? "TH" : "TD",
      parent: tr,
      scope: headsColumn ? "Column" : cell.headsRow === true || kind.look === "group" ? "Row" : undefined,
      columnSpan: span > 1 ? span : undefined,
      lang: foreignLang(cell.text, theme.lang),
    };
    cells.push({ x, widthPt: cellWidthPt, cell, text, tag });
    x += cellWidthPt;
    column += span;
  }
  return { cells, widthPt, padX, padY: 2.3 * theme.scale, look: kind.look, isLast: kind.isLast };
}

function rowBox(row: SetRow, repeated: Box | undefined, isRepeat: boolean): Box {
  const lineCount = Math.max(...row.cells.map(({ text }) => text.lines.length));
  return pieceBox(row, { from: 0, to: lineCount, isEnd: true, isRepeat }, repeated);
}

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly isEnd: boolean;
  readonly isRepeat: boolean;
}

function pieceBox(row: SetRow, piece: Piece, repeated: Box | undefined): Box {
  const leadPt = Math.max(...row.cells.map(({ text }) => text.style.leadPt));
  const figurePt = Math.max(0, ...row.cells.map(({ cell }) => cell.figure?.heightPt ?? 0));
  const textPt = Math.max(
    ...row.cells.map(({ text }) => textHeightPt({ ...text, lines: text.lines.slice(piece.from, piece.to) })),
  );
  const heightPt = Math.max(textPt, figurePt) + 2 * row.padY;
  return {
    heightPt,
    gapBeforePt: 0,
    keepWithNext: false,
    repeated,
    split(roomPt) {
      const fitting = Math.floor((roomPt - 2 * row.padY) / leadPt);
      const cut = piece.from + fitting;
      if (fitting < 2 || cut >= piece.to) return undefined;
      const first = pieceBox(row, { ...piece, to: cut, isEnd: false }, repeated);
      return [first, pieceBox(row, { ...piece, from: cut }, repeated)];
    },
    draw: (x, y) => drawRow(row, piece, { x, y, heightPt }),
  };
}

function drawRow(row: SetRow, piece: Piece, at: { x: number; y: number; heightPt: number }): Placed[] {
  const { x, y, heightPt } = at;
  const placed: Placed[] = [{ kind: "mark", tag: "Layout", ops: rowRules(row, piece, at) }];
  for (const { x: offset, widthPt, cell, text, tag } of row.cells) {
    const shownPt = Math.min(text.lines.length, piece.to) - piece.from;
    const isSingle = shownPt <= 1;
    // A single line stands in the middle of a row that is higher because of its neighbours' drawings only.
    const middle =
      isSingle && cell.figure === undefined && row.look !== "body" ? (heightPt - text.style.leadPt) / 2 : row.padY;
    const ops = textOps(text, x + offset + row.padX, y + middle, piece.from, piece.to);
    placed.push({ kind: "mark", tag: piece.isRepeat ? "Layout" : tag, ops });
    if (cell.figure !== undefined && piece.from === 0) {
      const figureTag: Tag = { type: "Figure", parent: tag, alt: cell.figure.alt };
      const { padX } = row;
      const top = y + (heightPt - cell.figure.heightPt) / 2;
      const drawn = cell.figure.draw(x + offset + padX, top, widthPt - 2 * padX, cell.figure.heightPt);
      placed.push({ kind: "mark", tag: figureTag, ops: drawn });
    }
  }
  return placed;
}

function rowRules(row: SetRow, piece: Piece, at: { x: number; y: number; heightPt: number }): Op[] {
  const { x, y, heightPt } = at;
  const { widthPt } = row;
  const ops: Op[] = [];
  const fill = row.look === "body" ? undefined : row.look === "head" ? inks.tint : inks.tint;
  if (fill !== undefined) ops.push({ kind: "rect", x, y, width: widthPt, height: heightPt, fill });
  for (const { x: offset, widthPt: cellWidthPt, cell } of row.cells) {
    if (cell.fill !== undefined)
      ops.push({ kind: "rect", x: x + offset, y, width: cellWidthPt, height: heightPt, fill: cell.fill });
    if (offset > 0) ops.push(rule(x + offset, y, x + offset, y + heightPt, 0.3));
  }
  if (row.look === "head") ops.push(rule(x, y, x + widthPt, y, 0.9, true));
  const isStrong = row.look === "head" || (row.isLast && piece.isEnd);
  const weightPt = row.look === "head" ? 0.5 : isStrong ? 0.9 : 0.3;
  ops.push(rule(x, y + heightPt, x + widthPt, y + heightPt, weightPt, isStrong));
  return ops;
}

function rule(x1: number, y1: number, x2: number, y2: number, lineWidthPt: number, isStrong = false): Op {
  return {
    kind: "path",
    points: [
      [x1, y1],
      [x2, y2],
    ],
    closed: false,
    stroke: isStrong ? inks.text : inks.rule,
    lineWidthPt,
  };
}
