import { remembered } from "../readings/remembered.ts";
import type { AnalysedName, NameReading } from "./analysed-name.ts";
import { isFillerWord } from "./generic-words.ts";
import { hangulParts, spellHangulName, spellHanName, translateName } from "./han-spellings.ts";
import type { NameToken, TokenRole } from "./name-token.ts";
import { numberOf, romanNumber, spellHanOrdinals, tensOf } from "./numerals.ts";
import { type NameType, type NameWord, parseName } from "./parse-name.ts";
import { isParticle, isTitle, withoutThaiTitle } from "./small-words.ts";
import { tokenFor } from "./token-store.ts";
import { foldWord } from "./word-folding.ts";

/** More words than any name has; what follows them is not compared. */
const mostTokens = 32;

interface Part {
  readonly token: NameToken;
  readonly source: string;
}

/** Takes a name apart. Never fails: a text without letters or digits, or of more than 1,000 units, has no parts. */
export function analyseName(text: string, type: NameType): AnalysedName {
  const ofPerson = type === "person";
  const parsed = parseName(ofPerson ? text : spellHanOrdinals(text), type);
  const parts: Part[] = [];
  const runs: string[] = [];
  const written: string[] = [];
  const words = parsed.words.filter(({ role }) => role !== "legal-form");
  const native = words.some(({ source }) => /\p{Script=Han}/u.test(source));
  for (const [at, word] of words.entries()) {
    const last = at === words.length - 1;
    const place: Place = { word, ofPerson, last, first: at === 0, letter: letterAt(text, words, at) };
    if (/^[A-Za-z]+$/.test(word.source)) addLatin(parts, place);
    else addMixed({ parts, runs, written }, place, native);
  }
  const counted = ofPerson ? joinAbd(splitHangul(parts)) : joinNumbers(joinLetters(parts, words));
  const kept = counted.slice(0, mostTokens);
  const han = runs.join("");
  let readings: readonly NameReading[] | undefined;
  return {
    text,
    type,
    tokens: kept.map(({ token }) => token),
    sources: kept.map(({ source }) => source),
    han,
    hanSource: written.join(" "),
    hanRuns: runs,
    forms: parsed.words.flatMap(({ source, legalForm }) =>
      legalForm === undefined ? [] : [{ source, form: legalForm }],
    ),
    cut: counted.length > mostTokens || (words.length === 0 && text.length > 1_000),
    readings: () => {
      readings ??= spellName({ text, type, runs, kept });
      return readings;
    },
  };
}

interface Spelled {
  readonly text: string;
  readonly type: NameType;
  readonly runs: readonly string[];
  readonly kept: readonly Part[];
}

function spellName({ text, type, runs, kept }: Spelled): readonly NameReading[] {
  if (runs.length > 0) return spellHanName(runs, type).map((reading) => withOthers(reading, kept));
  return type === "person" || !translatable.test(text) ? [] : translateName(text);
}

/** Scripts other than Han whose words the glossary of organisation words knows. */
const translatable = /[\p{Script=Katakana}\p{Script=Hangul}\p{Script=Cyrillic}]/u;

function withOthers(reading: NameReading, parts: readonly Part[]): NameReading {
  return parts.length === 0 ? reading : { ...reading, tokens: [...reading.tokens, ...parts.map(({ token }) => token)] };
}

interface Place {
  readonly word: NameWord;
  readonly ofPerson: boolean;
  readonly first: boolean;
  readonly last: boolean;
  /** What a word of one letter is in a person's name. */
  readonly letter: "initial" | "particle" | "title";
}

/**
 * A letter between two names joins them where it is small, or where the whole name is in capitals: Ortell y Gasín. U
 * before a name is a title. With a dot behind it, and everywhere else, a letter stands for a name.
 */
