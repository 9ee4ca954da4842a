import { useCallback, useEffect, useRef, useState } from "react";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { AuditEntry, TrailHead } from "../../../shared/domain/audit.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { host } from "../../host.ts";

/** Entries read so far, latest first. */
export interface TrailPages {
  readonly entries: readonly AuditEntry[];
  readonly head: TrailHead | undefined;
  readonly hasOlder: boolean;
  readonly isBusy: boolean;
  readonly fault: Fault | undefined;
  older(): Promise<void>;
  reload(): Promise<void>;
}

/** Entries read at a time. */
const pageSize = 200;

type State = Omit<TrailPages, "older" | "reload">;

const nothing: State = { entries: [], head: undefined, hasOlder: false, isBusy: true, fault: undefined };

/** The trail of the vault or of one dossier, page by page. */
export function useTrail(dossierId: DossierId | null): TrailPages {
  const [state, setState] = useState(nothing);
  const lastAsked = useRef(0);
  const read = useCallback(
    async (before: number | null) => {
      lastAsked.current += 1;
      const asked = lastAsked.current;
      setState((earlier) => ({ ...earlier, isBusy: true }));
      const listed = await host.trail.list({ dossierId, before, limit: pageSize });
      if (asked !== lastAsked.current) return;
      setState((earlier) => {
        if (!listed.ok) return { ...earlier, isBusy: false, fault: listed.error };
        const { entries, head } = listed.value;
        return {
          entries: before === null ? entries : [...earlier.entries, ...entries],
          head,
          hasOlder: entries.length === pageSize,
          isBusy: false,
          fault: undefined,
        };
      });
    },
    [dossierId],
  );
  useEffect(() => {
    setState(nothing);
    void read(null);
  }, [read]);
  const reload = useCallback(() => read(null), [read]);
  return { ...state, older: () => read(state.entries.at(-1)?.sequence ?? null), reload };
}
