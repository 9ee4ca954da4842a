import { type ReactNode, useState } from "react";
import type { BackupStatus } from "../../../shared/contract/calls/backup.ts";
import { host } from "../../host.ts";
import { ReauthDialog } from "../../parts/reauth/ReauthDialog.tsx";
import { useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { healthStore } from "./health-store.ts";

/** The chosen folder by its name, and the ways to choose another or none. */
export function FolderLine({ chosen, canChange }: { chosen: BackupStatus["chosen"]; canChange: boolean }): ReactNode {
  const text = useText();
  const [isChoosing, setChoosing] = useState(false);

  async function forget(): Promise<void> {
    const forgotten = await host.backup.forgetFolder({});
    if (forgotten.ok) healthStore.setState({ backup: forgotten.value });
  }

  return (
    <>
      {chosen === null ? text("backup.chosenNone") : <bdi>{chosen.folderName}</bdi>}{" "}
      {chosen !== null && !chosen.isPresent && <Badge tone="warning">{text("backup.chosenAbsent")}</Badge>}{" "}
      {canChange && (
        <Button size="small" onPress={() => setChoosing(true)}>
          {text(chosen === null ? "backup.choose" : "backup.change")}
        </Button>
      )}{" "}
      {canChange && chosen !== null && (
        <Button size="small" tone="quiet" onPress={() => void forget()}>
          {text("backup.forget")}
        </Button>
      )}
      {isChoosing && (
        <ReauthDialog<never, BackupStatus>
          title={text("backup.chooseTitle")}
          lead={text("backup.chooseLead")}
          confirmLabel={text("backup.chooseConfirm")}
          onConfirm={({ passphrase }) => host.backup.chooseFolder({ passphrase })}
          onDone={(status) => {
            healthStore.setState({ backup: status });
            setChoosing(false);
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </>
  );
}
