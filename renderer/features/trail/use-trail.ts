import { useCallback, useEffect, useRef, useState } from "react";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { AuditEntry, TrailFilter, TrailHead } from "../../../shared/domain/audit.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { host } from "../../host.ts";

/** Entries read so far, latest first. */
export interface TrailPages {
  readonly entries: readonly AuditEntry[];
  readonly head: TrailHead | undefined;
  /** Numbers of the cases these entries name, by id. */
  readonly caseNumbers: Readonly<Record<string, string>>;
  readonly hasOlder: boolean;
  readonly isBusy: boolean;
  readonly fault: Fault | undefined;
  older(): Promise<void>;
  reload(): Promise<void>;
}

/** Entries read at a time. */
const pageSize = 200;

type State = Omit<TrailPages, "older" | "reload">;

const nothing: State = {
  entries: [],
  head: undefined,
  caseNumbers: {},
  hasOlder: false,
  isBusy: true,
  fault: undefined,
};

/** What to read: one dossier's history or the whole trail, and what of it. Keep the filter the same object until it changes. */
export interface TrailQuery {
  readonly dossierId: DossierId | null;
  readonly filter: TrailFilter | undefined;
}

/** The trail of the vault or of one dossier, page by page. */
export function useTrail({ dossierId, filter }: TrailQuery): TrailPages {
  const [state, setState] = useState(nothing);
  const lastAsked = useRef(0);
  const read = useCallback(
    async (before: number | null) => {
      lastAsked.current += 1;
      const asked = lastAsked.current;
      setState((earlier) => ({ ...earlier, isBusy: true }));
      const listed = await host.trail.list({ dossierId, before, limit: pageSize, ...(filter && { filter }) });
      if (asked !== lastAsked.current) return;
      setState((earlier) => {
        if (!listed.ok) return { ...earlier, isBusy: false, fault: listed.error };
        const { entries, head, caseNumbers } = listed.value;
        return {
          entries: before === null ? entries : [...earlier.entries, ...entries],
          head,
          caseNumbers: before === null ? caseNumbers : { ...earlier.caseNumbers, ...caseNumbers },
          hasOlder: entries.length === pageSize,
          isBusy: false,
          fault: undefined,
        };
      });
    },
    [dossierId, filter],
  );
  useEffect(() => {
    void read(null);
  }, [read]);
  const reload = useCallback(() => read(null), [read]);
  const oldest = state.entries.at(-1)?.sequence ?? null;
  const older = useCallback(() => read(oldest), [read, oldest]);
  return { ...state, older, reload };
}
