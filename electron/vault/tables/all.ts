import { type CaseKeys, type CaseSeals, createCaseKeys } from "../crypto/case-seals.ts";
import type { Database } from "../database.ts";
import type { OpenVault } from "../open-vault.ts";
import type { VaultRandom } from "../ports.ts";
import { type AccessTable, createAccessTable } from "./access-table.ts";
import { type AnswerTable, createAnswerTable } from "./answer-table.ts";
import { type AuditTable, createAuditTable } from "./audit-table.ts";
import { type BackupTable, createBackupTable } from "./backup-table.ts";
import { type CaseUpgradeTable, createCaseUpgradeTable } from "./case-upgrade-table.ts";
import { type CheckpointTable, createCheckpointTable } from "./checkpoint-table.ts";
import { type ContentTable, createContentTable } from "./content-table.ts";
import { type CustodyTable, createCustodyTable } from "./custody-table.ts";
import { createDecisionTable, type DecisionTable } from "./decision-table.ts";
import { createDeclarationTable, type DeclarationTable } from "./declaration-table.ts";
import { createDeskTable, type DeskTable } from "./desk-table.ts";
import { createDossierTable, type DossierTable } from "./dossier-table.ts";
import { createDraftTable, type DraftTable } from "./draft-table.ts";
import { createEvidenceTable, type EvidenceTable } from "./evidence-table.ts";
import { createEvidenceTextTable, type EvidenceTextTable } from "./evidence-text-table.ts";
import { createHistoryTable, type HistoryTable } from "./history-table.ts";
import { createIdentityTable, type IdentityTable } from "./identity-table.ts";
import { createListProfileTable, type ListProfileTable } from "./list-profile-table.ts";
import { createListStagingTable, type ListStagingTable } from "./list-staging-table.ts";
import { createListTable, type ListTable } from "./list-table.ts";
import { createMappingTable, type MappingTable } from "./mapping-table.ts";
import { createMarkTable, type MarkTable } from "./mark-table.ts";
import { createMeasureTable, type MeasureTable } from "./measure-table.ts";
import { createNameIndexTable, type NameIndexTable } from "./name-index-table.ts";
import { createPackSignerTable, type PackSignerTable } from "./pack-signer-table.ts";
import { createPersonTable, type PersonTable } from "./person-table.ts";
import { createPointTable, type PointTable } from "./point-table.ts";
import { createPracticeTable, type PracticeTable } from "./practice-table.ts";
import { createProfileTable, type ProfileTable } from "./profile-table.ts";
import { createQuestionnaireTable, type QuestionnaireTable } from "./questionnaire-table.ts";
import { createRecoveryTable, type RecoveryTable } from "./recovery-table.ts";
import { createReportTable, type ReportTable } from "./report-table.ts";
import { createRescreeningTable, type RescreeningTable } from "./rescreening-table.ts";
import { createSamenessTable, type SamenessTable } from "./sameness-table.ts";
import { createScopeTable, type ScopeTable } from "./scope-table.ts";
import { createScorecardTable, type ScorecardTable } from "./scorecard-table.ts";
import { createScreeningTable, type ScreeningTable } from "./screening-table.ts";
import { createSearchSource, type SearchSource } from "./search-source.ts";
import { createSearchTable, type SearchTable } from "./search-table.ts";
import { createSecondReviewTable, type SecondReviewTable } from "./second-review-table.ts";
import { createSettingsTable, type SettingsTable } from "./settings-table.ts";
import { createSubjectTable, type SubjectTable } from "./subject-table.ts";
import { createTemplateTable, type TemplateTable } from "./template-table.ts";
import { createVerdictTable, type VerdictTable } from "./verdict-table.ts";

