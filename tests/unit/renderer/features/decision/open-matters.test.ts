import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { openMatters } from "../../../../../renderer/features/decision/open-matters.ts";
import { filledPhrase, isPhraseTrue, leadingFactors } from "../../../../../renderer/features/decision/wording.ts";
import type { RiskView } from "../../../../../shared/contract/calls/risk.ts";
import { assess } from "../../../../../shared/domain/risk/assess.ts";
import type { AssessmentInput } from "../../../../../shared/domain/risk/assessment.ts";
import { caseOf, content, exampleInput, itemFor, rules } from "../../../shared/domain/risk/sample-cases.ts";

const viewOf = (input: AssessmentInput): RiskView => ({
  assessment: assess(input, rules),
  changes: [],
  measures: [],
  gates: [],
});

describe("what stands open before a decision", () => {
  it("is nothing in a finished enquiry", () => {
    assert.deepEqual(openMatters(viewOf(caseOf([itemFor()])), rules.policy), []);
  });

  it("says where each thing is settled, and what the recommendation waits for comes first", () => {
    const input = caseOf(
      [
        itemFor({ item: "X-1", answer: "not_checked" }),
        itemFor({ item: "X-2", answer: "material", corroborated: false }),
        itemFor({ item: "X-3", answer: "unknown", key: true }),
      ],
      {
        subjectIdentity: "possible",
        gatesOpen: ["G2"],
        hits: [
          {
            hit: "h1",
            effectClass: "risk_reference",
            disposition: "undecided",
            confirmed: false,
            relation: "subject",
          },
        ],
      },
    );
    const found = openMatters(viewOf(input), rules.policy).map((one) => [one.kind, one.page, one.items, one.blocks]);
    assert.deepEqual(found, [
      ["gate", "assessment", [], true],
      ["requiredNotChecked", "checklist", ["X-1"], true],
      ["candidatesUndecided", "screening", [], true],
      ["subjectIdentity", "triage", [], true],
      ["awaitingCorroboration", "checklist", ["X-2"], true],
      ["keyUnknown", "checklist", ["X-3"], false],
      ["depth", "triage", [], false],
    ]);
  });

  it("holds the recommendation exactly when something in it blocks", () => {
    for (const { id } of content.examples.examples) {
      const view = viewOf(exampleInput(id));
      const blocks = openMatters(view, rules.policy).some((one) => one.blocks);
      assert.equal(blocks, view.assessment.advice.recommendation === "pend", id);
    }
  });
});

describe("sample wording", () => {
  const phrase = (outcome: string) => {
    const found = content.committeePaper.phrases.find((one) => one.decision === outcome);
    assert.ok(found);
    return found.text;
  };

  it("has its blanks filled in both languages", () => {
    const ja = filledPhrase(phrase("mitigate"), "ja", { factors: "知財・契約条件", reviewDay: "2027年5月31日" });
    assert.match(ja, /^「知財・契約条件」について.*見直し期日は2027年5月31日とする。$/u);
    const en = filledPhrase(phrase("mitigate"), "en", { factors: "IP", reviewDay: "31 May 2027" });
    assert.doesNotMatch(en, /\[/u);
  });

  it("keeps a blank that nothing is known for", () => {
    assert.match(filledPhrase(phrase("mitigate"), "ja", { factors: "", reviewDay: "" }), /○○.*○年○月○日/u);
  });

  it("takes a name as it is, dollar signs and all", () => {
    assert.match(filledPhrase(phrase("avoid"), "en", { factors: "$& $1", reviewDay: "" }), /\$& \$1/u);
  });

  it("names the factors that stand out, and none when all are low", () => {
    assert.deepEqual(leadingFactors(assess(exampleInput("EX5"), rules)), ["talent_program"]);
    assert.deepEqual(leadingFactors(assess(exampleInput("EX1"), rules)), []);
  });

  it("is called unfit where the assessment shows otherwise", () => {
    const { facts } = assess(exampleInput("EX5"), rules);
    assert.deepEqual(
      (["accept", "mitigate", "avoid"] as const).map((outcome) => isPhraseTrue(outcome, { facts })),
      [false, false, true],
    );
  });
});
