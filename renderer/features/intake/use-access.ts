import { useEffect, useState } from "react";
import type { CaseAccess } from "../../../shared/contract/calls/access.ts";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { host, onEvent } from "../../host.ts";

/** Who reads a case, as far as it has been asked. */
export interface Access {
  readonly access: CaseAccess | undefined;
  readonly fault: Fault | undefined;
  /** Takes over what a call has just brought. */
  adopt(access: CaseAccess): void;
}

/** Who reads the case, kept fresh while the card is shown. */
export function useAccess(dossierId: DossierId): Access {
  const [access, setAccess] = useState<CaseAccess>();
  const [fault, setFault] = useState<Fault>();
  useEffect(() => {
    let isShown = true;
    const load = async (): Promise<void> => {
      const read = await host.access.readers({ dossierId });
      if (!isShown) return;
      if (read.ok) setAccess(read.value);
      setFault(read.ok ? undefined : read.error);
    };
    void load();
    const stop = onEvent("dossier.changed", (event) => {
      if (event.dossierId === dossierId) void load();
    });
    return () => {
      isShown = false;
      stop();
    };
  }, [dossierId]);
  return {
    access,
    fault,
    adopt: (next) => {
      setAccess(next);
      setFault(undefined);
    },
  };
}
