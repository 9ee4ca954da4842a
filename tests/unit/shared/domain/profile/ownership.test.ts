import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { SubjectId } from "../../../../../shared/domain/ids.ts";
import { effectiveStakes, overOwned, type Stake } from "../../../../../shared/domain/profile/ownership.ts";

const id = (name: string): SubjectId => name as SubjectId; // A name is as good as an id here.
const stake = (owner: string, owned: string, share: number | null, isIndirect = false): Stake => ({
  owner: id(owner),
  owned: id(owned),
  share,
  isIndirect,
});
const held = (stakes: readonly Stake[], owner: string, owned: string) =>
  effectiveStakes(stakes).find((one) => one.owner === owner && one.owned === owned);

test("shares are multiplied along a chain and added up over chains", () => {
  const stakes = [stake("甲", "乙", 60), stake("乙", "丁", 50), stake("甲", "丙", 40), stake("丙", "丁", 25)];
  assert.equal(held(stakes, "甲", "丁")?.percent, 40);
  assert.equal(held(stakes, "甲", "丁")?.isThroughOthers, true);
  assert.equal(held(stakes, "甲", "乙")?.isThroughOthers, false);
});

test("a share stated as indirect is not counted beside the chain that makes it up", () => {
  const stakes = [stake("甲", "乙", 60), stake("乙", "丙", 50), stake("甲", "丙", 30, true)];
  assert.equal(held(stakes, "甲", "丙")?.percent, 30);
});

test("a share that is not known makes the figure a lower bound, all the way down", () => {
  const stakes = [stake("甲", "乙", null), stake("乙", "丙", 50), stake("甲", "丙", 10)];
  assert.deepEqual([held(stakes, "甲", "丙")?.percent, held(stakes, "甲", "丙")?.isAtLeast], [10, true]);
  assert.equal(held(stakes, "乙", "丙")?.isAtLeast, false);
});

test("bodies that own each other are followed round, and said to", () => {
  // 50 % of 乙, which holds 60 % of 丙, which holds 20 % of 乙: 50 / (1 - 0.6 × 0.2).
  const stakes = [stake("甲", "乙", 50), stake("乙", "丙", 60), stake("丙", "乙", 20)];
  assert.equal(held(stakes, "甲", "乙")?.percent, 56.8182);
  assert.equal(held(stakes, "甲", "丙")?.percent, 34.0909);
  assert.equal(held(stakes, "甲", "丙")?.isCircular, true);
  assert.equal(held(stakes, "乙", "乙"), undefined);
});

test("a closed ring of the whole ends too", () => {
  const stakes = [stake("甲", "乙", 100), stake("乙", "甲", 100), stake("丙", "甲", 100)];
  assert.equal(held(stakes, "丙", "乙")?.percent, 100);
});

test("more than the whole is told", () => {
  assert.deepEqual([...overOwned([stake("甲", "丙", 60), stake("乙", "丙", 50)])], [["丙", 110]]);
  assert.deepEqual([...overOwned([stake("甲", "丙", 60), stake("乙", "丙", 40), stake("甲", "丙", 30, true)])], []);
});

test("whatever the stakes, every figure lies between nothing and the whole", () => {
  const names = fc.constantFrom("a", "b", "c", "d", "e", "f");
  const stakes = fc.array(
    fc.record({
      owner: names,
      owned: names,
      share: fc.option(fc.integer({ min: 1, max: 100 })),
      indirect: fc.boolean(),
    }),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(stakes, (list) => {
      const found = effectiveStakes(list.map((one) => stake(one.owner, one.owned, one.share, one.indirect)));
      for (const { percent, owner, owned } of found) {
        assert.ok(percent >= 0 && percent <= 100);
        assert.notEqual(owner, owned);
      }
    }),
    { numRuns: 500 },
  );
});

test("without rings the figure is the sum over all chains", () => {
  // Bodies in a fixed order, each owning only later ones.
  const size = 6;
  const shares = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: size * size, maxLength: size * size });
  fc.assert(
    fc.property(shares, (table) => {
      const at = (i: number, j: number): number => (i < j ? (table[i * size + j] ?? 0) : 0);
      const chains = (i: number, j: number): number => {
        let sum = at(i, j) / 100;
        for (let k = i + 1; k < j; k += 1) sum += (at(i, k) / 100) * chains(k, j);
        return sum;
      };
      const stakes: Stake[] = [];
      for (let i = 0; i < size; i += 1)
        for (let j = i + 1; j < size; j += 1) if (at(i, j) > 0) stakes.push(stake(String(i), String(j), at(i, j)));
      for (const { owner, owned, percent } of effectiveStakes(stakes))
        assert.ok(Math.abs(percent - Math.min(100, chains(Number(owner), Number(owned)) * 100)) < 0.001);
    }),
    { numRuns: 200 },
  );
});
