import { useCallback, useEffect, useRef, useState } from "react";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { SearchFilters, SearchGroup } from "../../../shared/domain/search.ts";
import { host } from "../../host.ts";

/** What is on the page of a search. */
export interface Results {
  readonly groups: readonly SearchGroup[];
  readonly cursor: string | null;
  readonly behind: { readonly cases: number; readonly known: number } | null;
  readonly isBusy: boolean;
  readonly fault: Fault | undefined;
}

const nothing: Results = { groups: [], cursor: null, behind: null, isBusy: false, fault: undefined };

/** Cases shown at a time, and places of each before somebody asks for more. */
const pageSize = 20;
const perCase = 3;
const everyPlace = 200;
/** Answers without anything in them that are followed on at once, before the page says that it has looked. */
const patience = 400;

/** One search after another; an answer to an earlier one is thrown away. */
export interface SearchDesk extends Results {
  search(asked: { query: string; filters: SearchFilters; isTyped: boolean }): Promise<void>;
  more(): Promise<void>;
  /** Shows every place of one case. */
  unfold(group: SearchGroup): Promise<void>;
}

/** The results of the latest search. */
export function useSearch(): SearchDesk {
  const [state, setState] = useState(nothing);
  const asked = useRef<{ query: string; filters: SearchFilters }>(undefined);
  const latest = useRef(0);
  useEffect(() => {
    const turns = latest;
    return () => {
      turns.current += 1;
    };
  }, []);
  const read = useCallback(async (cursor: string | null, isAsked: boolean) => {
    const wanted = asked.current;
    if (wanted === undefined) return;
    latest.current += 1;
    const turn = latest.current;
    setState((earlier) => ({ ...earlier, isBusy: true }));
    let at = cursor;
    for (let n = 0; n < patience; n += 1) {
      const found = await host.search.find({
        ...wanted,
        within: null,
        cursor: at,
        limit: pageSize,
        perCase,
        asked: isAsked,
      });
      if (turn !== latest.current) return;
      if (!found.ok) return setState({ ...nothing, fault: found.error });
      const isFirst = cursor === null && n === 0;
      const { groups, behind } = found.value;
      at = found.value.cursor;
      const isBusy = groups.length === 0 && at !== null;
      setState((earlier) => ({
        groups: isFirst ? groups : withoutRepeats(earlier.groups, groups),
        cursor: at,
        behind,
        isBusy,
        fault: undefined,
      }));
      if (!isBusy) return;
    }
    setState((earlier) => ({ ...earlier, isBusy: false }));
  }, []);
  return {
    ...state,
    search: async ({ isTyped, ...wanted }) => {
      asked.current = wanted;
      if (wanted.query.trim() !== "") return read(null, !isTyped);
      latest.current += 1;
      setState(nothing);
    },
    more: () => read(state.cursor, false),
    unfold: async ({ dossierId }) => {
      const wanted = asked.current;
      if (wanted === undefined) return;
      const turn = latest.current;
      const found = await host.search.find({
        ...wanted,
        within: dossierId,
        cursor: null,
        limit: 1,
        perCase: everyPlace,
        asked: false,
      });
      const [whole] = found.ok ? found.value.groups : [];
      if (turn !== latest.current || whole === undefined) return;
      setState((earlier) => ({
        ...earlier,
        groups: earlier.groups.map((group) => (group.dossierId === dossierId ? whole : group)),
      }));
    },
  };
}

function withoutRepeats(known: readonly SearchGroup[], next: readonly SearchGroup[]): readonly SearchGroup[] {
  const ids = new Set(known.map((group) => group.dossierId));
  return [...known, ...next.filter((group) => !ids.has(group.dossierId))];
}
