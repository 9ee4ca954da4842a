import type { Factor } from "../content/factor.ts";
import type { Measure } from "../content/measure.ts";
import type { ScoringPolicy } from "../content/scoring-policy.ts";
import type { CaseKind } from "../content/vocabulary.ts";
import type { Level, RatedMeasure, Step } from "./assessment.ts";
import { levelOf } from "./band.ts";
import { step } from "./step.ts";

/** Which measures count as planned and as actual, and why others do not. */
export interface CountedMeasures {
  readonly planned: readonly Measure[];
  readonly actual: readonly Measure[];
  readonly notCounted: readonly Step[];
}

type Standing = "planned" | "actual" | { readonly because: string };

/** Sorts the measures taken: only complete ones of a counting status that fit the kind of case weigh in. */
export function countMeasures(
  taken: readonly RatedMeasure[],
  kind: CaseKind,
  rules: { policy: ScoringPolicy; measures: readonly Measure[] },
): CountedMeasures {
  const planned = new Map<string, Measure>();
  const actual = new Map<string, Measure>();
  const notCounted: Step[] = [];
  for (const one of taken) {
    const measure = rules.measures.find((candidate) => candidate.id === one.measure);
    const standing = standingOf(one, measure, kind, rules.policy);
    if (measure === undefined || typeof standing === "object") {
      const because = typeof standing === "object" ? standing.because : "unknown";
      notCounted.push(step("measure-not-counted", { words: { because, status: one.status }, measures: [one.measure] }));
      continue;
    }
    planned.set(measure.id, measure);
    if (standing === "actual") actual.set(measure.id, measure);
  }
  return { planned: [...planned.values()], actual: [...actual.values()], notCounted };
}

function standingOf(
  taken: RatedMeasure,
  measure: Measure | undefined,
  kind: CaseKind,
  policy: ScoringPolicy,
): Standing {
  if (measure === undefined) return { because: "unknown" };
  const counts = policy.residual.statuses.find((status) => status.id === taken.status)?.counts ?? "no";
  if (counts === "no") return { because: "status" };
  if (!taken.complete) return { because: "incomplete" };
  if (!measure.appliesTo.includes(kind)) return { because: "otherKind" };
  return counts;
}

interface Cut {
  readonly measure: Measure;
  readonly likelihood: number;
  readonly impact: number;
  readonly strict: boolean;
}

interface Selection {
  readonly chosen: readonly Cut[];
  readonly likelihood: number;
  readonly impact: number;
  readonly strict: boolean;
}

/** A factor's level after measures, with the steps. */
export interface ResidualLevel {
  readonly level: Level;
  readonly steps: readonly Step[];
}

/**
 * Cuts a factor's level. Of each category one measure counts: the one that, together with the other categories, brings
 * the score lowest, so that adding a measure can never make things worse.
 */
export function residualOf(
  factor: Factor,
  inherent: Level,
  measures: readonly Measure[],
  policy: ScoringPolicy,
): ResidualLevel {
  const cuts = cutsFor(factor, measures, policy);
  let best: { selection: Selection; level: Level } | undefined;
  for (const selection of selections(cuts, policy)) {
    const level = levelAfter(factor, inherent, selection, policy);
    if (best === undefined || isLower(level, best.level)) best = { selection, level };
  }
  // `selections` always yields at least the empty one.
  if (best === undefined) throw new Error("No selection of measures");
  return { level: best.level, steps: residualSteps({ factor, inherent, cuts, policy, ...best }) };
}

function cutsFor(factor: Factor, measures: readonly Measure[], policy: ScoringPolicy): Cut[] {
  const cuts = measures.flatMap((measure): Cut[] => {
    const effect = measure.effects.find((candidate) => candidate.factor === factor.id);
    if (effect === undefined) return [];
    const likelihood = Math.max(0, -effect.likelihood);
    const strict = measure.strength >= policy.residual.strictStrength && likelihood > 0;
    return [{ measure, likelihood, impact: factor.mitigable ? Math.max(0, -effect.impact) : 0, strict }];
  });
  // Strongest first, so that among equals the strongest is the one named.
  return cuts.sort(
    (a, b) =>
      b.likelihood + b.impact - (a.likelihood + a.impact) ||
      b.measure.strength - a.measure.strength ||
      (a.measure.id < b.measure.id ? -1 : 1),
  );
}

