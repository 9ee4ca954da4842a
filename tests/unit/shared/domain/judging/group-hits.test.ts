import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { groupHits, type HitGroup } from "../../../../../shared/domain/judging/group-hits.ts";
import { changesBetween, orderedFacts } from "../../../../../shared/domain/judging/pair-facts.ts";
import { hitDifference, isDifferent } from "../../../../../shared/domain/judging/rescreening.ts";
import { scoreBands } from "../../../../../shared/domain/score-bands.ts";
import { Hit } from "../../../../../shared/domain/screening.ts";
import { hexId, sampleHit } from "../../../../support/sample-hit.ts";

const someHit = fc
  .record({
    listTitle: fc.constantFrom("甲リスト", "乙リスト", "丙リスト"),
    names: fc.constantFrom(["髙﨑 𠮷"], ["髙﨑　𠮷", "Takasaki"], ["Takasaki"], ["葛󠄀城"], ["ﾊﾝｶｸ"]),
    countries: fc.constantFrom([], ["JP"], ["US"]),
    birthDates: fc.constantFrom([], ["1970-01-01"], ["circa 1980"]),
    identifiers: fc.constantFrom([], ["ID-12345"], ["98765"], ["12"]),
    score: fc.double({ min: 0.7, max: 1, noNaN: true }),
    isJudged: fc.boolean(),
  })
  .map((made) => made);
const someHits = fc.array(someHit, { maxLength: 14 }).map((made) =>
  made.map(({ names, isJudged, ...rest }, n) =>
    sampleHit(n + 1, {
      ...rest,
      listedNames: names,
      ...(isJudged
        ? { judgement: { disposition: "false_positive", reason: "diff_id", note: "" }, judgedAt: 1, judgedBy: "甲" }
        : {}),
    }),
  ),
);
const shape = (groups: readonly HitGroup[]): string[][] => groups.map((group) => group.hits.map(({ id }) => id));

