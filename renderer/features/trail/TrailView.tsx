import { type ReactNode, useEffect, useMemo, useState } from "react";
import type { DossierRow } from "../../../shared/domain/dossier.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { host } from "../../host.ts";
import { navigate } from "../../stores/route-store.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { ComboBox } from "../../ui/ComboBox.tsx";
import { Link } from "../../ui/Link.tsx";
import { Page } from "../../ui/Page.tsx";
import { EventList } from "./EventList.tsx";
import { type EventGroup, groupOf } from "./event-groups.ts";
import { GroupFilter } from "./GroupFilter.tsx";
import { ProofLine } from "./ProofLine.tsx";
import css from "./trail.module.css";
import { useTrail } from "./use-trail.ts";

/** Everything that was done in this vault, in sentences, with the proof that nothing is missing. */
export function TrailView(): ReactNode {
  const text = useText();
  const dossiers = useDossierRows();
  const [dossierId, setDossierId] = useState<DossierId | null>(null);
  const [group, setGroup] = useState<EventGroup | "all">("all");
  const pages = useTrail(dossierId);
  const shown = useMemo(
    () => pages.entries.filter((entry) => group === "all" || groupOf(entry.kind) === group),
    [pages.entries, group],
  );
  return (
    <Page title={text("trail.title")} lead={text("trail.lead")}>
      <ProofLine head={pages.head} onChecked={() => void pages.reload()} />
      <section className={css["filters"]} aria-label={text("trail.filters")}>
        <GroupFilter value={group} onChange={setGroup} />
        {dossiers.length > 0 && (
          <ComboBox
            // The list of a combo box is fixed once it is there.
            key={dossiers.length}
            label={text("trail.dossier")}
            placeholder={text("trail.allDossiers")}
            options={dossiers.map((row) => ({ value: row.id, label: `${row.number} ${row.title}` }))}
            value={dossierId ?? undefined}
            onChange={(chosen) => setDossierId(chosen ?? null)}
          />
        )}
      </section>
      {pages.fault !== undefined && <Banner tone="error" title={faultText(text, pages.fault)} />}
      <EventList
        pages={pages}
        shown={shown}
        beside={(entry) => <DossierLink row={dossiers.find((row) => row.id === entry.dossierId)} />}
      />
    </Page>
  );
}

function DossierLink({ row }: { row: DossierRow | undefined }): ReactNode {
  if (row === undefined) return null;
  return (
    <Link onPress={() => navigate({ view: "dossier", dossierId: row.id, page: "history" })}>
      <bdi>
        {row.number} {row.title}
      </bdi>
    </Link>
  );
}

function useDossierRows(): readonly DossierRow[] {
  const [rows, setRows] = useState<readonly DossierRow[]>([]);
  useEffect(() => {
    void host.dossiers.list({}).then((listed) => {
      if (listed.ok) setRows(listed.value.rows);
    });
  }, []);
  return rows;
}
