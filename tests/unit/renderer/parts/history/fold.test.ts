import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { foldChanges } from "../../../../../renderer/parts/history/fold.ts";
import { diffWords } from "../../../../../renderer/parts/history/word-diff.ts";
import { Instant } from "../../../../../shared/domain/time.ts";

const change = (state: number, seconds: number, part: { reason?: string; by?: string } = {}) => ({
  at: Instant.parse(1_000_000 + seconds * 1000),
  by: part.by ?? "髙﨑 𠮷",
  before: `葛󠄀${state - 1}`,
  after: `葛󠄀${state}`,
  reason: part.reason ?? "",
  origin: "change" as const,
  state,
});

describe("changes of a field as a person made them", () => {
  it("are one where one person went on writing", () => {
    const folded = foldChanges([change(3, 20), change(2, 10), change(1, 0)]);
    assert.deepEqual(
      folded.map(({ before, after, state }) => [before, after, state]),
      [["葛󠄀0", "葛󠄀3", 3]],
    );
  });

  it("stand apart where time went by, somebody else wrote, or a reason was given", () => {
    assert.equal(foldChanges([change(2, 600), change(1, 0)]).length, 2);
    assert.equal(foldChanges([change(2, 1, { by: "江﨑" }), change(1, 0)]).length, 2);
    assert.equal(foldChanges([change(2, 1, { reason: "誤記" }), change(1, 0)]).length, 2);
  });
});

describe("two texts compared word by word", () => {
  it("give back either text exactly, whatever they hold", () => {
    const words = fc.string({ unit: fc.constantFrom("髙", "𠮷", "葛󠄀", "ﾊﾝｶｸ", " ", "\n", "研究", "a"), maxLength: 60 });
    fc.assert(
      fc.property(words, words, (before, after) => {
        const runs = diffWords(before, after);
        const joined = (without: "added" | "removed"): string =>
          runs.map(({ kind, text }) => (kind === without ? "" : text)).join("");
        assert.equal(joined("added"), before);
        assert.equal(joined("removed"), after);
      }),
    );
  });

  it("leaves unchanged what did not change", () => {
    const runs = diffWords("面談の前の記載", "面談の後の記載");
    assert.deepEqual(
      runs.filter(({ kind }) => kind !== "same"),
      [
        { kind: "removed", text: "前" },
        { kind: "added", text: "後" },
      ],
    );
  });
});
