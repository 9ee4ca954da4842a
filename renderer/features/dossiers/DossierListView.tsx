import { FolderPlus, LockKeyhole } from "lucide-react";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { useStore } from "zustand";
import type { DossierRow } from "../../../shared/domain/dossier.ts";
import { useContent } from "../../stores/content-store.ts";
import { useRights } from "../../stores/rights.ts";
import { navigate } from "../../stores/route-store.ts";
import { faultText, usePick, useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { NameText } from "../../ui/NameText.tsx";
import { Page } from "../../ui/Page.tsx";
import { Table } from "../../ui/Table.tsx";
import { TextField } from "../../ui/TextField.tsx";
import type { TableColumn } from "../../ui/table-model.ts";
import { dossierListStore, followDossiers } from "./dossier-list-store.ts";
import { matching } from "./matching.ts";

/** Every case, the latest change first. */
export function DossierListView(): ReactNode {
  const text = useText();
  const { rows, fault } = useStore(dossierListStore);
  const { may } = useRights();
  const [sought, setSought] = useState("");
  useEffect(followDossiers, []);
  const shown = useMemo(() => matching(rows ?? [], sought), [rows, sought]);
  return (
    <Page
      title={text("dossiers.title")}
      width="wide"
      {...(may("work-on-cases") && {
        actions: (
          <Button tone="primary" icon={FolderPlus} onPress={() => navigate({ view: "new-dossier" })}>
            {text("dossiers.new")}
          </Button>
        ),
      })}
    >
      {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} />}
      <TextField
        label={text("dossiers.filter")}
        value={sought}
        onChange={setSought}
        width="medium"
        placeholder={text("dossiers.filterHint")}
      />
      <DossierTable rows={shown} isBusy={rows === undefined} isFiltered={sought !== ""} />
    </Page>
  );
}

function DossierTable(props: { rows: readonly DossierRow[]; isBusy: boolean; isFiltered: boolean }): ReactNode {
  const text = useText();
  const columns = useColumns();
  return (
    <Table
      label={text("dossiers.title")}
      columns={columns}
      rows={props.rows}
      rowKey={(row) => row.id}
      isBusy={props.isBusy}
      maxHeight="calc(100vh - 17rem)"
      empty={<EmptyState title={text(props.isFiltered ? "dossiers.noMatch" : "dossiers.none")} />}
      onRowAction={(row) => navigate({ view: "dossier", dossierId: row.id, page: "intake" })}
    />
  );
}

function useColumns(): readonly TableColumn<DossierRow>[] {
  const text = useText();
  const pick = usePick();
  const { vocabulary } = useContent();
  return useMemo(() => {
    const depthName = (id: string): string => {
      const entry = vocabulary.depths.find((depth) => depth.id === id);
      return entry === undefined ? id : pick(entry.name);
    };
    return [
      {
        id: "number",
        header: text("dossiers.number"),
        cell: (row) => row.number,
        sortValue: (row) => row.number,
        width: "8.5rem",
      },
      {
        id: "title",
        header: text("dossiers.caseTitle"),
        cell: (row) => (
          <>
            {row.restricted && <Badge icon={LockKeyhole}>{text("access.mark")}</Badge>} <bdi>{row.title}</bdi>
          </>
        ),
        sortValue: (row) => row.title,
        isRowHeader: true,
      },
      {
        id: "principal",
        header: text("dossiers.principal"),
        cell: (row) => <NameText name={row.principal} isClamped />,
        sortValue: (row) => row.principal,
        width: "11rem",
      },
      {
        id: "kind",
        header: text("dossiers.kind"),
        cell: (row) => text(`dossiers.kind-${row.kind}`),
        sortValue: (row) => row.kind,
        width: "6.5rem",
      },
      {
        id: "state",
        header: text("dossiers.state"),
        cell: (row) => <Badge>{text(`dossier.state-${row.state}`)}</Badge>,
        sortValue: (row) => row.state,
        width: "8rem",
      },
      {
        id: "depth",
        header: text("dossiers.depth"),
        cell: (row) => depthName(row.depth),
        sortValue: (row) => row.depth,
        width: "5.5rem",
      },
      {
        id: "progress",
        header: text("dossiers.progress"),
        cell: (row) => `${row.answered} / ${row.required}`,
        sortValue: (row) => row.answered / Math.max(1, row.required),
        align: "end",
        width: "7rem",
      },
      {
        id: "due",
        header: text("dossiers.due"),
        cell: (row) => (row.dueDay === null ? "–" : <DateText iso={row.dueDay} />),
        sortValue: (row) => row.dueDay ?? undefined,
        width: "9rem",
      },
    ];
  }, [text, pick, vocabulary]);
}
