import type { Condition } from "./condition.ts";
import type { Content } from "./content.ts";
import type { Problem } from "./problem.ts";
import type { ScoringPolicy } from "./scoring-policy.ts";
import { AccessLevel, Band, GateId, MeasureStatus, TechTier } from "./vocabulary.ts";

/** The tables of the risk model: complete, without gaps, and rising where they must rise. */
export function checkScoring(content: Pick<Content, "scoring" | "measures">): Problem[] {
  const policy = content.scoring;
  return [
    ...checkBands(policy),
    ...checkImpact(policy),
    ...checkSeverities(policy),
    ...checkFloors(policy),
    ...missing(
      "scoring.gates",
      GateId.options,
      policy.gates.map((gate) => gate.id),
    ),
    ...missing(
      "scoring.residual.statuses",
      MeasureStatus.options,
      policy.residual.statuses.map((status) => status.id),
    ),
    ...checkConditions(policy),
  ];
}

function missing(where: string, wanted: readonly string[], present: readonly string[]): Problem[] {
  return wanted.filter((id) => !present.includes(id)).map((id) => ({ where, code: "missing-id", id }));
}

function highestImpact(policy: ScoringPolicy): number {
  return Math.max(...TechTier.options.flatMap((tier) => Object.values(policy.impact.matrix[tier])), policy.impact.min);
}

// A gap between bands would leave a score without a band; an overlap would hide the worse one.
function checkBands(policy: ScoringPolicy): Problem[] {
  const where = "scoring.score.bands";
  const problems = missing(
    where,
    Band.options,
    policy.score.bands.map((band) => band.id),
  );
  let next = 0;
  for (const id of Band.options) {
    const band = policy.score.bands.find((candidate) => candidate.id === id);
    if (band === undefined) continue;
    if (band.min !== next || band.max < band.min) problems.push({ where, code: "not-covered", id });
    next = band.max + 1;
  }
  if (next <= policy.likelihood.max * highestImpact(policy)) problems.push({ where, code: "not-covered", id: "top" });
  return problems;
}

function checkImpact(policy: ScoringPolicy): Problem[] {
  const problems: Problem[] = [];
  const at = (t: number, a: number): number => {
    const [tier, access] = [TechTier.options[t], AccessLevel.options[a]];
    return tier === undefined || access === undefined ? 0 : policy.impact.matrix[tier][access];
  };
  for (const [t, tier] of TechTier.options.entries()) {
    for (const [a, access] of AccessLevel.options.entries()) {
      const id = `${tier}/${access}`;
      if (at(t, a) < at(t - 1, a) || at(t, a) < at(t, a - 1)) {
        problems.push({ where: "scoring.impact.matrix", code: "not-ascending", id });
      }
      if (policy.impact.labels[String(at(t, a))] === undefined) {
        problems.push({ where: "scoring.impact.labels", code: "missing-id", id: String(at(t, a)) });
      }
    }
  }
  return problems;
}

function checkSeverities(policy: ScoringPolicy): Problem[] {
  const { none, minor, material, serious } = policy.severity.byAnswer;
  const where = "scoring.severity";
  const problems: Problem[] = [];
  if (!(none < minor && minor < material && material < serious)) {
    problems.push({ where, code: "not-ascending", id: "byAnswer" });
  }
  if (policy.severity.uncorroboratedCap >= policy.severity.corroborationNeededFrom) {
    problems.push({ where, code: "not-ascending", id: "uncorroboratedCap" });
  }
  const order = policy.identity.weakestFirst;
  if (new Set(order).size !== order.length) {
    problems.push({ where: "scoring.identity", code: "duplicate-id", id: "weakestFirst" });
  }
  return problems;
}

function checkFloors(policy: ScoringPolicy): Problem[] {
  const problems: Problem[] = [];
  for (let likelihood = 0; likelihood <= policy.likelihood.max; likelihood += 1) {
    const id = String(likelihood);
    const floor = policy.residual.floors.find((candidate) => candidate.inherent === likelihood);
    if (floor === undefined) problems.push({ where: "scoring.residual.floors", code: "missing-id", id });
    else if (floor.floor > likelihood || floor.strictFloor > floor.floor) {
      problems.push({ where: "scoring.residual.floors", code: "not-ascending", id });
    }
    if (policy.likelihood.labels[id] === undefined) {
      problems.push({ where: "scoring.likelihood.labels", code: "missing-id", id });
    }
  }
  return problems;
}

function checkConditions(policy: ScoringPolicy): Problem[] {
  const gates = new Set<string>(policy.gates.map((gate) => gate.id));
  const rows = [...policy.decisionTable, ...policy.depthRules];
  return rows.flatMap((row) =>
    gatesNamed(row.when)
      .filter((gate) => !gates.has(gate))
      .map((id): Problem => ({ where: `scoring.${row.id}`, code: "unknown-id", id })),
  );
}

function gatesNamed(condition: Condition): string[] {
  if ("all" in condition) return condition.all.flatMap(gatesNamed);
  if ("any" in condition) return condition.any.flatMap(gatesNamed);
  return "anyGateOpen" in condition ? condition.anyGateOpen : [];
}
