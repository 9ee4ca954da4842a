import type { Answer } from "../../shared/domain/answer.ts";
import { requiredItems } from "../../shared/domain/checklist.ts";
import { type Content, riskRulesOf } from "../../shared/domain/content/content.ts";
import { itemsOf } from "../../shared/domain/content/template.ts";
import { AnswerId, CaseKind, type GateId, type HitRelation } from "../../shared/domain/content/vocabulary.ts";
import type { Evidence } from "../../shared/domain/evidence.ts";
import type { SubjectRole } from "../../shared/domain/party.ts";
import { assess } from "../../shared/domain/risk/assess.ts";
import type { Assessment, AssessmentInput, RatedHit, RatedItem } from "../../shared/domain/risk/assessment.ts";
import { corroborationOf } from "../../shared/domain/risk/corroboration.ts";
import type { Hit } from "../../shared/domain/screening.ts";
import { hiddenItems } from "../../shared/domain/visibility.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { shownContextOf } from "./asked-items.ts";
import type { CaseFile } from "./case-file.ts";

/** Why a dossier cannot be scored yet, or ever. */
export type Unscored = { readonly code: "triage-missing" | "not-scored" };

/** How a subject's part in the dossier bears on the gates: it is the case, belongs to it now, or did once. */
const relationOfRole: Readonly<Record<SubjectRole, HitRelation>> = {
  principal: "subject",
  partner: "subject",
  employer: "current",
  unit: "current",
  owner: "current",
  funder: "current",
  other: "past",
};

/** What of a case is rated; of a hit, what it may mean and what was made of it. */
export type RatedFile = Omit<CaseFile, "hits" | "run" | "scope" | "seconds" | "marks"> & {
  readonly hits: readonly Pick<Hit, "id" | "subjectId" | "effectClass" | "judgement" | "awaitsSecondPerson">[];
};

/** A dossier in the shape the risk model reads. Nothing about a person but answers and verdicts gets through. */
export function toAssessmentInput(file: RatedFile, content: Content): Result<AssessmentInput, Unscored> {
  const { record } = file;
  const kind = CaseKind.safeParse(record.kind);
  if (!kind.success) return err({ code: "not-scored" });
  const { techTier, access } = record.triage;
  if (techTier === null || access === null) return err({ code: "triage-missing" });
  const agreed = gatesAgreed(file, content);
  return ok({
    kind: kind.data,
    techTier,
    access,
    depth: record.depth,
    triggers: record.triage.triggers,
    subjectIdentity: record.subjectIdentity,
    items: ratedItems(file, content),
    hits: file.hits.map((hit) => ratedHit(hit, file)),
    measures: file.measures.map((measure) => ({
      measure: measure.measureId,
      status: measure.status,
      complete: isComplete(measure),
    })),
    gatesOpen: agreed.open,
    gatesShut: agreed.shut,
    committeeInstructs: false,
  });
}

/** A measure counts only with an owner, a due day and a way to verify it. */
export function isComplete(measure: { owner: string; dueDay: string | null; verification: string }): boolean {
  return measure.owner.trim() !== "" && measure.dueDay !== null && measure.verification.trim() !== "";
}

/** Scores the dossier as it stands. */
export function assessCase(file: RatedFile, content: Content): Result<Assessment, Unscored> {
  const input = toAssessmentInput(file, content);
  return input.ok ? ok(assess(input.value, riskRulesOf(content))) : input;
}

function ratedItems(file: RatedFile, content: Content): RatedItem[] {
  const { template, record } = file;
  const hidden = hiddenItems(template, shownContextOf(record, file.answers));
  const required = new Set<string>(requiredItems(template, record.depth, hidden).map((item) => item.id));
  const answers = new Map<string, Answer>(file.answers.map((answer) => [answer.itemId, answer]));
  return itemsOf(file.template).map((item) => {
    const answer = answers.get(item.id);
    const behind = file.evidence.filter((evidence) => evidence.items.some((id) => id === item.id));
    const given = AnswerId.parse(answer?.answer ?? "not_checked");
    return {
      item: item.id,
      answer: hidden.has(item.id) ? whatStays(given, content) : given,
      key: item.key,
      required: required.has(item.id),
      corroborated: isCorroborated(behind, answer, content),
      // An item-level doubt counts; without one the certainty of the whole dossier holds.
      identity: answer?.identity ?? file.record.subjectIdentity,
      primary: item.factors.primary,
      supporting: item.factors.supporting,
    };
  });
}

/** What a hidden item still says: a finding somebody made does not go away with the question, anything else does. */
function whatStays(given: AnswerId, content: Content): AnswerId {
  const weights: Readonly<Record<string, number>> = content.scoring.severity.byAnswer;
  return (weights[given] ?? 0) > 0 ? given : "not_checked";
}

function isCorroborated(behind: readonly Evidence[], answer: Answer | undefined, content: Content): boolean {
  // Evidence whose bytes no longer match its hash supports nothing.
  const sound = behind.filter((evidence) => evidence.integrity === "intact");
  return corroborationOf(sound, answer?.confirmedBySubject ?? false, content.scoring).corroborated;
}

function ratedHit(hit: RatedFile["hits"][number], file: RatedFile): RatedHit {
  const subject = file.subjects.find((candidate) => candidate.id === hit.subjectId);
  return {
    hit: hit.id,
    effectClass: hit.effectClass,
    disposition: hit.judgement?.disposition ?? "undecided",
    confirmed: hit.judgement !== null && !hit.awaitsSecondPerson,
    relation: relationOfRole[subject?.role ?? "other"],
  };
}

/** Gates set by people, as far as a second person agreed where the gate asks for one. */
function gatesAgreed(file: RatedFile, content: Content): { open: GateId[]; shut: GateId[] } {
  const agreed = file.gates.filter((gate) => {
    const rule = content.scoring.gates.find((candidate) => candidate.id === gate.gateId);
    return rule?.needsSecondPerson !== true || gate.secondPerson.trim() !== "";
  });
  return {
    open: agreed.filter((gate) => gate.open).map((gate) => gate.gateId),
    shut: agreed.filter((gate) => !gate.open).map((gate) => gate.gateId),
  };
}
