import type { Content } from "../../../shared/domain/content/content.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import type { Clock, Dialogs } from "../../ports.ts";
import type { Services } from "../services.ts";
import type { Session } from "../session.ts";
import { createTableViewService } from "../table-view-service.ts";
import { createWaitingService } from "../waiting-service.ts";
import { createCaseListService } from "./case-list-service.ts";
import { createDeskIndex } from "./desk-index.ts";
import { createDesk } from "./desk-of.ts";
import { createDueDayService } from "./due-day-service.ts";

interface Parts {
  readonly session: Session;
  readonly clock: Clock;
  readonly dialogs: Dialogs;
  readonly content: Content;
  readonly onChange: (dossierId: DossierId) => void;
}

/** The services that answer lists of cases, which share what they hold of the cases. `forget` empties it. */
export interface DeskServices {
  readonly services: Pick<Services, "caseLists" | "dueDays" | "tableViews" | "waiting">;
  forget(): void;
}

export function createDeskServices(parts: Parts): DeskServices {
  const { session, clock } = parts;
  const desk = createDesk({ index: createDeskIndex({ session, clock }), clock });
  return {
    services: {
      caseLists: createCaseListService({ ...parts, desk }),
      dueDays: createDueDayService(parts),
      tableViews: createTableViewService({ session }),
      waiting: createWaitingService({ session, desk }),
    },
    forget: desk.forget,
  };
}
