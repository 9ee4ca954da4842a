import { z } from "zod";
import { Answer } from "../../../shared/domain/answer.ts";
import { TrailHead } from "../../../shared/domain/audit.ts";
import type { Bilingual } from "../../../shared/domain/content/bilingual.ts";
import type { Content } from "../../../shared/domain/content/content.ts";
import type { Template } from "../../../shared/domain/content/template.ts";
import { Band } from "../../../shared/domain/content/vocabulary.ts";
import { type Decision, MeasureTaken, type PaperDraft } from "../../../shared/domain/decision.ts";
import { Evidence, EvidenceStanding, plainStanding } from "../../../shared/domain/evidence.ts";
import { Sha256 } from "../../../shared/domain/ids.ts";
import { Subject } from "../../../shared/domain/party.ts";
import { EvidenceMark } from "../../../shared/domain/reading.ts";
import { Assessment } from "../../../shared/domain/risk/assessment.ts";
import { emptyScope, ScopeStored } from "../../../shared/domain/scope.ts";
import { Hit } from "../../../shared/domain/screening.ts";
import { SecondOutcome } from "../../../shared/domain/second-review.ts";
import type { Day } from "../../../shared/domain/time.ts";
import { ok, type Result } from "../../../shared/result.ts";
import { createText, type Locale, type Text } from "../../../shared/strings/text.ts";
import { DossierRecord } from "../../vault/tables/dossier-table.ts";
import { GateRecord } from "../../vault/tables/measure-table.ts";
import { RunRecord } from "../../vault/tables/screening-table.ts";
import { type CaseFile, templateOf } from "../case-file.ts";
import { assessCase, type Unscored } from "../rated-case.ts";
import { measuredOn } from "../scope-record.ts";
import type { OpenSession } from "../session.ts";

/** A decision's frozen ground, as read back from the vault. */
export const FrozenGround = z.object({
  assessment: Assessment,
  policyVersion: z.string(),
  bands: z.array(z.object({ id: Band, min: z.int() })),
  file: z.object({
    record: DossierRecord,
    templateHash: Sha256,
    subjects: z.array(Subject),
    answers: z.array(Answer),
    /** Decisions from before evidence had a standing froze it without one. */
    evidence: z.array(Evidence.extend({ standing: EvidenceStanding.default(plainStanding) })),
    /** Decisions from before highlights existed have none. */
    marks: z.array(EvidenceMark).default([]),
    measures: z.array(MeasureTaken),
    gates: z.array(GateRecord),
    run: RunRecord.optional(),
    hits: z.array(Hit),
    /** Decisions from before the paragraph existed have none. */
    scope: ScopeStored.default(emptyScope),
    /** Decisions from before it was frozen say nothing of a second review. */
    seconds: z.array(SecondOutcome).default([]),
  }),
  trail: TrailHead,
});

/** Everything a paper is drawn from: the frozen ground of a decision, or the dossier as it stands. */
export interface PaperSource {
  readonly file: CaseFile;
  readonly template: Template;
  readonly assessment: Assessment;
  readonly policyVersion: string;
  /** Where each band begins, under the policy the assessment was made with. */
  readonly bands: readonly { readonly id: Band; readonly min: number }[];
  readonly decision: Decision | undefined;
  readonly draft: PaperDraft;
  readonly trail: TrailHead;
  readonly content: Content;
  /** The day by which evidence is fresh or old. */
  readonly today: Day;
  readonly locale: Locale;
  readonly text: Text;
  readonly pick: (words: Bilingual) => string;
}

/** Reads the ground of the latest decision, or of the dossier as it stands while none is in force. */
export function paperSource(
  open: OpenSession,
  file: CaseFile,
  { content, locale, isDecided, nowMs }: { content: Content; locale: Locale; isDecided: boolean; nowMs: number },
): Result<PaperSource, Unscored> {
  const { tables } = open;
  const { draft } = tables.decisions.draft(file.record.id);
  const decision = isDecided ? tables.decisions.list(file.record.id)[0] : undefined;
  const today = measuredOn(decision, nowMs);
  const words = { locale, text: createText(locale), pick: (said: Bilingual) => said[locale] };
  const shared = { draft, content, today, ...words };
  if (decision !== undefined) {
    const ground = FrozenGround.parse(tables.decisions.snapshotOf(decision.id));
    const template = templateOf(open, ground.file);
    const { templateHash: _hash, run, ...rest } = ground.file;
    const frozen: CaseFile = { ...rest, run, template };
    const { assessment, policyVersion, bands, trail } = ground;
    return ok({ ...shared, file: frozen, template, assessment, policyVersion, bands, decision, trail });
  }
  const assessed = assessCase(file, content);
  if (!assessed.ok) return assessed;
  return ok({
    ...shared,
    file,
    template: file.template,
    assessment: assessed.value,
    policyVersion: content.scoring.modelVersion,
    bands: content.scoring.score.bands,
    decision: undefined,
    trail: tables.audit.head(),
  });
}
