import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  dateMs,
  daysBetween,
  formatDate,
  formatInstant,
  formatJapaneseEra,
} from "../../../../renderer/ui/date-format.ts";

const japanese = { locale: "ja", calendar: "gregorian" } as const;

test("a date is written as an administrator writes it", () => {
  assert.equal(formatDate("2026-11-22", japanese), "2026年11月22日(日)");
});

test("the era stands beside the year where the person chose it", () => {
  assert.equal(formatDate("2026-11-22", { locale: "ja", calendar: "japanese" }), "2026年（令和8年）11月22日(日)");
});

test("the first year of an era is its gannen, from its first day on", () => {
  assert.equal(formatJapaneseEra("2019-05-01"), "令和元年5月1日(水)");
  assert.equal(formatJapaneseEra("2019-04-30"), "平成31年4月30日(火)");
});

test("English dates name the month", () => {
  assert.equal(formatDate("2026-11-22", { locale: "en", calendar: "gregorian" }), "Sun 22 November 2026");
  assert.equal(formatDate("2026-11-22", { locale: "en", calendar: "japanese" }), "Sun 22 November 2026 (Reiwa 8)");
});

test("the weekday can be left out", () => {
  assert.equal(formatDate("2026-11-22", { ...japanese, hasWeekday: false }), "2026年11月22日");
});

test("a day that does not exist is no date and is shown as it was written", () => {
  assert.equal(dateMs("2026-02-30"), undefined);
  assert.equal(formatDate("2026-02-30", japanese), "2026-02-30");
});

test("no era is named before the reckoning began", () => {
  assert.equal(formatJapaneseEra("1600-01-01"), undefined);
});

test("a moment is shown in the zone of this machine, to the minute", () => {
  const moment = new Date(2026, 10, 22, 9, 5, 59).getTime();
  assert.equal(formatInstant(moment, japanese), "2026年11月22日(日) 09:05");
});

test("every real date survives being read", () => {
  fc.assert(
    fc.property(fc.date({ min: new Date("1868-10-23"), max: new Date("2100-12-31"), noInvalidDate: true }), (date) => {
      const iso = date.toISOString().slice(0, 10);
      assert.equal(new Date(dateMs(iso) ?? 0).toISOString().slice(0, 10), iso);
    }),
  );
});

test("days are counted across the end of February", () => {
  assert.equal(daysBetween("2028-02-28", "2028-03-01"), 2);
  assert.equal(daysBetween("2026-03-01", "2026-02-28"), -1);
  assert.equal(daysBetween("2026-03-01", "soon"), undefined);
});
