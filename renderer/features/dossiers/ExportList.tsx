import { Download } from "lucide-react";
import { type ReactNode, useState } from "react";
import { CaseExportColumn } from "../../../shared/contract/calls/dossier-lists.ts";
import type { CaseFilter, CaseSort } from "../../../shared/domain/desk/case-list.ts";
import { host } from "../../host.ts";
import { ExportDialog } from "../../parts/reauth/ExportDialog.tsx";
import { notify } from "../../stores/notice-store.ts";
import { useLocale, useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";

interface ExportListProps {
  readonly rows: number;
  readonly request: {
    readonly filter: CaseFilter;
    readonly sorts: readonly CaseSort[];
    /** Columns shown; those that cannot be written out are left out. */
    readonly columns: readonly string[];
  };
}

/** Writes the list out as it is shown, after purpose and passphrase. */
export function ExportList({ rows, request }: ExportListProps): ReactNode {
  const text = useText();
  const locale = useLocale();
  const [isAsking, setAsking] = useState(false);
  const [written, setWritten] = useState(0);
  const columns = request.columns.flatMap((id) => CaseExportColumn.safeParse(id).data ?? []);
  return (
    <>
      <Button size="small" icon={Download} isDisabled={rows === 0} onPress={() => setAsking(true)}>
        {text("desk.export")}
      </Button>
      {isAsking && (
        <ExportDialog
          title={text("desk.exportTitle")}
          lead={`${text("desk.exportLead", { rows })} ${text("desk.exportRestricted")}`}
          confirmLabel={text("desk.exportConfirm")}
          onExport={async ({ passphrase, purpose }) => {
            const done = await host.dossiers.exportList({
              filter: request.filter,
              sorts: [...request.sorts],
              columns,
              locale,
              purpose,
              passphrase,
            });
            if (done.ok) setWritten(done.value.rows);
            return done;
          }}
          onDone={() => {
            setAsking(false);
            notify({ tone: "success", text: text("desk.exported", { rows: written === 0 ? rows : written }) });
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
