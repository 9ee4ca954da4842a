import { type Match, type MatchExtended, type Matcher, MatcherBaseClass, type MatchOptions } from "@zxcvbn-ts/core";

/**
 * Days and years as Japanese writes them, in digits or in kanji, with or without an era. The library knows dates between
 * separators alone, so it would take `令和八年十一月二十三日` for eleven letters of chance.
 */
const date =
  /(?:(?:令和|平成|昭和|大正|明治|西暦)?(?:[元〇零一二三四五六七八九十百千]{1,6}|\d{1,4})年度?)?(?:[〇零一二三四五六七八九十]{1,3}|\d{1,2})月(?:[〇零一二三四五六七八九十]{1,3}|\d{1,2})日/gu;
const year = /(?:令和|平成|昭和|大正|明治|西暦)?(?:[元〇零一二三四五六七八九十百千]{1,6}|\d{1,4})年度?/gu;

/** Days of a hundred years; days of one year; a hundred years. Whoever guesses goes through all of them. */
const guesses = { "full-date": 36_525, "day-of-year": 366, year: 100 } as const;
type DateKind = keyof typeof guesses;

/** A further matcher for the library, under the name `japaneseDate`. */
export const japaneseDate: Matcher = {
  feedback: () => ({ warning: "dates", suggestions: ["dates"] }),
  scoring: (match) => guesses[kindOf(match)],
  Matching: class extends MatcherBaseClass {
    match({ password }: MatchOptions): MatchExtended[] {
      return [
        ...found(password, date, (token) => (/年/u.test(token) ? "full-date" : "day-of-year")),
        ...found(password, year, () => "year"),
      ];
    }
  },
};

function found(password: string, pattern: RegExp, kind: (token: string) => DateKind): Match[] {
  return [...password.matchAll(pattern)].map(({ 0: token, index }) => ({
    pattern: "japaneseDate",
    i: index,
    j: index + token.length - 1,
    token,
    dateKind: kind(token),
  }));
}

function kindOf(match: Match): DateKind {
  const kind: unknown = match["dateKind"];
  return kind === "full-date" || kind === "day-of-year" ? kind : "year";
}
