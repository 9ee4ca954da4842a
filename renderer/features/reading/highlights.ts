import { type RefObject, useEffect } from "react";
import { rangeOf, type Span } from "./text-ranges.ts";

/** Kinds of highlighted text, as the style sheet names them. */
export type HighlightName = "kura-found" | "kura-here" | "kura-mark";

function registered(name: HighlightName): Highlight {
  const known = CSS.highlights.get(name);
  if (known !== undefined) return known;
  const made = new Highlight();
  CSS.highlights.set(name, made);
  return made;
}

/** Highlights spans of an element's text while they are on the page, without touching the text itself. */
export function useHighlights(
  element: RefObject<HTMLElement | null>,
  name: HighlightName,
  { spans, isDrawn }: { spans: readonly Span[]; isDrawn: boolean },
): void {
  // Spans are made anew at each drawing; what they say decides.
  const key = JSON.stringify(spans);
  useEffect(() => {
    const place = element.current;
    if (place === null || !isDrawn) return undefined;
    const highlight = registered(name);
    // Safe: the key was written from spans three lines above.
    const ranges = (JSON.parse(key) as Span[]).flatMap((span) => rangeOf(place, span) ?? []);
    for (const range of ranges) highlight.add(range);
    return () => {
      for (const range of ranges) highlight.delete(range);
    };
  }, [element, name, key, isDrawn]);
}
