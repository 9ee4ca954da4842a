import { Paperclip } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import type { Evidence } from "../../../shared/domain/evidence.ts";
import type { Text } from "../../../shared/strings/text.ts";
import { type LocalColumn, LocalTable } from "../../parts/table/LocalTable.tsx";
import { useContent } from "../../stores/content-store.ts";
import { usePick, useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { StandingBadge } from "./StandingBadge.tsx";
import { sizeText } from "./size-text.ts";

interface EvidenceTableProps {
  readonly evidence: readonly Evidence[];
  readonly isBusy: boolean;
  readonly chosenId: string | undefined;
  readonly onChoose: (id: string) => void;
  readonly add: ReactNode;
}

/** Every piece as a row: found by words, in any order, with the columns each person wants. */
export function EvidenceTable({ evidence, isBusy, chosenId, onChoose, add }: EvidenceTableProps): ReactNode {
  const text = useText();
  const columns = useColumns();
  const find = useFind();
  return (
    <LocalTable
      name="evidence"
      label={text("evidence.title")}
      columns={columns}
      rows={evidence}
      rowKey={(row) => row.id}
      nameOf={(row) => `E${row.number} ${row.title || row.fileName}`}
      find={find}
      maxHeight="70vh"
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

function useFind(): { readonly textOf: (row: Evidence) => string; readonly hint: string } {
  const text = useText();
  return useMemo(
    () => ({
      textOf: ({ number, title, fileName, origin, items }) =>
        [`E${number}`, title, fileName, origin, ...items].join("\n"),
      hint: text("evidence.findHint"),
    }),
    [text],
  );
}

function useColumns(): readonly LocalColumn<Evidence>[] {
  const text = useText();
  const pick = usePick();
  const { vocabulary } = useContent();
  return useMemo(() => {
    const source = (id: string): string => {
      const entry = vocabulary.sourceTypes.find((known) => known.id === id);
      return entry === undefined ? id : pick(entry.name);
    };
    return columnsOf(text, source);
  }, [text, pick, vocabulary]);
}

function columnsOf(text: Text, source: (id: string) => string): readonly LocalColumn<Evidence>[] {
  return [
    {
      id: "number",
      header: text("evidence.number"),
      cell: (row) => `E${row.number}`,
      sortValue: (row) => row.number,
      widthPx: 96,
    },
    {
      id: "title",
      header: text("evidenceform.name"),
      cell: (row) => <bdi>{row.title || row.fileName}</bdi>,
      sortValue: (row) => row.title || row.fileName,
      widthPx: 300,
      isRowHeader: true,
    },
    {
      id: "source",
      header: text("evidenceform.source"),
      cell: (row) => source(row.sourceType),
      sortValue: (row) => source(row.sourceType),
      widthPx: 150,
    },
    {
      id: "grade",
      header: text("evidenceform.reliability"),
      cell: (row) => row.reliability,
      sortValue: (row) => row.reliability,
      widthPx: 112,
    },
    { id: "items", header: text("evidence.items"), cell: (row) => row.items.join("、") || "–", widthPx: 130 },
    {
      id: "size",
      header: text("evidence.size"),
      cell: (row) => sizeText(row.sizeBytes),
      sortValue: (row) => row.sizeBytes,
      align: "end",
      widthPx: 96,
    },
    {
      id: "captured",
      header: text("evidenceform.day"),
      cell: (row) => (row.capturedAt === null ? "–" : <DateText instantMs={row.capturedAt} />),
      sortValue: (row) => row.capturedAt ?? undefined,
      widthPx: 150,
    },
    {
      id: "standing",
      header: text("evidence.status"),
      cell: (row) => <StandingBadge standing={row.standing} />,
      sortValue: (row) => row.standing.validity.until ?? undefined,
      widthPx: 170,
    },
    {
      id: "integrity",
      header: text("evidence.integrity"),
      cell: (row) => (
        <Badge tone={row.integrity === "intact" ? "success" : "danger"}>
          {text(`evidence.integrity-${row.integrity}`)}
        </Badge>
      ),
      sortValue: (row) => row.integrity,
      widthPx: 150,
    },
  ];
}
