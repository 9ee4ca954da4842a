/** A stretch of a text in UTF-16 units. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Most places that are found in one text. */
const foundLimit = 2_000;

/** Text as it is compared: width, case and kana forms fold only where that leaves every unit in its place. */
export function foldSameLength(text: string): string {
  return Array.from(text, (letter) => {
    const folded = letter.normalize("NFKC").toLowerCase();
    return folded.length === letter.length ? folded : letter;
  }).join("");
}

/** Where a query stands in a text, in order, not overlapping. */
export function spansOf(text: string, query: string): Span[] {
  const wanted = foldSameLength(query);
  if (wanted === "") return [];
  const folded = foldSameLength(text);
  const spans: Span[] = [];
  for (let at = folded.indexOf(wanted); at !== -1 && spans.length < foundLimit; ) {
    spans.push({ from: at, to: at + wanted.length });
    at = folded.indexOf(wanted, at + wanted.length);
  }
  return spans;
}

/** The range of a span in the text of an element; undefined where the element no longer holds it. */
export function rangeOf(element: Element, { from, to }: Span): Range | undefined {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let done = 0;
  let isBegun = false;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (!isBegun && from < done + length) {
      range.setStart(node, from - done);
      isBegun = true;
    }
    if (isBegun && to <= done + length) {
      range.setEnd(node, to - done);
      return range;
    }
    done += length;
  }
  return undefined;
}

/** How far into the text of an element a place in it lies. */
export function offsetIn(element: Element, node: Node, offset: number): number {
  const range = document.createRange();
  range.setStart(element, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}
