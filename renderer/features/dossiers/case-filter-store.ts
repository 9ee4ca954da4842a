import { type CaseFilter, everyCase } from "../../../shared/domain/desk/case-list.ts";
import { createStore } from "../../stores/create-store.ts";

/** Which cases the list shows; stays while the window goes to a case and back, and goes when the vault locks. */
export const caseFilterStore = createStore<{ readonly filter: CaseFilter }>(() => ({ filter: everyCase }));

/** Changes some of what the list is narrowed by. */
export function narrow(change: Partial<CaseFilter>): void {
  caseFilterStore.setState(({ filter }) => ({ filter: { ...filter, ...change } }));
}
