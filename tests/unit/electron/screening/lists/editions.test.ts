import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { birthYearOf } from "../../../../../electron/screening/lists/birth-year.ts";
import { sampleEntries, sampleEntry } from "./sample-lists.ts";

describe("keys of entries", () => {
  test("do not depend on the row", () => {
    assert.equal(sampleEntry("Fiction", { rowNumber: 1 }).entryKey, sampleEntry("Fiction", { rowNumber: 99 }).entryKey);
  });

  test("do not depend on width, case or signs", () => {
    assert.equal(sampleEntry("Fiction Co., Ltd.").entryKey, sampleEntry("ＦＩＣＴＩＯＮ CO LTD").entryKey);
  });

  test("do not depend on the language of the country", () => {
    const [ja, en] = [["日本"], ["Japan", "日本"]].map((countries) => sampleEntry("Fiction", { countries }).entryKey);
    assert.equal(ja, en);
  });

  test("tell countries and character forms apart", () => {
    const keys = [
      sampleEntry("高橋", { countries: ["日本"] }),
      sampleEntry("髙橋", { countries: ["日本"] }),
      sampleEntry("高橋", { countries: ["韓国"] }),
    ].map(({ entryKey }) => entryKey);
    assert.equal(new Set(keys).size, 3);
  });

  test("tell namesakes apart, whatever their order in the file", () => {
    const [a, b] = [
      { name: "Ann Example", birthDates: ["1960"] },
      { name: "Ann Example", birthDates: ["1970"] },
    ];
    const keysOf = (drafts: Parameters<typeof sampleEntries>[0]): Map<string | undefined, string> =>
      new Map(sampleEntries(drafts).map(({ birthDates, entryKey }) => [birthDates[0], entryKey]));
    assert.deepEqual(new Map([...keysOf([b, a])].toReversed()), keysOf([a, b]));
    assert.notEqual(keysOf([a, b]).get("1960"), keysOf([a, b]).get("1970"));
  });

  test("are unique in one edition", () => {
    const name = fc.constantFrom("A", "B", "Ａ", "髙", "高");
    const draft = fc.record({ name, birthDates: fc.array(fc.constantFrom("1960", "1970"), { maxLength: 1 }) });
    fc.assert(
      fc.property(fc.array(draft, { maxLength: 12 }), (drafts) => {
        assert.equal(new Set(sampleEntries(drafts).map(({ entryKey }) => entryKey)).size, drafts.length);
      }),
    );
  });
});

describe("years of birth", () => {
  const years: readonly (readonly [string, number | undefined])[] = [
    ["1960-04-01", 1960],
    ["01 Apr 1960", 1960],
    ["circa 1960", 1960],
    ["１９６０年", 1960],
    ["19600401", 1960],
    ["昭和35年4月1日", 1960],
    ["平成元年", 1989],
    ["4/1/60", undefined],
    ["P-12345678", undefined],
    ["不明", undefined],
  ];
  for (const [text, year] of years)
    test(`${text} is ${year ?? "not read"}`, () => assert.equal(birthYearOf(text), year));
});
