import { join } from "node:path";
import { loadContent } from "../../../../../electron/content/load-content.ts";
import { riskRulesOf } from "../../../../../shared/domain/content/content.ts";
import type { ScoringExample } from "../../../../../shared/domain/content/scoring-policy.ts";
import type { AssessmentInput, RatedItem } from "../../../../../shared/domain/risk/assessment.ts";

/** The shipped content, read once. */
export const content = await loadContent(join(import.meta.dirname, "../../../../../resources"));
/** The shipped rules of the risk model. */
export const rules = riskRulesOf(content);

/** A copy of the shipped rules that a test may change. */
export function changedRules(change: (copy: typeof rules.policy) => void): typeof rules {
  const policy = structuredClone(rules.policy);
  change(policy);
  return { ...rules, policy };
}

/** A worked example as input to the model. */
export function inputOf(example: ScoringExample): AssessmentInput {
  const { measuresAgreed, items, ...rest } = example.input;
  return {
    ...rest,
    triggers: [],
    subjectIdentity: "certain",
    items: items.map((item) => ({ ...item, required: true, identity: "certain" })),
    hits: [],
    gatesShut: [],
    measures: measuresAgreed.map((measure) => ({ measure, status: "agreed", complete: true })),
    committeeInstructs: false,
  };
}

/** The worked example with this id, as input. */
export function exampleInput(id: string): AssessmentInput {
  const example = content.examples.examples.find((candidate) => candidate.id === id);
  if (example === undefined) throw new Error(`No example ${id}`);
  return inputOf(example);
}

/** An item that feeds one factor, with nothing against it. */
export function itemFor(parts: Partial<RatedItem> = {}): RatedItem {
  return {
    item: "X-1",
    answer: "none",
    key: false,
    required: true,
    corroborated: true,
    identity: "certain",
    primary: ["infosec"],
    supporting: [],
    ...parts,
  };
}

/** A case at T2/A2, standard depth, with these items and nothing else. */
export function caseOf(items: RatedItem[], parts: Partial<AssessmentInput> = {}): AssessmentInput {
  return {
    kind: "institution",
    techTier: "T2",
    access: "A2",
    depth: "standard",
    triggers: [],
    subjectIdentity: "certain",
    items,
    hits: [],
    measures: [],
    gatesOpen: [],
    gatesShut: [],
    committeeInstructs: false,
    ...parts,
  };
}
