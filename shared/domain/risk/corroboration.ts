import type { ScoringPolicy } from "../content/scoring-policy.ts";
import type { Reliability } from "../content/vocabulary.ts";

/** A source as corroboration sees it. `origin`: who stands behind it; copies of one report share an origin. */
export interface SourceBehind {
  readonly reliability: Reliability;
  readonly origin: string;
}

/** Whether a finding is backed up, and by what. */
export interface Corroboration {
  readonly corroborated: boolean;
  readonly byConfirmation: boolean;
  readonly independentSources: number;
  readonly neededSources: number;
}

/** Enough independent sources of enough reliability, or the subject's own confirmation of the fact. */
export function corroborationOf(
  sources: readonly SourceBehind[],
  confirmedBySubject: boolean,
  policy: ScoringPolicy,
): Corroboration {
  const rule = policy.corroboration;
  const origins = sources.filter((source) => rule.reliabilities.includes(source.reliability)).map(originKey);
  const named = new Set(origins.filter((origin) => origin !== ""));
  // A source nobody named may be a copy of any other, so unnamed ones make one source at most, and only when alone.
  const independentSources = named.size > 0 ? named.size : Math.min(origins.length, 1);
  const byConfirmation = confirmedBySubject && rule.ownConfirmationSuffices;
  return {
    corroborated: byConfirmation || independentSources >= rule.minIndependentSources,
    byConfirmation,
    independentSources,
    neededSources: rule.minIndependentSources,
  };
}

function originKey(source: SourceBehind): string {
  return source.origin.normalize("NFKC").trim().replace(/\s+/gu, " ").toLowerCase();
}
