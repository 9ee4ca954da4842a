import type { Content } from "../../shared/domain/content/content.ts";
import type { AppInfo } from "../ports.ts";
import type { ApprovalService } from "./approval-service.ts";
import type { BackupService } from "./backup-service.ts";
import type { ChecklistService } from "./checklist-service.ts";
import type { DecisionService } from "./decision-service.ts";
import type { DeclarationService } from "./declaration-service.ts";
import type { DossierService } from "./dossier-service.ts";
import type { DraftService } from "./draft-service.ts";
import type { EvidenceService } from "./evidence-service.ts";
import type { HealthService } from "./health-service.ts";
import type { IdentityService } from "./identity-service.ts";
import type { ListService } from "./list-service.ts";
import type { LockFlow } from "./lock-flow.ts";
import type { PaperService } from "./paper-service.ts";
import type { PassphraseService } from "./passphrase-service.ts";
import type { PeopleService } from "./people-service.ts";
import type { PreferencesService } from "./preferences-service.ts";
import type { RecoveryOpening } from "./recovery/opening.ts";
import type { RecoveryService } from "./recovery-service.ts";
import type { RestoreService } from "./restore-service.ts";
import type { RestrictedFields } from "./restricted-fields.ts";
import type { RiskService } from "./risk-service.ts";
import type { ScreeningService } from "./screening-service.ts";
import type { SettingsService } from "./settings-service.ts";
import type { Tasks } from "./tasks.ts";
import type { TrailService } from "./trail-service.ts";
import type { TrustedIssuersService } from "./trusted-issuers.ts";
import type { VaultService } from "./vault-service.ts";
import type { VerificationService } from "./verification-service.ts";
import type { WaitingService } from "./waiting-service.ts";

/** Every service of the engine, as `compose` wires them and the handlers call them. */
export interface Services {
  readonly info: AppInfo;
  readonly content: Content;
  readonly preferences: PreferencesService;
  readonly settings: SettingsService;
  readonly tasks: Tasks;
  /** A person is at work; the idle lock waits. */
  readonly touch: () => void;
  readonly vault: VaultService;
  readonly passphrases: PassphraseService;
  readonly people: PeopleService;
  readonly declarations: DeclarationService;
  /** Every lock that is asked for goes this way. */
  readonly locking: LockFlow;
  readonly drafts: DraftService;
  readonly dossiers: DossierService;
  readonly fields: RestrictedFields;
  readonly waiting: WaitingService;
  readonly checklist: ChecklistService;
  readonly evidence: EvidenceService;
  readonly lists: ListService;
  readonly screening: ScreeningService;
  readonly risk: RiskService;
  readonly decisions: DecisionService;
  readonly approvals: ApprovalService;
  readonly paper: PaperService;
  readonly identity: IdentityService;
  readonly verification: VerificationService;
  readonly issuers: TrustedIssuersService;
  readonly trail: TrailService;
  readonly backups: BackupService;
  readonly restores: RestoreService;
  readonly health: HealthService;
  readonly recovery: RecoveryService;
  readonly recoveryOpening: RecoveryOpening;
}