function letterAt(text: string, words: readonly NameWord[], at: number): Place["letter"] {
  const source = words[at]?.source ?? "";
  if (source.length > 1) return /^['’‘ʼ`´＇]/.test(source) ? "particle" : "initial";
  const isLast = at === words.length - 1;
  const behind = isLast ? text.trimEnd().slice(-1) : (words[at + 1]?.lead ?? "");
  if (/[.．]/.test(behind)) return "initial";
  if (at === 0) return /^u$/i.test(source) && !isLast ? "title" : "initial";
  if (isLast) return "initial";
  return source !== source.toUpperCase() || text === text.toUpperCase() ? "particle" : "initial";
}

function addLatin(parts: Part[], place: Place): void {
  const { source } = place.word;
  parts.push({ token: latinToken(source.toLowerCase(), place), source });
}

function latinToken(text: string, { word, ofPerson, first, last, letter }: Place): NameToken {
  if (ofPerson && text.length === 1 && (isParticle(text) || isTitle(text, last))) return letterToken(text, letter);
  if (ofPerson) return personToken(text, last);
  const roman = first ? undefined : last || text.length > 1 ? romanNumber(text) : undefined;
  const number = numberOf(text) ?? roman;
  if (number !== undefined) return numberToken(String(number), false);
  const { expansion, generic } = word;
  return tokenFor({ text, role: word.role === "filler" ? "filler" : "word", ofPerson, expansion, generic });
}

function letterToken(text: string, letter: Place["letter"]): NameToken {
  const role = letter === "particle" && isParticle(text) ? "particle" : letter === "title" ? "filler" : "initial";
  return tokenFor({ text, role, ofPerson: true });
}

/** Words of persons' names, of which most come again; the last word of a name may be a title that others are not. */
const keptPersonWords = 60_000;

const personWords = {
  last: remembered(keptPersonWords, (text) => makePersonToken(text, true)),
  other: remembered(keptPersonWords, (text) => makePersonToken(text, false)),
} as const;

function personToken(text: string, last: boolean): NameToken {
  return last ? personWords.last(text) : personWords.other(text);
}

function makePersonToken(text: string, last: boolean): NameToken {
  const role: TokenRole = isTitle(text, last)
    ? "filler"
    : isParticle(text)
      ? "particle"
      : text.length === 1 && /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(text)
        ? "initial"
        : "word";
  return tokenFor({ text, role, ofPerson: true });
}

function numberToken(text: string, ofPerson: boolean): NameToken {
  return tokenFor({ text, role: "number", ofPerson });
}

interface Parts {
  readonly parts: Part[];
  readonly runs: string[];
  readonly written: string[];
}

const runPattern =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー○△□◯〇●▲■◎☆★]+|\d+|[\p{L}\p{M}]+|[\p{N}\p{So}]+/gu;

/** A word with letters of several kinds is cut where the kind changes: 3M is a number and a letter, 日本ABC two words. */
function addMixed({ parts, runs, written }: Parts, place: Place, native: boolean): void {
  const { source } = place.word;
  const dotted = place.ofPerson && /^\p{L}(?:\.\p{L})+\.?$/u.test(source);
  const pieces = dotted ? source.split(".") : [place.ofPerson ? lettersForDigits(source) : source];
  for (const piece of pieces) {
    const folded = place.ofPerson ? withoutThaiTitle(foldWord(piece)) : foldWord(piece);
    const cut = folded.match(runPattern) ?? [];
    for (const run of cut) {
      const shown = cut.length === 1 ? piece : run;
      if (native && /^[\p{Script=Han}\p{Script=Katakana}ー\p{So}〇]+$/u.test(run)) {
        runs.push(run);
        written.push(shown);
      } else parts.push(...partsOf(run, shown, { ...place, last: place.last && cut.length === 1 }));
    }
  }
}

function partsOf(run: string, source: string, place: Place): readonly Part[] {
  if (/^\d+$/.test(run)) return [{ token: numberToken(run.replace(/^0+(?=\d)/, ""), place.ofPerson), source }];
  const article = place.ofPerson
    ? /^(?:ال(?!له)|عبدال)(?=\p{L}{3})/u.exec(run)?.[0]
    : /^ال(?=\p{L}{3})/u.exec(run)?.[0];
  if (article !== undefined) {
    const rest = run.slice(article.length);
    return [
      { token: tokenFor({ text: article, role: "particle", ofPerson: place.ofPerson }), source: article },
      { token: wordToken(rest, place), source: rest },
    ];
  }
  return [{ token: wordToken(run, place), source }];
}

