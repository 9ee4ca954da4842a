/** First year of each Japanese era a living person can be born in. */
const eraStart: ReadonlyMap<string, number> = new Map([
  ["明治", 1868],
  ["大正", 1912],
  ["昭和", 1926],
  ["平成", 1989],
  ["令和", 2019],
]);

/** The year of a birth date as lists print it: 1960-04-01, 01 Apr 1960, circa 1960, 1960年, 昭和35年. Nothing if none is there. */
export function birthYearOf(text: string): number | undefined {
  const plain = text.normalize("NFKC");
  const western = /(?<!\d)(1[89]\d\d|20\d\d)(?!\d)/.exec(plain)?.[1];
  if (western !== undefined) return Number(western);
  // A date without separators: 19600401.
  const run = /(?<!\d)(1[89]\d\d|20\d\d)\d{4}(?!\d)/.exec(plain)?.[1];
  if (run !== undefined) return Number(run);
  const [, era = "", year = ""] = /(明治|大正|昭和|平成|令和)\s*(元|\d{1,2})/.exec(plain) ?? [];
  const start = eraStart.get(era);
  return start === undefined ? undefined : start + (year === "元" ? 1 : Number(year)) - 1;
}
