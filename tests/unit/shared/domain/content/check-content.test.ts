import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkContent } from "../../../../../shared/domain/content/check-content.ts";
import type { Content } from "../../../../../shared/domain/content/content.ts";
import { itemsOf } from "../../../../../shared/domain/content/template.ts";
import { content } from "../risk/sample-cases.ts";

function problemsAfter(change: (copy: Content) => void): string[] {
  const copy = structuredClone(content);
  change(copy);
  return checkContent(copy).map((problem) => `${problem.code} ${problem.where} ${problem.id}`);
}

/** The first entry of a list that the shipped content is known to fill. */
function first<T>(list: readonly T[]): T {
  const [one] = list;
  if (one === undefined) throw new Error("the shipped list is empty");
  return one;
}

const breaks: Array<[name: string, change: (copy: Content) => void, problem: string]> = [
  [
    "an empty English text, wherever it stands",
    (copy) => {
      first(first(first(copy.templates).sections).items).why.en = " ";
    },
    "empty-text content.templates[0].sections[0].items[0].why en",
  ],
  [
    "a Japanese text that is gone",
    (copy) => {
      copy.privacy.breach.ja = "";
    },
    "empty-text content.privacy.breach ja",
  ],
  [
    "an item that is missing",
    (copy) => {
      first(first(copy.templates).sections).items.pop();
    },
    "wrong-count content items=79",
  ],
  [
    "a factor that is missing",
    (copy) => {
      copy.factors.factors = copy.factors.factors.filter((factor) => factor.id !== "local_law");
    },
    "missing-id factors local_law",
  ],
  [
    "two items of one id",
    (copy) => {
      const items = first(first(copy.templates).sections).items;
      items.push(structuredClone(first(items)));
    },
    "duplicate-id items P-A1",
  ],
  [
    "a package that names an unknown measure",
    (copy) => {
      first(copy.measures.packages).measures.push("M-XX9");
    },
    "unknown-id packages.PK-BASE M-XX9",
  ],
  [
    "a suggestion that names an unknown measure",
    (copy) => {
      copy.measures.suggestions.infosec.high.push("M-XX9");
    },
    "unknown-id suggestions.infosec M-XX9",
  ],
  [
    "a factor modelled on an unknown framework",
    (copy) => {
      first(copy.factors.factors).basedOn.push("NOWHERE");
    },
    "unknown-id factors.legal_listing NOWHERE",
  ],
  [
    "a word without a name",
    (copy) => {
      copy.vocabulary.triggers = copy.vocabulary.triggers.slice(1);
    },
    "missing-id vocabulary.triggers list_candidate",
  ],
  [
    "a gate that the policy leaves out",
    (copy) => {
      copy.scoring.gates = copy.scoring.gates.filter((gate) => gate.id !== "G7");
    },
    "missing-id scoring.gates G7",
  ],
  [
    "a row that asks about a gate the policy leaves out",
    (copy) => {
      copy.scoring.gates = copy.scoring.gates.filter((gate) => gate.id !== "G2");
    },
    "unknown-id scoring.D2 G2",
  ],
  [
    "a gap between bands",
    (copy) => {
      for (const band of copy.scoring.score.bands) if (band.id === "high") band.min = 9;
    },
    "not-covered scoring.score.bands high",
  ],
  [
    "bands that end below the highest score",
    (copy) => {
      for (const band of copy.scoring.score.bands) if (band.id === "critical") band.max = 19;
    },
    "not-covered scoring.score.bands top",
  ],
  [
    "impact that falls as access widens",
    (copy) => {
      copy.scoring.impact.matrix.T2.A3 = 3;
    },
    "not-ascending scoring.impact.matrix T2/A3",
  ],
  [
    "impact that falls as technology grows more sensitive",
    (copy) => {
      copy.scoring.impact.matrix.T3.A1 = 2;
    },
    "not-ascending scoring.impact.matrix T3/A1",
  ],
  [
    "severities that do not rise",
    (copy) => {
      copy.scoring.severity.byAnswer.serious = 2;
    },
    "not-ascending scoring.severity byAnswer",
  ],
  [
    "a cap that would let uncorroborated findings weigh in full",
    (copy) => {
      copy.scoring.severity.uncorroboratedCap = 2;
    },
    "not-ascending scoring.severity uncorroboratedCap",
  ],
  [
    "a residual floor above the likelihood itself",
    (copy) => {
      for (const floor of copy.scoring.residual.floors) if (floor.inherent === 1) floor.floor = 2;
    },
    "not-ascending scoring.residual.floors 1",
  ],
  [
    "a likelihood without a residual floor",
    (copy) => {
      copy.scoring.residual.floors.pop();
    },
    "missing-id scoring.residual.floors 4",
  ],
  [
    "a self-check on the risk scale",
    (copy) => {
      for (const template of copy.templates) if (template.kind === "self-check") template.answerScale = "risk";
    },
    "wrong-scale template.TPL-SELF risk",
  ],
  [
    "an outcome without a sample phrase",
    (copy) => {
      copy.committeePaper.phrases = copy.committeePaper.phrases.filter((phrase) => phrase.decision !== "avoid");
    },
    "missing-id committeePaper.phrases avoid",
  ],
  [
    "a redaction level that includes a stricter one",
    (copy) => {
      first(copy.privacy.redactionLevels).hides.push("R3");
    },
    "unknown-id privacy.redactionLevels.R0 R3",
  ],
];

describe("the check of the content", () => {
  it("finds nothing wrong with what ships", () => {
    assert.deepEqual(checkContent(content), []);
  });

  for (const [name, change, problem] of breaks) {
    it(`finds ${name}`, () => {
      const found = problemsAfter(change);
      assert.ok(found.includes(problem), found.join("\n"));
    });
  }

  it("lets an agency add an item of its own", () => {
    const found = problemsAfter((copy) => {
      const template = first(copy.templates);
      first(template.sections).items.push({ ...first(itemsOf(template)), id: "P-A9" });
    });
    assert.deepEqual(found, []);
  });
});
