import { useEffect, useState } from "react";
import type { ScopeView } from "../../../shared/contract/calls/scope.ts";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { host, onEvent } from "../../host.ts";

/** Scope and limits of a case as they stand, read anew whenever the case changes. */
export function useScope(dossierId: DossierId): {
  readonly view: ScopeView | undefined;
  readonly fault: Fault | undefined;
  readonly reload: () => Promise<void>;
} {
  const [read, setRead] = useState<{ view?: ScopeView; fault?: Fault }>({});
  const reload = async (): Promise<void> => {
    const got = await host.scope.get({ dossierId });
    setRead((before) => (got.ok ? { view: got.value } : { ...before, fault: got.error }));
  };
  useEffect(() => {
    let isCurrent = true;
    const load = async (): Promise<void> => {
      const got = await host.scope.get({ dossierId });
      if (isCurrent) setRead((before) => (got.ok ? { view: got.value } : { ...before, fault: got.error }));
    };
    void load();
    const stop = onEvent("dossier.changed", (event) => {
      if (event.dossierId === dossierId) void load();
    });
    return () => {
      isCurrent = false;
      stop();
    };
  }, [dossierId]);
  return { view: read.view, fault: read.fault, reload };
}
