import { type Answer, emptyAnswer } from "./answer.ts";
import {
  backingOf,
  type EvidenceBehind,
  type ItemCase,
  isAnswered,
  isRequired,
  type Missing,
  missingFor,
  weightOf,
} from "./checklist.ts";
import type { ScoringPolicy } from "./content/scoring-policy.ts";
import { itemsOf, type Template, type TemplateItem } from "./content/template.ts";
import type { Depth, IdentityCertainty } from "./content/vocabulary.ts";
import { isIdentityBelow } from "./risk/severity.ts";
import type { Day } from "./time.ts";

/** Everything the meter of a whole case looks at. */
export interface CaseParts {
  readonly template: Pick<Template, "sections" | "answerScale">;
  readonly answers: readonly Answer[];
  readonly evidence: ReadonlyArray<EvidenceBehind & { readonly items: readonly string[] }>;
  readonly depth: Depth;
  readonly subjectIdentity: IdentityCertainty;
  readonly hidden: ReadonlySet<string>;
  readonly policy: ScoringPolicy;
  /** The day by which evidence is fresh or old; see `ItemCase.today`. */
  readonly today: Day;
}

/** The kinds of thing a case may lack, in the order in which one works. */
export const enoughGroups = [
  "answers",
  "reasons",
  "sources",
  "record",
  "identity",
  "corroboration",
  "evidence",
] as const;
export type EnoughGroup = (typeof enoughGroups)[number];

const groupOf: Readonly<Record<Missing["code"], EnoughGroup>> = {
  answer: "answers",
  "unknown-reason": "reasons",
  reason: "reasons",
  sources: "sources",
  fact: "record",
  assessment: "record",
  explanation: "record",
  identity: "identity",
  corroboration: "corroboration",
  evidence: "evidence",
  "stale-evidence": "evidence",
};

/** What one item of a case lacks. */
export interface ItemLack {
  readonly itemId: string;
  readonly missing: Missing;
}

/** Whether a case has been looked into far enough for its depth, and what is missing; never a score. */
export interface CaseEnough {
  /** Items that bear on it: those required, and those somebody answered besides. */
  readonly items: number;
  /** Of these, items that lack nothing. */
  readonly complete: number;
  /** Only groups that lack something, in the order of `enoughGroups`; items in the order of the template. */
  readonly groups: ReadonlyArray<{ readonly group: EnoughGroup; readonly lacks: readonly ItemLack[] }>;
  /** Findings that weigh and are not backed up yet. */
  readonly awaiting: readonly string[];
  /** Findings that may be about somebody else. */
  readonly unsureIdentity: readonly string[];
}

/** One item of a case as `missingFor` reads it. */
export function itemCaseOf(parts: CaseParts, item: TemplateItem): ItemCase {
  const stored = parts.answers.find((answer) => answer.itemId === item.id);
  return {
    item,
    scale: parts.template.answerScale,
    answer: stored ?? emptyAnswer,
    evidence: parts.evidence.filter((one) => one.items.includes(item.id)),
    depth: parts.depth,
    subjectIdentity: parts.subjectIdentity,
    policy: parts.policy,
    today: parts.today,
  };
}

/** What a whole case lacks at its depth. */
export function caseEnough(parts: CaseParts): CaseEnough {
  const cases = itemsOf(parts.template)
    .filter((item) => !parts.hidden.has(item.id))
    .map((item) => itemCaseOf(parts, item))
    .filter((one) => isRequired(one.item, parts.depth) || isAnswered(one.answer));
  const lacks = cases.flatMap((one) => missingFor(one).map((missing): ItemLack => ({ itemId: one.item.id, missing })));
  const lacking = new Set(lacks.map((lack) => lack.itemId));
  const findings = cases.filter((one) => one.scale === "risk" && weightOf(one.answer.answer, one.policy) > 0);
  return {
    items: cases.length,
    complete: cases.length - lacking.size,
    groups: enoughGroups
      .map((group) => ({ group, lacks: lacks.filter((lack) => groupOf[lack.missing.code] === group) }))
      .filter(({ lacks: found }) => found.length > 0),
    awaiting: findings
      .filter((one) => backingOf(one.answer, one.evidence, one.policy).awaiting)
      .map((one) => one.item.id),
    unsureIdentity: findings
      .filter((one) =>
        isIdentityBelow(one.answer.identity ?? one.subjectIdentity, one.policy.identity.countedFrom, one.policy),
      )
      .map((one) => one.item.id),
  };
}
