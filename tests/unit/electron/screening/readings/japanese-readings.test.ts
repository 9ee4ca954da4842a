import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { japaneseReadings, readingLimits } from "../../../../../electron/screening/readings/japanese-readings.ts";

function hasReading(text: string, surname: string, given: string): boolean {
  return japaneseReadings(text).some(
    (split) => split.surname.readings.includes(surname) && (split.given?.readings.includes(given) ?? false),
  );
}

describe("readings of Japanese names", () => {
  test("are found for common names, joined or with a space", () => {
    assert.ok(hasReading("佐藤健一", "satou", "ken'ichi"));
    assert.ok(hasReading("佐々木 浩", "sasaki", "hiroshi"));
    assert.ok(hasReading("東海林　翔子", "shouji", "shouko"));
    assert.ok(hasReading("一ノ瀬樹", "ichinose", "itsuki"));
    assert.ok(hasReading("三ヶ島里奈", "mikajima", "rina"));
  });

  test("look through variants, selectors and characters outside the basic plane", () => {
    assert.ok(hasReading("髙橋 隆", "takahashi", "takashi"));
    assert.ok(hasReading("𠮷田 茂", "yoshida", "shigeru"));
    assert.ok(hasReading("葛󠄀城 実", "katsuragi", "minoru"));
    assert.ok(hasReading("渡邉花子", "watanabe", "hanako"));
  });

  test("give the usual reading of a very common name first", () => {
    const [split] = japaneseReadings("高橋 健一");
    assert.equal(split?.surname.readings[0], "takahashi");
    assert.equal(split?.given?.readings[0], "ken'ichi");
  });

  test("are put together from characters for a given name no dictionary holds", () => {
    const [split] = japaneseReadings("佐藤 鯨翔");
    assert.equal(split?.given?.known, false);
    assert.ok(split.given.readings.length > 0);
  });

  test("take a run that is a family name alone as one", () => {
    assert.ok(japaneseReadings("勅使河原").some(({ surname, given }) => given === undefined && surname.known));
  });

  test("never throw and stay few, whatever the text", () => {
    const letters = fc.constantFrom(..."髙﨑𠮷葛󠄀々ヶーﾊﾝｶｸ山田健一の\ud842 A・");
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.array(letters).map((all) => all.join("")),
        ),
        (text) => {
          const splits = japaneseReadings(text);
          assert.ok(splits.length <= readingLimits.splits);
          for (const { surname, given } of splits) {
            assert.ok(surname.readings.length > 0 && surname.readings.length <= readingLimits.surname);
            assert.ok(
              given === undefined || (given.readings.length > 0 && given.readings.length <= readingLimits.given),
            );
          }
        },
      ),
    );
  });
});
