import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  howFarAt,
  type ItemAnswer,
  isInScale,
  minutesOf,
  progressOf,
  requiredItems,
  shownItems,
  stopRulesFor,
} from "../../../../../shared/domain/checklist.ts";
import { content } from "../risk/sample-cases.ts";
import { shippedItem, templateFor } from "./sample-answers.ts";

const person = templateFor("person");
const clean = (...ids: string[]): ItemAnswer[] => ids.map((itemId) => ({ itemId, answer: "none", minutes: 3 }));

describe("what is required", () => {
  it("grows with depth, each depth including the lighter one", () => {
    const counts = (["light", "standard", "enhanced"] as const).map((depth) => requiredItems(person, depth).length);
    assert.deepEqual(counts, [17, 20, 20]);
  });

  it("shows every item at every depth and marks those that may be skipped", () => {
    const optional = shownItems(person, "light").filter((shown) => !shown.required);
    assert.deepEqual(
      optional.map((shown) => shown.item.id),
      ["P-B5", "P-D1", "P-D2"],
    );
    assert.equal(shownItems(person, "light").length, 20);
  });
});

describe("how far to look", () => {
  const item = shippedItem("person", "P-B2");

  it("takes in what lighter depths ask for, each source once with the depth that asks first", () => {
    assert.deepEqual(howFarAt(item, "enhanced").sources, [
      { source: "list_pack", from: "light" },
      { source: "org_site", from: "standard" },
      { source: "lit_db", from: "enhanced" },
      { source: "expert", from: "enhanced" },
    ]);
  });

  it("keeps a source that only the lighter depth names", () => {
    const sources = howFarAt(shippedItem("institution", "I-A1"), "standard").sources.map(({ source }) => source);
    assert.deepEqual(sources, ["self_decl", "internal", "interview"]);
  });

  it("gives one text per depth up to the one in force", () => {
    assert.deepEqual(
      howFarAt(item, "standard").steps.map((one) => one.depth),
      ["light", "standard"],
    );
  });

  it("ends with the item's own stop rule and the five that always hold", () => {
    const rules = stopRulesFor(item, content.scoring);
    assert.equal(rules.own, item.stopRule);
    assert.equal(rules.always.length, 5);
  });
});

describe("progress", () => {
  it("counts required answers by section and as a whole", () => {
    const { whole, sections } = progressOf(person, "light", clean("P-A1", "P-A2", "P-B5"));
    assert.deepEqual(whole, { required: 17, requiredAnswered: 2, answered: 3, total: 20, percent: 11 });
    assert.deepEqual(
      sections.slice(0, 2).map((section) => [section.sectionId, section.requiredAnswered, section.required]),
      [
        ["P-A", 2, 3],
        ["P-B", 0, 4],
      ],
    );
  });

  it("says 100 percent only when nothing required is left", () => {
    const required = requiredItems(person, "standard").map((item) => item.id);
    assert.equal(progressOf(person, "standard", clean(...required.slice(1))).whole.percent, 95);
    assert.equal(progressOf(person, "standard", clean(...required)).whole.percent, 100);
  });

  it("does not take an item marked not checked for answered", () => {
    const answers = [{ itemId: "P-A1", answer: "not_checked", minutes: 0 }];
    assert.equal(progressOf(person, "light", answers).whole.answered, 0);
  });

  it("takes could-not-confirm and not-applicable for answers", () => {
    const answers = ["unknown", "na"].map((answer, index) => ({ itemId: `P-A${index + 1}`, answer, minutes: 0 }));
    assert.equal(progressOf(person, "light", answers).whole.answered, 2);
  });
});

describe("minutes", () => {
  it("are planned by depth and summed up as used", () => {
    const answers = clean("P-A1", "P-A2");
    assert.deepEqual(minutesOf(person, "light", answers, content.vocabulary), {
      plannedMinutes: 51,
      usedMinutes: 6,
      budgetMinutes: 60,
    });
    assert.equal(minutesOf(person, "standard", answers, content.vocabulary).plannedMinutes, 240);
  });
});

describe("the scale of a template", () => {
  it("takes case answers for cases and self-check answers for the self-check", () => {
    const selfCheck = templateFor("self-check");
    assert.deepEqual([isInScale(person, "material"), isInScale(person, "mostly")], [true, false]);
    assert.deepEqual([isInScale(selfCheck, "mostly"), isInScale(selfCheck, "material")], [true, false]);
  });
});
