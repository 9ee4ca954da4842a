import { err, ok, type Result } from "../../result.ts";
import { commonYear, erasWithin, findEra, yearOfEra } from "./eras.ts";
import { type FuzzyDate, fuzzyDateOf, spanOf } from "./fuzzy-date.ts";

/**
 * Why a text is no date: `unclear` fits no way of writing one or more than one, `no-such-day` names a day the calendar lacks,
 * `era-mismatch` an era that had not begun, or a second year beside the first that is another one, `order` a period that ends
 * before it begins.
 */
export type DateFault = "unclear" | "no-such-day" | "era-mismatch" | "order";

/** What one written date covers; a fiscal year reaches from April to March. */
export interface ReadDate {
  readonly from: FuzzyDate;
  /** Another date for a fiscal year alone. */
  readonly to: FuzzyDate;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthWord = "([a-z]{3,9})\\.?";
const eraName = "(明治|大正|昭和|平成|令和|meiji|taish[oō]u?|sh[oō]u?wa|heisei|reiwa|[mtshr])";

const about =
  /^(?:約|およそ|おおよそ|c(?:irc)?a\.?|c\.|about|around|approx(?:imately)?\.?)\s*|\s*(?:年頃|年ごろ|頃|ごろ|ころ|前後)$/gu;

/** Digits in half width, kanji numerals as digits, one blank between words, lower case. */
export function plainDateText(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[〇零一二三四五六七八九十百千]+(?=年|月|日|$)/gu, (run) => String(kanjiNumber(run)))
    .replace(/\s+/gu, " ")
    .trim();
}

function kanjiNumber(run: string): number {
  const digits = "〇一二三四五六七八九";
  const digitOf = (one: string): number => (one === "零" ? 0 : digits.indexOf(one));
  const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
  if (!/[十百千]/u.test(run)) return Number([...run].map(digitOf).join(""));
  let total = 0;
  let pending = 0;
  for (const one of run) {
    const unit = units[one];
    if (unit === undefined) pending = digitOf(one);
    else {
      total += (pending === 0 ? 1 : pending) * unit;
      pending = 0;
    }
  }
  return total + pending;
}

/** Reads one date from a text that `plainDateText` has made plain. */
export function readPlainDate(text: string): Result<ReadDate, DateFault> {
  const core = text.replace(about, "").trim();
  const isAbout = core !== text;
  const fiscal = readFiscalYear(core);
  if (fiscal !== undefined) return fiscal;
  const [first = "", second] = bracketsApart(core);
  const read = readParts(first);
  if (!read.ok) return read;
  const { year, month, day } = read.value;
  const date = fuzzyDateOf({ year, month, day, isAbout });
  if (date === undefined) return err("no-such-day");
  if (second !== undefined && !agreesWith(second, date)) return err("era-mismatch");
  return ok({ from: date, to: date });
}

/** `2019年(平成31年)4月` is one date with its year written twice. */
function bracketsApart(text: string): readonly [string, string?] {
  const found = /^(.*?)\s*\(([^()]+)\)\s*(.*)$/u.exec(text);
  return found === null ? [text] : [`${found[1] ?? ""}${found[3] ?? ""}`, found[2] ?? ""];
}

function agreesWith(brackets: string, date: FuzzyDate): boolean {
  const { first } = spanOf(date.replace("~", ""));
  const year = Number(first.slice(0, 4));
  return brackets.split(/[・/,]/u).some((one) => {
    const found = new RegExp(`^${eraName}\\s*(元|\\d{1,3})年?$`, "u").exec(one.trim());
    const era = findEra(found?.[1] ?? "");
    return era !== undefined && yearOfEra(era, year) === numberOf(found?.[2]);
  });
}

interface Parts {
  readonly year: number;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
}

function readParts(text: string): Result<Parts, DateFault> {
  return readCommon(text) ?? readEra(text) ?? readEnglish(text) ?? err("unclear");
}

