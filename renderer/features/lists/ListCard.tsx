import { type ReactNode, useState } from "react";
import type { Edition } from "../../../shared/domain/screening.ts";
import { host } from "../../host.ts";
import { useContent } from "../../stores/content-store.ts";
import { faultText, usePick, useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { HashText } from "../../ui/HashText.tsx";
import { Table } from "../../ui/Table.tsx";
import type { TableColumn } from "../../ui/table-model.ts";
import { ageInDays, isStale } from "./age.ts";
import css from "./lists.module.css";
import { goToLists, type ListGroup, loadEditions } from "./lists-store.ts";
import { WritePackDialog } from "./WritePackDialog.tsx";

interface ListCardProps {
  readonly group: ListGroup;
  readonly canChange: boolean;
  readonly onProblem: (problem: string | undefined) => void;
}

/** One list: what is in use, how old it is, and every edition that was ever carried in. */
export function ListCard({ group, canChange, onProblem }: ListCardProps): ReactNode {
  const text = useText();
  const pick = usePick();
  const { vocabulary } = useContent();
  const [isPacking, setPacking] = useState(false);
  const shown = group.current ?? group.editions[0];
  const columns = useColumns({ group, canChange, onProblem });
  if (shown === undefined) return null;
  const effect = vocabulary.listEffectClasses.find((known) => known.id === shown.effectClass);
  const facts = [shown.authority, effect === undefined ? shown.effectClass : pick(effect.name)];
  return (
    <Card
      title={<bdi>{group.title}</bdi>}
      lead={facts.filter((fact) => fact !== "").join(" · ")}
      isFlush
      actions={
        <>
          <AgeBadge edition={group.current} />
          {canChange && (
            <Button size="small" onPress={() => setPacking(true)}>
              {text("lists.writePack")}
            </Button>
          )}
        </>
      }
    >
      <Table
        label={text("lists.editionsOf", { title: group.title })}
        columns={columns}
        rows={group.editions}
        rowKey={(row) => row.id}
        empty={null}
        isPlain
      />
      {isPacking && <WritePackDialog group={group} onClose={() => setPacking(false)} />}
    </Card>
  );
}

/** How old the edition in use is, in words; a list without one is pointed out as well. */
function AgeBadge({ edition }: { edition: Edition | undefined }): ReactNode {
  const text = useText();
  if (edition === undefined) return <Badge tone="warning">{text("lists.noneCurrent")}</Badge>;
  const days = ageInDays(edition, Date.now());
  return isStale(days) ? (
    <Badge tone="warning">{text("lists.staleAge", { days })}</Badge>
  ) : (
    <Badge>{text("lists.age", { days: Math.max(0, days) })}</Badge>
  );
}

function useColumns(props: ListCardProps): readonly TableColumn<Edition>[] {
  const text = useText();
  const day = (iso: string | null): ReactNode => (iso === null ? text("lists.noDay") : <DateText iso={iso} />);
  return [
    {
      id: "edition",
      header: text("lists.edition"),
      cell: (row) => (
        <span className={css["stacked"]}>
          <bdi>{row.edition}</bdi>
          <HashText value={row.sha256} ends={6} />
        </span>
      ),
      isRowHeader: true,
      width: "10rem",
    },
    {
      id: "state",
      header: text("lists.state"),
      cell: (row) =>
        row.current ? <Badge tone="success">{text("lists.current")}</Badge> : <Badge>{text("lists.superseded")}</Badge>,
      width: "6rem",
    },
    {
      id: "days",
      header: text("lists.days"),
      cell: (row) => (
        <span className={css["stacked"]}>
          <span>{day(row.publishedDay)}</span>
          <span className={css["quiet"]}>{day(row.effectiveDay)}</span>
        </span>
      ),
      width: "10rem",
    },
    {
      id: "entries",
      header: text("lists.entries"),
      cell: (row) => row.entries.toLocaleString(),
      align: "end",
      width: "6rem",
    },
    {
      id: "imported",
      header: text("lists.imported"),
      cell: (row) => (
        <span className={css["stacked"]}>
          <DateText instantMs={row.importedAt} />
          <span className={css["quiet"]}>
            {row.importedBy}
            {row.packSigner !== undefined && ` · ${text("lists.byPack")}`}
          </span>
        </span>
      ),
      width: "11rem",
    },
    {
      id: "actions",
      header: text("lists.actions"),
      isHeaderHidden: true,
      cell: (row) => <EditionActions {...props} edition={row} />,
      width: "17rem",
    },
  ];
}

function EditionActions({ group, canChange, onProblem, edition }: ListCardProps & { edition: Edition }): ReactNode {
  const text = useText();
  const at = group.editions.indexOf(edition);
  // An edition in use is shown against its neighbour, any other against the one in use; the older one always comes first.
  const neighbour = group.editions[at + 1] ?? group.editions[at - 1];
  const other = edition.current ? neighbour : (group.current ?? neighbour);
  const change = async (): Promise<void> => {
    onProblem(undefined);
    const asked = { editionId: edition.id };
    const done = await (edition.current ? host.lists.setAside(asked) : host.lists.makeCurrent(asked));
    if (done.ok) await loadEditions();
    else onProblem(faultText(text, done.error));
  };
  return (
    <span className={css["actions"]}>
      <Button size="small" tone="quiet" onPress={() => goToLists({ at: "edition", edition })}>
        {text("lists.look")}
      </Button>
      {other !== undefined && (
        <Button
          size="small"
          tone="quiet"
          onPress={() =>
            goToLists(
              group.editions.indexOf(other) > at
                ? { at: "difference", before: other, after: edition }
                : { at: "difference", before: edition, after: other },
            )
          }
        >
          {text("lists.showDifference")}
        </Button>
      )}
      {canChange && (
        <Button size="small" tone="quiet" onPress={() => void change()}>
          {text(edition.current ? "lists.setAside" : "lists.makeCurrent")}
        </Button>
      )}
    </span>
  );
}
