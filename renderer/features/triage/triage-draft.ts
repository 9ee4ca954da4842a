import type { DepthRule, ScoringPolicy } from "../../../shared/domain/content/scoring-policy.ts";
import type { Depth } from "../../../shared/domain/content/vocabulary.ts";
import type { Dossier, Triage } from "../../../shared/domain/dossier.ts";
import { defaultDepth, depthRank } from "../../../shared/domain/risk/depth.ts";
import { textLimits } from "../../../shared/domain/text.ts";

/** Fields of the triage that a person changed. */
export type TriagePatch = { -readonly [F in keyof Triage]?: Triage[F] };

/** The depth the rules give, the rules that give it, and whether findings ask for more than the triage does. */
export interface RuledDepth {
  readonly depth: Depth;
  readonly rules: readonly DepthRule[];
  readonly isFromFindings: boolean;
}

/**
 * The depth the rules give for a triage as it stands on screen. What has been found so far may ask for more; that part
 * is known only for the stored triage and is carried over.
 */
export function ruledDepth(
  triage: Triage,
  stored: Pick<Dossier, "triage" | "depthByRule">,
  policy: ScoringPolicy,
): RuledDepth {
  const byTriage = ofTriage(triage, policy);
  const storedByTriage = ofTriage(stored.triage, policy);
  const hasMoreFromFindings = depthRank(stored.depthByRule) > depthRank(storedByTriage.depth);
  if (hasMoreFromFindings && depthRank(stored.depthByRule) > depthRank(byTriage.depth)) {
    return { depth: stored.depthByRule, rules: [], isFromFindings: true };
  }
  return { ...byTriage, isFromFindings: false };
}

function ofTriage(triage: Triage, policy: ScoringPolicy): { depth: Depth; rules: DepthRule[] } {
  const { techTier, access, triggers } = triage;
  const pickRules = (ids: readonly string[]): DepthRule[] => policy.depthRules.filter((rule) => ids.includes(rule.id));
  if (techTier !== null && access !== null) {
    const advice = defaultDepth({ techTier, access, triggers }, policy);
    return { depth: advice.depth, rules: pickRules(advice.rules) };
  }
  // Before both are known, circumstances alone decide.
  return triggers.length > 0 ? { depth: "standard", rules: pickRules(["trigger"]) } : { depth: "light", rules: [] };
}

/** Whether a triage looks less deep than the rules ask without saying why. */
export function lacksReason(triage: Triage, byRule: Depth): boolean {
  const { depthChosen, depthReason } = triage;
  if (depthChosen === null || depthRank(depthChosen) >= depthRank(byRule)) return false;
  return depthReason.trim().length < textLimits.reasonMinimum;
}

/** How many characters the reason still needs. */
export function reasonShortBy(depthReason: string): number {
  return Math.max(0, textLimits.reasonMinimum - depthReason.trim().length);
}

/**
 * The part of what was entered that may be stored now: a depth below the rules waits for its reason, and a depth chosen
 * earlier gives way when the rules come to ask for more than it.
 */
export function sendablePatch(
  patch: TriagePatch,
  stored: Pick<Dossier, "triage" | "depthByRule">,
  policy: ScoringPolicy,
): TriagePatch {
  const whole = { ...stored.triage, ...patch };
  if (!lacksReason(whole, ruledDepth(whole, stored, policy).depth)) return patch;
  const { depthChosen: _chosen, depthReason: _reason, ...rest } = patch;
  if (Object.keys(rest).length === 0) return rest;
  const kept = { ...stored.triage, ...rest };
  const mustFollowRule = lacksReason(kept, ruledDepth(kept, stored, policy).depth);
  return mustFollowRule ? { ...rest, depthChosen: null } : rest;
}
