import { Download } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { Report } from "../../../shared/contract/calls/decision.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { host } from "../../host.ts";
import { ExportDialog } from "../../parts/reauth/ExportDialog.tsx";
import { notify } from "../../stores/notice-store.ts";
import { useLocale, useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { copyText } from "../../ui/copy-text.ts";
import { DateText } from "../../ui/DateText.tsx";
import { HashText } from "../../ui/HashText.tsx";
import { NameText } from "../../ui/NameText.tsx";
import { Table } from "../../ui/Table.tsx";
import type { TableColumn } from "../../ui/table-model.ts";
import css from "./paper.module.css";
import { sizeText } from "./size-text.ts";

interface SignedPapersProps {
  readonly dossierId: DossierId;
  readonly reports: readonly Report[];
  readonly canExport: boolean;
}

/** The signed papers of the case, each with what identifies it and a way to take a copy out. */
export function SignedPapers({ dossierId, reports, canExport }: SignedPapersProps): ReactNode {
  const text = useText();
  const columns = useColumns(dossierId, reports).filter((column) => canExport || column.id !== "copy");
  return (
    <Card title={text("paperpage.papers")} isFlush>
      <Table
        label={text("paperpage.papers")}
        columns={columns}
        rows={reports}
        rowKey={(report) => report.id}
        empty={<p className={css["none"]}>{text("paperpage.papersNone")}</p>}
        isPlain
      />
    </Card>
  );
}

function useColumns(dossierId: DossierId, reports: readonly Report[]): readonly TableColumn<Report>[] {
  const text = useText();
  const locale = useLocale();
  return [
    {
      id: "paper",
      header: text("paperpage.paper"),
      cell: ({ version, locale: language }) =>
        text("paperpage.paperName", { version, language: text(`paperpage.language-${language}`) }),
      isRowHeader: true,
      width: "8rem",
    },
    {
      id: "size",
      header: text("paperpage.size"),
      cell: ({ pageCount, sizeBytes }) =>
        text("paperpage.sizeValue", { pages: pageCount, size: sizeText(sizeBytes, locale) }),
      width: "8.5rem",
    },
    {
      id: "hash",
      header: text("paperpage.fileHash"),
      cell: (report) => <Hash value={report.fileSha256} />,
      width: "11rem",
    },
    {
      id: "print",
      header: text("paperpage.fingerprint"),
      cell: (report) => <Hash value={report.fingerprint} />,
      width: "11rem",
    },
    {
      id: "signed",
      header: text("paperpage.signedAt"),
      cell: (report) => <Signers report={report} reports={reports} />,
      width: "14rem",
    },
    {
      id: "copy",
      header: text("paperpage.copy"),
      isHeaderHidden: true,
      cell: (report) => <SaveCopy dossierId={dossierId} report={report} />,
      width: "11rem",
    },
  ];
}

/** Everybody whose signature is in the file, the reviewer's first, with the moment of each. */
function Signers({ report, reports }: { report: Report; reports: readonly Report[] }): ReactNode {
  const text = useText();
  const first = reports.find(({ id }) => id === report.countersigns);
  const signers =
    report.countersigns === null
      ? [{ role: "reviewer" as const, one: report }]
      : [
          ...(first === undefined ? [] : [{ role: "reviewer" as const, one: first }]),
          { role: "approver" as const, one: report },
        ];
  return (
    <ul className={css["signers"]}>
      {signers.map(({ role, one }) => (
        <li key={role}>
          <span>{text(`people.role-${role}`)}</span>
          <NameText name={one.createdBy} isClamped />
          <DateText instantMs={one.createdAt} />
        </li>
      ))}
    </ul>
  );
}

function Hash({ value }: { value: string }): ReactNode {
  return <HashText value={value} ends={6} onCopy={(whole) => void copyText(whole)} />;
}

function SaveCopy({ dossierId, report }: { dossierId: DossierId; report: Report }): ReactNode {
  const text = useText();

  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button size="small" icon={Download} onPress={() => setAsking(true)}>
        {text("paperpage.saveCopy")}
      </Button>
      {isAsking && (
        <ExportDialog
          title={text("paperpage.copyTitle")}
          lead={text("paperpage.copyLead")}
          confirmLabel={text("paperpage.saveCopy")}
          onExport={(request) => host.paper.saveCopy({ dossierId, reportId: report.id, ...request })}
          onDone={() => {
            notify({ tone: "success", text: text("paperpage.savedCopy") });
            setAsking(false);
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
