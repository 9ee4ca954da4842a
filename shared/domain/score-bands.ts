/** Nearness from which a name is shown: recall before precision, see spec §12.3. */
export const usualCutOff = 0.7;

/** How near a candidate is, the nearest first: for ordering and for the eye, never a verdict; spec §12.3. */
export const scoreBands = ["strong", "possible", "weak"] as const;
export type ScoreBand = (typeof scoreBands)[number];

/** The least score of each band; the only place where one begins. */
export const bandFrom: Readonly<Record<ScoreBand, number>> = { strong: 0.92, possible: 0.8, weak: usualCutOff };

/** The band of a score at or above the usual cut-off. */
export function bandOf(score: number): ScoreBand {
  return scoreBands.find((band) => score >= bandFrom[band]) ?? "weak";
}
