import type { Block, Cell } from "./model.ts";
import type { TextRole, Theme } from "./theme.ts";
import { tokensOf } from "./tokens.ts";

/** A word longer than this share of the table is cut rather than given a column of its own size. */
const longestWordShare = 0.3;

/**
 * Widths of a table's columns in points: the shares asked for, moved just so far that no date and no word has to be cut.
 * Where that is impossible the shares stand as they are.
 */
export function columnWidthsPt(
  block: Extract<Block, { kind: "table" }>,
  place: { readonly theme: Theme; readonly widthPt: number; readonly padX: number },
): number[] {
  const { theme, widthPt, padX } = place;
  const total = block.columns.reduce((sum, { share }) => sum + share, 0);
  const asked = block.columns.map(({ share }) => (widthPt * share) / total);
  const needed = block.columns.map(({ header }) => widestWordPt(header, "cellHead", theme));
  for (const row of block.rows) {
    if (row.cells.some(({ span }) => span !== undefined)) continue;
    for (const [index, cell] of row.cells.entries()) {
      needed[index] = Math.max(needed[index] ?? 0, widestWordPt(cell.text, roleOf(cell), theme));
    }
  }
  const limitPt = widthPt * longestWordShare;
  const least = needed.map((wordPt) => (wordPt === 0 || wordPt > limitPt ? 0 : wordPt + 2 * padX + 0.1));
  const short = asked.reduce((sum, width, index) => sum + Math.max(0, (least[index] ?? 0) - width), 0);
  const spare = asked.reduce((sum, width, index) => sum + Math.max(0, width - (least[index] ?? 0)), 0);
  if (short === 0 || short > spare) return asked;
  return asked.map((width, index) => {
    const minimum = least[index] ?? 0;
    return width < minimum ? minimum : width - ((width - minimum) * short) / spare;
  });
}

function roleOf(cell: Cell): TextRole {
  return cell.role ?? "cell";
}

function widestWordPt(text: string, role: TextRole, theme: Theme): number {
  const { sizePt, weight } = theme.style(role);
  const words = text
    .split("\n")
    .flatMap((line) => tokensOf(line, theme.fonts[weight]))
    .filter(({ isWord }) => isWord);
  return (Math.max(0, ...words.map(({ width }) => width)) * sizePt) / 1000;
}
