import { remembered } from "../readings/remembered.ts";
import { foldDiacritics, stripInvisible } from "./character-folding.ts";
import { abbreviatedWord, isFillerWord, isGenericWord } from "./generic-words.ts";
import {
  bracketedFormClass,
  findGluedForm,
  formWord,
  isLeadingForm,
  longestFormWords,
  wholeGluedForm,
  wordFormClass,
} from "./legal-forms.ts";

/** What a name names. `unknown` stands for entries whose list does not say; they are read as organisations are. */
export type NameType = "person" | "organisation" | "unknown";

/** One word of a name, as written and as it takes part in comparing. */
export interface NameWord {
  /** The word as it stands in the name. */
  readonly source: string;
  /** What stood between it and the word before. */
  readonly lead: string;
  readonly role: "word" | "legal-form" | "filler";
  /** Class of the legal form; only with that role. */
  readonly legalForm?: string;
  /** The word an abbreviation stands for. */
  readonly expansion?: string;
  /** Shared by many bodies, so that it says little. */
  readonly generic: boolean;
  /** A single letter standing for a given name. */
  readonly initial: boolean;
}

/** A name cut into words. */
export interface ParsedName {
  readonly text: string;
  readonly type: NameType;
  readonly words: readonly NameWord[];
}

interface Piece {
  readonly source: string;
  readonly lead: string;
}

/** Words of names, of which most come again. */
const keptKinds = 30_000;

/** Longest name that is cut up; beyond it only the text itself is compared. UTF-16 units. */
const longestNameUnits = 1_000;

const bracketedForm = "[(（][\\p{Script=Han}\\p{Script=Hangul}]{1,2}[)）]";
const wordCharacters = "(?:[^\\s\\p{P}\\p{Z}\\p{C}=＝~～^|｜`´]|['’‘ʼʻ＇´`](?=\\p{L})|\\p{Cf})+";
const piecePattern = new RegExp(`${bracketedForm}|${wordCharacters}`, "gu");

/**
 * Cuts a name into words and sets legal forms, fillers and abbreviations apart. Legal forms are looked for in names of
 * organisations only. A name without any letter or digit has no words.
 */
export function parseName(text: string, type: NameType): ParsedName {
  if (text.length > longestNameUnits || !/[\p{L}\p{N}\p{So}]/u.test(text)) return { text, type, words: [] };
  const pieces = joinDottedLetters(piecesOf(text));
  if (type === "person") return { text, type, words: pieces.map((piece) => describe(piece, true)) };
  const split = pieces.flatMap(splitGluedForms);
  return { text, type, words: markWordForms(split) };
}

function piecesOf(text: string): readonly Piece[] {
  // A hyphen between katakana is a long mark typed wrongly; same length, so that positions stay true.
  const readable = text.replace(/(?<=[ァ-ヺｦ-ﾟ])[-‐‑‒–—―−－](?=[ァ-ヺｦ-ﾟ])/g, "ー");
  let end = 0;
  return [...readable.matchAll(piecePattern)].map((match) => {
    const lead = text.slice(end, match.index);
    end = match.index + match[0].length;
    return { source: text.slice(match.index, end), lead };
  });
}

/** U.S.A. and K.K. are one word each. */
function joinDottedLetters(pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    const single = /^\p{L}$/u.test(piece.source);
    if (before !== undefined && single && piece.lead === "." && /^\p{L}(\.\p{L})*$/u.test(before.source)) {
      joined[joined.length - 1] = { source: `${before.source}.${piece.source}`, lead: before.lead };
    } else joined.push(piece);
  }
  return joined;
}

const formOfPiece = remembered(keptKinds, (source) => bracketedFormClass(source) ?? wholeGluedForm(source));
const formInPiece = remembered(keptKinds, (source) => findGluedForm(stripInvisible(source)));

function splitGluedForms(piece: Piece): readonly (Piece & { form?: string })[] {
  const whole = formOfPiece(piece.source);
  if (whole !== undefined) return [{ ...piece, form: whole }];
  const found = formInPiece(piece.source);
  if (found === undefined) return [piece];
  const form = { source: found.spelling, form: found.form };
  if (found.end === "start")
    return [{ ...form, lead: piece.lead }, ...splitGluedForms({ source: found.rest, lead: "" })];
  return [...splitGluedForms({ source: found.rest, lead: piece.lead }), { ...form, lead: "" }];
}

/** Marks word forms at the end, and leading ones at the start, as long as a word of the name itself is left. */
function markWordForms(pieces: readonly (Piece & { form?: string })[]): readonly NameWord[] {
  const forms: (string | undefined)[] = pieces.map((piece) => piece.form);
  const plain = pieces.map((piece) => formWord(piece.source));
  let start = 0;
  let end = pieces.length;
  while (start < end && forms[start] !== undefined) start += 1;
  const before = leadingFormWords(plain.slice(start, end));
  for (let at = start; at < start + before; at += 1) forms[at] = wordFormClass(plain.slice(start, start + before));
  start += before;
  for (;;) {
    while (end > start && forms[end - 1] !== undefined) end -= 1;
    const words = trailingFormWords(plain.slice(start, end));
    if (words === 0) break;
    const form = wordFormClass(plain.slice(end - words, end));
    for (let at = end - words; at < end; at += 1) forms[at] = form;
    end -= words;
  }
  return pieces.map((piece, at) => withForm(piece, forms[at]));
}

/** How many words at the end spell one legal form; never all of them. */
function trailingFormWords(words: readonly string[]): number {
  for (let count = Math.min(longestFormWords, words.length - 1); count > 0; count -= 1) {
    if (wordFormClass(words.slice(words.length - count)) !== undefined) return count;
  }
  return 0;
}

/** How many words at the start spell one legal form; never all of them. */
function leadingFormWords(words: readonly string[]): number {
  for (let count = Math.min(longestFormWords, words.length - 1); count > 0; count -= 1) {
    if (isLeadingForm(words.slice(0, count))) return count;
  }
  return 0;
}

function withForm(piece: Piece, legalForm: string | undefined): NameWord {
  if (legalForm === undefined) return describe(piece, false);
  return { source: piece.source, lead: piece.lead, role: "legal-form", legalForm, generic: true, initial: false };
}

/** What a word of a name is by itself. */
type WordKind = Omit<NameWord, "source" | "lead">;

const kindOfWord = {
  person: remembered(keptKinds, (source) => makeKind(source, true)),
  body: remembered(keptKinds, (source) => makeKind(source, false)),
} as const;

function describe({ source, lead }: Piece, ofPerson: boolean): NameWord {
  return { source, lead, ...kindOfWord[ofPerson ? "person" : "body"](source) };
}

function makeKind(source: string, ofPerson: boolean): WordKind {
  const plain = foldDiacritics(formWord(stripInvisible(source)));
  const filler = isFillerWord(plain, ofPerson);
  const expansion = ofPerson ? undefined : abbreviatedWord(plain);
  return {
    role: filler ? "filler" : "word",
    ...(expansion === undefined ? {} : { expansion }),
    generic: filler || (!ofPerson && isGenericWord(expansion ?? plain)),
    initial: ofPerson && isInitial(source),
  };
}

function isInitial(word: string): boolean {
  return /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}](\.[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}])*$/u.test(
    word.normalize("NFC"),
  );
}
