import { err, ok, type Result } from "../../result.ts";
import { yearOfEra } from "./eras.ts";
import { type FuzzyDate, partsOf } from "./fuzzy-date.ts";
import { isOpenEnd, isPeriodOrdered, noPeriod, type Period } from "./period.ts";
import { type DateFault, erasOf, plainDateText, type ReadDate, readPlainDate } from "./read-date.ts";

/** How dates are written for a person: their language, and whether the era stands beside the common year. */
export interface DateWriting {
  readonly locale: "ja" | "en";
  readonly calendar: "gregorian" | "japanese";
}

/** Longer texts are no dates, in UTF-16 units. */
const longestText = 100;

const separator = /\s*(?:〜|~|–|—|―|‐|-|−|ー|から|より|→|\/|\bto\b|\buntil\b)\s*/gu;
const ongoing = /^(?:現在(?:に至る)?|現|至現在|present|now|current|ongoing|today|\.\.)$/u;
const unknown = /^(?:不明|未詳|\?|unknown|end unknown)$/u;

/**
 * Reads a period as people write one: a date of any precision in either calendar, `2015年頃`, `2019年度`,
 * `H31.4〜R3.3`, `2019年4月〜6月`, `since 2019`, `〜2021年`. Nothing typed is a period without dates.
 */
export function readPeriod(text: string): Result<Period, DateFault> {
  if (text.length > longestText) return err("unclear");
  const plain = plainDateText(text).replace(/まで$/u, "");
  if (plain === "") return ok(noPeriod);
  const whole = readPlainDate(plain);
  if (whole.ok) return ok(periodOf(whole.value, text.trim().endsWith("まで")));
  const worded = /^(?:(since|from)|(until|to|till))\s+(.+)$/u.exec(plain);
  const rewritten = worded === null ? plain : worded[1] === undefined ? `~${worded[3]}` : sinceText(worded[3] ?? "");
  const readings = splitReadings(rewritten);
  const distinct = new Map(
    readings.flatMap((one) => (one.ok ? [[JSON.stringify(one.value), one.value] as const] : [])),
  );
  const [only] = distinct.values();
  if (distinct.size > 1) return err("unclear");
  if (only !== undefined) return isPeriodOrdered(only) ? ok(only) : err("order");
  const told = [whole, ...readings].flatMap((one) => (one.ok || one.error === "unclear" ? [] : [one.error]));
  return err(told[0] ?? "unclear");
}

function sinceText(rest: string): string {
  return rest.split(separator).length > 1 && !readPlainDate(rest).ok ? rest : `${rest}~`;
}

function periodOf({ from, to }: ReadDate, isEnd: boolean): Period {
  if (isEnd) return { from: null, to };
  return { from, to: from === to ? null : to };
}

/** Every way to cut the text in two at something that can stand between dates. */
function splitReadings(text: string): Result<Period, DateFault>[] {
  return [...text.matchAll(separator)].flatMap((cut) => {
    const left = text.slice(0, cut.index);
    const right = text.slice(cut.index + cut[0].length);
    if (left === "" && right === "") return [];
    return [readTwo(left, right)];
  });
}

function readTwo(left: string, right: string): Result<Period, DateFault> {
  const start = left === "" ? undefined : readPlainDate(left);
  if (start?.ok === false) return start;
  const from = start?.value.from ?? null;
  if (right === "" || ongoing.test(right)) return from === null ? err("unclear") : ok({ from, to: "ongoing" });
  if (unknown.test(right)) return from === null ? err("unclear") : ok({ from, to: "unknown" });
  const end = readPlainDate(withYear(right, from));
  return end.ok ? ok({ from, to: end.value.to }) : end;
}

/** `2019年4月〜6月`: the second month is of the first one's year. */
function withYear(text: string, from: FuzzyDate | null): string {
  return from !== null && /^\d{1,2}月(?:\d{1,2}日)?$/u.test(text) ? `${partsOf(from).year}年${text}` : text;
}

/** Writes a period so that `readPeriod` reads the same again; an empty text where no date is known. */
export function writePeriod({ from, to }: Period, writing: DateWriting): string {
  const isJapanese = writing.locale === "ja";
  const start = from === null ? "" : writeFuzzyDate(from, writing);
  if (to === null) return start;
  const end = isOpenEnd(to) ? openEndWords[writing.locale][to] : writeFuzzyDate(to, writing);
  if (from === null) return isJapanese ? `〜${end}` : `until ${end}`;
  return isJapanese ? `${start}〜${end}` : `${start} – ${end}`;
}

const openEndWords = {
  ja: { ongoing: "現在", unknown: "不明" },
  en: { ongoing: "present", unknown: "end unknown" },
} as const;

const englishMonths = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** Writes one date for a person: `2019年（平成31年）4月頃`, `about April 2019`. */
export function writeFuzzyDate(date: FuzzyDate, { locale, calendar }: DateWriting): string {
  const { year, month, day, isAbout } = partsOf(date);
  const found = calendar === "japanese" ? erasOf(date) : [];
  if (locale === "ja") {
    const names = found.map((era) => `${era.kanji}${yearOfEra(era, year) === 1 ? "元" : yearOfEra(era, year)}年`);
    const era = names.length === 0 ? "" : `（${names.join("・")}）`;
    const rest = (month === undefined ? "" : `${month}月`) + (day === undefined ? "" : `${day}日`);
    return `${year}年${era}${rest}${isAbout ? "頃" : ""}`;
  }
  const names = found.map((era) => `${era.romaji} ${yearOfEra(era, year)}`);
  const era = names.length === 0 ? "" : ` (${names.join(" / ")})`;
  const words = [day, month === undefined ? undefined : englishMonths[month - 1], year];
  return `${isAbout ? "about " : ""}${words.filter((word) => word !== undefined).join(" ")}${era}`;
}
