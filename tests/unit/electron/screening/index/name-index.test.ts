import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { createNameIndex, type NameIndex } from "../../../../../electron/screening/index/name-index.ts";
import { indexName } from "../../../../../electron/screening/index/name-words.ts";
import { openSegment } from "../../../../../electron/screening/index/segment.ts";
import {
  createSegmentBuilder,
  EntryBeyondLimits,
  type IndexedEntry,
} from "../../../../../electron/screening/index/segment-builder.ts";
import type { NameType } from "../../../../../electron/screening/names/parse-name.ts";

function segmentOf(editionId: string, entries: readonly IndexedEntry[]) {
  const builder = createSegmentBuilder();
  for (const entry of entries) builder.add(entry);
  return openSegment(editionId, builder.finish());
}

function indexOf(entries: readonly IndexedEntry[]): NameIndex {
  const index = createNameIndex();
  index.put(segmentOf("one", entries));
  return index;
}

let keys = 0;
function entry(type: NameType, ...names: readonly string[]): IndexedEntry {
  keys += 1;
  return { entryKey: keys.toString(16).padStart(32, "0"), type, names };
}

function found(index: NameIndex, text: string, type: NameType = "person"): readonly string[] {
  return index.candidates(indexName(text, type)).map(({ segment, name }) => segment.nameText(name));
}

const crowd = (count: number): readonly IndexedEntry[] =>
  Array.from({ length: count }, (_, at) => {
    const given = "Torbin Maskel Odrun Vestal Brenka Halvo".split(" ")[at % 6] ?? "";
    return entry("person", `${given} ${String.fromCharCode(97 + (at % 26)).toUpperCase()}arno${at}`);
  });

