import { assertNever } from "../../../shared/assert.ts";
import { type Box, drawStack, stackHeightPt } from "./box.ts";
import { signaturesBox } from "./layout-signatures.ts";
import { checkBoxes, columnsBox, gridBoxes, listBoxes, panelBox } from "./layout-small.ts";
import { tableBoxes } from "./layout-table.ts";
import { foreignLang, lineBoxes, type Surroundings, setText, textBox, textHeightPt, textOps } from "./layout-text.ts";
import type { Block } from "./model.ts";
import { inks, type Op, type Placed, type Tag } from "./page-model.ts";

/** Width of the column that holds the headings of side-headed sections, in points at scale 1. */
const sideWidthPt = 96;

/** Turns blocks into the boxes that pages are filled with. */
export function boxesOf(blocks: readonly Block[], around: Surroundings): Box[] {
  return blocks.flatMap((block) => blockBoxes(block, around));
}

function blockBoxes(block: Block, around: Surroundings): Box[] {
  const { theme, widthPt, parent } = around;
  switch (block.kind) {
    case "heading":
      return [headingBox(block, around)];
    case "paragraph": {
      const role = block.role ?? "body";
      const justify = (role === "body" || role === "compact") && block.align === undefined;
      const set = setText(block.text, { theme, role, widthPt, align: block.align, justify });
      const tag: Tag = { type: "P", parent, lang: foreignLang(block.text, theme.lang) };
      return lineBoxes(set, tag, 3 * theme.scale);
    }
    case "section":
      return block.place === "top" ? topSection(block, around) : [sideSection(block, around)];
    case "grid":
      return gridBoxes(block, around);
    case "table":
      return tableBoxes(block, around);
    case "checks":
      return checkBoxes(block.items, around);
    case "list":
      return listBoxes(block, around);
    case "columns": {
      const gutterPt = 10 * theme.scale;
      const total = block.columns.reduce((sum, { share }) => sum + share, 0);
      const usable = widthPt - gutterPt * (block.columns.length - 1);
      const columns = block.columns.map(({ share, blocks }) => {
        const columnWidthPt = (usable * share) / total;
        return { widthPt: columnWidthPt, boxes: boxesOf(blocks, { ...around, widthPt: columnWidthPt }) };
      });
      return [columnsBox(columns, gutterPt, drawStack)];
    }
    case "panel":
      return [panelBox(block, around)];
    case "signatures":
      return [signaturesBox(block.boxes, around)];
    case "keep":
      return blockBoxes(block.block, around).map((box) => ({ ...box, keepWithNext: true }));
    case "space":
      return [{ heightPt: block.heightPt * theme.scale, gapBeforePt: 0, keepWithNext: true, draw: () => [] }];
    default:
      return assertNever(block);
  }
}

function headingBox(block: Extract<Block, { kind: "heading" }>, around: Surroundings): Box {
  const role = block.level === 1 ? "title" : block.level === 2 ? "part" : "subtitle";
  const set = setText(block.text, { theme: around.theme, role, widthPt: around.widthPt });
  const tag: Tag = { type: `H${block.level}`, parent: around.parent, lang: foreignLang(block.text, around.theme.lang) };
  const box = textBox(set, tag, 12 * around.theme.scale, true);
  const { bookmark } = block;
  if (bookmark === undefined) return box;
  return {
    ...box,
    draw: (x, y) => [{ kind: "bookmark", title: block.text, level: bookmark, y }, ...box.draw(x, y)],
  };
}

type Section = Extract<Block, { kind: "section" }>;

function topSection(block: Section, around: Surroundings): Box[] {
  const sect: Tag = { type: "Sect", parent: around.parent };
  const heading = sectionHeading(block, { ...around, parent: sect });
  return [
    {
      heightPt: heading.heightPt + 1.5 * around.theme.scale,
      gapBeforePt: 6 * around.theme.scale,
      keepWithNext: true,
      draw: (x, y) => [...sectionRule(x, y, around.widthPt), ...heading.draw(x, y + 1.5 * around.theme.scale)],
    },
    ...boxesOf(block.blocks, { ...around, parent: sect }),
  ];
}

function sideSection(block: Section, around: Surroundings): Box {
  const { theme, widthPt } = around;
  const sect: Tag = { type: "Sect", parent: around.parent };
  const sidePt = sideWidthPt * theme.scale;
  const heading = sectionHeading(block, { theme, widthPt: sidePt - 9 * theme.scale, parent: sect });
  const boxes = boxesOf(block.blocks, { theme, widthPt: widthPt - sidePt, parent: sect });
  const padPt = 1.7 * theme.scale;
  return {
    heightPt: Math.max(heading.heightPt, stackHeightPt(boxes)) + 2 * padPt,
    gapBeforePt: 3 * theme.scale,
    keepWithNext: false,
    draw: (x, y) => [
      ...sectionRule(x, y, widthPt),
      ...heading.draw(x, y + padPt),
      ...drawStack(boxes, x + sidePt, y + padPt),
    ],
  };
}

function sectionRule(x: number, y: number, widthPt: number): Placed[] {
  const points = [
    [x, y],
    [x + widthPt, y],
  ] as const;
  return [
    {
      kind: "mark",
      tag: "Layout",
      ops: [{ kind: "path", points, closed: false, stroke: inks.accent, lineWidthPt: 0.6 }],
    },
  ];
}

/** The number in a dark square, the title beside it. */
function sectionHeading(block: Section, around: Surroundings): Box {
  const { theme, parent } = around;
  const style = theme.style("section");
  const chipPt = style.leadPt * 0.92;
  const gapPt = 5 * theme.scale;
  const number = setText(block.number, { theme, role: "section", widthPt: chipPt + 4, align: "center" });
  const title = setText(block.title, { theme, role: "section", widthPt: around.widthPt - chipPt - gapPt });
  const spoken = `${block.number} ${block.title.replaceAll("\n", "")}`;
  const tag: Tag = { type: "H2", parent, actualText: spoken };
  return {
    heightPt: textHeightPt(title),
    gapBeforePt: 0,
    keepWithNext: true,
    draw(x, y) {
      const chip: Op = {
        kind: "rect",
        x,
        y: y + (style.leadPt - chipPt) / 2,
        width: chipPt,
        height: chipPt,
        fill: inks.accent,
      };
      const white = { ...number, style: { ...number.style, sizePt: number.style.sizePt * 0.88, ink: inks.white } };
      return [
        { kind: "bookmark", title: spoken, level: 2, y },
        { kind: "mark", tag: "Layout", ops: [chip] },
        { kind: "mark", tag, ops: [...textOps(white, x - 2, y), ...textOps(title, x + chipPt + gapPt, y)] },
      ];
    },
  };
}
