import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { alignWords, keepsOrder } from "../../../../../electron/screening/match/align-words.ts";

const split = (text: string): string[] => (text === "" ? [] : text.split(" "));

function grouped(a: string, b: string, anyOrder = true): string | undefined {
  const words = [split(a), split(b)] as const;
  const groups = alignWords(...words, anyOrder);
  const spelled = (side: 0 | 1, positions: readonly number[]): string =>
    positions.map((at) => words[side][at]).join("+");
  return groups?.map((group) => `${spelled(0, group.a)}=${spelled(1, group.b)}`).join(" ");
}

describe("grouping the words of two names", () => {
  const found: readonly (readonly [string, string, string])[] = [
    ["wei zhang", "wei zhang", "wei=wei zhang=zhang"],
    ["wei zhang", "zhang wei", "wei=wei zhang=zhang"],
    ["xiao ming wang", "wang xiaoming", "xiao+ming=xiaoming wang=wang"],
    ["高橋健", "高橋 健", "高橋健=高橋+健"],
    ["ab cd e", "a bc de", "ab+cd+e=a+bc+de"],
    ["a a a", "aa a", "a+a=aa a=a"],
  ];
  for (const [a, b, groups] of found) test(`${a} and ${b}`, () => assert.equal(grouped(a, b), groups));

  test("finds none where a letter differs", () => assert.equal(grouped("wei zhang", "wei zhong"), undefined));
  test("finds none where a word is left over", () => assert.equal(grouped("wei", "wei zhang"), undefined));
  test("finds none for nothing", () => assert.equal(grouped("", ""), undefined));
  test("keeps the order when it must", () => assert.equal(grouped("wei zhang", "zhang wei", false), undefined));

  test("tells whether the order was kept", () => {
    assert.equal(keepsOrder(alignWords(["a", "b"], ["ab"], true) ?? []), true);
    assert.equal(keepsOrder(alignWords(["a", "b"], ["b", "a"], true) ?? []), false);
  });

  test("comes to an end for many words that are all alike", () => {
    const startMs = performance.now();
    alignWords(
      Array.from({ length: 12 }, () => "a"),
      ["b", ...Array.from({ length: 11 }, () => "a")],
      true,
    );
    alignWords(split("ab ab ab ab ab ab ab ab ab ab ab b"), split("ba ba ba ba ba ba ba ba ba ba ba b"), true);
    assert.ok(performance.now() - startMs < 500);
  });

  test("groups any name with any shuffle of its words", () => {
    const words = fc.array(fc.stringMatching(/^[a-c]{1,3}$/), { minLength: 1, maxLength: 6 });
    const shuffled = words.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([a, b]) => {
        const groups = alignWords(a, b, true);
        assert.ok(groups !== undefined);
        for (const group of groups) {
          assert.equal(group.a.map((at) => a[at]).join(""), group.b.map((at) => b[at]).join(""));
        }
        assert.deepEqual(groups.flatMap((group) => group.a).toSorted(), a.map((_, at) => at).toSorted());
        assert.deepEqual(groups.flatMap((group) => group.b).toSorted(), b.map((_, at) => at).toSorted());
      }),
    );
  });
});
