import { useCallback, useEffect, useState } from "react";
import type { Report } from "../../../shared/contract/calls/decision.ts";
import type { Identity } from "../../../shared/contract/calls/proof.ts";
import type { Decision } from "../../../shared/domain/decision.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { host, onEvent } from "../../host.ts";

/** What signing needs to know, and what has been signed. */
export interface Signing {
  readonly decision: Decision | undefined;
  readonly identity: Identity | undefined;
  readonly reports: readonly Report[];
  readonly isRead: boolean;
  reload(): Promise<void>;
}

const nothing = { decision: undefined, identity: undefined, reports: [], isRead: false };

/** The latest decision, the certificate in use and the signed papers, kept fresh while the page is shown. */
export function useSigning(dossierId: DossierId): Signing {
  const [state, setState] = useState<Omit<Signing, "reload">>(nothing);
  const reload = useCallback(async () => {
    const [decisions, identity, reports] = await Promise.all([
      host.decision.list({ dossierId }),
      host.identity.current({}),
      host.paper.reports({ dossierId }),
    ]);
    setState({
      decision: decisions.ok ? decisions.value.decisions[0] : undefined,
      identity: identity.ok ? (identity.value.identity ?? undefined) : undefined,
      reports: reports.ok ? reports.value.reports : [],
      isRead: true,
    });
  }, [dossierId]);
  useEffect(() => {
    void reload();
    return onEvent("dossier.changed", (event) => {
      if (event.dossierId === dossierId) void reload();
    });
  }, [dossierId, reload]);
  return { ...state, reload };
}
