import type { Fonts } from "../fonts/load-fonts.ts";
import type { Box } from "./box.ts";
import { boxesOf } from "./layout-blocks.ts";
import type { DocumentModel, Part } from "./model.ts";
import { contentWidthPt, type Page, type Placed, pageFrame, type Tag } from "./page-model.ts";
import { createTheme } from "./theme.ts";

/** Scales tried for a part that should fill one page, largest first; at the last the small text is 6.5 points. */
const scales = [1.08, 1.05, 1.02, 1, 0.98, 0.96, 0.94, 0.92, 0.9, 0.88, 0.86, 0.84, 0.82] as const;

/** A row higher than this share of the page may be cut; lower ones move to the next page whole. */
const cutShare = 0.45;

/** Lays a document out. The result hangs on the model and the fonts alone. */
export function layOut(model: DocumentModel, fonts: Fonts): Page[] {
  const root: Tag = { type: "Document", parent: undefined };
  return model.parts.flatMap((part) => layOutPart(part, { fonts, lang: model.lang, root }));
}

function layOutPart(part: Part, around: { fonts: Fonts; lang: string; root: Tag }): Page[] {
  const atScale = (scale: number): Page[] => {
    const theme = createTheme(around.fonts, scale, around.lang);
    return fillPages(boxesOf(part.blocks, { theme, widthPt: contentWidthPt, parent: around.root }));
  };
  if (part.fit === "flow") return atScale(1);
  for (const scale of scales) {
    const pages = atScale(scale);
    if (pages.length <= 1) return pages;
  }
  return atScale(1);
}

/** Fills pages with boxes from top to bottom. */
export function fillPages(boxes: readonly Box[]): Page[] {
  const bottom = pageFrame.height - pageFrame.bottom;
  const fullPt = bottom - pageFrame.top;
  const pages: Placed[][] = [];
  let current: Placed[] = [];
  let y: number = pageFrame.top;
  const open = (): void => {
    current = [];
    pages.push(current);
    y = pageFrame.top;
  };
  const put = (box: Box): void => {
    current.push(...box.draw(pageFrame.left, y));
    y += box.heightPt;
  };
  open();
  const queue = [...boxes].reverse();
  for (let box = queue.pop(); box !== undefined; box = queue.pop()) {
    const isFresh = y === pageFrame.top;
    const gapPt = isFresh ? 0 : box.gapBeforePt;
    const headPt = isFresh && pages.length > 1 ? (box.repeated?.heightPt ?? 0) : 0;
    const roomPt = bottom - y - gapPt - headPt;
    const pieces = box.heightPt > fullPt * cutShare && box.heightPt > roomPt ? box.split?.(roomPt) : undefined;
    const fits = (isFresh ? box.heightPt : chainHeightPt(box, queue, fullPt)) <= roomPt;
    if (!fits && pieces === undefined && !isFresh) {
      queue.push(box);
      open();
      continue;
    }
    // A box higher than a page that cannot be cut is shown from the top rather than lost.
    y += gapPt;
    if (headPt > 0 && box.repeated !== undefined) put(box.repeated);
    put(pieces?.[0] ?? box);
    if (pieces !== undefined) {
      queue.push(pieces[1]);
      open();
    }
  }
  return pages.map((placed) => ({ placed }));
}

/** Height of a box together with all it must not be parted from, unless that is more than a page. */
function chainHeightPt(box: Box, queue: readonly Box[], fullPt: number): number {
  let height = box.heightPt;
  let last = box;
  for (let index = queue.length - 1; last.keepWithNext && index >= 0; index -= 1) {
    const next = queue[index];
    if (next === undefined) break;
    height += next.gapBeforePt + next.heightPt;
    last = next;
  }
  return height <= fullPt ? height : box.heightPt;
}
