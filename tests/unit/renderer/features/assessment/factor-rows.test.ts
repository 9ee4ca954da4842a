import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { changeGroups, changesThrough } from "../../../../../renderer/features/assessment/change-groups.ts";
import { gravestFirst } from "../../../../../renderer/features/assessment/factor-rows.ts";
import { assess } from "../../../../../shared/domain/risk/assess.ts";
import { whatWouldChange } from "../../../../../shared/domain/risk/what-would-change.ts";
import { caseOf, exampleInput, itemFor, rules } from "../../../shared/domain/risk/sample-cases.ts";

describe("the factors of a case", () => {
  it("stand gravest first, those shown for information last", () => {
    const input = caseOf([
      itemFor({ item: "X-1", answer: "serious", primary: ["governance"] }),
      itemFor({ item: "X-2", answer: "minor", primary: ["infosec"] }),
      itemFor({ item: "X-3", answer: "material", primary: ["dependence"] }),
    ]);
    const order = gravestFirst(assess(input, rules).factors).map((rating) => rating.factor);
    assert.deepEqual(order, ["dependence", "infosec", "governance"]);
  });
});

describe("what would change a case", () => {
  const input = exampleInput("EX5");
  const assessment = assess(input, rules);
  const changes = whatWouldChange(input, rules);

  it("is grouped by direction without losing a change", () => {
    const groups = changeGroups(changes);
    assert.equal(groups.flatMap((group) => group.changes).length, changes.length);
    assert.ok(groups.every((group) => group.changes.every((one) => one.direction === group.direction)));
  });

  it("can be narrowed to one factor: its own items, and measures that work on it", () => {
    const rating = assessment.factors.find((one) => one.factor === "talent_program");
    assert.ok(rating);
    const through = changesThrough(changes, rating, rules.measures);
    assert.ok(through.length > 0 && through.length < changes.length);
    const items = rating.items.map((item) => item.item);
    for (const { change } of through) {
      if (change.kind === "answer" || change.kind === "corroboration") assert.ok(items.includes(change.item));
      else if (change.kind === "measure") {
        const measure = rules.measures.find((one) => one.id === change.measure);
        assert.ok(measure?.effects.some((effect) => effect.factor === "talent_program"));
      } else assert.fail(`${change.kind} belongs to no factor`);
    }
  });
});
