import type { Content } from "../../shared/domain/content/content.ts";
import type { DossierId } from "../../shared/domain/ids.ts";
import { createExchangeReader } from "../exchange/exchange-reader.ts";
import type { Clock, Dialogs, Random } from "../ports.ts";
import { createQuestionnaireService } from "./questionnaire-service.ts";
import type { Services } from "./services.ts";
import type { OpenSession, Session } from "./session.ts";
import { createTemplateExchange } from "./template-exchange.ts";
import { createTemplateService } from "./template-service.ts";
import { createTemplateUpgrade } from "./template-upgrade.ts";

/** The services that write files for people to work on, and read them when they come back. */
export type ExchangeServices = Pick<Services, "templates" | "templateFiles" | "templateUpgrades" | "questionnaires">;

export interface ExchangeParts {
  readonly session: Session;
  readonly clock: Clock;
  readonly random: Random;
  readonly dialogs: Dialogs;
  readonly content: Content;
  /** Program of the worker that reads what comes back. */
  readonly workerUrl: URL;
  /** Called inside the transaction after answers or the template of a case changed. */
  readonly afterChange: (open: OpenSession, dossierId: DossierId) => void;
  readonly onChange: (dossierId: DossierId) => void;
}

/** Makes them, with one reader for all. */
export function createExchangeServices({ workerUrl, afterChange, ...parts }: ExchangeParts): {
  readonly services: ExchangeServices;
  /** Forgets every file that was read and not taken in; called when the vault locks. */
  forget(): void;
} {
  const reader = createExchangeReader(workerUrl);
  const templateFiles = createTemplateExchange({ ...parts, reader });
  const questionnaires = createQuestionnaireService({ ...parts, reader, afterAnswer: afterChange });
  return {
    services: {
      templates: createTemplateService(parts),
      templateFiles,
      templateUpgrades: createTemplateUpgrade({ ...parts, afterUpgrade: afterChange }),
      questionnaires,
    },
    forget: () => {
      templateFiles.forget();
      questionnaires.forget();
    },
  };
}
