import { useEffect, useState } from "react";
import type { CaseRow } from "../../../shared/contract/calls/dossier-lists.ts";
import { longestPage, mostDueDays } from "../../../shared/contract/calls/dossier-lists.ts";
import type { CaseFilter, CaseSort } from "../../../shared/domain/desk/case-list.ts";
import { host } from "../../host.ts";
import type { PagedRows } from "../../parts/table/use-paged-rows.ts";
import type { DataSelection } from "../../ui/data-table-model.ts";

interface Asked {
  readonly question: string;
  readonly filter: CaseFilter;
  readonly sorts: readonly CaseSort[];
  readonly paged: PagedRows<CaseRow>;
}

/** Cases chosen in the list, at most as many as can be changed together; another question begins with none. */
export function useCaseSelection({ question, filter, sorts, paged }: Asked): {
  readonly selection: DataSelection;
  readonly clear: () => void;
  readonly isTooMany: boolean;
} {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const [isTooMany, setTooMany] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question, and nothing else, begins with none.
  useEffect(() => {
    setKeys(new Set());
    setTooMany(false);
  }, [question]);

  function put(next: ReadonlySet<string>): void {
    setTooMany(next.size > mostDueDays);
    if (next.size <= mostDueDays) setKeys(next);
  }
  /** Rows in between may not be at hand, so they are asked for. */
  async function rowsIn(from: number, to: number): Promise<string[]> {
    const found: string[] = [];
    for (let offset = from; offset <= to; offset += longestPage) {
      const limit = Math.min(longestPage, to - offset + 1);
      const page = await host.dossiers.page({ filter, sorts: [...sorts], offset, limit });
      if (!page.ok) return [];
      found.push(...page.value.rows.map((row) => row.id));
    }
    return found;
  }
  const selection: DataSelection = {
    keys,
    toggle: (index) => {
      const row = paged.source.rowAt(index);
      if (row === undefined) return;
      const next = new Set(keys);
      if (!next.delete(row.id)) next.add(row.id);
      put(next);
    },
    extend: (from, to) => {
      const [first, last] = from < to ? [from, to] : [to, from];
      if (last - first >= mostDueDays) return setTooMany(true);
      void rowsIn(first, last).then((found) => put(new Set([...keys, ...found])));
    },
    all: () => {
      if (keys.size > 0 && keys.size >= paged.matching) return put(new Set());
      if (paged.matching > mostDueDays) return setTooMany(true);
      void rowsIn(0, paged.matching - 1).then((found) => put(new Set(found)));
    },
  };
  return { selection, clear: () => put(new Set()), isTooMany };
}
