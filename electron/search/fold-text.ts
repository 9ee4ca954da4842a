import { foldDiacritics, foldWidth, stripInvisible } from "../screening/names/character-folding.ts";
import { foldEveryVariant } from "../screening/names/han-variants.ts";

/** A folded text, and for each of its UTF-16 units where the original it came from begins and ends. */
export interface FoldedText {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/**
 * Says how texts were folded, so that an index made otherwise can be told apart: our own number, and the version of the
 * character tables this program runs with.
 */
export const foldingVersion = `1/${process.versions["unicode"] ?? "unknown"}`;

/**
 * A text as searches compare it: NFKC, width, hiragana as katakana, han variants joined (髙 高, 﨑 崎, 𠮷 吉, 國 国),
 * variation selectors and other invisible characters gone, lower case, Latin and Greek without accents. Runs of white space
 * become one space, and none between characters of scripts written without spaces, where a line break in a file means nothing.
 *
 * Folding a text and cutting it give the same in either order, wherever no base is parted from its marks: what is written
 * somewhere is found by any part of it.
 */
export function foldText(text: string): string {
  let folded = "";
  walk(text, (part) => {
    folded += part;
  });
  return folded;
}

/** The same, with the way back to the original for each unit. */
export function foldWithPlaces(text: string): FoldedText {
  let folded = "";
  const starts: number[] = [];
  const ends: number[] = [];
  walk(text, (part, start, end) => {
    folded += part;
    for (let unit = 0; unit < part.length; unit += 1) {
      starts.push(start);
      ends.push(end);
    }
  });
  return { text: folded, starts, ends };
}

/** Marks, selectors, joiners, half-width sound marks and Hangul vowels and finals: what never stands without what is before it. */
const attached = /^[\p{M}\p{Default_Ignorable_Code_Point}\uff9e\uff9f\u1160-\u11ff\ud7b0-\ud7ff]$/u;

/** Whether a character is attached to the one before it, by its code point: 1 no, 2 yes, 0 not yet worked out. */
const attaches = new Uint8Array(0x11_0000);

function isAttached(codePoint: number): boolean {
  if (attaches[codePoint] === 0) attaches[codePoint] = attached.test(String.fromCodePoint(codePoint)) ? 2 : 1;
  return attaches[codePoint] === 2;
}

function foldCluster(cluster: string): string {
  const wide = foldWidth(stripInvisible(cluster)).toLowerCase();
  return foldKana(foldEveryVariant(foldDiacritics(wide))).replaceAll("\u0307", "");
}

/** Katakana lie this many code points above their hiragana. */
const kanaOffset = 0x60;

function foldKana(text: string): string {
  return text
    .replace(/[\u3041-\u3096\u309d\u309e]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + kanaOffset))
    .replace(/\u30f5/g, "カ")
    .replace(/\u30f6/g, "ケ")
    .replace(/[‐‑‒–—―−]/g, "-")
    .replace(/[“”„]/g, '"');
}

/** What characters of the first plane fold to, worked out once each, and some of the rest. */
const folds: (string | undefined)[] = new Array<string | undefined>(0x1_0000).fill(undefined);
const others = new Map<string, string>();
/** Characters with marks, and those of other planes, that are remembered at most. */
const othersLimit = 8_192;

function foldOne(codePoint: number): string {
  if (codePoint > 0xffff) return foldOther(String.fromCodePoint(codePoint));
  const known = folds[codePoint];
  if (known !== undefined) return known;
  const folded = foldCluster(String.fromCodePoint(codePoint));
  folds[codePoint] = folded;
  return folded;
}

function foldOther(cluster: string): string {
  const known = others.get(cluster);
  if (known !== undefined) return known;
  const folded = foldCluster(cluster);
  if (others.size < othersLimit) others.set(cluster, folded);
  return folded;
}

type Emit = (part: string, start: number, end: number) => void;

/** Gives the folded parts in order, each with where its original begins and ends. */
function walk(text: string, emit: Emit): void {
  const give = settlingSpace(emit);
  for (let at = 0; at < text.length; ) {
    const first = text.codePointAt(at) ?? 0;
    let end = at + (first > 0xffff ? 2 : 1);
    const bare = end;
    while (end < text.length) {
      const next = text.codePointAt(end) ?? 0;
      if (!isAttached(next)) break;
      end += next > 0xffff ? 2 : 1;
    }
    give(end === bare ? foldOne(first) : foldOther(text.slice(at, end)), at, end);
    at = end;
  }
}

/** Passes parts on with their white space settled: one space between two of them, or none. */
function settlingSpace(emit: Emit): Emit {
  let before = 0;
  let spaceAt = -1;
  let spaceEnd = 0;
  const letter = (part: string, start: number, end: number): void => {
    const isApart = before !== 0 && !(isUnspaced(before) && isUnspaced(part.codePointAt(0) ?? 0));
    if (spaceAt >= 0 && isApart) emit(" ", spaceAt, spaceEnd);
    spaceAt = -1;
    emit(part, start, end);
    before = lastCodePoint(part);
  };
  const give = (part: string, start: number, end: number): void => {
    if (part === "") return;
    // No white space lies there, and most of what is written does.
    const space = part.length === 1 && part > "\u3000" ? null : /\s+/u.exec(part);
    if (space === null) {
      letter(part, start, end);
      return;
    }
    give(part.slice(0, space.index), start, end);
    if (spaceAt < 0) spaceAt = start;
    spaceEnd = end;
    give(part.slice(space.index + space[0].length), start, end);
  };
  return give;
}

function lastCodePoint(part: string): number {
  const last = part.charCodeAt(part.length - 1);
  if (last >= 0xdc00 && last <= 0xdfff && part.length > 1) return part.codePointAt(part.length - 2) ?? last;
  return last;
}

/** Han, kana and their punctuation: scripts that are written without spaces between words. */
function isUnspaced(codePoint: number): boolean {
  return (
    (codePoint >= 0x2e80 && codePoint <= 0x9fff) ||
    (codePoint >= 0xf900 && codePoint <= 0xfaff) ||
    (codePoint >= 0x20000 && codePoint <= 0x3ffff)
  );
}
