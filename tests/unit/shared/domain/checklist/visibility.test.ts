import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { checkConditions } from "../../../../../shared/domain/content/check-conditions.ts";
import { ShownWhen, shownWhenLimits } from "../../../../../shared/domain/content/shown-when.ts";
import { itemsOf, type Template, TemplateItem } from "../../../../../shared/domain/content/template.ts";
import { Depth } from "../../../../../shared/domain/content/vocabulary.ts";
import { hiddenItems, type ShownContext, visibilityOf } from "../../../../../shared/domain/visibility.ts";
import { templateFor } from "./sample-answers.ts";

const person = templateFor("person");
const ids = itemsOf(person).map((item) => item.id);
const bare: ShownContext = {
  answers: [],
  depth: "light",
  techTier: null,
  access: null,
  triggers: [],
  kind: "person",
};

function withConditions(conditions: Readonly<Record<string, ShownWhen>>): Template {
  const sections = person.sections.map((section) => ({
    ...section,
    items: section.items.map((item) => {
      const shownWhen = conditions[item.id];
      return shownWhen === undefined ? item : { ...item, shownWhen };
    }),
  }));
  return { ...person, sections };
}

const answered = (itemId: string, answer: string): ShownContext => ({ ...bare, answers: [{ itemId, answer }] });
const finding: ShownWhen = { item: "P-B4", answerIn: ["minor", "material", "serious"] };

describe("when an item is asked", () => {
  it("is always asked without a condition", () => {
    assert.equal(hiddenItems(person, bare).size, 0);
    assert.deepEqual(visibilityOf(person, bare).get("P-A1"), { shown: true });
  });

  it("follows the answer of another item", () => {
    const template = withConditions({ "P-B5": finding });
    assert.deepEqual([...hiddenItems(template, bare)], ["P-B5"]);
    assert.deepEqual([...hiddenItems(template, answered("P-B4", "minor"))], []);
    assert.deepEqual([...hiddenItems(template, answered("P-B4", "none"))], ["P-B5"]);
  });

  it("says what it looked at and what it found there", () => {
    const template = withConditions({ "P-B5": { all: [finding, { depthFrom: "standard" }] } });
    assert.deepEqual(visibilityOf(template, answered("P-B4", "serious")).get("P-B5"), {
      shown: false,
      reason: {
        kind: "all",
        holds: false,
        parts: [
          { kind: "leaf", leaf: finding, actual: ["serious"], holds: true },
          { kind: "leaf", leaf: { depthFrom: "standard" }, actual: ["light"], holds: false },
        ],
      },
    });
  });

  it("closes a chain from its beginning: a hidden item's answer opens nothing", () => {
    const template = withConditions({ "P-B5": finding, "P-C1": { item: "P-B5", answerIn: ["minor"] } });
    const context = { ...bare, answers: [{ itemId: "P-B5", answer: "minor" }] };
    assert.deepEqual([...hiddenItems(template, context)], ["P-B5", "P-C1"]);
  });

  it("counts nothing set at triage as not holding", () => {
    const template = withConditions({ "P-B5": { techTier: ["T2", "T3"] }, "P-C1": { not: { access: ["A0"] } } });
    assert.deepEqual([...hiddenItems(template, bare)], ["P-B5"]);
    assert.deepEqual([...hiddenItems(template, { ...bare, techTier: "T3", access: "A0" })], ["P-C1"]);
  });

  it("follows triggers and the kind of case", () => {
    const template = withConditions({
      "P-B5": { trigger: ["defence_link", "unexplained_gap"] },
      "P-C1": { kind: ["company"] },
    });
    assert.deepEqual([...hiddenItems(template, { ...bare, triggers: ["unexplained_gap"] })], ["P-C1"]);
    assert.deepEqual([...hiddenItems(template, { ...bare, kind: "company" })], ["P-B5"]);
  });
});

describe("a condition in a file", () => {
  it("is refused where it is nested deeper than anybody could read", () => {
    const nested = (levels: number): unknown => (levels === 0 ? { depthFrom: "light" } : { not: nested(levels - 1) });
    assert.equal(ShownWhen.safeParse(nested(shownWhenLimits.levels)).success, true);
    assert.equal(ShownWhen.safeParse(nested(shownWhenLimits.levels + 1)).success, false);
    assert.equal(ShownWhen.safeParse(nested(5_000)).success, false);
  });

  it("is refused with unknown words, empty lists or a field nobody declared", () => {
    const bad = [
      {},
      { all: [] },
      { any: [] },
      { item: "P-A1", answerIn: [] },
      { item: "P-A1", answerIn: ["perhaps"] },
      { item: "髙", answerIn: ["none"] },
      { depthFrom: "deepest" },
      { depthFrom: "light", not: { depthFrom: "light" } },
    ];
    assert.deepEqual(
      bad.filter((one) => ShownWhen.safeParse(one).success),
      [],
    );
  });

  it("may be left out, so that every template in use stays as it is", () => {
    const [item] = itemsOf(person);
    assert.deepEqual(TemplateItem.parse(item), item);
  });
});

