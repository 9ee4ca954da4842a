import type { RiskRules } from "../content/content.ts";
import { type AnswerId, IdentityCertainty, type Recommendation } from "../content/vocabulary.ts";
import { assess } from "./assess.ts";
import type { Assessment, AssessmentInput, ChangeOf, Outcome, PossibleChange, RatedItem } from "./assessment.ts";
import { bandRank } from "./band.ts";
import { isSettled } from "./gates.ts";

interface Trial {
  readonly change: ChangeOf;
  readonly input: AssessmentInput;
  readonly distance: number;
}

/**
 * The smallest single changes that would move the recommendation or an overall band: one answer, one missing
 * corroboration, one measure, one gate, one hit, or the subject's identity. A finding raised to a level that needs
 * backing is tried as corroborated. Smallest first.
 */
export function whatWouldChange(input: AssessmentInput, rules: RiskRules): PossibleChange[] {
  const base = assess(input, rules);
  const before = outcomeOf(base);
  const found: PossibleChange[] = [];
  for (const trial of trialsFor(input, base, rules)) {
    const after = outcomeOf(assess(trial.input, rules));
    if (isSame(before, after)) continue;
    const direction = directionOf(before, after);
    found.push({ change: trial.change, before, after, direction, distance: trial.distance });
  }
  return smallestOfEach(found).sort((a, b) => a.distance - b.distance);
}

/** The four results that a change may move. */
export function outcomeOf(assessment: Assessment): Outcome {
  return {
    recommendation: assessment.advice.recommendation,
    inherent: assessment.inherent.band,
    planned: assessment.planned.band,
    actual: assessment.actual.band,
  };
}

function trialsFor(input: AssessmentInput, base: Assessment, rules: RiskRules): Trial[] {
  return [
    ...input.items.flatMap((item) => answerTrials(input, item, rules)),
    ...input.items.flatMap((item) => corroborationTrials(input, item, rules)),
    ...measureTrials(input, base, rules),
    ...gateTrials(input, base),
    ...hitTrials(input),
    ...identityTrials(input),
  ];
}

const findings = ["none", "minor", "material", "serious"] as const;

function withItem(input: AssessmentInput, item: RatedItem): AssessmentInput {
  return { ...input, items: input.items.map((other) => (other.item === item.item ? item : other)) };
}

function rankOf(answer: AnswerId): number {
  // Unknown and not checked stand just beside "no concern": confirming them clean is the smallest step.
  const scale: readonly AnswerId[] = findings;
  return scale.indexOf(answer);
}

function needsBacking(answer: AnswerId, rules: RiskRules): boolean {
  const { byAnswer, corroborationNeededFrom } = rules.policy.severity;
  const finding = findings.find((candidate) => candidate === answer);
  return finding !== undefined && byAnswer[finding] >= corroborationNeededFrom;
}

function answerTrials(input: AssessmentInput, item: RatedItem, rules: RiskRules): Trial[] {
  if (item.answer === "na") return [];
  const targets: AnswerId[] = [...findings.filter((finding) => finding !== item.answer)];
  if (item.answer !== "unknown") targets.push("unknown");
  return targets.map((to) => {
    const raised = needsBacking(to, rules) && rankOf(to) > rankOf(item.answer);
    const changed = { ...item, answer: to, corroborated: item.corroborated || raised };
    return {
      change: { kind: "answer", item: item.item, from: item.answer, to },
      input: withItem(input, changed),
      distance: to === "unknown" ? 1 : Math.max(1, Math.abs(rankOf(to) - rankOf(item.answer))),
    };
  });
}

function corroborationTrials(input: AssessmentInput, item: RatedItem, rules: RiskRules): Trial[] {
  if (!needsBacking(item.answer, rules)) return [];
  const changed = { ...item, corroborated: !item.corroborated };
  const change = { kind: "corroboration", item: item.item, from: item.corroborated, to: !item.corroborated } as const;
  return [{ change, input: withItem(input, changed), distance: 1 }];
}

