import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { blankEntry, type EntryKind, type ProfileEntry } from "../../../../../shared/domain/profile/entry.ts";
import { careerGaps, concurrentPosts } from "../../../../../shared/domain/profile/gaps.ts";
import type { Period } from "../../../../../shared/domain/profile/period.ts";
import { readPeriod } from "../../../../../shared/domain/profile/period-text.ts";

const today = "2026-11-23";
let count = 0;

const periodOf = (dates: string): Period => {
  const read = readPeriod(dates);
  assert.ok(read.ok, dates);
  return read.value;
};

const entry = (dates: string, kind: EntryKind = "post"): ProfileEntry => {
  count += 1;
  const id = String(count).padStart(32, "0") as ProfileEntry["id"];
  const blank = blankEntry("a".repeat(32) as never, kind);
  return {
    ...blank,
    organisation: "架空",
    period: periodOf(dates),
    id,
    revision: 1,
    batchId: null,
    at: 0 as never,
    by: "",
  };
};
const gaps = (...dates: string[]) =>
  careerGaps(
    dates.map((one) => entry(one)),
    today,
  ).map(({ from, to, isCertain }) => [from, to, isCertain]);

test("six months without a post or a study are a gap, five are none", () => {
  assert.deepEqual(gaps("2015年4月〜2018年3月", "2018年10月〜現在"), [["2018-04-01", "2018-09-30", true]]);
  assert.deepEqual(gaps("2015年4月〜2018年3月", "2018年9月〜現在"), []);
});

test("a study closes a gap, a publication does not", () => {
  const posts = [entry("2010〜2014年12月"), entry("2018年1月〜現在")];
  assert.deepEqual(careerGaps([...posts, entry("2015年1月〜2017年12月", "education")], today), []);
  assert.equal(careerGaps([...posts, entry("2016", "publication")], today).length, 1);
});

test("dates too coarse to tell make a gap possible, not certain", () => {
  const [gap] = careerGaps([entry("2010〜2015"), entry("2016〜現在")], today);
  assert.equal(gap?.isCertain, false);
  assert.equal(careerGaps([entry("2010〜2013"), entry("2016〜現在")], today)[0]?.isCertain, true);
});

test("a career that ended leaves a gap up to today; before its first entry nothing is asked", () => {
  assert.deepEqual(gaps("2019年4月〜2024年3月"), [["2024-04-01", today, true]]);
  assert.deepEqual(gaps(), []);
});

test("an end that nobody knows makes what follows a possible gap", () => {
  const [gap] = careerGaps([entry("2019年4月〜不明")], today);
  assert.equal(gap?.isCertain, false);
});

test("posts held at once are told, a change of posts within a month or a year is not", () => {
  const certain = concurrentPosts([entry("2015年4月〜現在"), entry("2018年4月〜2020年3月")], today);
  assert.deepEqual(
    certain.map(({ from, to, isCertain }) => [from, to, isCertain]),
    [["2018-04-30", "2020-03-01", true]],
  );
  assert.deepEqual(concurrentPosts([entry("2015年4月〜2018年4月"), entry("2018年4月〜現在")], today), []);
  assert.deepEqual(concurrentPosts([entry("2015〜2018"), entry("2018〜現在")], today), []);
});

test("no day of a certain gap lies within any entry, however its dates are read", () => {
  const year = fc.integer({ min: 1990, max: 2020 });
  const dates = fc.tuple(year, fc.integer({ min: 0, max: 8 })).map(([from, years]) => `${from}〜${from + years}`);
  fc.assert(
    fc.property(fc.array(dates, { minLength: 1, maxLength: 8 }), (list) => {
      const entries = list.map((one) => entry(one));
      for (const gap of careerGaps(entries, today).filter((one) => one.isCertain)) {
        for (const one of entries) {
          const [from = "", to = ""] = [one.period.from, one.period.to].map(String);
          assert.ok(`${to}-12-31` < gap.from || `${from}-01-01` > gap.to, JSON.stringify([list, gap]));
        }
      }
    }),
    { numRuns: 300 },
  );
});
