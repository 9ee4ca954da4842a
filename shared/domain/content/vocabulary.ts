import { z } from "zod";
import { Bilingual } from "./bilingual.ts";

/** How deep an enquiry goes; each depth includes the ones before it. */
export const Depth = z.enum(["light", "standard", "enhanced"]);
export type Depth = z.infer<typeof Depth>;

/** What a template and a case are about. */
export const CaseKind = z.enum(["person", "institution", "company"]);
export type CaseKind = z.infer<typeof CaseKind>;

/** Kinds of template; the self-check is no case and is never scored as one. */
export const TemplateKind = z.enum([...CaseKind.options, "self-check"]);
export type TemplateKind = z.infer<typeof TemplateKind>;

/** Sensitivity of the technology handled, least first. */
export const TechTier = z.enum(["T0", "T1", "T2", "T3"]);
export type TechTier = z.infer<typeof TechTier>;

/** Access given, least first. */
export const AccessLevel = z.enum(["A0", "A1", "A2", "A3"]);
export type AccessLevel = z.infer<typeof AccessLevel>;

/** Answers of the case checklists. */
export const AnswerId = z.enum(["none", "minor", "material", "serious", "unknown", "na", "not_checked"]);
export type AnswerId = z.infer<typeof AnswerId>;

/** Answers of the self-check; a scale of its own. */
export const SelfCheckAnswerId = z.enum(["done", "mostly", "partial", "none", "na", "not_checked"]);
export type SelfCheckAnswerId = z.infer<typeof SelfCheckAnswerId>;

export const AnswerScale = z.enum(["risk", "self-check"]);
export type AnswerScale = z.infer<typeof AnswerScale>;

/** Why something could not be confirmed. */
export const UnknownReason = z.enum(["sparse", "access", "ambiguous", "pending_reply", "declined", "timebox"]);
export type UnknownReason = z.infer<typeof UnknownReason>;

export const SourceType = z.enum([
  "self_decl",
  "internal",
  "list_pack",
  "org_site",
  "lit_db",
  "patent_db",
  "funding_db",
  "registry",
  "corp_db",
  "news",
  "court",
  "expert",
  "interview",
  "reference",
  "gov_consult",
  "vendor",
  "doc_review",
  "sampling",
  "onsite",
]);
export type SourceType = z.infer<typeof SourceType>;

export const EvidenceType = z.enum([
  "capture",
  "list_result",
  "decl_form",
  "cv",
  "plan",
  "contract_doc",
  "export_sheet",
  "interview_memo",
  "registry_copy",
  "expert_opinion",
  "policy_doc",
  "minutes",
  "train_record",
  "log_extract",
]);
export type EvidenceType = z.infer<typeof EvidenceType>;

/** Reliability of a source, best first; the vocabulary says which may corroborate. */
export const Reliability = z.enum(["A", "B", "C", "D"]);
export type Reliability = z.infer<typeof Reliability>;

/** How sure it is that a finding is about this subject, surest first. */
export const IdentityCertainty = z.enum(["certain", "likely", "possible", "different"]);
export type IdentityCertainty = z.infer<typeof IdentityCertainty>;

export const FactorId = z.enum([
  "legal_listing",
  "foreign_control",
  "military_end_use",
  "talent_program",
  "funding_opacity",
  "disclosure_integrity",
  "tech_transfer_path",
  "ip_contract",
  "infosec",
  "local_law",
  "ethics_rights",
  "dependence",
  "governance",
]);
export type FactorId = z.infer<typeof FactorId>;

/** Risk bands, lowest first. */
export const Band = z.enum(["low", "moderate", "high", "critical"]);
export type Band = z.infer<typeof Band>;

export const GateId = z.enum(["G1", "G2", "G3", "G4", "G5", "G6", "G7"]);
export type GateId = z.infer<typeof GateId>;

export const GateEffect = z.enum([
  "avoid",
  "pend",
  "escalate",
  "avoid_or_escalate",
  "min_depth_standard_and_funder_step",
]);
export type GateEffect = z.infer<typeof GateEffect>;

export const MeasureStatus = z.enum(["proposed", "agreed", "implemented", "overdue", "withdrawn"]);
export type MeasureStatus = z.infer<typeof MeasureStatus>;

export const MeasureCategoryId = z.enum(["physical", "personnel", "infosec", "contract", "export", "governance"]);
export type MeasureCategoryId = z.infer<typeof MeasureCategoryId>;

export const RoleId = z.enum([
  "host",
  "reviewer",
  "second",
  "rs_officer",
  "export",
  "legal",
  "hr",
  "infosec",
  "facility",
  "ip",
  "privacy",
  "committee",
  "executive",
]);
export type RoleId = z.infer<typeof RoleId>;

/** What may be recorded as the decision. */
export const DecisionId = z.enum(["accept", "mitigate", "avoid"]);
export type DecisionId = z.infer<typeof DecisionId>;

/** What the engine may recommend: a decision, or one of the two routes that are no decisions. */
export const Recommendation = z.enum([...DecisionId.options, "pend", "escalate"]);
export type Recommendation = z.infer<typeof Recommendation>;

