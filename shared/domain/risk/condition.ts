import type { Comparison, Condition, Leaf } from "../content/condition.ts";
import type { ScoringPolicy } from "../content/scoring-policy.ts";
import type { Facts, LeafResult } from "./assessment.ts";
import { isIdentityBelow } from "./severity.ts";

/** Whether a condition holds, with every part that was looked at. */
export interface ConditionResult {
  readonly holds: boolean;
  readonly leaves: LeafResult[];
}

/** Works out a condition against the facts. Every part is looked at, so that the page can show all of them. */
export function evaluateCondition(condition: Condition, facts: Facts, policy: ScoringPolicy): ConditionResult {
  if ("all" in condition) {
    const parts = condition.all.map((part) => evaluateCondition(part, facts, policy));
    return { holds: parts.every((part) => part.holds), leaves: parts.flatMap((part) => part.leaves) };
  }
  if ("any" in condition) {
    const parts = condition.any.map((part) => evaluateCondition(part, facts, policy));
    return { holds: parts.some((part) => part.holds), leaves: parts.flatMap((part) => part.leaves) };
  }
  const leaf = evaluateLeaf(condition, facts, policy);
  return { holds: leaf.holds, leaves: [leaf] };
}

function evaluateLeaf(leaf: Leaf, facts: Facts, policy: ScoringPolicy): LeafResult {
  if ("anyGateOpen" in leaf) {
    const holds = leaf.anyGateOpen.some((gate) => facts.gatesOpen.includes(gate));
    return { subject: "gatesOpen", op: "open", expected: leaf.anyGateOpen, actual: facts.gatesOpen, holds };
  }
  if ("number" in leaf) {
    const actual = facts[leaf.number];
    const holds = compare(actual, leaf.op, leaf.value);
    return { subject: leaf.number, op: leaf.op, expected: [leaf.value], actual: [actual], holds };
  }
  if ("subjectIdentityBelow" in leaf) {
    const holds = isIdentityBelow(facts.subjectIdentity, leaf.subjectIdentityBelow, policy);
    const [expected, actual] = [[leaf.subjectIdentityBelow], [facts.subjectIdentity]];
    return { subject: "subjectIdentity", op: "below", expected, actual, holds };
  }
  if ("level" in leaf) return membership(leaf.level, leaf.in, facts[leaf.level]);
  if ("techTier" in leaf) return membership("techTier", leaf.techTier, facts.techTier);
  return membership("access", leaf.access, facts.access);
}

function membership(subject: string, expected: readonly string[], actual: string): LeafResult {
  return { subject, op: "in", expected: [...expected], actual: [actual], holds: expected.includes(actual) };
}

function compare(actual: number, op: Comparison, value: number): boolean {
  switch (op) {
    case "lt":
      return actual < value;
    case "le":
      return actual <= value;
    case "eq":
      return actual === value;
    case "ge":
      return actual >= value;
    case "gt":
      return actual > value;
  }
}