/** Every table of an open vault, statements prepared. */
export interface Tables {
  readonly access: AccessTable;
  readonly answers: AnswerTable;
  readonly audit: AuditTable;
  readonly caseUpgrades: CaseUpgradeTable;
  readonly backups: BackupTable;
  readonly checkpoints: CheckpointTable;
  readonly content: ContentTable;
  readonly custody: CustodyTable;
  readonly declarations: DeclarationTable;
  readonly decisions: DecisionTable;
  readonly desk: DeskTable;
  readonly dossiers: DossierTable;
  readonly drafts: DraftTable;
  readonly evidence: EvidenceTable;
  readonly history: HistoryTable;
  readonly evidenceText: EvidenceTextTable;
  readonly identities: IdentityTable;
  readonly lists: ListTable;
  readonly listProfiles: ListProfileTable;
  readonly packSigners: PackSignerTable;
  readonly listStaging: ListStagingTable;
  readonly mappings: MappingTable;
  readonly marks: MarkTable;
  readonly measures: MeasureTable;
  readonly nameIndex: NameIndexTable;
  readonly people: PersonTable;
  readonly points: PointTable;
  readonly questionnaires: QuestionnaireTable;
  readonly practice: PracticeTable;
  readonly profile: ProfileTable;
  readonly recovery: RecoveryTable;
  readonly reports: ReportTable;
  readonly rescreening: RescreeningTable;
  readonly scopes: ScopeTable;
  readonly sameness: SamenessTable;
  readonly scorecards: ScorecardTable;
  readonly screening: ScreeningTable;
  readonly secondReviews: SecondReviewTable;
  readonly search: SearchTable;
  readonly searchSource: SearchSource;
  readonly settings: SettingsTable;
  readonly subjects: SubjectTable;
  readonly templates: TemplateTable;
  readonly verdicts: VerdictTable;
}

/** The keyring of a session that holds no case key yet: every restricted case of this vault is shut. */
export function openCaseKeys(vault: Pick<OpenVault, "db" | "objects">, random: VaultRandom): CaseKeys {
  return createCaseKeys({
    random,
    objectKeys: vault.objects.keys,
    restricted: createAccessTable(vault.db).restricted(),
  });
}

export function createTables(db: Database, seals: CaseSeals): Tables {
  return {
    access: createAccessTable(db),
    answers: createAnswerTable(db, seals),
    audit: createAuditTable(db),
    caseUpgrades: createCaseUpgradeTable(db, seals),
    backups: createBackupTable(db),
    checkpoints: createCheckpointTable(db),
    content: createContentTable(db),
    custody: createCustodyTable(db, seals),
    declarations: createDeclarationTable(db, seals),
    decisions: createDecisionTable(db, seals),
    desk: createDeskTable(db, seals),
    dossiers: createDossierTable(db, seals),
    drafts: createDraftTable(db, seals),
    evidence: createEvidenceTable(db, seals),
    history: createHistoryTable(db, seals),
    evidenceText: createEvidenceTextTable(db, seals),
    identities: createIdentityTable(db),
    lists: createListTable(db),
    listProfiles: createListProfileTable(db),
    packSigners: createPackSignerTable(db),
    listStaging: createListStagingTable(db),
    mappings: createMappingTable(db),
    marks: createMarkTable(db, seals),
    measures: createMeasureTable(db, seals),
    nameIndex: createNameIndexTable(db),
    people: createPersonTable(db),
    points: createPointTable(db, seals),
    questionnaires: createQuestionnaireTable(db, seals),
    practice: createPracticeTable(db),
    profile: createProfileTable(db, seals),
    recovery: createRecoveryTable(db),
    reports: createReportTable(db, seals),
    rescreening: createRescreeningTable(db, seals),
    scopes: createScopeTable(db, seals),
    sameness: createSamenessTable(db, seals),
    scorecards: createScorecardTable(db),
    screening: createScreeningTable(db, seals),
    secondReviews: createSecondReviewTable(db, seals),
    search: createSearchTable(db),
    searchSource: createSearchSource(db, seals),
    settings: createSettingsTable(db),
    subjects: createSubjectTable(db, seals),
    templates: createTemplateTable(db),
    verdicts: createVerdictTable(db, seals),
  };
}
