import { Paperclip } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { useStore } from "zustand";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import type { Evidence } from "../../../shared/domain/evidence.ts";
import { AttachDialog } from "../../parts/evidence/AttachDialog.tsx";
import { FrozenBanner } from "../../parts/standing/FrozenBanner.tsx";
import { useOfferCommands } from "../../stores/command-store.ts";
import { useContent } from "../../stores/content-store.ts";
import { useCaseRights, useMayWork } from "../../stores/rights.ts";
import { sessionStore } from "../../stores/session-store.ts";
import { faultText, usePick, useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { Table } from "../../ui/Table.tsx";
import type { TableColumn } from "../../ui/table-model.ts";
import { EvidenceCard } from "./EvidenceCard.tsx";
import { type EvidenceFilter, EvidenceTools, passes } from "./EvidenceTools.tsx";
import css from "./evidence.module.css";
import { evidenceStore, followEvidence, replaceEvidence } from "./evidence-store.ts";
import { StandingBadge } from "./StandingBadge.tsx";
import { sizeText } from "./size-text.ts";

interface EvidenceViewProps {
  readonly dossier: Dossier;
  /** The piece to show first. */
  readonly evidenceId?: string | undefined;
}

/** Everything the case rests on: what it is, where it comes from, and whether it is still what came in. */
export function EvidenceView({ dossier, evidenceId }: EvidenceViewProps): ReactNode {
  const text = useText();
  const { evidence, fault } = useStore(evidenceStore);
  const [chosenId, setChosenId] = useState(evidenceId);
  useEffect(() => {
    if (evidenceId !== undefined) setChosenId(evidenceId);
  }, [evidenceId]);
  const [isAdding, setAdding] = useState(false);
  const [filter, setFilter] = useState<EvidenceFilter>("all");
  const isFrozen = !useMayWork(dossier);
  const mayWorkHere = useCaseRights(dossier)("work-on-cases");
  useEffect(() => followEvidence(dossier.id), [dossier.id]);
  useOfferCommands([
    {
      id: "evidence.add",
      titleKey: "shortcuts.evidence",
      keys: ["E"],
      when: () => !isFrozen,
      run: () => setAdding(true),
    },
  ]);
  const chosen = evidence?.find((one) => one.id === chosenId);
  const add = mayWorkHere && (
    <Button tone="primary" icon={Paperclip} shortcut="E" isDisabled={isFrozen} onPress={() => setAdding(true)}>
      {text("evidence.add")}
    </Button>
  );
  return (
    <Page title={text("evidence.title")} lead={text("evidence.lead")} width="wide" actions={add}>
      <FrozenBanner dossier={dossier} />
      {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} />}
      {evidence?.some((one) => one.integrity !== "intact") === true && (
        <Banner tone="error" title={text("evidence.someBroken")} />
      )}
      <EvidenceTools dossier={dossier} filter={filter} onFilter={setFilter} isFrozen={isFrozen} />
      <div className={css["desk"]}>
        <EvidenceTable
          evidence={(evidence ?? []).filter((one) => passes(one, filter))}
          isBusy={evidence === undefined}
          chosenId={chosenId}
          onChoose={setChosenId}
          add={add}
        />
        {chosen !== undefined && (
          <EvidenceCard
            key={chosen.id}
            dossierId={dossier.id}
            evidence={chosen}
            others={(evidence ?? []).filter(({ id }) => id !== chosen.id)}
            isFrozen={isFrozen}
          />
        )}
      </div>
      <AttachDialog
        title={text("evidence.add")}
        dossierId={dossier.id}
        itemId={null}
        expected={{ types: [], sources: [], personName: sessionStore.getState().status?.personName ?? "" }}
        isOpen={isAdding}
        mayTake={mayWorkHere && !isFrozen}
        onClose={() => setAdding(false)}
        onRestored={() => setAdding(true)}
        onTaken={(taken) => {
          replaceEvidence(taken);
          setChosenId(taken.id);
        }}
      />
    </Page>
  );
}

interface EvidenceTableProps {
  readonly evidence: readonly Evidence[];
  readonly isBusy: boolean;
  readonly chosenId: string | undefined;
  readonly onChoose: (id: string) => void;
  readonly add: ReactNode;
}

function EvidenceTable({ evidence, isBusy, chosenId, onChoose, add }: EvidenceTableProps): ReactNode {
  const text = useText();
  const columns = useColumns();
  return (
    <Table
      label={text("evidence.title")}
      columns={columns}
      rows={evidence}
      rowKey={(row) => row.id}
      isBusy={isBusy}
      selectedKey={chosenId}
      onRowAction={(row) => onChoose(row.id)}
      empty={
        <EmptyState icon={Paperclip} title={text("evidence.none")} action={add}>
          {add !== false && text("evidence.noneHint")}
        </EmptyState>
      }
    />
  );
}

function useColumns(): readonly TableColumn<Evidence>[] {
  const text = useText();
  const pick = usePick();
  const { vocabulary } = useContent();
  const source = (id: string): string => {
    const entry = vocabulary.sourceTypes.find((known) => known.id === id);
    return entry === undefined ? id : pick(entry.name);
  };
  return [
    {
      id: "number",
      header: text("evidence.number"),
      cell: (row) => `E${row.number}`,
      sortValue: (row) => row.number,
      width: "4rem",
    },
    {
      id: "title",
      header: text("evidenceform.name"),
      cell: (row) => <bdi>{row.title || row.fileName}</bdi>,
      sortValue: (row) => row.title,
      isRowHeader: true,
    },
    {
      id: "source",
      header: text("evidenceform.source"),
      cell: (row) => source(row.sourceType),
      sortValue: (row) => row.sourceType,
      width: "9rem",
    },
    {
      id: "grade",
      header: text("evidenceform.reliability"),
      cell: (row) => row.reliability,
      sortValue: (row) => row.reliability,
      width: "5rem",
    },
    { id: "items", header: text("evidence.items"), cell: (row) => row.items.join("、") || "–", width: "8rem" },
    {
      id: "size",
      header: text("evidence.size"),
      cell: (row) => sizeText(row.sizeBytes),
      sortValue: (row) => row.sizeBytes,
      align: "end",
      width: "6rem",
    },
    {
      id: "captured",
      header: text("evidenceform.day"),
      cell: (row) => (row.capturedAt === null ? "–" : <DateText instantMs={row.capturedAt} />),
      sortValue: (row) => row.capturedAt ?? undefined,
      width: "8rem",
    },
    {
      id: "standing",
      header: text("evidence.status"),
      cell: (row) => <StandingBadge standing={row.standing} />,
      sortValue: (row) => row.standing.validity.until ?? undefined,
      width: "8rem",
    },
    {
      id: "integrity",
      header: text("evidence.integrity"),
      cell: (row) => (
        <Badge tone={row.integrity === "intact" ? "success" : "danger"}>
          {text(`evidence.integrity-${row.integrity}`)}
        </Badge>
      ),
      width: "8rem",
    },
  ];
}