function measureTrials(input: AssessmentInput, base: Assessment, rules: RiskRules): Trial[] {
  const taken = new Map(input.measures.map((measure) => [measure.measure, measure]));
  const likely = new Set(base.factors.filter((factor) => factor.inherent.likelihood > 0).map((row) => row.factor));
  return rules.measures
    .filter((measure) => measure.appliesTo.includes(input.kind))
    .filter((measure) => measure.effects.some((effect) => likely.has(effect.factor)))
    .flatMap((measure) => {
      const present = taken.get(measure.id);
      const from = present?.status ?? null;
      const counts = present?.complete === true && (from === "agreed" || from === "implemented");
      const others = input.measures.filter((other) => other.measure !== measure.id);
      const targets = counts ? (["overdue", "implemented"] as const) : (["agreed"] as const);
      return targets
        .filter((to) => to !== from || !counts)
        .map((to): Trial => {
          const measures = [...others, { measure: measure.id, status: to, complete: true }];
          return {
            change: { kind: "measure", measure: measure.id, from, to },
            input: { ...input, measures },
            distance: measure.strength,
          };
        });
    });
}

function gateTrials(input: AssessmentInput, base: Assessment): Trial[] {
  return base.gates
    .filter((state) => !state.open || state.openedBy === "person")
    .map((state) => {
      const others = input.gatesOpen.filter((gate) => gate !== state.gate);
      const gatesOpen = state.open ? others : [...others, state.gate];
      const gatesShut = input.gatesShut.filter((gate) => gate !== state.gate);
      const change = { kind: "gate", gate: state.gate, from: state.open, to: !state.open } as const;
      return { change, input: { ...input, gatesOpen, gatesShut }, distance: 1 };
    });
}

function hitTrials(input: AssessmentInput): Trial[] {
  return input.hits
    .filter((hit) => !isSettled(hit))
    .flatMap((hit) =>
      (["false_positive", "true_match"] as const).map((to): Trial => {
        const judged = { ...hit, disposition: to, confirmed: true };
        const hits = input.hits.map((other) => (other.hit === hit.hit ? judged : other));
        return {
          change: { kind: "hit", hit: hit.hit, from: hit.disposition, to },
          input: { ...input, hits },
          distance: 1,
        };
      }),
    );
}

function identityTrials(input: AssessmentInput): Trial[] {
  const from = input.subjectIdentity;
  const at = IdentityCertainty.options.indexOf(from);
  return IdentityCertainty.options
    .filter((to) => to !== from)
    .map((to) => ({
      change: { kind: "identity", from, to },
      input: { ...input, subjectIdentity: to },
      distance: Math.abs(IdentityCertainty.options.indexOf(to) - at),
    }));
}

function isSame(a: Outcome, b: Outcome): boolean {
  return (
    a.recommendation === b.recommendation &&
    a.inherent === b.inherent &&
    a.planned === b.planned &&
    a.actual === b.actual
  );
}

const gravity: Readonly<Record<Recommendation, number>> = { accept: 0, mitigate: 1, pend: 2, escalate: 3, avoid: 4 };

function directionOf(before: Outcome, after: Outcome): PossibleChange["direction"] {
  const moves = [
    gravity[after.recommendation] - gravity[before.recommendation],
    bandRank(after.inherent) - bandRank(before.inherent),
    bandRank(after.planned) - bandRank(before.planned),
    bandRank(after.actual) - bandRank(before.actual),
  ];
  if (moves.every((move) => move <= 0)) return "better";
  return moves.every((move) => move >= 0) ? "worse" : "other";
}

// Of several steps on the same item in the same direction the shortest says it all.
function smallestOfEach(changes: readonly PossibleChange[]): PossibleChange[] {
  const smallest = new Map<string, PossibleChange>();
  for (const one of changes) {
    const key = `${one.change.kind} ${targetOf(one.change)} ${one.direction}`;
    const known = smallest.get(key);
    if (known === undefined || one.distance < known.distance) smallest.set(key, one);
  }
  return [...smallest.values()];
}

function targetOf(change: ChangeOf): string {
  switch (change.kind) {
    case "answer":
    case "corroboration":
      return change.item;
    case "measure":
      return change.measure;
    case "gate":
      return change.gate;
    case "hit":
      return change.hit;
    case "identity":
      return "";
  }
}
