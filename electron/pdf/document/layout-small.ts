import { type Box, stackHeightPt } from "./box.ts";
import { foreignLang, type Surroundings, setText, textHeightPt, textOps } from "./layout-text.ts";
import type { Block, CheckItem, GridItem } from "./model.ts";
import { inks, type Op, type Placed, type Tag } from "./page-model.ts";

/** Labelled values in bordered cells, label above value. */
export function gridBoxes(block: Extract<Block, { kind: "grid" }>, around: Surroundings): Box[] {
  const list: Tag = { type: "L", parent: around.parent };
  return block.rows.map((items, index) => gridRow(items, list, around, index === 0));
}

function gridRow(items: readonly GridItem[], list: Tag, around: Surroundings, isFirst: boolean): Box {
  const { theme, widthPt } = around;
  const total = items.reduce((sum, item) => sum + item.share, 0);
  const pad = 4 * theme.scale;
  let offset = 0;
  const cells = items.map((item) => {
    const cellWidthPt = (widthPt * item.share) / total;
    const inner = { theme, widthPt: cellWidthPt - 2 * pad };
    const label = setText(item.label, { ...inner, role: "label" });
    const value = setText(item.value, { ...inner, role: item.role ?? "value" });
    const entry: Tag = { type: "LI", parent: list };
    const cell = {
      x: offset,
      widthPt: cellWidthPt,
      label,
      value,
      labelTag: { type: "Lbl", parent: entry } satisfies Tag,
      valueTag: { type: "LBody", parent: entry, lang: foreignLang(item.value, theme.lang) } satisfies Tag,
      heightPt: textHeightPt(label) + Math.max(textHeightPt(value), item.minHeightPt ?? 0),
    };
    offset += cellWidthPt;
    return cell;
  });
  const heightPt = Math.max(...cells.map((cell) => cell.heightPt)) + 3.2 * theme.scale;
  return {
    heightPt,
    gapBeforePt: isFirst ? 3 * theme.scale : 0,
    keepWithNext: false,
    draw(x, y) {
      const rules: Op[] = cells.map((cell) => ({
        kind: "rect",
        x: x + cell.x,
        y,
        width: cell.widthPt,
        height: heightPt,
        stroke: inks.rule,
        lineWidthPt: 0.4,
      }));
      const placed: Placed[] = [{ kind: "mark", tag: "Layout", ops: rules }];
      for (const cell of cells) {
        const left = x + cell.x + pad;
        const top = y + 1.2 * theme.scale;
        placed.push({ kind: "mark", tag: cell.labelTag, ops: textOps(cell.label, left, top) });
        placed.push({
          kind: "mark",
          tag: cell.valueTag,
          ops: textOps(cell.value, left, top + textHeightPt(cell.label)),
        });
      }
      return placed;
    },
  };
}

/** Tick boxes, side by side where they fit. */
export function checkBoxes(items: readonly CheckItem[], around: Surroundings): Box[] {
  const { theme, widthPt } = around;
  const list: Tag = { type: "L", parent: around.parent };
  const style = theme.style("cell");
  const side = style.sizePt * 0.86;
  const gap = style.sizePt * 0.45;
  const columnWidthPt = widthPt / items.length;
  const naturals = items.map(({ text }) => setText(text, { theme, role: "cell", widthPt: 10_000 }));
  const widest = naturals.map(({ lines }) => ((lines[0]?.width ?? 0) * style.sizePt) / 1000 + side + gap * 2);
  const total = widest.reduce((sum, width) => sum + width, 0);
  const isInline = total <= widthPt;
  const spare = isInline ? (widthPt - total) / Math.max(1, items.length) : 0;
  const entries = items.map((item, index) => {
    const entry: Tag = { type: "LI", parent: list };
    return {
      item,
      box: { type: "Lbl", parent: entry, actualText: item.spoken } satisfies Tag,
      body: { type: "LBody", parent: entry } satisfies Tag,
      text: setText(item.text, {
        theme,
        role: "cell",
        widthPt: (isInline ? (widest[index] ?? columnWidthPt) : widthPt) - side - gap,
      }),
      widthPt: (widest[index] ?? 0) + Math.min(spare, 14),
    };
  });
  const drawEntry = (entry: (typeof entries)[number], x: number, y: number): Placed[] => [
    { kind: "mark", tag: entry.box, ops: tickBox(entry.item.isChecked, x, y + (style.leadPt - side) / 2, side) },
    { kind: "mark", tag: entry.body, ops: textOps(entry.text, x + side + gap, y) },
  ];
  if (!isInline) {
    return entries.map((entry) => ({
      heightPt: textHeightPt(entry.text),
      gapBeforePt: 0,
      keepWithNext: false,
      draw: (x, y) => drawEntry(entry, x, y),
    }));
  }
  const row: Box = {
    heightPt: style.leadPt,
    gapBeforePt: 0,
    keepWithNext: false,
    draw(x, y) {
      let left = x;
      return entries.flatMap((entry) => {
        const placed = drawEntry(entry, left, y);
        left += entry.widthPt;
        return placed;
      });
    },
  };
  return [row];
}

