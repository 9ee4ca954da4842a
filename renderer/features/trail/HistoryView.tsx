import { type ReactNode, useEffect, useMemo, useState } from "react";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { onEvent } from "../../host.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Page } from "../../ui/Page.tsx";
import { EventList } from "./EventList.tsx";
import { type EventGroup, eventGroups, groupOf } from "./event-groups.ts";
import { GroupFilter } from "./GroupFilter.tsx";
import { ProofLine } from "./ProofLine.tsx";
import css from "./trail.module.css";
import { useTrail } from "./use-trail.ts";

/** What the vault alone does: of no use to narrow a case's history by. */
const ofCases = eventGroups.filter((group) => group !== "vault");

/** What was done to one case, in sentences. */
export function HistoryView({ dossier }: { dossier: Dossier }): ReactNode {
  const text = useText();
  const [group, setGroup] = useState<EventGroup | "all">("all");
  const pages = useTrail(dossier.id);
  const { reload } = pages;
  useEffect(
    () =>
      onEvent("dossier.changed", (event) => {
        if (event.dossierId === dossier.id) void reload();
      }),
    [dossier.id, reload],
  );
  const shown = useMemo(
    () => pages.entries.filter((entry) => group === "all" || groupOf(entry.kind) === group),
    [pages.entries, group],
  );
  return (
    <Page title={text("trail.historyTitle")} lead={text("trail.historyLead")}>
      <ProofLine head={pages.head} onChecked={() => void pages.reload()} />
      <section className={css["filters"]} aria-label={text("trail.filters")}>
        <GroupFilter value={group} onChange={setGroup} groups={ofCases} />
      </section>
      {pages.fault !== undefined && <Banner tone="error" title={faultText(text, pages.fault)} />}
      <EventList pages={pages} shown={shown} />
    </Page>
  );
}
