import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { CaseKind } from "../../../../../shared/domain/content/vocabulary.ts";
import { RatedItem } from "../../../../../shared/domain/risk/assessment.ts";
import { selfCheckByPoint } from "../../../../../shared/domain/self-check.ts";
import { content, itemFor } from "../risk/sample-cases.ts";
import { templateFor } from "./sample-answers.ts";

const template = templateFor("self-check");

describe("the self-check", () => {
  it("adds up by point, leaving out what does not apply", () => {
    const answers = [
      { itemId: "S-A1", answer: "done", minutes: 0 },
      { itemId: "S-A2", answer: "partial", minutes: 0 },
      { itemId: "S-A3", answer: "na", minutes: 0 },
    ];
    const points = selfCheckByPoint(template, answers, content.vocabulary);
    assert.deepEqual(points.slice(0, 4), [
      { point: "体制", items: 1, answered: 1, level: 3, levelMax: 3 },
      { point: "相談・通報窓口", items: 1, answered: 1, level: 1, levelMax: 3 },
      { point: "関係部署間の情報共有", items: 1, answered: 1, level: 0, levelMax: 0 },
      { point: "第三者レビュー", items: 1, answered: 0, level: 0, levelMax: 3 },
    ]);
  });

  it("covers all 22 items", () => {
    const points = selfCheckByPoint(template, [], content.vocabulary);
    assert.equal(
      points.reduce((sum, point) => sum + point.items, 0),
      22,
    );
  });

  it("is no kind of case, and its answers do not fit the risk model", () => {
    assert.equal(CaseKind.safeParse(template.kind).success, false);
    assert.equal(RatedItem.safeParse({ ...itemFor(), answer: "mostly" }).success, false);
  });
});
