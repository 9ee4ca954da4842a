import { FileUp } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { useStore } from "zustand";
import type { Edition, ImportPreview } from "../../../shared/domain/screening.ts";
import { host } from "../../host.ts";
import { useContent } from "../../stores/content-store.ts";
import { useRights } from "../../stores/rights.ts";
import { faultText, usePick, useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { HashText } from "../../ui/HashText.tsx";
import { Page } from "../../ui/Page.tsx";
import { Table } from "../../ui/Table.tsx";
import type { TableColumn } from "../../ui/table-model.ts";
import { ageInDays, isStale } from "./age.ts";
import { ImportSteps } from "./ImportSteps.tsx";
import { importProblem } from "./import-problem.ts";
import { listsStore, loadEditions } from "./lists-store.ts";

/** Every list edition carried in, and the way to carry in another. */
export function ListsView(): ReactNode {
  const text = useText();
  const { may } = useRights();
  const { editions, fault } = useStore(listsStore);
  const [preview, setPreview] = useState<ImportPreview>();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  useEffect(() => void loadEditions(), []);

  async function begin(): Promise<void> {
    setBusy(true);
    setProblem(undefined);
    const begun = await host.screening.beginImport({});
    setBusy(false);
    if (begun.ok) setPreview(begun.value);
    else if (begun.error.code !== "cancelled") setProblem(importProblem(text, begun.error));
  }

  function end(): void {
    setPreview(undefined);
    void loadEditions();
  }

  if (preview !== undefined) return <ImportSteps preview={preview} editions={editions ?? []} onEnd={end} />;
  const add = may("import-lists") && (
    <Button tone="primary" icon={FileUp} isBusy={isBusy} onPress={() => void begin()}>
      {text("lists.import")}
    </Button>
  );
  return (
    <Page title={text("lists.title")} lead={text("lists.lead")} width="wide" actions={add}>
      {problem !== undefined && <Banner tone="error" title={problem} isLive />}
      {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} />}
      <Editions editions={editions ?? []} isBusy={editions === undefined} add={add} />
    </Page>
  );
}

function Editions(props: { editions: readonly Edition[]; isBusy: boolean; add: ReactNode }): ReactNode {
  const text = useText();
  const columns = useColumns();
  return (
    <Table
      label={text("lists.title")}
      columns={columns}
      rows={props.editions}
      rowKey={(row) => row.id}
      isBusy={props.isBusy}
      empty={
        <EmptyState icon={FileUp} title={text("lists.none")} action={props.add}>
          {props.add !== false && text("lists.noneHint")}
        </EmptyState>
      }
    />
  );
}

function useColumns(): readonly TableColumn<Edition>[] {
  const text = useText();
  const pick = usePick();
  const { vocabulary } = useContent();
  const effect = (id: string): string => {
    const entry = vocabulary.listEffectClasses.find((known) => known.id === id);
    return entry === undefined ? id : pick(entry.name);
  };
  return [
    {
      id: "title",
      header: text("lists.listTitle"),
      cell: (row) => <bdi>{row.title}</bdi>,
      sortValue: (row) => row.title,
      isRowHeader: true,
    },
    { id: "edition", header: text("lists.edition"), cell: (row) => row.edition, width: "8rem" },
    { id: "state", header: text("lists.state"), cell: (row) => <StateBadges edition={row} />, width: "9rem" },
    { id: "effect", header: text("lists.effect"), cell: (row) => effect(row.effectClass), width: "14rem" },
    {
      id: "entries",
      header: text("lists.entries"),
      cell: (row) => row.entries.toLocaleString(),
      sortValue: (row) => row.entries,
      align: "end",
      width: "6rem",
    },
    {
      id: "imported",
      header: text("lists.imported"),
      cell: (row) => <DateText instantMs={row.importedAt} />,
      sortValue: (row) => row.importedAt,
      width: "11rem",
    },
    { id: "hash", header: "SHA-256", cell: (row) => <HashText value={row.sha256} ends={6} />, width: "9rem" },
  ];
}

function StateBadges({ edition }: { edition: Edition }): ReactNode {
  const text = useText();
  if (!edition.current) return <Badge>{text("lists.superseded")}</Badge>;
  const days = ageInDays(edition, Date.now());
  return isStale(days) ? (
    <Badge tone="warning">{text("lists.stale", { days })}</Badge>
  ) : (
    <Badge tone="success">{text("lists.current")}</Badge>
  );
}
