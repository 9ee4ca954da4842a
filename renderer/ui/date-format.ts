/** How a person wants years written. `japanese` adds the era to the common year. */
export type CalendarStyle = "gregorian" | "japanese";

export type DateFormatOptions = {
  readonly locale: "ja" | "en";
  readonly calendar: CalendarStyle;
  readonly hasWeekday?: boolean;
};

const isoDate = /^(\d{4})-(\d{2})-(\d{2})$/;
const dayMs = 86_400_000;

/** Midnight UTC of a calendar date as epoch milliseconds, or undefined when the text is not a real `YYYY-MM-DD`. */
export function dateMs(iso: string): number | undefined {
  const parts = isoDate.exec(iso);
  if (parts === null) return undefined;
  const ms = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  return new Date(ms).toISOString().slice(0, 10) === iso ? ms : undefined;
}

/** A date as a reader expects it: `2026年11月22日(日)`, `2026年（令和8年）11月22日(日)`, `Sun 22 November 2026`. */
export function formatDate(iso: string, options: DateFormatOptions): string {
  const ms = dateMs(iso);
  if (ms === undefined) return iso;
  const weekday = options.hasWeekday === false ? undefined : formatter(options.locale, { weekday: "short" }).format(ms);
  if (options.locale === "en") {
    const day = formatter("en", { day: "numeric", month: "long", year: "numeric" }).format(ms);
    const era = options.calendar === "japanese" ? ` (${englishEra(ms)})` : "";
    return weekday === undefined ? day + era : `${weekday} ${day}${era}`;
  }
  const date = new Date(ms);
  const era = options.calendar === "japanese" ? `（${japaneseEraYear(ms)}）` : "";
  const day = `${date.getUTCFullYear()}年${era}${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
  return weekday === undefined ? day : `${day}(${weekday})`;
}

/** The whole date in the Japanese calendar, `令和8年11月22日(日)`; undefined for what is not a date or precedes Meiji. */
export function formatJapaneseEra(iso: string): string | undefined {
  const ms = dateMs(iso);
  if (ms === undefined || ms < meijiStartMs) return undefined;
  const date = new Date(ms);
  const weekday = formatter("ja", { weekday: "short" }).format(ms);
  return `${japaneseEraYear(ms)}${date.getUTCMonth() + 1}月${date.getUTCDate()}日(${weekday})`;
}

/** A moment in this machine's zone, to the minute: `2026年11月22日(日) 14:05`. */
export function formatInstant(instantMs: number, options: DateFormatOptions): string {
  const local = new Date(instantMs);
  const shifted = new Date(instantMs - local.getTimezoneOffset() * 60_000);
  const time = shifted.toISOString().slice(11, 16);
  return `${formatDate(shifted.toISOString().slice(0, 10), options)} ${time}`;
}

/** Whole days from one date to another; negative when the second is earlier, undefined when either is not a date. */
export function daysBetween(fromIso: string, toIso: string): number | undefined {
  const from = dateMs(fromIso);
  const to = dateMs(toIso);
  return from === undefined || to === undefined ? undefined : Math.round((to - from) / dayMs);
}

/** The day the Japanese calendar in use by `Intl` begins to name eras reliably. */
const meijiStartMs = Date.UTC(1868, 9, 23);

function japaneseEraYear(ms: number): string {
  return formatter("ja-JP-u-ca-japanese", { era: "long", year: "numeric" }).format(ms);
}

function englishEra(ms: number): string {
  const parts = formatter("en-GB-u-ca-japanese", { era: "long", year: "numeric" }).formatToParts(ms);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? "";
  return `${part("era")} ${part("year")}`;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  let made = formatters.get(key);
  if (made === undefined) {
    made = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, { ...options, timeZone: "UTC" });
    formatters.set(key, made);
  }
  return made;
}