function tickBox(isChecked: boolean, x: number, y: number, side: number): Op[] {
  const square: Op = { kind: "rect", x, y, width: side, height: side, stroke: inks.text, lineWidthPt: 0.7 };
  if (!isChecked) return [square];
  const tick: Op = {
    kind: "path",
    points: [
      [x + side * 0.18, y + side * 0.52],
      [x + side * 0.42, y + side * 0.78],
      [x + side * 0.86, y + side * 0.2],
    ],
    closed: false,
    stroke: inks.text,
    lineWidthPt: 1.3,
  };
  return [square, tick];
}

/** A list with labels in a hanging column. */
export function listBoxes(block: Extract<Block, { kind: "list" }>, around: Surroundings): Box[] {
  const { theme, widthPt } = around;
  const list: Tag = { type: "L", parent: around.parent };
  const labels = block.items.map(({ label }) => setText(label, { theme, role: "cellStrong", widthPt: widthPt / 2 }));
  const indent =
    Math.max(0, ...labels.map(({ lines, style }) => ((lines[0]?.width ?? 0) * style.sizePt) / 1000)) + 6 * theme.scale;
  return block.items.map((item, index) => {
    const entry: Tag = { type: "LI", parent: list };
    const label = labels[index];
    const text = setText(item.text, { theme, role: "cell", widthPt: widthPt - indent });
    const labelTag: Tag = { type: "Lbl", parent: entry };
    const bodyTag: Tag = { type: "LBody", parent: entry, lang: foreignLang(item.text, theme.lang) };
    return {
      heightPt: textHeightPt(text),
      gapBeforePt: index === 0 ? 0 : 1.6 * theme.scale,
      keepWithNext: false,
      draw: (x, y) => [
        { kind: "mark", tag: labelTag, ops: label === undefined ? [] : textOps(label, x, y) },
        { kind: "mark", tag: bodyTag, ops: textOps(text, x + indent, y) },
      ],
    };
  });
}

/** The proposal in one large word, framed. */
export function panelBox(block: Extract<Block, { kind: "panel" }>, around: Surroundings): Box {
  const { theme, widthPt, parent } = around;
  const inner = { theme, widthPt: widthPt - 8 * theme.scale, align: "center" as const };
  const label = setText(block.label, { ...inner, role: "label" });
  const word = setText(block.word, { ...inner, role: "outcome" });
  const note = setText(block.note, { ...inner, role: "cellStrong" });
  const labelTag: Tag = { type: "P", parent };
  const wordTag: Tag = { type: "P", parent };
  const noteTag: Tag = { type: "P", parent };
  const padPt = 4 * theme.scale;
  const heightPt = textHeightPt(label) + textHeightPt(word) + textHeightPt(note) + 2 * padPt;
  return {
    heightPt,
    gapBeforePt: 0,
    keepWithNext: false,
    draw(x, y) {
      const left = x + 4 * theme.scale;
      const frame: Op = {
        kind: "rect",
        x,
        y,
        width: widthPt,
        height: heightPt,
        stroke: inks.text,
        lineWidthPt: 1.1,
        fill: inks.tint,
      };
      const wordTop = y + padPt + textHeightPt(label);
      return [
        { kind: "mark", tag: "Layout", ops: [frame] },
        { kind: "mark", tag: labelTag, ops: textOps(label, left, y + padPt) },
        { kind: "mark", tag: wordTag, ops: textOps(word, left, wordTop) },
        { kind: "mark", tag: noteTag, ops: textOps(note, left, wordTop + textHeightPt(word)) },
      ];
    },
  };
}

/** Columns side by side as one box, as high as the highest. */
export function columnsBox(
  columns: readonly { readonly widthPt: number; readonly boxes: readonly Box[] }[],
  gutterPt: number,
  drawColumn: (boxes: readonly Box[], x: number, y: number) => Placed[],
): Box {
  return {
    heightPt: Math.max(0, ...columns.map(({ boxes }) => stackHeightPt(boxes))),
    gapBeforePt: 0,
    keepWithNext: false,
    draw(x, y) {
      let left = x;
      return columns.flatMap(({ widthPt, boxes }) => {
        const placed = drawColumn(boxes, left, y);
        left += widthPt + gutterPt;
        return placed;
      });
    },
  };
}
