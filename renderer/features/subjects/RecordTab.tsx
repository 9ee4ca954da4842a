import { Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { type Dossier, isOpenForWork } from "../../../shared/domain/dossier.ts";
import type { SubjectId } from "../../../shared/domain/ids.ts";
import { displayName, type Subject } from "../../../shared/domain/party.ts";
import { entryName, type ProfileEntry } from "../../../shared/domain/profile/entry.ts";
import type { SubjectLink } from "../../../shared/domain/profile/link.ts";
import { type DateWriting, writePeriod } from "../../../shared/domain/profile/period-text.ts";
import type { Text } from "../../../shared/strings/text.ts";
import { useRights } from "../../stores/rights.ts";
import { useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { useDateStyle } from "../../ui/calendar-style.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Table } from "../../ui/Table.tsx";
import type { TableColumn } from "../../ui/table-model.ts";
import { EntryDialog } from "./EntryDialog.tsx";
import { LinkDialog } from "./LinkDialog.tsx";
import type { Profile } from "./profile-store.ts";
import { SourceText } from "./SourceText.tsx";

interface RecordTabProps {
  readonly dossier: Dossier;
  readonly profile: Profile;
  readonly subject: Subject;
  /** What else can be done with the entries, beside adding one. */
  readonly actions?: ReactNode;
}

/** Everything recorded about one subject, and every tie of the case. */
export function RecordTab({ dossier, profile, subject, actions }: RecordTabProps): ReactNode {
  const canWrite = useCanWrite(dossier);
  return (
    <>
      <EntriesCard
        dossier={dossier}
        profile={profile}
        subject={subject}
        canWrite={canWrite}
        actions={canWrite ? actions : undefined}
      />
      <LinksCard dossier={dossier} profile={profile} canWrite={canWrite} />
    </>
  );
}

/** Whether the person may change what is recorded in this case. */
export function useCanWrite(dossier: Dossier): boolean {
  const { may } = useRights();
  return may("work-on-cases") && !dossier.standing.ownUnit && isOpenForWork(dossier.state);
}

type CardProps = RecordTabProps & { readonly canWrite: boolean };

function EntriesCard({ dossier, profile, subject, canWrite, actions }: CardProps): ReactNode {
  const text = useText();
  const style = useDateStyle();
  const [open, setOpen] = useState<ProfileEntry | "new">();
  const entries = profile.entries.filter((entry) => entry.subjectId === subject.id);
  return (
    <Card
      title={text("subjects.entries")}
      lead={text("subjects.entriesLead")}
      isFlush
      actions={
        canWrite && (
          <>
            {actions}
            <Button size="small" icon={Plus} onPress={() => setOpen("new")}>
              {text("subjects.addEntry")}
            </Button>
          </>
        )
      }
    >
      <Table
        label={text("subjects.entries")}
        isPlain
        columns={entryColumns(text, style, { dossier, profile })}
        rows={entries}
        rowKey={(entry) => entry.id}
        defaultSort={{ columnId: "dates", direction: "descending" }}
        onRowAction={canWrite ? setOpen : undefined}
        empty={
          <EmptyState level={3} title={text("subjects.noEntries")}>
            {text("subjects.noEntriesText")}
          </EmptyState>
        }
      />
      {open !== undefined && (
        <EntryDialog
          dossier={dossier}
          profile={profile}
          subjectId={subject.id}
          entry={open === "new" ? undefined : open}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Card>
  );
}

type Held = Pick<CardProps, "dossier" | "profile">;

/** The columns in which entries are listed. */
export function entryColumns(text: Text, style: DateWriting, { dossier, profile }: Held): TableColumn<ProfileEntry>[] {
  return [
    {
      id: "dates",
      header: text("subjects.columnDates"),
      cell: (entry) => writePeriod(entry.period, style) || text("subjects.undated"),
      sortValue: ({ period }) => period.from ?? period.to ?? undefined,
      width: "12rem",
    },
    {
      id: "kind",
      header: text("subjects.columnKind"),
      cell: (entry) => text(`subjects.entry-${entry.kind}`),
      sortValue: (entry) => text(`subjects.entry-${entry.kind}`),
      width: "7rem",
    },
    {
      id: "what",
      header: text("subjects.columnWhat"),
      cell: (entry) => entryWords(text, entry),
      sortValue: entryName,
      isRowHeader: true,
      width: "18rem",
    },
    {
      id: "certainty",
      header: text("subjects.columnCertainty"),
      cell: (entry) => text(`subjects.certainty-${entry.certainty}`),
      sortValue: (entry) => entry.certainty,
      width: "7rem",
    },
    {
      id: "source",
      header: text("subjects.columnSource"),
      cell: ({ source }) => <SourceText dossierId={dossier.id} source={source} evidence={profile.evidence} />,
      width: "14rem",
    },
  ];
}

/** What an entry says, in one line. */
export function entryWords(text: Text, entry: ProfileEntry): string {
  const { organisation, title, unit, engagement, share } = entry;
  const parts =
    entry.kind === "publication" || entry.kind === "patent"
      ? [title, organisation, entry.number]
      : [organisation, unit, title, entry.number, entry.amount];
  const more = [
    engagement === "unspecified" ? "" : text(`subjects.engagement-${engagement}`),
    share === null ? "" : text("subjects.effectiveShare", { share }),
  ];
  return [...parts, ...more].filter((part) => part !== "").join("　");
}

function LinksCard({ dossier, profile, canWrite }: Omit<CardProps, "subject" | "actions">): ReactNode {
  const text = useText();
  const style = useDateStyle();
  const [open, setOpen] = useState<SubjectLink | "new">();
  const canLinkTwo = dossier.subjects.length > 1;
  return (
    <Card
      title={text("subjects.links")}
      lead={canLinkTwo ? text("subjects.linksLead") : text("subjects.twoNeeded")}
      isFlush
      actions={
        canWrite &&
        canLinkTwo && (
          <Button size="small" icon={Plus} onPress={() => setOpen("new")}>
            {text("subjects.addLink")}
          </Button>
        )
      }
    >
      <Table
        label={text("subjects.links")}
        isPlain
        columns={linkColumns(text, style, { dossier, profile })}
        rows={profile.links}
        rowKey={(link) => link.id}
        onRowAction={canWrite ? setOpen : undefined}
        empty={
          <EmptyState level={3} title={text("subjects.noLinks")}>
            {text("subjects.noLinksText")}
          </EmptyState>
        }
      />
      {open !== undefined && (
        <LinkDialog
          dossier={dossier}
          profile={profile}
          link={open === "new" ? undefined : open}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Card>
  );
}

/** The columns in which ties are listed. */
export function linkColumns(text: Text, style: DateWriting, { dossier, profile }: Held): TableColumn<SubjectLink>[] {
  const nameOf = (id: SubjectId): string => subjectName(dossier, id);
  return [
    {
      id: "from",
      header: text("subjects.columnFrom"),
      cell: (link) => nameOf(link.from),
      sortValue: (link) => nameOf(link.from),
      isRowHeader: true,
      width: "12rem",
    },
    {
      id: "kind",
      header: text("subjects.linkKind"),
      cell: (link) => linkWords(text, link),
      sortValue: (link) => text(`subjects.link-${link.kind}`),
      width: "12rem",
    },
    {
      id: "to",
      header: text("subjects.columnTo"),
      cell: (link) => nameOf(link.to),
      sortValue: (link) => nameOf(link.to),
      width: "12rem",
    },
    {
      id: "dates",
      header: text("subjects.columnDates"),
      cell: (link) => writePeriod(link.period, style) || text("subjects.undated"),
      sortValue: ({ period }) => period.from ?? period.to ?? undefined,
      width: "11rem",
    },
    {
      id: "certainty",
      header: text("subjects.columnCertainty"),
      cell: (link) => text(`subjects.certainty-${link.certainty}`),
      sortValue: (link) => link.certainty,
      width: "7rem",
    },
    {
      id: "source",
      header: text("subjects.columnSource"),
      cell: ({ source }) => <SourceText dossierId={dossier.id} source={source} evidence={profile.evidence} />,
      width: "14rem",
    },
  ];
}

/** The kind of a tie with its share and its role. */
export function linkWords(text: Text, link: SubjectLink): string {
  const indirect = link.directness === "indirect" ? text("subjects.directness-indirect") : "";
  const share = link.share === null ? "" : text("subjects.effectiveShare", { share: link.share });
  return [text(`subjects.link-${link.kind}`), share, indirect, link.role].filter((part) => part !== "").join("　");
}

/** The name of a subject of the case. */
export function subjectName(dossier: Dossier, id: SubjectId): string {
  const subject = dossier.subjects.find((one) => one.id === id);
  return subject === undefined ? "" : displayName(subject);
}
