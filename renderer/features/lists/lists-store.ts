import type { Fault } from "../../../shared/contract/channel.ts";
import { listDay, type PackLook } from "../../../shared/domain/list-editions.ts";
import type { Edition, ImportPreview } from "../../../shared/domain/screening.ts";
import { host } from "../../host.ts";
import { createStore } from "../../stores/create-store.ts";

/** What of the lists is looked at. */
export type ListPlace =
  | { readonly at: "lists" }
  | { readonly at: "import"; readonly preview: ImportPreview }
  | { readonly at: "edition"; readonly edition: Edition }
  | { readonly at: "difference"; readonly before: Edition; readonly after: Edition }
  | { readonly at: "pack"; readonly look: PackLook };

interface ListsState {
  readonly editions: readonly Edition[] | undefined;
  readonly fault: Fault | undefined;
  readonly place: ListPlace;
}

/** The list editions on screen. */
export const listsStore = createStore<ListsState>(() => ({
  editions: undefined,
  fault: undefined,
  place: { at: "lists" },
}));

/** Reads the editions anew. */
export async function loadEditions(): Promise<void> {
  const read = await host.screening.editions({});
  listsStore.setState(read.ok ? { editions: read.value.editions, fault: undefined } : { fault: read.error });
}

/** Goes to another part of the page. */
export function goToLists(place: ListPlace): void {
  listsStore.setState({ place });
}

/** The editions of one list, by the day they speak for, the newest first: an old file carried in late is still the older one. */
export interface ListGroup {
  readonly title: string;
  readonly current: Edition | undefined;
  readonly editions: readonly Edition[];
}

/** Editions as lists, by title. */
export function groupLists(editions: readonly Edition[]): ListGroup[] {
  return [...Map.groupBy(editions, ({ title }) => title)].map(([title, own]) => ({
    title,
    current: own.find(({ current }) => current),
    editions: own.toSorted((a, b) => listDay(b).localeCompare(listDay(a)) || b.importedAt - a.importedAt),
  }));
}
