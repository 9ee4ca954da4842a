import type { RiskView } from "../../../shared/contract/calls/risk.ts";
import type { ScoringPolicy } from "../../../shared/domain/content/scoring-policy.ts";
import type { GateId } from "../../../shared/domain/content/vocabulary.ts";

/** One thing that stands open before a decision, and the page where it is settled. */
export interface OpenMatter {
  readonly kind:
    | "requiredNotChecked"
    | "candidatesUndecided"
    | "subjectIdentity"
    | "awaitingCorroboration"
    | "gate"
    | "keyUnknown"
    | "depth"
    | "measures";
  readonly page: "checklist" | "screening" | "intake" | "assessment" | "measures" | "triage";
  readonly count: number;
  /** Items concerned, for a link each. */
  readonly items: readonly string[];
  readonly gate?: GateId;
  /** Whether the recommendation waits for it. */
  readonly blocks: boolean;
}

type Policy = Pick<ScoringPolicy, "identity" | "gates">;

/** Everything that stands open; what the recommendation waits for comes first. */
export function openMatters({ assessment, measures }: RiskView, policy: Policy): OpenMatter[] {
  const { open, facts, depthAdvice } = assessment;
  const unagreed = measures.filter((one) => one.status === "proposed" || one.status === "overdue").length;
  const holding = policy.gates.filter((gate) => gate.effect === "pend" && facts.gatesOpen.includes(gate.id));
  const order = policy.identity.weakestFirst;
  const isWeak = order.indexOf(facts.subjectIdentity) < order.indexOf(policy.identity.countedFrom);
  const found: OpenMatter[] = [
    ...holding.map((gate) => ({
      kind: "gate" as const,
      page: "assessment" as const,
      count: 1,
      items: [],
      gate: gate.id,
      blocks: true,
    })),
    matter("requiredNotChecked", "checklist", open.requiredNotChecked, true),
    matter("candidatesUndecided", "screening", open.candidatesUndecided, true),
    { kind: "subjectIdentity", page: "triage", count: isWeak ? 1 : 0, items: [], blocks: true },
    matter("awaitingCorroboration", "checklist", open.awaitingCorroboration, true),
    matter("keyUnknown", "checklist", open.keyUnknown, false),
    { kind: "depth", page: "triage", count: depthAdvice.short ? 1 : 0, items: [], blocks: false },
    { kind: "measures", page: "measures", count: unagreed, items: [], blocks: false },
  ];
  return found.filter((one) => one.count > 0);
}

function matter(
  kind: OpenMatter["kind"],
  page: OpenMatter["page"],
  ids: readonly string[],
  blocks: boolean,
): OpenMatter {
  // Ids of screening candidates mean nothing to a reader; they are only counted.
  return { kind, page, count: ids.length, items: page === "checklist" ? ids : [], blocks };
}
