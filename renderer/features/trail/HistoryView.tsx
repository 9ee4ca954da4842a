import { type ReactNode, useEffect, useMemo, useState } from "react";
import { useStore } from "zustand";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { onEvent } from "../../host.ts";
import { sessionStore } from "../../stores/session-store.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Page } from "../../ui/Page.tsx";
import { EventList } from "./EventList.tsx";
import { type EventGroup, eventGroups } from "./event-groups.ts";
import { GroupFilter } from "./GroupFilter.tsx";
import { ProofLine } from "./ProofLine.tsx";
import css from "./trail.module.css";
import { everything, filterOf } from "./trail-filter.ts";
import { useTrail } from "./use-trail.ts";

/** What the vault alone does: of no use to narrow a case's history by. */
const ofCases = eventGroups.filter((group) => group !== "vault");

/** What was done to one case, in sentences. */
export function HistoryView({ dossier }: { dossier: Dossier }): ReactNode {
  const text = useText();
  const [group, setGroup] = useState<EventGroup | "all">("all");
  const canCheck = useStore(sessionStore, (state) => state.status?.rights.includes("check-vault") === true);
  const filter = useMemo(() => filterOf({ ...everything, group }), [group]);
  const pages = useTrail({ dossierId: dossier.id, filter });
  const { reload } = pages;
  useEffect(
    () =>
      onEvent("dossier.changed", (event) => {
        if (event.dossierId === dossier.id) void reload();
      }),
    [dossier.id, reload],
  );
  return (
    <Page title={text("trail.historyTitle")} lead={text("trail.historyLead")}>
      <ProofLine head={pages.head} canCheck={canCheck} onChecked={() => void pages.reload()} />
      <section className={css["filters"]} aria-label={text("trail.filters")}>
        <GroupFilter value={group} onChange={setGroup} groups={ofCases} />
      </section>
      {pages.fault !== undefined && <Banner tone="error" title={faultText(text, pages.fault)} />}
      <EventList pages={pages} isNarrowed={filter !== undefined} />
    </Page>
  );
}
