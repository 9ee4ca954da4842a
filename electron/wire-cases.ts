import type { Content } from "../shared/domain/content/content.ts";
import type { DossierId } from "../shared/domain/ids.ts";
import type { EngineOptions } from "./engine-options.ts";
import type { EvidenceReader } from "./parsing/evidence/evidence-reader.ts";
import type { Ports } from "./ports.ts";
import { createAccessService } from "./services/access-service.ts";
import { createApprovalService } from "./services/approval-service.ts";
import { createChecklistService } from "./services/checklist-service.ts";
import { createDecisionService } from "./services/decision-service.ts";
import { createDeclarationService } from "./services/declaration-service.ts";
import { createDossierService } from "./services/dossier-service.ts";
import { createDraftService } from "./services/draft-service.ts";
import { createCustodyService } from "./services/evidence/custody-service.ts";
import { createIntakeService } from "./services/evidence/intake-service.ts";
import { createEvidenceService } from "./services/evidence-service.ts";
import { createHistoryService } from "./services/history-service.ts";
import { createPaperService } from "./services/paper-service.ts";
import { createProfileServices, type ProfileServices } from "./services/profile/profile-services.ts";
import { createReadingService } from "./services/reading-service.ts";
import type { RestrictedFields } from "./services/restricted-fields.ts";
import { createRiskService } from "./services/risk-service.ts";
import { createScopeService } from "./services/scope-service.ts";
import { createSecondReviewService } from "./services/second-review-service.ts";
import type { Services } from "./services/services.ts";
import type { OpenSession, Session } from "./services/session.ts";
import type { Tasks } from "./services/tasks.ts";
import type { TextExtraction } from "./services/text-extraction.ts";

/** What nearly every service works with. */
export interface Common {
  readonly session: Session;
  readonly clock: Ports["clock"];
  readonly random: Ports["random"];
  readonly dialogs: Ports["dialogs"];
  readonly paths: Ports["paths"];
  readonly tasks: Tasks;
  readonly content: Content;
  readonly onChange: (dossierId: DossierId) => void;
  readonly reader: EvidenceReader;
  readonly texts: TextExtraction;
  readonly recheckAfterMs: EngineOptions["recheckAfterMs"];
  readonly rescreenAfterMs: EngineOptions["rescreenAfterMs"];
}

type CaseServices = Pick<
  Services,
  | "access"
  | "declarations"
  | "drafts"
  | "dossiers"
  | keyof ProfileServices
  | "checklist"
  | "secondReviews"
  | "scope"
  | "history"
  | "evidence"
  | "reading"
  | "intake"
  | "custody"
  | "risk"
  | "decisions"
  | "approvals"
  | "paper"
>;

/** The services that work on cases. */
export function wireCases(
  common: Common,
  fields: RestrictedFields,
  afterChange: (open: OpenSession, dossierId: DossierId) => void,
): CaseServices {
  const afterEvidence = (open: OpenSession, dossierId: DossierId): void => {
    afterChange(open, dossierId);
    // What came in is read once the transaction is over.
    setImmediate(common.texts.wake);
  };
  return {
    access: createAccessService(common),
    declarations: createDeclarationService(common),
    drafts: createDraftService(common),
    dossiers: createDossierService({ ...common, fields }),
    ...createProfileServices(common),
    checklist: createChecklistService({ ...common, afterAnswer: afterChange }),
    secondReviews: createSecondReviewService({ ...common, afterAnswer: afterChange }),
    scope: createScopeService(common),
    evidence: createEvidenceService({ ...common, afterEvidence }),
    reading: createReadingService({ ...common, afterEvidence }),
    intake: createIntakeService({ ...common, afterEvidence }),
    custody: createCustodyService({ ...common, afterEvidence }),
    history: createHistoryService(common),
    risk: createRiskService(common),
    decisions: createDecisionService(common),
    approvals: createApprovalService(common),
    paper: createPaperService(common),
  };
}
