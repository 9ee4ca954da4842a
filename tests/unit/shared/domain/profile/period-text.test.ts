import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type FuzzyDate, fuzzyDateOf } from "../../../../../shared/domain/profile/fuzzy-date.ts";
import { isPeriodOrdered, Period } from "../../../../../shared/domain/profile/period.ts";
import { readPeriod, writePeriod } from "../../../../../shared/domain/profile/period-text.ts";

const at = (text: string): unknown => {
  const read = readPeriod(text);
  return read.ok ? [read.value.from, read.value.to] : read.error;
};

test("a date is read at the precision it is written with, in any common form", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["2019", "2019"],
    ["２０１９年", "2019"],
    ["2019-04", "2019-04"],
    ["2019/4", "2019-04"],
    ["2019.4", "2019-04"],
    ["2019年4月", "2019-04"],
    ["2019年4月1日", "2019-04-01"],
    ["2019.4.1", "2019-04-01"],
    ["20190401", "2019-04-01"],
    ["201904", "2019-04"],
    ["1 April 2019", "2019-04-01"],
    ["April 1st, 2019", "2019-04-01"],
    ["Apr. 2019", "2019-04"],
    ["二〇一九年四月一日", "2019-04-01"],
  ];
  for (const [text, date] of cases) assert.deepEqual(at(text), [date, null], text);
});

test("the Japanese calendar is read in kanji, letters and official papers' numerals", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["平成31年4月1日", "2019-04-01"],
    ["H31.4", "2019-04"],
    ["h31", "2019"],
    ["令和元年", "2019"],
    ["R1.5.1", "2019-05-01"],
    ["㍻31年4月", "2019-04"],
    ["昭和六十四年一月七日", "1989-01-07"],
    ["平成三十一年四月", "2019-04"],
    ["平成元年", "1989"],
    ["2019年（平成31年・令和元年）", "2019"],
    ["2019年（令和元年）5月1日", "2019-05-01"],
    ["平成35年3月", "2023-03"],
    ["Reiwa 8", "2026"],
  ];
  for (const [text, date] of cases) assert.deepEqual(at(text), [date, null], text);
});

test("what is only about right says so", () => {
  for (const text of ["2015頃", "2015年頃", "約2015年", "c. 2015", "ca 2015", "about 2015", "平成27年ごろ"])
    assert.deepEqual(at(text), ["2015~", null], text);
  assert.deepEqual(at("2015年4月頃"), ["2015-04~", null]);
});

test("a range has a beginning and an end, and either may be open", () => {
  const cases: readonly (readonly [string, readonly [string | null, string | null]])[] = [
    ["2019年4月〜2021年3月", ["2019-04", "2021-03"]],
    ["2019.4-2021.3", ["2019-04", "2021-03"]],
    ["2019-04-2021-03", ["2019-04", "2021-03"]],
    ["2019-2021", ["2019", "2021"]],
    ["2019年4月～6月", ["2019-04", "2019-06"]],
    ["H31.4～R3.3", ["2019-04", "2021-03"]],
    ["2019年4月から2021年3月まで", ["2019-04", "2021-03"]],
    ["2019～", ["2019", "ongoing"]],
    ["2019-", ["2019", "ongoing"]],
    ["2019年4月 – 現在に至る", ["2019-04", "ongoing"]],
    ["since 2019", ["2019", "ongoing"]],
    ["2019年〜不明", ["2019", "unknown"]],
    ["〜2021年3月", [null, "2021-03"]],
    ["2021年3月まで", [null, "2021-03"]],
    ["until 2021", [null, "2021"]],
    ["April 2019 to present", ["2019-04", "ongoing"]],
    ["2019年度", ["2019-04", "2020-03"]],
    ["令和元年度〜令和3年度", ["2019-04", "2022-03"]],
    ["2015年頃〜2017年", ["2015~", "2017"]],
    ["", [null, null]],
  ];
  for (const [text, expected] of cases) assert.deepEqual(at(text), expected, text);
});

test("a text that is no date is refused with what is wrong with it", () => {
  assert.equal(at("2019年2月30日"), "no-such-day");
  assert.equal(at("2019-13"), "no-such-day");
  assert.equal(at("令和元年4月1日"), "era-mismatch");
  assert.equal(at("2019年（平成30年）4月"), "era-mismatch");
  assert.equal(at("2021〜2019"), "order");
  for (const text of ["昨年", "4/1/2019", "19年4月", "2019?", "〜", "2015-16", "April", "𠮷", "-".repeat(400)])
    assert.ok(["unclear", "no-such-day"].includes(String(at(text))), text);
});

const fuzzyDates: fc.Arbitrary<FuzzyDate> = fc
  .record({
    year: fc.integer({ min: 1800, max: 2199 }),
    precision: fc.constantFrom(1, 2, 3),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    isAbout: fc.boolean(),
  })
  .map(({ year, precision, month, day, isAbout }) =>
    String(
      fuzzyDateOf({
        year,
        month: precision > 1 ? month : undefined,
        day: precision > 2 ? day : undefined,
        isAbout,
      }),
    ),
  );

const periods: fc.Arbitrary<Period> = fc
  .oneof(
    fc.record({ from: fuzzyDates, to: fc.constantFrom(null, "ongoing" as const, "unknown" as const) }),
    fc.record({ from: fc.option(fuzzyDates), to: fc.option(fuzzyDates) }),
  )
  .filter((period) => isPeriodOrdered(period));

test("every period that is written is read back the same, in both languages and both calendars", () => {
  fc.assert(
    fc.property(
      periods,
      fc.constantFrom("ja" as const, "en" as const),
      fc.constantFrom("gregorian" as const, "japanese" as const),
      (period, locale, calendar) => {
        const written = writePeriod(period, { locale, calendar });
        const read = readPeriod(written);
        assert.ok(read.ok, written);
        assert.deepEqual(read.value, { ...period }, written);
        assert.deepEqual(Period.parse(read.value), { ...period });
      },
    ),
    { numRuns: 3_000 },
  );
});

test("any text at all is answered, and what is read can be stored", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.string({ unit: fc.constantFrom(..."0123456789年月日頃〜-/.平成令和HR元 まで".split("")) }),
      ),
      (text) => {
        const read = readPeriod(text);
        if (read.ok) Period.parse(read.value);
      },
    ),
    { numRuns: 3_000 },
  );
});

test("a period with a text that is no date is refused and not tripped over, at either end", () => {
  for (const text of ["", "まだ", "2019-13", "2019-04-31", "1".repeat(40)]) {
    assert.equal(Period.safeParse({ from: text, to: "2020" }).success, false, text);
    assert.equal(Period.safeParse({ from: "2019", to: text }).success, false, text);
  }
});