function wordToken(text: string, place: Place): NameToken {
  if (/^[a-z]+$/.test(text)) return latinToken(text, place);
  if (place.ofPerson) return personToken(text, place.last);
  return tokenFor({
    text,
    role: isFillerWord(text, false) ? "filler" : "word",
    ofPerson: false,
    generic: place.word.generic,
  });
}

const lookAlike: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "8": "b",
  "9": "g",
};

/** No person's name holds a digit: I9or and Sech1n were typed to slip through. */
function lettersForDigits(word: string): string {
  if (!/\d/.test(word) || !/\p{L}\p{L}/u.test(word)) return word;
  return word.replace(/\d/g, (digit) => lookAlike[digit] ?? digit);
}

/** `abdul aziz`, `abd al aziz` and `abdulaziz` are cut alike: a particle and a name. */
function joinAbd(parts: readonly Part[]): readonly Part[] {
  return parts.flatMap((part) => {
    const glued = /^abd(?:[aeou]?[lrsznt]{1,2}|[ue])(?=[b-df-hj-np-tv-z][a-z]{2})/.exec(part.token.text)?.[0];
    if (glued === undefined || part.token.role !== "word" || /^abd[aeou]l?lah?$/.test(part.token.text)) return [part];
    const rest = part.token.text.slice(glued.length);
    return [
      {
        token: tokenFor({ text: glued, role: "particle", ofPerson: true }),
        source: part.source.slice(0, glued.length),
      },
      { token: personToken(rest, false), source: part.source.slice(glued.length) },
    ];
  });
}

/** A Korean name in Hangul without a space is its family name and the rest; with one, it is read so. */
function splitHangul(parts: readonly Part[]): readonly Part[] {
  const isName = ({ token: { text, role } }: Part): boolean => role !== "filler" && /^[가-힣]{1,5}$/.test(text);
  const hangul = parts.flatMap((part) => (isName(part) ? [part.token.text] : []));
  const cut = hangulParts(hangul);
  if (cut === undefined) return parts;
  const spelled = spellHangul(cut);
  const at = parts.findIndex(isName);
  const others = parts.filter((part) => !isName(part));
  return [...others.slice(0, at), ...spelled, ...others.slice(at)];
}

function spellHangul(sources: readonly string[]): readonly Part[] {
  const spellings = spellHangulName(sources);
  return sources.map((source, at) => ({
    token: tokenFor({ text: source, role: "word", ofPerson: true, spellings: spellings[at] ?? [] }),
    source,
  }));
}

/** C. K. Hutchison and CK Hutchison: single letters in a row that only dots or spaces part are one word. */
function joinLetters(parts: readonly Part[], words: readonly NameWord[]): readonly Part[] {
  const leads = new Map(words.map(({ source, lead }) => [source, lead]));
  const joined: Part[] = [];
  let letters: Part[] = [];
  const close = (): void => {
    if (letters.length > 1) {
      const text = letters.map(({ token }) => token.text).join("");
      joined.push({
        token: tokenFor({ text, role: "word", ofPerson: false }),
        source: letters.map(({ source }) => source).join(" "),
      });
    } else joined.push(...letters);
    letters = [];
  };
  for (const part of parts) {
    const single = part.token.role === "word" && /^[a-z]$/.test(part.token.text);
    if (!single || !/^[.\s]*$/.test(leads.get(part.source) ?? "")) close();
    if (single) letters.push(part);
    else joined.push(part);
  }
  close();
  return joined;
}

/** Forty four and forty 4 are 44. */
function joinNumbers(parts: readonly Part[]): readonly Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const before = joined.at(-1);
    const ten = before === undefined ? undefined : tensOf(before.source.toLowerCase());
    const value = part.token.role === "number" ? Number(part.token.text) : Number.NaN;
    if (before === undefined || ten === undefined || !(value >= 1 && value <= 9)) joined.push(part);
    else
      joined[joined.length - 1] = {
        token: numberToken(String(ten + value), false),
        source: `${before.source} ${part.source}`,
      };
  }
  return joined;
}
