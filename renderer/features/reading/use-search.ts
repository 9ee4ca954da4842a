import { type RefObject, useCallback, useMemo, useRef, useState } from "react";
import { type Span, spansOf } from "./text-ranges.ts";

/** Looking for words in what is shown. */
export interface Search {
  readonly query: string;
  /** Places found so far; `at` is the one in view, from 1, or 0. */
  readonly count: number;
  readonly at: number;
  readonly here: ({ readonly part: number } & Span) | undefined;
  /** All words are known; until then the count may grow. */
  readonly isWhole: boolean;
  readonly field: RefObject<HTMLInputElement | null>;
  setQuery(query: string): void;
  setTexts(texts: readonly string[], isWhole: boolean): void;
  go(step: 1 | -1): void;
  focus(): void;
}

/** Where a search over all cases found something in this piece. */
export interface Sought {
  /** Page or sheet, from 1. */
  readonly pageNumber: number;
  readonly words: string;
}

/** Most places that are counted. */
const countLimit = 5_000;

/** Searches the words that a pane tells of; begins with what was sought, at the first place from this part on. */
export function useSearch(sought: Sought | undefined, fromPart: number): Search {
  const field = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState(sought?.words ?? "");
  const [at, setAt] = useState<number>();
  const [words, setWords] = useState<{ texts: readonly string[]; isWhole: boolean }>({ texts: [], isWhole: false });
  const setTexts = useCallback((texts: readonly string[], isWhole: boolean) => setWords({ texts, isWhole }), []);
  const places = useMemo(() => placesOf(words.texts, query), [words, query]);
  const shown = Math.min(at ?? firstFrom(places, fromPart, words.isWhole), places.length);
  return {
    query,
    count: places.length,
    at: shown,
    here: places[shown - 1],
    isWhole: words.isWhole,
    field,
    setTexts,
    setQuery: (next) => {
      setQuery(next);
      setAt(1);
    },
    go: (step) => {
      if (places.length > 0) setAt(((shown - 1 + step + places.length) % places.length) + 1);
    },
    focus: () => field.current?.focus(),
  };
}

/** The first place from a part on, from 1; 0 while that part may still come. */
function firstFrom(places: readonly { readonly part: number }[], fromPart: number, isWhole: boolean): number {
  const found = places.findIndex(({ part }) => part >= fromPart) + 1;
  return found > 0 || !isWhole ? found : 1;
}

function placesOf(texts: readonly string[], query: string): ({ part: number } & Span)[] {
  const places: ({ part: number } & Span)[] = [];
  if (query.trim() === "") return places;
  for (const [at, text] of texts.entries()) {
    for (const span of spansOf(text, query)) places.push({ part: at + 1, ...span });
    if (places.length >= countLimit) break;
  }
  return places.slice(0, countLimit);
}
