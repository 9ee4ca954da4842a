import { LockKeyhole } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import type { CaseRow } from "../../../shared/contract/calls/dossier-lists.ts";
import type { Text } from "../../../shared/strings/text.ts";
import { useContent } from "../../stores/content-store.ts";
import { usePick, useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { DateText } from "../../ui/DateText.tsx";
import type { DataColumn } from "../../ui/data-table-model.ts";
import { NameText } from "../../ui/NameText.tsx";

/** Every column a list of cases can have, as it stands before anybody changes it. */
export function useCaseColumns(): readonly DataColumn<CaseRow>[] {
  const text = useText();
  const pick = usePick();
  const { vocabulary } = useContent();
  return useMemo(() => {
    const nameIn =
      (entries: readonly { readonly id: string; readonly name: Parameters<typeof pick>[0] }[]) =>
      (id: string): string => {
        const entry = entries.find((one) => one.id === id);
        return entry === undefined ? id : pick(entry.name);
      };
    const names = { depth: nameIn(vocabulary.depths), outcome: nameIn(vocabulary.decisions) };
    return [...aboutColumns(text), ...standColumns(text, names)];
  }, [text, pick, vocabulary]);
}

const sorted = { canSort: true } as const;

function day(iso: string | null): ReactNode {
  return iso === null ? "–" : <DateText iso={iso} />;
}

/** What the case is about. */
function aboutColumns(text: Text): DataColumn<CaseRow>[] {
  return [
    { id: "number", header: text("desk.column-number"), cell: (row) => row.number, widthPx: 136, ...sorted },
    {
      id: "title",
      header: text("desk.column-title"),
      cell: (row) => (
        <>
          {row.restricted && <Badge icon={LockKeyhole}>{text("access.mark")}</Badge>}{" "}
          <bdi title={row.title}>{row.title}</bdi>
        </>
      ),
      isRowHeader: true,
      widthPx: 300,
      ...sorted,
    },
    {
      id: "principal",
      header: text("desk.column-principal"),
      cell: (row) => <NameText name={row.principal} isClamped />,
      widthPx: 176,
      ...sorted,
    },
    {
      id: "kind",
      header: text("desk.column-kind"),
      cell: (row) => text(`dossiers.kind-${row.kind}`),
      widthPx: 104,
      ...sorted,
    },
    {
      id: "state",
      header: text("desk.column-state"),
      cell: (row) => <Badge>{text(`dossier.state-${row.state}`)}</Badge>,
      widthPx: 136,
      ...sorted,
    },
  ];
}

interface Names {
  readonly depth: (id: string) => string;
  readonly outcome: (id: string) => string;
}

/** How far the case has come, and when. */
function standColumns(text: Text, names: Names): DataColumn<CaseRow>[] {
  return [
    {
      id: "depth",
      header: text("desk.column-depth"),
      cell: (row) => names.depth(row.depth),
      widthPx: 88,
      ...sorted,
    },
    {
      id: "progress",
      header: text("desk.column-progress"),
      cell: (row) => `${row.answered} / ${row.required}`,
      align: "end",
      widthPx: 128,
      ...sorted,
    },
    {
      id: "due",
      header: text("desk.column-due"),
      cell: (row) => (
        <>
          {day(row.dueDay)} {row.due === "overdue" && <Badge tone="warning">{text("home.late-badge")}</Badge>}
        </>
      ),
      widthPx: 220,
      ...sorted,
    },
    {
      id: "outcome",
      header: text("desk.column-outcome"),
      cell: (row) => (row.outcome === null ? "–" : names.outcome(row.outcome)),
      widthPx: 96,
      ...sorted,
    },
    {
      id: "minutes",
      header: text("desk.column-minutes"),
      cell: (row) => row.minutes,
      align: "end",
      widthPx: 144,
      ...sorted,
    },
    { id: "review", header: text("desk.column-review"), cell: (row) => day(row.reviewDay), widthPx: 152, ...sorted },
    {
      id: "created",
      header: text("desk.column-created"),
      cell: (row) => <DateText instantMs={row.createdAt} />,
      widthPx: 176,
      ...sorted,
    },
    {
      id: "updated",
      header: text("desk.column-updated"),
      cell: (row) => <DateText instantMs={row.updatedAt} />,
      widthPx: 176,
      ...sorted,
    },
    {
      id: "access",
      header: text("desk.column-access"),
      cell: (row) => (row.restricted ? text("access.mark") : "–"),
      widthPx: 120,
    },
  ];
}
