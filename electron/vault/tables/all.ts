import type { Database } from "../database.ts";
import { type AnswerTable, createAnswerTable } from "./answer-table.ts";
import { type AuditTable, createAuditTable } from "./audit-table.ts";
import { type CheckpointTable, createCheckpointTable } from "./checkpoint-table.ts";
import { type ContentTable, createContentTable } from "./content-table.ts";
import { createDecisionTable, type DecisionTable } from "./decision-table.ts";
import { createDossierTable, type DossierTable } from "./dossier-table.ts";
import { createEvidenceTable, type EvidenceTable } from "./evidence-table.ts";
import { createIdentityTable, type IdentityTable } from "./identity-table.ts";
import { createListTable, type ListTable } from "./list-table.ts";
import { createMeasureTable, type MeasureTable } from "./measure-table.ts";
import { createPersonTable, type PersonTable } from "./person-table.ts";
import { createReportTable, type ReportTable } from "./report-table.ts";
import { createScreeningTable, type ScreeningTable } from "./screening-table.ts";
import { createSettingsTable, type SettingsTable } from "./settings-table.ts";
import { createSubjectTable, type SubjectTable } from "./subject-table.ts";

/** Every table of an open vault, statements prepared. */
export interface Tables {
  readonly answers: AnswerTable;
  readonly audit: AuditTable;
  readonly checkpoints: CheckpointTable;
  readonly content: ContentTable;
  readonly decisions: DecisionTable;
  readonly dossiers: DossierTable;
  readonly evidence: EvidenceTable;
  readonly identities: IdentityTable;
  readonly lists: ListTable;
  readonly measures: MeasureTable;
  readonly people: PersonTable;
  readonly reports: ReportTable;
  readonly screening: ScreeningTable;
  readonly settings: SettingsTable;
  readonly subjects: SubjectTable;
}

export function createTables(db: Database): Tables {
  return {
    answers: createAnswerTable(db),
    audit: createAuditTable(db),
    checkpoints: createCheckpointTable(db),
    content: createContentTable(db),
    decisions: createDecisionTable(db),
    dossiers: createDossierTable(db),
    evidence: createEvidenceTable(db),
    identities: createIdentityTable(db),
    lists: createListTable(db),
    measures: createMeasureTable(db),
    people: createPersonTable(db),
    reports: createReportTable(db),
    screening: createScreeningTable(db),
    settings: createSettingsTable(db),
    subjects: createSubjectTable(db),
  };
}
