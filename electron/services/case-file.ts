import type { Answer } from "../../shared/domain/answer.ts";
import { Template } from "../../shared/domain/content/template.ts";
import type { MeasureTaken } from "../../shared/domain/decision.ts";
import type { Evidence } from "../../shared/domain/evidence.ts";
import type { DossierId } from "../../shared/domain/ids.ts";
import type { Subject } from "../../shared/domain/party.ts";
import type { EvidenceMark } from "../../shared/domain/reading.ts";
import type { ScopeStored } from "../../shared/domain/scope.ts";
import type { Hit } from "../../shared/domain/screening.ts";
import type { SecondOutcome } from "../../shared/domain/second-review.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { DossierRecord } from "../vault/tables/dossier-table.ts";
import type { GateRecord } from "../vault/tables/measure-table.ts";
import type { RunRecord } from "../vault/tables/screening-table.ts";
import { secondOutcomes } from "./second/outcomes.ts";
import type { OpenSession } from "./session.ts";

/** Everything one dossier holds, read in one go for scoring and for the paper. */
export interface CaseFile {
  readonly record: DossierRecord;
  readonly template: Template;
  readonly subjects: readonly Subject[];
  readonly answers: readonly Answer[];
  readonly evidence: readonly Evidence[];
  /** Highlights in the evidence, with the items that cite them. */
  readonly marks: readonly EvidenceMark[];
  readonly measures: readonly MeasureTaken[];
  readonly gates: readonly GateRecord[];
  readonly run: RunRecord | undefined;
  readonly hits: readonly Hit[];
  readonly scope: ScopeStored;
  /** What second reviews that were handed in came to. */
  readonly seconds: readonly SecondOutcome[];
}

/** No dossier has this id. */
export type UnknownDossier = { readonly code: "unknown-dossier" };

/** The dossier's own row, or the refusal. */
export function findRecord(open: OpenSession, dossierId: DossierId): Result<DossierRecord, UnknownDossier> {
  const record = open.tables.dossiers.find(dossierId);
  return record === undefined ? err({ code: "unknown-dossier" }) : ok(record);
}

/** Templates already parsed, by hash; a hash never stands for another text. */
const parsedTemplates = new Map<string, Template>();

/** The very template the dossier was opened on. Throws when the vault lacks it: every dossier's template is kept. */
export function templateOf(open: OpenSession, record: Pick<DossierRecord, "templateHash">): Template {
  const known = parsedTemplates.get(record.templateHash);
  if (known !== undefined) return known;
  const template = Template.parse(open.tables.content.find(record.templateHash));
  parsedTemplates.set(record.templateHash, template);
  return template;
}

/** Reads the whole dossier. */
export function readCaseFile(open: OpenSession, dossierId: DossierId): Result<CaseFile, UnknownDossier> {
  const found = findRecord(open, dossierId);
  if (!found.ok) return found;
  const { tables } = open;
  const template = templateOf(open, found.value);
  return ok({
    record: found.value,
    template,
    subjects: tables.subjects.list(dossierId),
    answers: tables.answers.list(dossierId),
    evidence: tables.evidence.list(dossierId),
    marks: tables.marks.list(dossierId),
    measures: tables.measures.list(dossierId),
    gates: tables.measures.gates(dossierId),
    run: tables.screening.lastRun(dossierId),
    hits: tables.screening.hits(dossierId).map((stored) => stored.hit),
    scope: tables.scopes.get(dossierId),
    seconds: secondOutcomes(open, { dossierId, template }),
  });
}