describe("the check of a template", () => {
  const problems = (conditions: Readonly<Record<string, ShownWhen>>): string[] =>
    checkConditions(withConditions(conditions)).map(({ code, where, id }) => `${code} ${where} ${id}`);

  it("names an item that is not there", () => {
    assert.deepEqual(problems({ "P-B5": { item: "P-Z9", answerIn: ["none"] } }), [
      "unknown-id template.TPL-PERSON.P-B5 P-Z9",
    ]);
  });

  it("names an answer of the other scale", () => {
    assert.deepEqual(problems({ "P-B5": { item: "P-A1", answerIn: ["none", "mostly"] } }), [
      "wrong-scale template.TPL-PERSON.P-B5 mostly",
    ]);
  });

  it("names every item of a circle and none that only leads into it", () => {
    assert.deepEqual(
      problems({
        "P-A1": { not: { item: "P-A2", answerIn: ["none"] } },
        "P-A2": { any: [{ item: "P-A3", answerIn: ["none"] }, { depthFrom: "light" }] },
        "P-A3": { item: "P-A1", answerIn: ["none"] },
        "P-B1": { item: "P-A1", answerIn: ["none"] },
        "P-B2": { item: "P-B2", answerIn: ["none"] },
      }),
      ["P-A1", "P-A2", "P-A3", "P-B2"].map((id) => `cycle template.TPL-PERSON ${id}`),
    );
  });
});

const leaf: fc.Arbitrary<ShownWhen> = fc.oneof(
  fc.record({
    item: fc.constantFrom(...ids),
    answerIn: fc.array(fc.constantFrom("none", "minor", "na", "not_checked"), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ depthFrom: fc.constantFrom(...Depth.options) }),
) as fc.Arbitrary<ShownWhen>; // The words above are all of the vocabulary.
const when: fc.Arbitrary<ShownWhen> = fc.letrec<{ when: ShownWhen }>((tie) => ({
  when: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.record({ all: fc.array(tie("when"), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie("when"), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie("when") }),
  ),
})).when;
const conditions = fc.dictionary(fc.constantFrom(...ids), when, { maxKeys: 12 });
const context: fc.Arbitrary<ShownContext> = fc.record({
  answers: fc.array(
    fc.record({ itemId: fc.constantFrom(...ids), answer: fc.constantFrom("none", "minor", "na", "not_checked") }),
    { maxLength: 20 },
  ),
  depth: fc.constantFrom(...Depth.options),
  techTier: fc.constantFrom(null, "T0" as const, "T3" as const),
  access: fc.constantFrom(null, "A0" as const),
  triggers: fc.constant([]),
  kind: fc.constant("person" as const),
});

describe("for any conditions", () => {
  it("every item is either shown or hidden, and one is hidden only by a condition that does not hold", () => {
    fc.assert(
      fc.property(conditions, context, (given, looked) => {
        const template = withConditions(given);
        const found = visibilityOf(template, looked);
        assert.deepEqual([...found.keys()], ids);
        for (const [itemId, one] of found) {
          if (given[itemId] === undefined) assert.deepEqual(one, { shown: true });
          else if (!one.shown) assert.equal(one.reason?.holds, false);
        }
      }),
    );
  });

  it("the opposite of a condition shows exactly where the condition hides", () => {
    fc.assert(
      fc.property(when, context, (one, looked) => {
        // On an item that no condition above asks about, so that turning it round changes nothing else.
        const asks = { ...person, sections: [...person.sections, extraSection(one), extraSection({ not: one })] };
        const [straight, turned] = [...visibilityOf(asks, looked).values()].slice(-2);
        assert.notEqual(straight?.shown, turned?.shown);
      }),
    );
  });

  it("a condition that passes the check gives the same picture whatever order the items stand in", () => {
    fc.assert(
      fc.property(conditions, context, (given, looked) => {
        const template = withConditions(given);
        fc.pre(checkConditions(template).length === 0);
        const turned = { sections: [...template.sections].reverse() };
        assert.deepEqual([...hiddenItems(turned, looked)].sort(), [...hiddenItems(template, looked)].sort());
      }),
    );
  });
});

let extra = 0;
function extraSection(shownWhen: ShownWhen): Template["sections"][number] {
  const [section] = person.sections;
  const item = section?.items[0];
  if (section === undefined || item === undefined) throw new Error("the shipped template is empty");
  extra += 1;
  return { ...section, id: `X-${extra}`, items: [{ ...item, id: `X-${extra}`, shownWhen }] };
}
