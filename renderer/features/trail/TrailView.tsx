import { type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import { useStore } from "zustand";
import type { AuditEntry } from "../../../shared/domain/audit.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { host } from "../../host.ts";
import { TrailNotice } from "../../parts/trail/TrailNotice.tsx";
import { navigate } from "../../stores/route-store.ts";
import { refreshStatus, sessionStore } from "../../stores/session-store.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Link } from "../../ui/Link.tsx";
import { Page } from "../../ui/Page.tsx";
import { EventList } from "./EventList.tsx";
import { ExportTrail } from "./ExportTrail.tsx";
import type { Overview } from "./overview.ts";
import { ProofLine } from "./ProofLine.tsx";
import { ReceiptCard } from "./ReceiptCard.tsx";
import { TrailFilters } from "./TrailFilters.tsx";
import { everything, filterOf } from "./trail-filter.ts";
import { useTrail } from "./use-trail.ts";

/** Everything that was done in this vault, in sentences, with the proof that nothing is missing. */
export function TrailView(): ReactNode {
  const text = useText();
  const rights = useStore(sessionStore, (state) => state.status?.rights ?? none);
  const [choice, setChoice] = useState(everything);
  const filter = useMemo(() => filterOf(choice), [choice]);
  const pages = useTrail({ dossierId: null, filter });
  const { overview, refresh } = useOverview();
  const reread = (): void => {
    void pages.reload();
    refresh();
    void refreshStatus();
  };
  return (
    <Page
      title={text("trail.title")}
      lead={text("trail.lead")}
      actions={rights.includes("export-trail") && <ExportTrail onDone={reread} />}
    >
      <TrailNotice />
      <ProofLine
        head={pages.head}
        signedCount={overview?.signedCount}
        canCheck={rights.includes("check-vault")}
        onChecked={reread}
      />
      {overview !== undefined && (
        <ReceiptCard receipt={overview.receipt} canCheck={rights.includes("check-vault")} onChecked={reread} />
      )}
      <TrailFilters choice={choice} people={overview?.people ?? []} onChange={setChoice} />
      {pages.fault !== undefined && <Banner tone="error" title={faultText(text, pages.fault)} />}
      <EventList
        pages={pages}
        isNarrowed={filter !== undefined}
        beside={(entry) => (
          <CasePlace entry={entry} numbers={pages.caseNumbers} canOpen={rights.includes("read-cases")} />
        )}
      />
    </Page>
  );
}

const none: readonly string[] = [];

interface CasePlaceProps {
  readonly entry: AuditEntry;
  readonly numbers: Readonly<Record<string, string>>;
  readonly canOpen: boolean;
}

/** The number of the case an entry belongs to; the way there for those who may read cases. */
function CasePlace({ entry: { dossierId }, numbers, canOpen }: CasePlaceProps): ReactNode {
  const number = dossierId === null ? undefined : numbers[dossierId];
  if (dossierId === null || number === undefined) return null;
  if (!canOpen) return <bdi>{number}</bdi>;
  // An entry keeps the id as the engine wrote it.
  const id = dossierId as DossierId;
  return <Link onPress={() => navigate({ view: "dossier", dossierId: id, page: "history" })}>{number}</Link>;
}

function useOverview(): { overview: Overview | undefined; refresh: () => void } {
  const [overview, setOverview] = useState<Overview>();
  const refresh = useCallback(() => {
    void host.trail.overview({}).then((read) => {
      if (read.ok) setOverview(read.value);
    });
  }, []);
  useEffect(refresh, [refresh]);
  return { overview, refresh };
}