describe("the index of names", () => {
  const pairs: readonly (readonly [string, string, string, NameType])[] = [
    ["a name with a letter wrong", "Viktor Ostrenko", "Viktor Ostremko", "person"],
    ["a name with letters swapped", "Mirela Dragunova", "Mirela Dargunova", "person"],
    ["a name in another order", "OSTRENKO, Viktor", "Viktor Ostrenko", "person"],
    ["Cyrillic for Latin", "Вениамин Ладожский", "Veniamin Ladozhsky", "person"],
    ["Latin for Cyrillic", "Veniamin Ladozhskiy", "Вениамин Ладожский", "person"],
    ["Arabic for Latin", "خالد الحمروني", "Khalid al-Hamruni", "person"],
    ["another romanisation", "Jun'ichi Ōtsuka", "Zyunichi Ohtuka", "person"],
    ["katakana for Latin", "タルマノフ", "Talmanov", "person"],
    ["an old form of a character", "髙﨑 邊子", "高崎辺子", "person"],
    ["a selector behind a character", "葛󠄀城 実", "葛城実", "person"],
    ["a character beyond the basic plane", "𠮷村 新", "吉村新", "person"],
    ["half-width kana", "ﾎﾟﾘﾌｨｰ", "ポリフィー", "person"],
    ["initials for a body", "NIXP", "National Institute for Xenolith Physics", "organisation"],
    ["a body for its initials", "National Institute for Xenolith Physics", "NIXP", "organisation"],
    ["a body without its form", "ソラミ精機", "株式会社ソラミ精機", "organisation"],
    ["words written as one", "Al Tawhara", "Altawhara", "organisation"],
  ];
  for (const [what, query, listed, type] of pairs) {
    test(`finds ${what}`, () => {
      const index = indexOf([...crowd(400), entry(type, listed)]);
      assert.ok(found(index, query, type).includes(listed));
    });
  }

  test("never brings an organisation to a person, nor a person to an organisation", () => {
    const index = indexOf([
      entry("organisation", "Sorano Trading"),
      entry("person", "Sorano Trading"),
      entry("unknown", "Sorano Trading"),
    ]);
    const types = (type: NameType) =>
      index.candidates(indexName("Sorano Trading", type)).map(({ segment, name }) => segment.typeOf(name));
    assert.deepEqual([...types("person")].sort(), ["person", "unknown"]);
    assert.deepEqual([...types("organisation")].sort(), ["organisation", "unknown"]);
  });

  test("proposes every name that is equal after folding, however many share it", () => {
    const namesakes = Array.from({ length: 500 }, () => entry("person", "Li Wei"));
    const index = indexOf([...namesakes, ...crowd(50)]);
    assert.ok(found(index, "WEI, Lí").filter((name) => name === "Li Wei").length >= 500);
  });

  test("proposes a name to itself in whatever script, case, width and order of its words", () => {
    const letter = fc.constantFrom(..."abdeiklmnorstuvzабвдиклмн高﨑𠮷葛山川カナポー김수علب", "葛󠄀", "ﾎﾟ", "é");
    const word = fc.array(letter, { minLength: 1, maxLength: 9 }).map((letters) => letters.join(""));
    const names = fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(names, fc.nat(), fc.constantFrom<NameType>("person", "organisation"), (listed, pick, type) => {
        const entries = listed.map((words) => entry(type, words.join(" ")));
        const words = listed[pick % listed.length] ?? [];
        const wanted = words.join(" ");
        const index = indexOf(entries);
        for (const query of [
          wanted,
          wanted.toUpperCase(),
          ` ${wanted.normalize("NFD")} `,
          words.toReversed().join("  "),
        ])
          assert.ok(found(index, query, type).includes(wanted), `${query} does not bring ${wanted}`);
      }),
      { numRuns: 150 },
    );
  });

  test("is searched while it is empty", () => {
    assert.deepEqual(found(createNameIndex(), "Viktor Ostrenko"), []);
    assert.deepEqual(found(indexOf([]), "Viktor Ostrenko"), []);
  });

  test("takes names of one character and names of none", () => {
    const index = indexOf([
      entry("person", "李"),
      entry("person", "A"),
      entry("organisation", "…"),
      entry("person", "é"),
    ]);
    assert.ok(found(index, "李").includes("李"));
    assert.ok(found(index, "a").includes("A"));
    assert.doesNotThrow(() => found(index, ""));
    assert.doesNotThrow(() => found(index, "…", "organisation"));
  });

  test("refuses an entry that no list reader would let through", () => {
    const builder = createSegmentBuilder();
    const long = "x".repeat(10 * 1024 * 1024);
    assert.throws(() => builder.add(entry("person", long)), EntryBeyondLimits);
    const many = Array.from({ length: 501 }, (_, at) => `Name ${at}`);
    assert.throws(() => builder.add(entry("person", ...many)), EntryBeyondLimits);
  });

  test("searches the editions asked for and no other", () => {
    const index = createNameIndex();
    index.put(segmentOf("old", [entry("person", "Viktor Ostrenko")]));
    index.put(segmentOf("new", [entry("person", "Viktor Ostrenko"), entry("person", "Wiktor Ostrenko")]));
    const among = (...ids: readonly string[]) =>
      index.candidates(indexName("Viktor Ostrenko", "person"), new Set(ids)).map(({ segment }) => segment.editionId);
    assert.deepEqual(among("old"), ["old"]);
    assert.deepEqual(among("new"), ["new", "new"]);
    assert.equal(among("old", "new").length, 3);
    assert.deepEqual(among(), []);
    index.remove("new");
    assert.deepEqual(index.editionIds, ["old"]);
  });

  test("keeps entry keys of any shape, and the type each list gave", () => {
    const keysOf = ["00112233445566778899aabbccddeeff", "00112233445566778899aabbccddeeff-2", "UN-77", "髙"];
    const segment = segmentOf(
      "one",
      keysOf.map((entryKey, at) => ({
        entryKey,
        type: (["organisation", "person", "unknown", "person"] as const)[at] ?? "person",
        names: [`Name ${at}`, `Alias ${at}`],
      })),
    );
    const read = Array.from({ length: segment.nameCount }, (_, name) => [
      segment.nameText(name),
      segment.entryKey(name),
      segment.typeOf(name),
    ]);
    assert.deepEqual(read.filter(([text]) => text?.startsWith("Name")).sort(), [
      ["Name 0", keysOf[0], "organisation"],
      ["Name 1", keysOf[1], "person"],
      ["Name 2", keysOf[2], "unknown"],
      ["Name 3", keysOf[3], "person"],
    ]);
  });
});
