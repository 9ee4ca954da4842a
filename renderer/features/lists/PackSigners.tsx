import { type ReactNode, useEffect, useState } from "react";
import type { PackSigner } from "../../../shared/domain/list-editions.ts";
import { host } from "../../host.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { HashText } from "../../ui/HashText.tsx";
import { Table } from "../../ui/Table.tsx";

/** Whose packs are taken here; shown once there is somebody. */
export function PackSigners({ canChange }: { canChange: boolean }): ReactNode {
  const text = useText();
  const [signers, setSigners] = useState<readonly PackSigner[]>([]);
  const [problem, setProblem] = useState<string>();
  const load = async (): Promise<void> => {
    const read = await host.lists.signers({});
    if (read.ok) setSigners(read.value.signers);
    else setProblem(faultText(text, read.error));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once when the page opens.
  useEffect(() => void load(), []);
  const forget = async ({ fingerprint }: PackSigner): Promise<void> => {
    const done = await host.lists.forgetSigner({ fingerprint });
    if (done.ok) await load();
    else setProblem(faultText(text, done.error));
  };
  if (signers.length === 0 && problem === undefined) return null;
  return (
    <Card title={text("lists.signers")} lead={text("lists.signersLead")} isFlush>
      {problem !== undefined && <Banner tone="error" title={problem} isLive />}
      <Table
        label={text("lists.signers")}
        rows={signers}
        rowKey={(row) => row.fingerprint}
        empty={null}
        isPlain
        columns={[
          { id: "name", header: text("lists.signerName"), cell: (row) => <bdi>{row.name}</bdi>, isRowHeader: true },
          {
            id: "organization",
            header: text("lists.signerOrganization"),
            cell: (row) => <bdi>{row.organization}</bdi>,
          },
          {
            id: "fingerprint",
            header: text("lists.fingerprint"),
            cell: (row) => <HashText value={row.fingerprint} ends={8} />,
            width: "12rem",
          },
          {
            id: "accepted",
            header: text("lists.acceptedAt"),
            cell: (row) => <DateText instantMs={row.acceptedAt} />,
            width: "11rem",
          },
          {
            id: "forget",
            header: text("lists.actions"),
            isHeaderHidden: true,
            cell: (row) =>
              canChange && (
                <Button size="small" tone="quiet" onPress={() => void forget(row)}>
                  {text("lists.forgetSigner")}
                </Button>
              ),
            width: "9rem",
          },
        ]}
      />
    </Card>
  );
}