const common = [
  /^(\d{4})年?$/u,
  /^(\d{4})\s?(?:年\s?|[-/.])(\d{1,2})月?$/u,
  /^(\d{4})\s?(?:年\s?|[-/.])(\d{1,2})\s?(?:月\s?|[-/.])(\d{1,2})日?$/u,
  /^(\d{4})(\d{2})$/u,
  /^(\d{4})(\d{2})(\d{2})$/u,
];

function readCommon(text: string): Result<Parts, DateFault> | undefined {
  const found = common.map((pattern) => pattern.exec(text)).find((match) => match !== null);
  return found && ok({ year: Number(found[1]), month: numberOf(found[2]), day: numberOf(found[3]) });
}

const eraRest = "(元|\\d{1,3})年?(?:[-/.\\s]?(\\d{1,2})月?(?:[-/.\\s]?(\\d{1,2})日?)?)?";
const eraDate = new RegExp(`^${eraName}[.\\s]?${eraRest}$`, "u");

function readEra(text: string): Result<Parts, DateFault> | undefined {
  const found = eraDate.exec(text);
  const era = findEra(found?.[1] ?? "");
  const count = numberOf(found?.[2]);
  if (found === null || era === undefined || count === undefined || count < 1) return undefined;
  const parts = { year: commonYear(era, count), month: numberOf(found[3]), day: numberOf(found[4]) };
  const date = fuzzyDateOf({ ...parts, isAbout: false });
  if (date === undefined) return err("no-such-day");
  // Years beyond an era's end were written ahead and are understood; days before it began are a slip.
  return spanOf(date).last < era.begins ? err("era-mismatch") : ok(parts);
}

function readEnglish(text: string): Result<Parts, DateFault> | undefined {
  const dayFirst = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)? ${monthWord},? (\\d{4})$`, "u").exec(text);
  if (dayFirst !== null) return englishParts(dayFirst[3], dayFirst[2], dayFirst[1]);
  const monthFirst = new RegExp(`^${monthWord} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})$`, "u").exec(text);
  if (monthFirst !== null) return englishParts(monthFirst[3], monthFirst[1], monthFirst[2]);
  const monthOnly = new RegExp(`^${monthWord},? (\\d{4})$`, "u").exec(text);
  return monthOnly === null ? undefined : englishParts(monthOnly[2], monthOnly[1], undefined);
}

const monthNames = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

function englishParts(
  year: string | undefined,
  word: string | undefined,
  day: string | undefined,
): Result<Parts, DateFault> | undefined {
  const month = months.indexOf((word ?? "").slice(0, 3)) + 1;
  if (month === 0 || monthNames[month - 1]?.startsWith(word ?? "") !== true) return undefined;
  return ok({ year: Number(year), month, day: numberOf(day) });
}

function readFiscalYear(text: string): Result<ReadDate, DateFault> | undefined {
  const plain = /^(?:fy\s?(\d{4})|(\d{4})年度)$/u.exec(text);
  const era = new RegExp(`^${eraName}\\s?(元|\\d{1,2})年度$`, "u").exec(text);
  const named = findEra(era?.[1] ?? "");
  const year =
    plain === null
      ? named && commonYear(named, numberOf(era?.[2]) ?? 0)
      : (numberOf(plain[1]) ?? numberOf(plain[2]) ?? 0);
  if (year === undefined) return undefined;
  const from = fuzzyDateOf({ year, month: 4, isAbout: false });
  const to = fuzzyDateOf({ year: year + 1, month: 3, isAbout: false });
  return from === undefined || to === undefined ? err("no-such-day") : ok({ from, to });
}

function numberOf(text: string | undefined): number | undefined {
  if (text === "元") return 1;
  return text === undefined ? undefined : Number(text);
}

/** The eras a date's year or month can fall in, for whoever writes it out. */
export function erasOf(date: FuzzyDate): ReturnType<typeof erasWithin> {
  const exact = spanOf(date.replace("~", ""));
  return erasWithin(exact.first, exact.last);
}
