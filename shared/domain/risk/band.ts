import type { ScoringPolicy } from "../content/scoring-policy.ts";
import { Band, type FactorId } from "../content/vocabulary.ts";
import type { Level, Overall, Step } from "./assessment.ts";
import { step } from "./step.ts";

/** Rank of a band, lowest 0. */
export function bandRank(band: Band): number {
  return Band.options.indexOf(band);
}

/** The band a score falls into. The bands cover every score the policy allows; a gap is a bug and throws. */
export function bandOf(score: number, policy: ScoringPolicy): Band {
  const entry = policy.score.bands.find((band) => score >= band.min && score <= band.max);
  if (entry === undefined) throw new Error(`No band holds score ${score}`);
  return entry.id;
}

/** Likelihood and impact multiplied and banded. */
export function levelOf(likelihood: number, impact: number, policy: ScoringPolicy): Level {
  const score = likelihood * impact;
  return { likelihood, impact, score, band: bandOf(score, policy) };
}

/** Where every factor lies in the lowest band none of them is the worst, and none is named. */
function firstStep(band: Band, worst: FactorId | undefined): Step {
  if (worst === undefined) return step("overall-empty", { words: { band } });
  if (bandRank(band) === 0) return step("overall-alike", { words: { band } });
  return step("overall-worst", { words: { band, factor: worst } });
}

/** The worst counted factor decides; many bands together may raise it further. */
export function overallOf(rows: ReadonlyArray<{ factor: FactorId; band: Band }>, policy: ScoringPolicy): Overall {
  const counted = rows.filter((row) => !policy.overall.notCounted.includes(row.factor));
  const left = rows.filter((row) => policy.overall.notCounted.includes(row.factor));
  let band: Band = "low";
  let worst: FactorId | undefined;
  for (const row of counted) {
    if (worst === undefined || bandRank(row.band) > bandRank(band)) {
      band = row.band;
      worst = row.factor;
    }
  }
  const steps = [firstStep(band, worst)];
  for (const rule of policy.overall.raises) {
    const count = counted.filter((row) => bandRank(row.band) >= bandRank(rule.countFrom)).length;
    if (count < rule.atLeast || bandRank(rule.raiseTo) <= bandRank(band)) continue;
    band = rule.raiseTo;
    steps.push(
      step("overall-raised", {
        numbers: { count, atLeast: rule.atLeast },
        words: { countFrom: rule.countFrom, band: rule.raiseTo },
      }),
    );
  }
  for (const row of left) {
    steps.push(step("overall-not-counted", { words: { factor: row.factor, band: row.band } }));
  }
  return { band, steps };
}
