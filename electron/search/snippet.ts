import type { SnippetPart } from "../../shared/domain/search.ts";
import { foldWithPlaces } from "./fold-text.ts";

/** What a snippet shows of the original before its first hit and altogether, in UTF-16 units. */
const before = 30;
const whole = 160;

interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * The part of a text around the first place that holds one of the folded phrases, as it was written, with every hit in it
 * marked. Empty when the text holds none of them.
 */
export function snippetOf(text: string, phrases: readonly string[]): SnippetPart[] {
  const folded = foldWithPlaces(text);
  const hits = joined(phrases.flatMap((phrase) => occurrences(folded, phrase)));
  const [first] = hits;
  if (first === undefined) return [];
  const starts = new Set(folded.starts);
  const from = cut(text, starts, Math.max(0, first.start - before), first.start);
  const to = cut(text, starts, Math.min(text.length, Math.max(from + whole, first.end)), text.length);
  return partsOf(text, { start: from, end: to }, hits);
}

function occurrences(folded: ReturnType<typeof foldWithPlaces>, phrase: string): Range[] {
  const found: Range[] = [];
  for (let at = folded.text.indexOf(phrase); at >= 0; at = folded.text.indexOf(phrase, at + 1)) {
    const start = folded.starts[at];
    const end = folded.ends[at + phrase.length - 1];
    if (start !== undefined && end !== undefined) found.push({ start, end });
    // A snippet holds few; a text of one letter a thousand times over must not cost a thousand snippets.
    if (found.length >= 64) break;
  }
  return found;
}

function joined(ranges: readonly Range[]): Range[] {
  const result: Range[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last !== undefined && range.start <= last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else result.push(range);
  }
  return result;
}

/** The first place at or after `at` where the text may be cut without parting a character from its marks. */
function cut(text: string, starts: ReadonlySet<number>, at: number, limit: number): number {
  for (let place = at; place < limit; place += 1) if (place === 0 || starts.has(place)) return place;
  return Math.min(limit, text.length);
}

function partsOf(text: string, { start, end }: Range, hits: readonly Range[]): SnippetPart[] {
  const parts: SnippetPart[] = [];
  const add = (from: number, to: number, hit: boolean): void => {
    if (to > from) parts.push({ text: text.slice(from, to), hit });
  };
  if (start > 0) parts.push({ text: "…", hit: false });
  let at = start;
  for (const hit of hits) {
    if (hit.start >= end) break;
    add(at, hit.start, false);
    add(Math.max(at, hit.start), Math.min(hit.end, end), true);
    at = Math.min(hit.end, end);
  }
  add(at, end, false);
  if (end < text.length) parts.push({ text: "…", hit: false });
  return parts;
}
