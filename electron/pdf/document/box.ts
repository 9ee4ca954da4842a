import type { Placed } from "./page-model.ts";

/** The smallest piece that pages are filled with: a line, a table row, a heading. */
export interface Box {
  readonly heightPt: number;
  /** Space above, dropped at the top of a page. */
  readonly gapBeforePt: number;
  /** Stays on one page with the box after it. */
  readonly keepWithNext: boolean;
  /** Drawn above the box when it opens a page: the repeated header of a table. */
  readonly repeated?: Box | undefined;
  /** Cuts the box so that the first piece is at most this high; nothing where it cannot be cut there. */
  readonly split?: ((roomPt: number) => readonly [Box, Box] | undefined) | undefined;
  /** What the box puts on a page when its top left corner is here. */
  draw(x: number, y: number): readonly Placed[];
}

/** Height of boxes stacked in one column that is not cut. */
export function stackHeightPt(boxes: readonly Box[]): number {
  return boxes.reduce((sum, box, index) => sum + box.heightPt + (index === 0 ? 0 : box.gapBeforePt), 0);
}

/** Draws boxes one below the other. */
export function drawStack(boxes: readonly Box[], x: number, y: number): Placed[] {
  const placed: Placed[] = [];
  let top = y;
  for (const [index, box] of boxes.entries()) {
    if (index > 0) top += box.gapBeforePt;
    placed.push(...box.draw(x, top));
    top += box.heightPt;
  }
  return placed;
}
