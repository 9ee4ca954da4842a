import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { ScreeningReplies } from "../../../../../electron/screening/index/screening-protocol.ts";
import type { IndexedEntry } from "../../../../../electron/screening/index/segment-builder.ts";
import { createScreening } from "../../../../../electron/screening/index/serve-screening.ts";
import type { NameQuery } from "../../../../../electron/screening/match/candidate.ts";

type Screening = ReturnType<typeof createScreening>;

const family = [
  "髙﨑",
  "𠮷野",
  "葛󠄀城",
  "渡邊",
  "Ostrenko",
  "Halvorsen",
  "Волкова",
  "ﾎﾟﾘ",
  "김",
  "al-Rashidi",
  "Müller",
  "一",
];
const given = [
  "花子",
  "太郎",
  "Viktor",
  "Анна",
  "さくら",
  "Maria José",
  "민준",
  "Абдул",
  "ｻﾌﾞﾛｳ",
  "仁",
  "Jean-Luc",
  "X",
];
const bodies = [
  "虚構工業",
  "Kyoko",
  "Orvane",
  "Вектор",
  "架空精密",
  "Nankai",
  "ハルボ",
  "Zhonghua",
  "테크",
  "Bureau 77",
];
const kinds = [
  "大学",
  "Institute of Technology",
  "Co., Ltd.",
  "株式会社",
  "研究所",
  "Институт",
  "Trading LLC",
  "有限公司",
  "",
];

const person = fc
  .tuple(fc.constantFrom(...family), fc.constantFrom(...given), fc.boolean())
  .map(([one, other, turned]) => (turned ? `${other} ${one}` : `${one} ${other}`));
const body = fc
  .tuple(fc.constantFrom(...bodies), fc.constantFrom(...bodies), fc.constantFrom(...kinds))
  .map(([one, other, kind]) => `${one} ${other} ${kind}`.trim());
const named = fc.oneof(
  fc.record({ type: fc.constant("person" as const), name: person }),
  fc.record({ type: fc.constant("organisation" as const), name: body }),
);

/** A name as somebody else writes it: nothing, a letter gone, two letters changed places, other case, a word gone. */
const written = fc.constantFrom<(name: string) => string>(
  (name) => name,
  (name) => [...name].toSpliced(Math.floor([...name].length / 2), 1).join(""),
  (name) => name.toUpperCase().normalize("NFKC"),
  (name) => name.split(" ").toReversed().join(" "),
  (name) => name.split(" ").slice(1).join(" ") || name,
  (name) => name.repeat(12),
);

const scene = fc.record({
  listed: fc.array(named, { minLength: 1, maxLength: 60 }),
  others: fc.array(named, { maxLength: 12 }),
  ways: fc.array(written, { minLength: 1, maxLength: 8 }),
  changed: fc.infiniteStream(fc.boolean()),
});

function holding(editionId: string, entries: readonly IndexedEntry[]): Screening {
  const screening = createScreening();
  screening.answer({ ask: "gather", editionId, entries });
  screening.answer({ ask: "finish", editionId });
  return screening;
}

/** Pairs of a query and an entry with their scores, as one of the two ways found them. */
type Pairs = readonly string[];

function searched(screening: Screening, editionId: string, queries: readonly NameQuery[]): Pairs {
  const found = screening.answer({ ask: "search", editionIds: [editionId], queries });
  // Safe: a search is answered query by query.
  return (found as ScreeningReplies["search"]).flatMap((own, at) =>
    own.map(({ entryKey, score }) => `${at} ${entryKey} ${score}`),
  );
}

function met(
  screening: Screening,
  editionId: string,
  { queries, entries }: { queries: readonly NameQuery[]; entries: readonly IndexedEntry[] },
): Pairs {
  screening.answer({ ask: "turn-round", editionIds: [editionId], queries });
  const found = screening.answer({ ask: "meet", entries });
  // Safe: holding entries against names is answered pair by pair.
  return (found as ScreeningReplies["meet"]).map(
    ({ query, found: { entryKey, score } }) => `${query} ${entryKey} ${score}`,
  );
}

describe("changed entries held against names", () => {
  it("find what searching the names finds among them, at the same score", () => {
    fc.assert(
      fc.property(scene, ({ listed, others, ways, changed }) => {
        const entries = listed.map(
          ({ type, name }, at): IndexedEntry => ({ entryKey: `E${at}`, type, names: [name, `${name} ${at % 7}`] }),
        );
        const some = entries.filter(() => changed.next().value === true);
        const asked = [...listed, ...others].map((one, at) => ({
          ...one,
          name: (ways[at % ways.length] ?? String)(one.name),
        }));
        const keys = new Set(some.map(({ entryKey }) => entryKey));
        const screening = holding("edition", entries);
        const whole = searched(screening, "edition", asked).filter((pair) => keys.has(pair.split(" ")[1] ?? ""));
        assert.deepEqual([...met(screening, "edition", { queries: asked, entries: some })].sort(), [...whole].sort());
      }),
      { numRuns: 150 },
    );
  });

  it("weigh words by the editions that are searched, whatever else is held", () => {
    const entries = Array.from({ length: 40 }, (_, at): IndexedEntry => {
      return { entryKey: `E${at}`, type: "organisation", names: [`Orvane Kyoko ${at} Institute`] };
    });
    const queries = [{ type: "organisation", name: "Orvane Kyoko Research Institute" }] as const;
    const alone = holding("now", entries);
    const both = holding("now", entries);
    const earlier = [...entries, ...entries, ...entries].map((entry, at) => ({ ...entry, entryKey: `F${at}` }));
    both.answer({ ask: "gather", editionId: "then", entries: earlier });
    both.answer({ ask: "finish", editionId: "then" });
    assert.deepEqual(searched(both, "now", queries), searched(alone, "now", queries));
  });
});
