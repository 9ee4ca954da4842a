import { boxOnPage, joinLines } from "./boxes.ts";
import type { Draft } from "./reading-store.ts";
import { offsetIn } from "./text-ranges.ts";

/** Longest quotation that is kept, in UTF-16 units. */
const quoteUnits = 2_000;

/** What is selected inside the viewer as a place to highlight; undefined when nothing is. */
export function selectedDraft(viewer: HTMLElement): Draft | undefined {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!viewer.contains(range.commonAncestorContainer)) return undefined;
  const quote = selection.toString().slice(0, quoteUnits).toWellFormed();
  const page = partOf(range.startContainer, "[data-page]");
  return page === undefined ? passage(range, quote) : boxes(range, page, quote);
}

function partOf(node: Node, selector: string): HTMLElement | undefined {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest<HTMLElement>(selector) ?? undefined;
}

/** A selection in a PDF is kept as the rectangles of its lines on the page where it begins. */
function boxes(range: Range, page: HTMLElement, quote: string): Draft | undefined {
  const frame = page.getBoundingClientRect();
  const lines = joinLines([...range.getClientRects()].flatMap((rect) => boxOnPage(rect, frame)));
  if (lines.length === 0) return undefined;
  return { place: { kind: "boxes", page: Number(page.dataset["page"]), boxes: lines }, quote };
}

function passage(range: Range, quote: string): Draft | undefined {
  const first = partOf(range.startContainer, "[data-part]");
  const last = partOf(range.endContainer, "[data-part]") ?? first;
  if (first === undefined || last === undefined) return undefined;
  const from = {
    part: Number(first.dataset["part"]),
    offset: offsetIn(first, range.startContainer, range.startOffset),
  };
  const to = { part: Number(last.dataset["part"]), offset: offsetIn(last, range.endContainer, range.endOffset) };
  return { place: { kind: "passage", from, to }, quote };
}
