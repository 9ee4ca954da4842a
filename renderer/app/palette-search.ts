import { useEffect, useState } from "react";
import { noFilters, type SearchGroup } from "../../shared/domain/search.ts";
import { host } from "../host.ts";

/** Milliseconds without a key after which the palette searches. */
const typingPauseMs = 120;
const caseLimit = 6;
const perCase = 2;

/**
 * Cases for what stands in the palette, from the engine: those changed last while nothing does. A moment after the last key,
 * never while an input method is at work on the words; an answer to an earlier query is thrown away.
 */
export function usePaletteSearch(query: string, isComposing: () => boolean): readonly SearchGroup[] {
  const [groups, setGroups] = useState<readonly SearchGroup[]>([]);
  useEffect(() => {
    let isLatest = true;
    let timer: ReturnType<typeof setTimeout>;
    const run = async (): Promise<void> => {
      if (isComposing()) {
        timer = setTimeout(() => void run(), typingPauseMs);
        return;
      }
      const request = {
        query,
        filters: noFilters,
        within: null,
        cursor: null,
        limit: caseLimit,
        perCase,
        asked: false,
      };
      const found = await host.search.find(request);
      if (isLatest) setGroups(found.ok ? found.value.groups : []);
    };
    timer = setTimeout(() => void run(), query === "" ? 0 : typingPauseMs);
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
  }, [query, isComposing]);
  return groups;
}
