import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ScoringPolicy } from "../../../../../shared/domain/content/scoring-policy.ts";
import { assess } from "../../../../../shared/domain/risk/assess.ts";
import type { Assessment, AssessmentInput } from "../../../../../shared/domain/risk/assessment.ts";
import { caseOf, changedRules, exampleInput, itemFor, rules } from "./sample-cases.ts";

interface Change {
  readonly name: string;
  readonly change: (policy: ScoringPolicy) => void;
  readonly input: AssessmentInput;
  readonly read: (result: Assessment) => unknown;
  readonly before: unknown;
  readonly after: unknown;
}

const likelihood = (result: Assessment): unknown => result.factors[0]?.inherent.likelihood;
const planned = (result: Assessment): unknown => result.factors[0]?.planned.likelihood;
const advised = (result: Assessment): unknown => result.advice.recommendation;
const pair = (answer: "material" | "serious") => ["X-1", "X-2"].map((item) => itemFor({ item, answer }));
const agreed = (...ids: string[]): AssessmentInput["measures"] =>
  ids.map((measure) => ({ measure, status: "agreed", complete: true }));

const changes: Change[] = [
  {
    name: "severity of a minor finding",
    change: (policy) => {
      policy.severity.byAnswer.minor = 2;
    },
    input: caseOf([itemFor({ answer: "minor" })]),
    read: likelihood,
    before: 1,
    after: 2,
  },
  {
    name: "weight of an unconfirmed key item",
    change: (policy) => {
      policy.severity.unknownKey.standard = 1;
    },
    input: exampleInput("EX4"),
    read: (result) => result.inherent.band,
    before: "high",
    after: "moderate",
  },
  {
    name: "cap on what nothing backs up",
    change: (policy) => {
      policy.severity.uncorroboratedCap = 0;
    },
    input: exampleInput("EX6"),
    read: (result) => result.inherent.band,
    before: "moderate",
    after: "low",
  },
  {
    name: "severity from which backing is needed",
    change: (policy) => {
      policy.severity.corroborationNeededFrom = 3;
    },
    input: caseOf([itemFor({ answer: "material", corroborated: false })]),
    read: (result) => result.facts.awaitingCorroboration,
    before: 1,
    after: 0,
  },
  {
    name: "identity from which findings count",
    change: (policy) => {
      policy.identity.countedFrom = "possible";
    },
    input: caseOf([itemFor({ answer: "minor", identity: "possible" })]),
    read: likelihood,
    before: 0,
    after: 1,
  },
  {
    name: "discount for supporting items",
    change: (policy) => {
      policy.likelihood.supportingDiscount = 0;
    },
    input: caseOf([itemFor({ answer: "minor", primary: [], supporting: ["infosec"] })]),
    read: likelihood,
    before: 0,
    after: 1,
  },
  {
    name: "number of findings that raise likelihood",
    change: (policy) => {
      policy.likelihood.boost.minPrimaryItems = 3;
    },
    input: caseOf(pair("material")),
    read: likelihood,
    before: 3,
    after: 2,
  },
  {
    name: "severity that raises likelihood",
    change: (policy) => {
      policy.likelihood.boost.fromSeverity = 3;
    },
    input: caseOf(pair("material")),
    read: likelihood,
    before: 3,
    after: 2,
  },
  {
    name: "top of the likelihood scale",
    change: (policy) => {
      policy.likelihood.max = 3;
    },
    input: caseOf(pair("serious")),
    read: likelihood,
    before: 4,
    after: 3,
  },
  {
    name: "one cell of the impact table",
    change: (policy) => {
      policy.impact.matrix.T2.A2 = 5;
    },
    input: caseOf([itemFor()]),
    read: (result) => result.factors[0]?.inherent.impact,
    before: 4,
    after: 5,
  },
  {
    name: "upper edge of a band",
    change: (policy) => {
      for (const band of policy.score.bands) {
        if (band.id === "moderate") band.max = 8;
        if (band.id === "high") band.min = 9;
      }
    },
    input: exampleInput("EX2"),
    read: (result) => result.inherent.band,
    before: "high",
    after: "moderate",
  },
  {
    name: "approver of a band",
    change: (policy) => {
      for (const band of policy.score.bands) if (band.id === "low") band.approver = "committee";
    },
    input: exampleInput("EX1"),
    read: (result) => result.advice.approver,
    before: "reviewer",
    after: "committee",
  },
  {
    name: "number of high factors that make a case critical",
    change: (policy) => {
      policy.overall.raises = [{ countFrom: "high", atLeast: 1, raiseTo: "critical" }];
    },
    input: exampleInput("EX3"),
    read: (result) => result.inherent.band,
    before: "high",
    after: "critical",
  },
  {
    name: "factors that are not counted",
    change: (policy) => {
      policy.overall.notCounted = [];
    },
    input: caseOf([itemFor({ answer: "serious", primary: ["governance"] })]),
    read: (result) => result.inherent.band,
    before: "low",
    after: "critical",
  },
  {
    name: "cap on cuts to likelihood",
    change: (policy) => {
      policy.residual.maxLikelihoodCut = 1;
    },
    input: caseOf([itemFor({ answer: "serious" })], { measures: agreed("M-IS7") }),
    read: planned,
    before: 1,
    after: 2,
  },
  {
    name: "cap on cuts to impact",
    change: (policy) => {
      policy.residual.maxImpactCut = 0;
    },
    input: caseOf([itemFor({ answer: "serious" })], { measures: agreed("M-IS2") }),
    read: (result) => result.factors[0]?.planned.impact,
    before: 3,
    after: 4,
  },
  {
    name: "floor under a concern",
    change: (policy) => {
      for (const floor of policy.residual.floors) if (floor.inherent === 2) floor.floor = 2;
    },
    input: caseOf([itemFor({ answer: "material" })], { measures: agreed("M-IS7") }),
    read: planned,
    before: 1,
    after: 2,
  },
  {
    name: "strength that counts as strict",
    change: (policy) => {
      policy.residual.strictStrength = 2;
    },
    input: caseOf([itemFor({ answer: "minor" })], { measures: agreed("M-IS7") }),
    read: planned,
    before: 1,
    after: 0,
  },
  {
    name: "states of a measure that count",
    change: (policy) => {
      for (const status of policy.residual.statuses) if (status.id === "agreed") status.counts = "no";
    },
    input: exampleInput("EX2"),
    read: advised,
    before: "mitigate",
    after: "escalate",
  },
  {
    name: "effect of a row of the decision table",
    change: (policy) => {
      for (const row of policy.decisionTable) if (row.id === "D9") row.recommend = "mitigate";
    },
    input: exampleInput("EX1"),
    read: advised,
    before: "accept",
    after: "mitigate",
  },
  {
    name: "number in a condition",
    change: (policy) => {
      for (const row of policy.decisionTable) {
        if (row.id === "D3") row.when = { number: "requiredNotChecked", op: "gt", value: 1 };
      }
    },
    input: caseOf([itemFor({ answer: "not_checked" })]),
    read: advised,
    before: "pend",
    after: "accept",
  },
  {
    name: "order of the decision table",
    change: (policy) => {
      policy.decisionTable.reverse();
    },
    input: exampleInput("EX3"),
    read: advised,
    before: "escalate",
    after: "mitigate",
  },
  {
    name: "answers that count as checked",
    change: (policy) => {
      policy.coverage.countsAsChecked = ["none"];
    },
    input: exampleInput("EX2"),
    read: (result) => result.coverage.percent,
    before: 100,
    after: 50,
  },
  {
    name: "lists whose match deepens the enquiry",
    change: (policy) => {
      policy.confirmedHitClasses = ["risk_reference"];
    },
    input: caseOf([itemFor()], {
      hits: [
        { hit: "H", effectClass: "risk_reference", disposition: "true_match", confirmed: true, relation: "subject" },
      ],
    }),
    read: (result) => result.depthAdvice.depth,
    before: "standard",
    after: "enhanced",
  },
];

describe("a number changed in the policy changes the outcome", () => {
  for (const { name, change, input, read, before, after } of changes) {
    it(name, () => {
      assert.deepEqual(read(assess(input, rules)), before);
      assert.deepEqual(read(assess(input, changedRules(change))), after);
    });
  }
});
