import type { Box } from "../../../shared/domain/reading.ts";

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

/** A rectangle between two points on a page, each a share of its size, kept inside the page. */
export function boxBetween(a: { x: number; y: number }, b: { x: number; y: number }): Box {
  const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)].map(clamp) as [number, number]; // Two in, two out.
  const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)].map(clamp) as [number, number]; // Two in, two out.
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Smallest side of a rectangle that is kept, as a share of the page. */
export const leastSide = 0.004;

/** Moves or resizes a rectangle by keys: arrows move, with Shift they change its size; undefined for any other key. */
export function boxByKey(box: Box, key: string, isResizing: boolean): Box | undefined {
  const step = 0.01;
  const dx = key === "ArrowRight" ? step : key === "ArrowLeft" ? -step : 0;
  const dy = key === "ArrowDown" ? step : key === "ArrowUp" ? -step : 0;
  if (dx === 0 && dy === 0) return undefined;
  if (isResizing) {
    const width = Math.min(1 - box.x, Math.max(leastSide, box.width + dx));
    const height = Math.min(1 - box.y, Math.max(leastSide, box.height + dy));
    return { ...box, width, height };
  }
  return {
    ...box,
    x: Math.min(1 - box.width, Math.max(0, box.x + dx)),
    y: Math.min(1 - box.height, Math.max(0, box.y + dy)),
  };
}

/** What a rectangle on the screen is on a page; nothing where they do not meet. */
export function boxOnPage(rect: DOMRect, page: DOMRect): Box[] {
  const box = boxBetween(
    { x: (rect.left - page.left) / page.width, y: (rect.top - page.top) / page.height },
    { x: (rect.right - page.left) / page.width, y: (rect.bottom - page.top) / page.height },
  );
  return box.width < 0.001 || box.height < 0.001 ? [] : [box];
}

/** Rectangles that lie on one line and touch become one, so that a highlighted line is one stroke. */
export function joinLines(boxes: readonly Box[], limit = 100): Box[] {
  const joined: Box[] = [];
  for (const box of boxes) {
    const last = joined.at(-1);
    const isSameLine =
      last !== undefined && Math.abs(last.y - box.y) < last.height / 2 && box.x <= last.x + last.width + 0.03;
    if (!isSameLine) {
      joined.push(box);
      continue;
    }
    const right = Math.max(last.x + last.width, box.x + box.width);
    const bottom = Math.max(last.y + last.height, box.y + box.height);
    const [x, y] = [Math.min(last.x, box.x), Math.min(last.y, box.y)];
    joined[joined.length - 1] = { x, y, width: right - x, height: bottom - y };
  }
  return joined.slice(0, limit);
}
