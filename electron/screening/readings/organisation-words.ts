import { foldEveryVariant } from "../names/han-variants.ts";
import { toKatakana } from "../names/kana.ts";
import { bodyWords } from "./glossary/body-words.ts";
import { fieldWords } from "./glossary/field-words.ts";
import { loanWords } from "./glossary/loan-words.ts";
import { koreanWords, russianStems } from "./glossary/other-words.ts";
import { placeWords } from "./glossary/place-words.ts";
import { remembered } from "./remembered.ts";

/** A piece of the name of a body. */
export interface OrganisationWord {
  /** Folded: variants of characters joined, kana as katakana without long marks. */
  readonly source: string;
  /** What it says in English, the likeliest first; empty for a word that says nothing; absent where it is not known. */
  readonly english?: readonly string[];
}

/** Longest name that is cut, in UTF-16 units. */
const longestName = 300;

type Glossary = ReadonlyMap<string, readonly string[]>;

interface Glossaries {
  readonly words: Glossary;
  readonly longest: number;
  readonly stems: Glossary;
}

let glossaries: Glossaries | undefined;

function read(table: string, fold: (writing: string) => string): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const entry of table.split(",")) {
    const [writings = "", english = ""] = entry.trim().split("=");
    if (writings === "") continue;
    const answers = english === "" ? [] : english.split("|");
    for (const writing of writings.split(" ")) {
      const key = fold(writing);
      found.set(key, [...new Set([...(found.get(key) ?? []), ...answers])]);
    }
  }
  return found;
}

function load(): Glossaries {
  const tables = [bodyWords, fieldWords, placeWords, loanWords, koreanWords].map((table) => read(table, foldWriting));
  const words = new Map(tables.toReversed().flatMap((table) => [...table]));
  const longest = Math.max(...[...words.keys()].map((key) => key.length));
  return { words, longest, stems: read(russianStems, (stem) => stem) };
}

/** One writing for those that differ in variants, width, long marks and the two ways of writing v. */
function foldWriting(text: string): string {
  return toKatakana(foldEveryVariant(text.normalize("NFKC")))
    .replace(/ヴ([ァィェォ])/g, (_found, vowel: string) => "バビベボ".charAt("ァィェォ".indexOf(vowel)))
    .replace(/ヴ/g, "ブ")
    .replace(/ヶ/g, "ケ")
    .replace(/(?<=[ァ-ヺ])ー+/g, "");
}

/**
 * Cuts the name of a body into words, with what they say in English where the glossary knows them. For Japanese,
 * Chinese, Korean and Russian; words in Latin letters and digits stay as they are, in small letters.
 */
export function organisationWords(text: string): readonly OrganisationWord[] {
  if (text.length > longestName) return [];
  const pieces = foldWriting(text).toLowerCase().match(piecePattern) ?? [];
  return pieces.flatMap((piece) => cutPieces(piece));
}

const piecePattern =
  /[\p{Script=Han}\p{Script=Katakana}]+(?:・[\p{Script=Katakana}]+)*|\p{Script=Hangul}+|\p{Script=Cyrillic}+|[\p{Script=Latin}\p{M}]+|\p{N}+/gu;

function cutPiece(piece: string, { words, longest, stems }: Glossaries): readonly OrganisationWord[] {
  if (/^\p{Script=Cyrillic}/u.test(piece)) return [fromStem(piece, stems)];
  if (!/^[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}]/u.test(piece)) return [{ source: piece }];
  return cheapestCut(piece, words, longest);
}

const cutPieces = remembered(20_000, (piece) => {
  glossaries ??= load();
  return cutPiece(piece, glossaries);
});

/** Russian words are known by their longest stem, if what follows can be an ending. */
function fromStem(word: string, stems: Glossary): OrganisationWord {
  for (let length = word.length; length >= 3; length -= 1) {
    const english = stems.get(word.slice(0, length).replaceAll("ё", "е"));
    if (english !== undefined && word.length - length <= 4) return { source: word, english };
  }
  return { source: word };
}

interface Step {
  readonly cost: number;
  readonly from: number;
  readonly known: boolean;
}

/**
 * The cut that leaves least unknown, and of these the one with fewest words: 航空流体力学 is not cut into 航空 and 流体.
 * A single character and a loan word of two kana are doubtful, and cost more than a long word.
 */
function cheapestCut(piece: string, words: Glossary, longest: number): readonly OrganisationWord[] {
  const best: Step[] = [{ cost: 0, from: 0, known: true }];
  for (let end = 1; end <= piece.length; end += 1) {
    let step: Step = { cost: Infinity, from: 0, known: false };
    for (let from = Math.max(0, end - Math.max(longest, longestUnknown)); from < end; from += 1) {
      const source = piece.slice(from, end);
      const known = source === "・" || words.has(source);
      const cost = (best[from]?.cost ?? Infinity) + (known ? costOfKnown(source) : costOfUnknown(source));
      if (cost < step.cost) step = { cost, from, known };
    }
    best.push(step);
  }
  return wordsAlong(piece, best, words);
}

const longestUnknown = 16;

function costOfKnown(source: string): number {
  if (source === "・") return 0;
  if (/^\p{Script=Katakana}/u.test(source)) return source.length <= 2 ? 2.4 : 1;
  return source.length === 1 ? 1.7 : 1;
}

/** Unknown text never crosses a dot, nor a change between characters and kana. */
function costOfUnknown(source: string): number {
  if (source.length > longestUnknown || source.includes("・")) return Infinity;
  if (/^\p{Script=Katakana}+$/u.test(source) || /^\p{Script=Hangul}+$/u.test(source)) return 2 + source.length / 2;
  return /^\p{Script=Han}+$/u.test(source) ? 0.5 + source.length * 1.8 : Infinity;
}

function wordsAlong(piece: string, best: readonly Step[], words: Glossary): readonly OrganisationWord[] {
  const found: OrganisationWord[] = [];
  for (let end = piece.length; end > 0; ) {
    const step = best[end];
    if (step === undefined || step.from >= end) break;
    const source = piece.slice(step.from, end);
    const english = step.known ? words.get(source) : undefined;
    if (source !== "・") found.push(english === undefined ? { source } : { source, english });
    end = step.from;
  }
  return found.toReversed();
}
