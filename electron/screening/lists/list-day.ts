const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** How a list writes days in which the month is a number: the day first (Europe) or the month (United States). */
export type DayOrder = "day-first" | "month-first";

/** First year of the eras that lists of our time are dated in. */
const eras: Readonly<Record<string, number>> = { 昭和: 1926, 平成: 1989, 令和: 2019 };

/**
 * The day a text names, as YYYY-MM-DD: 2024-05-01, 1.5.2024, 05/01/2024, 1 May 2024, 2024年5月1日, 令和6年5月1日. Nothing for a text
 * that names no whole day, or one that the calendar does not have.
 */
export function listDay(text: string, order: DayOrder = "day-first"): string | undefined {
  const plain = text.normalize("NFKC").trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(plain);
  if (iso !== null) return dayOf(iso[1], iso[2], iso[3]);
  const numbers = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(plain);
  if (numbers !== null) {
    const [, first, second, year] = numbers;
    return order === "day-first" ? dayOf(year, second, first) : dayOf(year, first, second);
  }
  const words = /^(\d{1,2})[\s-]+([A-Za-z]{3,9})\.?[\s-]+(\d{4})$/.exec(plain);
  if (words !== null) return dayOf(words[3], monthOf(words[2]), words[1]);
  const american = /^([A-Za-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})$/.exec(plain);
  if (american !== null) return dayOf(american[3], monthOf(american[1]), american[2]);
  const [, era = "", year = "", month, day] =
    /(昭和|平成|令和)?\s*(元|\d{1,4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/.exec(plain) ?? [];
  if (year === "") return undefined;
  const counted = year === "元" ? 1 : Number(year);
  return dayOf(String(era === "" ? counted : (eras[era] ?? 0) + counted - 1), month, day);
}

function monthOf(word = ""): string {
  return String(months.indexOf(word.slice(0, 3).toLowerCase()) + 1);
}

function dayOf(year = "", month = "", day = ""): string | undefined {
  const text = `${year.padStart(4, "0")}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${text}T00:00:00Z`);
  const isReal = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  return isReal && Number(year) >= 1800 && Number(year) < 2200 ? text : undefined;
}

const longestSpan = 30;

/** Every year of birth a text gives: those it names, and those between two it spans (1955-1958, between 1955 and 1958). */
export function birthYearsOf(text: string): number[] {
  const plain = text.normalize("NFKC");
  const span = /(?<!\d)(1[89]\d\d|20\d\d)\s*(?:-|–|~|to|and|から)\s*(1[89]\d\d|20\d\d)(?!\d)/i.exec(plain);
  const [from, to] = [Number(span?.[1] ?? 0), Number(span?.[2] ?? 0)];
  if (from > 0 && to > from && to - from <= longestSpan)
    return Array.from({ length: to - from + 1 }, (_, step) => from + step);
  return [...plain.matchAll(/(?<!\d)(1[89]\d\d|20\d\d)(?!\d)/g)].map(([year]) => Number(year));
}
