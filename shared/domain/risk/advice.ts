import type { ScoringPolicy } from "../content/scoring-policy.ts";
import type { Band, RoleId, Route } from "../content/vocabulary.ts";
import type { Advice, Facts, RowResult, Step } from "./assessment.ts";
import { bandRank } from "./band.ts";
import { evaluateCondition } from "./condition.ts";
import { step } from "./step.ts";

/** Reads the decision table from the top; the first row that holds gives the advice. */
export function adviceFor(facts: Facts, policy: ScoringPolicy): Advice {
  const rows: RowResult[] = [];
  const steps: Step[] = [];
  for (const row of policy.decisionTable) {
    const result = evaluateCondition(row.when, facts, policy);
    rows.push({ row: row.id, ...result });
    if (!result.holds) continue;
    steps.push(step("row-holds", { words: { row: row.id } }));
    return concluded(row.id, row.recommend, row.route);
  }
  steps.push(step("no-row-holds"));
  return concluded(null, policy.decisionFallback.recommend, policy.decisionFallback.route);

  function concluded(row: string | null, recommendation: Advice["recommendation"], route: Route): Advice {
    const approver = approverFor(route, facts.plannedResidual, policy);
    const approverOnDeparture = nextHigherApprover(approver, facts.plannedResidual, policy);
    steps.push(step("approver", { words: { route, approver, band: facts.plannedResidual } }));
    return { recommendation, route, row, approver, approverOnDeparture, rows, steps };
  }
}

/** Who decides on a route; `by_residual_band` asks the band of the planned residual risk. */
export function approverFor(route: Route, plannedResidual: Band, policy: ScoringPolicy): RoleId {
  return route === "by_residual_band" ? approverOfBand(plannedResidual, policy) : route;
}

/**
 * Who decides when the advice is departed from: one step up the ladder of approvers, never past its top. A role that
 * stands beside the ladder counts as the approver of the residual band.
 */
export function nextHigherApprover(approver: RoleId, plannedResidual: Band, policy: ScoringPolicy): RoleId {
  const ladder = policy.score.bands.toSorted((a, b) => bandRank(a.id) - bandRank(b.id)).map((band) => band.approver);
  const standing = ladder.includes(approver) ? approver : approverOfBand(plannedResidual, policy);
  const top = ladder.lastIndexOf(standing) + 1;
  return ladder[Math.min(top, ladder.length - 1)] ?? standing;
}

function approverOfBand(band: Band, policy: ScoringPolicy): RoleId {
  const entry = policy.score.bands.find((candidate) => candidate.id === band);
  if (entry === undefined) throw new Error(`No approver for band ${band}`);
  return entry.approver;
}