/** Where a row of the decision table sends the case. */
export const Route = z.enum(["executive", "export", "reviewer", "committee", "by_residual_band"]);
export type Route = z.infer<typeof Route>;

export const TriggerId = z.enum([
  "list_candidate",
  "current_foreign_post",
  "current_foreign_gov_funds",
  "defence_link",
  "unexplained_gap",
  "designated_programme",
  "ownership_opaque",
  "unsolicited_offer",
]);
export type TriggerId = z.infer<typeof TriggerId>;

/** What a confirmed match on a list means in law or practice. */
export const ListEffectClass = z.enum(["legal_prohibition", "permit_trigger", "funder_rule", "risk_reference"]);
export type ListEffectClass = z.infer<typeof ListEffectClass>;

export const Disposition = z.enum(["true_match", "related", "false_positive", "undecided"]);
export type Disposition = z.infer<typeof Disposition>;

export const FalsePositiveReason = z.enum([
  "diff_country",
  "diff_field",
  "diff_id",
  "diff_period",
  "generic_token",
  "type_mismatch",
]);
export type FalsePositiveReason = z.infer<typeof FalsePositiveReason>;

/** Whom a screened name belongs to: the subject or partner itself, a present tie of it, or a past one. */
export const HitRelation = z.enum(["subject", "current", "past"]);
export type HitRelation = z.infer<typeof HitRelation>;

/** How much a printed paper hides, least first. */
export const RedactionLevel = z.enum(["R0", "R1", "R2", "R3"]);
export type RedactionLevel = z.infer<typeof RedactionLevel>;

export const Burden = z.enum(["low", "medium", "high"]);
export type Burden = z.infer<typeof Burden>;

/** Items, templates, sections and measures may be added by an agency, so their ids are open within this shape. */
export const OpenId = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,39}$/);
export type OpenId = z.infer<typeof OpenId>;

/** Measure ids start with `M-`. */
export const MeasureId = z.string().regex(/^M-[A-Z]{2}\d{1,3}$/);
export type MeasureId = z.infer<typeof MeasureId>;

function word<T extends z.ZodType>(id: T) {
  return z.strictObject({ id, name: Bilingual });
}

/** One depth: when it is the default, what it is for, and its budget. Look-back null means the whole career. */
export const DepthEntry = word(Depth).extend({
  timeBudgetMinutes: z.int().positive(),
  planningMinutesPerItem: z.int().positive(),
  lookbackYears: z.int().positive().nullable(),
  purpose: Bilingual,
  defaultWhen: Bilingual,
});
export type DepthEntry = z.infer<typeof DepthEntry>;

/** The fixed words of the domain, each with its name in both languages. */
export const Vocabulary = z.strictObject({
  contentVersion: z.string().min(1).max(40),
  depths: z.array(DepthEntry),
  triggers: z.array(word(TriggerId)),
  answersRisk: z.array(word(AnswerId).extend({ hint: Bilingual })),
  unknownReasons: z.array(word(UnknownReason)),
  answersSelfCheck: z.array(word(SelfCheckAnswerId).extend({ level: z.int().min(0).max(3).nullable() })),
  /** `offline`: how this kind of source reaches a machine without network. */
  sourceTypes: z.array(word(SourceType).extend({ offline: z.enum(["file", "native", "capture"]) })),
  evidenceTypes: z.array(word(EvidenceType)),
  evidenceReliability: z.array(word(Reliability).extend({ canCorroborate: z.boolean() })),
  identityCertainty: z.array(word(IdentityCertainty)),
  screeningDispositions: z.array(word(Disposition).extend({ needsSecondPerson: z.boolean() })),
  falsePositiveReasons: z.array(word(FalsePositiveReason)),
  listEffectClasses: z.array(
    word(ListEffectClass).extend({
      onTrueMatch: z.enum(["G1", "G3", "escalate_if_programme_applies", "item_evidence_only"]),
    }),
  ),
  techTiers: z.array(word(TechTier).extend({ test: Bilingual })),
  accessLevels: z.array(word(AccessLevel)),
  techDomains: z.array(word(z.string().regex(/^D\d{2}$/))),
  techDomainsNote: Bilingual,
  roles: z.array(word(RoleId)),
  decisions: z.array(word(DecisionId).extend({ meaning: Bilingual })),
  nonDecisions: z.array(word(z.enum(["pend", "escalate"])).extend({ meaning: Bilingual })),
});
export type Vocabulary = z.infer<typeof Vocabulary>;

/** The vocabulary's lists that are plain id-and-name words. */
export type WordList = {
  [K in keyof Vocabulary]: Vocabulary[K] extends ReadonlyArray<{ id: string; name: Bilingual }> ? K : never;
}[keyof Vocabulary];

/** The name of one word; an id the list does not hold is a bug and throws. */
export function nameOf(vocabulary: Vocabulary, list: WordList, id: string): Bilingual {
  const entries: ReadonlyArray<{ id: string; name: Bilingual }> = vocabulary[list];
  const entry = entries.find((candidate) => candidate.id === id);
  if (entry === undefined) throw new Error(`Vocabulary ${list} has no ${id}`);
  return entry.name;
}
