import { useEffect } from "react";
import { useStore } from "zustand";
import type { Fault } from "../../shared/contract/channel.ts";
import type { PersonView } from "../../shared/domain/people.ts";
import { host } from "../host.ts";
import { createStore } from "./create-store.ts";

interface PeopleState {
  /** In the order in which they came; undefined until they are read. */
  readonly people: readonly PersonView[] | undefined;
  readonly fault: Fault | undefined;
}

const peopleStore = createStore<PeopleState>(() => ({ people: undefined, fault: undefined }));

/** Reads the people of the vault anew. */
export async function loadPeople(): Promise<void> {
  const read = await host.people.list({});
  peopleStore.setState(
    read.ok ? { people: read.value.people, fault: undefined } : { people: undefined, fault: read.error },
  );
}

/** Everybody of this vault, those shut out too; read when the page appears. */
export function usePeople(): PeopleState {
  useEffect(() => void loadPeople(), []);
  return useStore(peopleStore);
}

/** Names of units that people belong to, each once, for fields that ask for one. */
export function unitsOf(people: readonly PersonView[] | undefined): readonly string[] {
  const units = (people ?? []).map((person) => person.unit.trim()).filter((unit) => unit !== "");
  return [...new Set(units)].toSorted((left, right) => left.localeCompare(right, "ja"));
}
