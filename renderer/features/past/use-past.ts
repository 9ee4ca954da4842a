import { useCallback, useEffect, useState } from "react";
import type { KnownPart, NamedDifference } from "../../../shared/contract/calls/history.ts";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { Moment, RecoveryPoint } from "../../../shared/domain/history.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import type { Assessment } from "../../../shared/domain/risk/assessment.ts";
import type { Instant } from "../../../shared/domain/time.ts";
import { host, onEvent } from "../../host.ts";

/** Every moment there is to look at. */
export interface Moments {
  readonly beginsAt: Instant;
  readonly minutes: readonly Instant[];
  readonly points: readonly RecoveryPoint[];
}

/** The case at a moment. */
export interface KnownCase {
  readonly parts: readonly KnownPart[];
  readonly assessment: Assessment | null;
  readonly differences: readonly NamedDifference[];
}

/** What the page shows: the moments, and the case at the chosen one. */
export interface Past {
  readonly moments: Moments | undefined;
  readonly known: KnownCase | undefined;
  readonly fault: Fault | undefined;
}

/** Reads the moments of a case and the case at `moment`, and reads them anew when it changes. */
export function usePast(dossierId: DossierId, moment: Moment): Past {
  const [moments, setMoments] = useState<Moments>();
  const [known, setKnown] = useState<KnownCase>();
  const [fault, setFault] = useState<Fault>();
  const chosen = JSON.stringify(moment);
  const load = useCallback(async (): Promise<void> => {
    const [times, state] = await Promise.all([
      host.history.moments({ dossierId }),
      // What was written above is read back as it was.
      host.history.known({ dossierId, moment: JSON.parse(chosen) as Moment }),
    ]);
    if (times.ok) setMoments(times.value);
    else setFault(times.error);
    if (state.ok) setKnown(state.value);
    else setFault(state.error);
  }, [dossierId, chosen]);
  useEffect(() => {
    void load();
    return onEvent("dossier.changed", (event) => {
      if (event.dossierId === dossierId) void load();
    });
  }, [dossierId, load]);
  return { moments, known, fault };
}
