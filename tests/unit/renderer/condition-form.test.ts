import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { conditionForm, conditionOf } from "../../../renderer/features/templates/condition-form.ts";
import type { ShownLeaf, ShownWhen } from "../../../shared/domain/content/shown-when.ts";

const leaf: fc.Arbitrary<ShownLeaf> = fc.constantFrom<ShownLeaf>(
  { depthFrom: "standard" },
  { techTier: ["T2", "T3"] },
  { access: ["A3"] },
  { trigger: ["list_candidate"] },
  { item: "P-A1", answerIn: ["serious"] },
);
const part: fc.Arbitrary<ShownWhen> = fc.oneof(
  leaf,
  leaf.map((not) => ({ not })),
);

test("a form says what it was made from, for every condition that can be shown", () => {
  const parts = fc.array(part, { minLength: 2, maxLength: 6 });
  const when = fc.oneof(
    part,
    parts.map((all) => ({ all })),
    parts.map((any) => ({ any })),
    fc.constant(undefined),
  );
  fc.assert(
    fc.property(when, (one) => {
      const form = conditionForm(one);
      assert.ok(form !== undefined);
      assert.deepEqual(conditionOf(form), one);
    }),
  );
});

test("a condition whose parts have parts is not shown, so that nothing of it is lost", () => {
  const deep: ShownWhen[] = [
    { all: [{ any: [{ depthFrom: "standard" }] }] },
    { not: { all: [{ depthFrom: "standard" }] } },
    { any: [{ depthFrom: "light" }, { not: { not: { depthFrom: "light" } } }] },
  ];
  for (const when of deep) assert.equal(conditionForm(when), undefined);
});

test("taking the last but one part away leaves one condition without joining", () => {
  const form = conditionForm({ any: [{ depthFrom: "standard" }, { access: ["A3"] }] });
  assert.ok(form !== undefined);
  assert.deepEqual(conditionOf({ ...form, parts: form.parts.slice(1) }), { access: ["A3"] });
});