describe("hits by listed entity", () => {
  it("are the same groups in the same order, whatever order they come in", () => {
    fc.assert(
      fc.property(someHits, fc.nat(), (hits, turn) => {
        const at = hits.length === 0 ? 0 : turn % hits.length;
        const turned = [...hits.slice(at), ...hits.slice(0, at)].reverse();
        assert.deepEqual(shape(groupHits(turned)), shape(groupHits(hits)));
      }),
    );
  });

  it("hold every hit exactly once", () => {
    fc.assert(
      fc.property(someHits, (hits) => {
        const held = groupHits(hits).flatMap((group) => group.hits.map(({ id }) => id));
        assert.deepEqual(held.toSorted(), hits.map(({ id }) => id).toSorted());
      }),
    );
  });

  it("put what is undecided first, and the nearer band before the weaker one", () => {
    fc.assert(
      fc.property(someHits, (hits) => {
        const rank = groupHits(hits).map((group) => [group.isOpen ? 0 : 1, scoreBands.indexOf(group.band)] as const);
        for (const [n, [open, band]] of rank.entries()) {
          const before = rank[n - 1];
          if (before !== undefined) assert.ok(before[0] < open || (before[0] === open && before[1] <= band));
        }
      }),
    );
  });

  it("stand in the strong band by what agrees beside the name, then those whose name no other entry shares", () => {
    const apart = (n: number, change: object): Hit => sampleHit(n, { listedNames: [`名${n}`], ...change });
    const hits = [
      apart(1, { score: 1, against: ["country-differs"] }),
      apart(2, { score: 1, against: ["same-name-only", "common-name"] }),
      apart(3, { score: 0.99, against: ["same-name-only"] }),
      apart(4, { score: 0.93, inFavour: ["birth-year-agrees"] }),
      apart(5, { score: 0.91, inFavour: ["country-agrees", "identifier-agrees"] }),
      apart(6, { score: 0.9, against: ["country-differs"] }),
    ];
    assert.deepEqual(
      shape(groupHits(hits)),
      [4, 3, 2, 1, 5, 6].map((n) => [hexId(n)]),
    );
  });

  it("say that the name is all there is only where no list has more to compare", () => {
    const nothing = { against: ["same-name-only"] };
    const both = [sampleHit(1, nothing), sampleHit(2, { listTitle: "乙リスト", ...nothing })];
    assert.deepEqual(
      groupHits(both).map((group) => [group.hits.length, group.isNameOnly]),
      [[2, true]],
    );
    const more = [sampleHit(1, nothing), sampleHit(2, { listTitle: "乙リスト", inFavour: ["country-agrees"] })];
    assert.deepEqual(
      groupHits(more).map((group) => [group.hits.length, group.isNameOnly]),
      [[2, false]],
    );
  });

  it("join entries of two lists by a shared number, and by a name where nothing contradicts it", () => {
    const [a, b] = [
      sampleHit(1, { identifiers: ["No. 12345"] }),
      sampleHit(2, { listTitle: "乙リスト", listedNames: ["Other"] }),
    ];
    assert.equal(groupHits([a, { ...b, identifiers: ["no.12345"] }]).length, 1);
    assert.equal(groupHits([sampleHit(1), sampleHit(2, { listTitle: "乙リスト" })]).length, 1);
    const born = (day: string): object => ({ listTitle: day, birthDates: [day] });
    assert.equal(groupHits([sampleHit(1, born("1970-01-01")), sampleHit(2, born("1981-05-05"))]).length, 2);
    const from = (country: string): object => ({ listTitle: country, countries: [country] });
    assert.equal(groupHits([sampleHit(1, from("JP")), sampleHit(2, from("US"))]).length, 2);
  });

  it("keep two namesakes of one list apart, even where a third list has the name once", () => {
    const groups = groupHits([sampleHit(1), sampleHit(2), sampleHit(3, { listTitle: "乙リスト" })]);
    assert.equal(groups.length, 2);
    assert.ok(groups.every(({ hits }) => new Set(hits.map(({ listTitle }) => listTitle)).size === hits.length));
  });

  it("never bring two subjects together", () => {
    assert.equal(groupHits([sampleHit(1), sampleHit(2, { listTitle: "乙リスト", subjectId: hexId(2) })]).length, 2);
  });
});

const facts = fc.dictionary(fc.constantFrom("names", "countries", "remarks"), fc.array(fc.string(), { maxLength: 4 }));

describe("what a verdict rests on", () => {
  it("has not changed when the same values come in another order", () => {
    fc.assert(
      fc.property(facts, (known) => {
        const turned = Object.fromEntries(
          Object.entries(known)
            .reverse()
            .map(([field, values]) => [field, values.toReversed()]),
        );
        assert.deepEqual(changesBetween("entry", known, turned), []);
      }),
    );
  });

  it("has changed in exactly the fields whose values differ", () => {
    fc.assert(
      fc.property(facts, facts, (before, after) => {
        const [was, is] = [orderedFacts(before), orderedFacts(after)];
        const differing = ["countries", "names", "remarks"].filter(
          (field) => JSON.stringify(was[field] ?? []) !== JSON.stringify(is[field] ?? []),
        );
        assert.deepEqual(
          changesBetween("entry", before, after).map(({ field }) => field),
          differing,
        );
      }),
    );
  });
});

describe("what screening again finds to be different", () => {
  it("is nothing between a set of hits and itself under other ids", () => {
    fc.assert(
      fc.property(someHits, (hits) => {
        const again = hits.map((one, n) => Hit.parse({ ...one, id: hexId(500 + n) }));
        assert.equal(isDifferent(hitDifference(hits, again)), false);
      }),
    );
  });

  it("mirrors: what came one way went the other way", () => {
    fc.assert(
      fc.property(someHits, fc.nat(14), (hits, cut) => {
        const [some, all] = [hits.slice(0, cut), hits];
        const there = hitDifference(some, all);
        const back = hitDifference(all, some);
        assert.deepEqual(
          there.added.map(({ id }) => id),
          back.gone.map(({ id }) => id),
        );
      }),
    );
  });
});