// One cut per category. Totals beyond the caps are alike, so few different totals remain however many measures there are.
function selections(cuts: readonly Cut[], policy: ScoringPolicy): Iterable<Selection> {
  const byCategory = Map.groupBy(cuts, (cut) => cut.measure.category);
  let reached = new Map<string, Selection>([["", { chosen: [], likelihood: 0, impact: 0, strict: false }]]);
  for (const options of byCategory.values()) {
    const next = new Map<string, Selection>();
    for (const before of reached.values()) {
      for (const cut of options) {
        const likelihood = Math.min(before.likelihood + cut.likelihood, policy.residual.maxLikelihoodCut);
        const impact = Math.min(before.impact + cut.impact, policy.residual.maxImpactCut);
        const strict = before.strict || cut.strict;
        const key = `${likelihood} ${impact} ${strict}`;
        if (!next.has(key)) next.set(key, { chosen: [...before.chosen, cut], likelihood, impact, strict });
      }
    }
    reached = next;
  }
  return reached.values();
}

function floorsFor(likelihood: number, policy: ScoringPolicy): { ordinary: number; strict: number } {
  const entry = policy.residual.floors.find((floor) => floor.inherent === likelihood);
  if (entry === undefined) throw new Error(`No residual floor for likelihood ${likelihood}`);
  return { ordinary: entry.floor, strict: entry.strictFloor };
}

function impactFloorOf(factor: Factor, policy: ScoringPolicy): number {
  return Math.max(policy.impact.min, factor.impactFloor);
}

function levelAfter(factor: Factor, inherent: Level, selection: Selection, policy: ScoringPolicy): Level {
  const floors = floorsFor(inherent.likelihood, policy);
  const floor = selection.strict ? floors.strict : floors.ordinary;
  const likelihood = Math.max(inherent.likelihood - selection.likelihood, floor);
  const impact = Math.max(inherent.impact - selection.impact, impactFloorOf(factor, policy));
  return levelOf(Math.min(likelihood, inherent.likelihood), Math.min(impact, inherent.impact), policy);
}

function isLower(a: Level, b: Level): boolean {
  return a.score - b.score < 0 || (a.score === b.score && a.likelihood + a.impact < b.likelihood + b.impact);
}

interface ResidualStory {
  readonly factor: Factor;
  readonly inherent: Level;
  readonly cuts: readonly Cut[];
  readonly policy: ScoringPolicy;
  readonly selection: Selection;
  readonly level: Level;
}

function residualSteps(story: ResidualStory): Step[] {
  const { factor, inherent, selection, level, policy } = story;
  const chosen = new Map(selection.chosen.map((cut) => [cut.measure.category, cut.measure.id]));
  const steps = story.cuts.map((cut) => cutStep(cut, chosen.get(cut.measure.category) ?? cut.measure.id));
  if (!factor.mitigable) steps.push(step("impact-not-mitigable", { words: { factor: factor.id } }));
  steps.push(
    step("cut-total", {
      numbers: {
        likelihood: selection.likelihood,
        impact: selection.impact,
        maxLikelihood: policy.residual.maxLikelihoodCut,
        maxImpact: policy.residual.maxImpactCut,
      },
    }),
  );
  const floors = floorsFor(inherent.likelihood, policy);
  if (inherent.likelihood - selection.likelihood < level.likelihood) {
    steps.push(
      selection.strict
        ? step("floor-strict", { numbers: { inherent: inherent.likelihood, floor: floors.strict } })
        : step("floor-ordinary", { numbers: { inherent: inherent.likelihood, floor: floors.ordinary } }),
    );
  }
  if (inherent.impact - selection.impact < level.impact) {
    steps.push(step("residual-impact-floor", { numbers: { floor: impactFloorOf(factor, policy) } }));
  }
  steps.push(
    step("residual-score", {
      numbers: { likelihood: level.likelihood, impact: level.impact, score: level.score },
      words: { band: level.band },
    }),
  );
  return steps;
}

function cutStep(cut: Cut, chosenId: string): Step {
  const numbers = { likelihood: cut.likelihood, impact: cut.impact, strength: cut.measure.strength };
  const words = { category: cut.measure.category };
  return cut.measure.id === chosenId
    ? step("measure-cut", { numbers, words, measures: [cut.measure.id] })
    : step("measure-weaker", { numbers, words, measures: [cut.measure.id, chosenId] });
}
