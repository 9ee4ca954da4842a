import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { searchName } from "../../../../../electron/screening/index/compare-found.ts";
import { createListRarity } from "../../../../../electron/screening/index/list-rarity.ts";
import { createNameIndex } from "../../../../../electron/screening/index/name-index.ts";
import { openSegment } from "../../../../../electron/screening/index/segment.ts";
import { createSegmentBuilder } from "../../../../../electron/screening/index/segment-builder.ts";

function found(listed: readonly string[], name: string): readonly (readonly [string, boolean])[] {
  const builder = createSegmentBuilder();
  for (const [at, text] of listed.entries())
    builder.add({ entryKey: at.toString(16).padStart(32, "0"), type: "person", names: [text] });
  const index = createNameIndex();
  index.put(openSegment("one", builder.finish()));
  return searchName({ index, rarity: createListRarity(index) }, { name, type: "person" })
    .map(({ matchedName, against }) => [matchedName, against.includes("common-name")] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

describe("a name shared by several entries of one edition", () => {
  test("is told as common where the names are equal once folded, in any order", () => {
    assert.deepEqual(found(["Torbin Maskel", "MASKEL, Torbin"], "Torbin Maskel"), [
      ["MASKEL, Torbin", true],
      ["Torbin Maskel", true],
    ]);
    assert.deepEqual(
      found(["髙﨑 葛󠄀𠮷", "高崎 葛吉"], "高崎葛吉").map(([, common]) => common),
      [true, true],
    );
  });

  test("is not told as common where the other entry only resembles it", () => {
    assert.deepEqual(found(["Torbin Maskel", "Torbin Maskell"], "Torbin Maskel"), [
      ["Torbin Maskel", false],
      ["Torbin Maskell", false],
    ]);
  });
});
