import { useStore } from "zustand";
import { type Dossier, isOpenForWork } from "../../shared/domain/dossier.ts";
import type { PersonId } from "../../shared/domain/ids.ts";
import { type PersonRole, type Right, rightsClosedToHostUnit } from "../../shared/domain/people.ts";
import { sessionStore } from "./session-store.ts";

/** What the person at the keyboard may do. The page hides the rest; the services are the wall. */
export interface Rights {
  /** Undefined while locked. */
  readonly personId: PersonId | undefined;
  readonly roles: readonly PersonRole[];
  may(right: Right): boolean;
}

/** Rights of the person at the keyboard; none while locked. */
export function useRights(): Rights {
  const status = useStore(sessionStore, (state) => state.status);
  return {
    personId: status?.personId ?? undefined,
    roles: status?.roles ?? [],
    may: (right) => status?.rights.includes(right) === true,
  };
}

/** Rights in one case: people of the unit that hosts it read and do nothing else. */
export function useCaseRights(dossier: Dossier): (right: Right) => boolean {
  const { may } = useRights();
  return (right) => may(right) && !(dossier.standing.ownUnit && rightsClosedToHostUnit.includes(right));
}

/** Whether the person may change answers, evidence and the like of this case as it stands. */
export function useMayWork(dossier: Dossier): boolean {
  const may = useCaseRights(dossier);
  return may("work-on-cases") && isOpenForWork(dossier.state);
}
