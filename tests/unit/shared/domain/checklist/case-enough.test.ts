import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type Answer, emptyAnswer, lookInto } from "../../../../../shared/domain/answer.ts";
import { howFarAt, isRequired } from "../../../../../shared/domain/checklist.ts";
import { itemsOf, type TemplateItem } from "../../../../../shared/domain/content/template.ts";
import { AnswerId, Depth } from "../../../../../shared/domain/content/vocabulary.ts";
import { type CaseParts, caseEnough, enoughGroups } from "../../../../../shared/domain/enough.ts";
import { ItemId } from "../../../../../shared/domain/ids.ts";
import { content } from "../risk/sample-cases.ts";
import { evidence, templateFor } from "./sample-answers.ts";

const template = templateFor("person");
const items = itemsOf(template);

function answered(itemId: string, parts: Partial<Answer>): Answer {
  return { ...emptyAnswer, itemId: ItemId.parse(itemId), revision: 1, updatedAt: null, updatedBy: null, ...parts };
}

function partsOf(answers: readonly Answer[], parts: Partial<CaseParts> = {}): CaseParts {
  return {
    template,
    answers,
    evidence: [],
    depth: "light",
    subjectIdentity: "certain",
    hidden: new Set(),
    policy: content.scoring,
    today: "2026-11-23",
    ...parts,
  };
}

const clean = (item: TemplateItem): Answer =>
  answered(item.id, {
    answer: "none",
    sources: howFarAt(item, "light").sources.map(({ source }) => lookInto(source, "nothing")),
  });
const groupsOf = (parts: CaseParts): string[] => caseEnough(parts).groups.map(({ group }) => group);

describe("what a whole case lacks", () => {
  it("is an answer for each required item at the beginning, and nothing once each is clean with its sources", () => {
    const bare = caseEnough(partsOf([]));
    assert.deepEqual([bare.items, bare.complete], [17, 0]);
    assert.deepEqual(
      bare.groups.map(({ group, lacks }) => [group, lacks.length]),
      [["answers", 17]],
    );
    const required = items.filter((item) => isRequired(item, "light"));
    assert.deepEqual(caseEnough(partsOf(required.map(clean))).groups, []);
  });

  it("does not ask for hidden items, nor count what was answered in them", () => {
    const hidden = new Set(["P-A1", "P-B2"]);
    const enough = caseEnough(partsOf([answered("P-B2", { answer: "serious" })], { hidden }));
    assert.equal(enough.items, 15);
    assert.deepEqual(enough.awaiting, []);
    assert.ok(enough.groups.every(({ lacks }) => lacks.every(({ itemId }) => !hidden.has(itemId))));
  });

  it("takes in an optional item as soon as somebody answered it", () => {
    assert.equal(caseEnough(partsOf([answered("P-B5", { answer: "none" })])).items, 18);
  });

  it("sorts a bare finding's lacks into the groups in which one works", () => {
    const groups = groupsOf(partsOf([answered("P-B2", { answer: "material" })], { subjectIdentity: "possible" }));
    assert.deepEqual(
      groups,
      enoughGroups.filter((group) => groups.includes(group)),
    );
    for (const group of ["sources", "record", "identity", "corroboration", "evidence"] as const) {
      assert.ok(groups.includes(group), `${group} of ${groups.join()}`);
    }
  });

  it("names a finding as awaiting until two independent sound pieces or the person's word bear it out", () => {
    const finding = answered("P-B2", { answer: "material" });
    const piece = (origin: string) => ({ ...evidence({ origin }), items: ["P-B2"] });
    const awaiting = (pieces: CaseParts["evidence"], answer = finding): readonly string[] =>
      caseEnough(partsOf([answer], { evidence: pieces })).awaiting;
    assert.deepEqual(awaiting([]), ["P-B2"]);
    assert.deepEqual(awaiting([piece("𠮷野学会"), piece("𠮷野学会")]), ["P-B2"]);
    assert.deepEqual(awaiting([piece("𠮷野学会"), piece("髙﨑大学")]), []);
    assert.deepEqual(awaiting([], { ...finding, confirmedBySubject: true }), []);
  });

  it("names a finding whose subject may be somebody else, and lets the item's own certainty decide", () => {
    const unsure = (answer: Partial<Answer>): readonly string[] =>
      caseEnough(partsOf([answered("P-B2", { answer: "minor", ...answer })], { subjectIdentity: "possible" }))
        .unsureIdentity;
    assert.deepEqual(unsure({}), ["P-B2"]);
    assert.deepEqual(unsure({ identity: "certain" }), []);
  });

  it("adds up: each item that bears on it is complete or named, whatever was answered", () => {
    const answer = fc.record({
      id: fc.constantFrom(...items.map((item) => item.id)),
      answer: fc.constantFrom(...AnswerId.options),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(answer, { selector: (one) => one.id }),
        fc.constantFrom(...Depth.options),
        fc.subarray(items.map((item) => item.id)),
        (answers, depth, hidden) => {
          const given = answers.map((one) => answered(one.id, { answer: one.answer }));
          const enough = caseEnough(partsOf(given, { depth, hidden: new Set(hidden) }));
          const named = new Set(enough.groups.flatMap(({ lacks }) => lacks.map(({ itemId }) => itemId)));
          assert.equal(enough.complete + named.size, enough.items);
        },
      ),
    );
  });
});
