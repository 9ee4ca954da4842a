import { type ReactNode, useState } from "react";
import { type RecoveryKit, type RecoveryStatus, rehearsalMonths } from "../../../shared/domain/recovery.ts";
import { host } from "../../host.ts";
import { type EnteredSheet, isQuorum, SheetEntry } from "../../parts/recovery/SheetEntry.tsx";
import { notify } from "../../stores/notice-store.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { DateText } from "../../ui/DateText.tsx";
import css from "./recovery.module.css";

interface RehearsalCardProps {
  readonly kit: RecoveryKit;
  readonly isDue: boolean;
  readonly onDone: (status: RecoveryStatus) => void;
}

/** Proves that a quorum of sheets opens the vault, without opening it, and shows when that was last done. */
export function RehearsalCard({ kit, isDue, onDone }: RehearsalCardProps): ReactNode {
  const text = useText();
  const [sheets, setSheets] = useState<readonly EnteredSheet[]>();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function rehearse(): Promise<void> {
    if (sheets === undefined || isBusy) return;
    setBusy(true);
    const done = await host.recovery.rehearse({ shares: sheets.map((sheet) => sheet.text) });
    // Right or wrong, the words have served.
    setSheets(undefined);
    setBusy(false);
    setProblem(done.ok ? undefined : faultText(text, done.error));
    const now = done.ok ? done : await host.recovery.status({});
    if (now.ok) onDone(now.value);
    if (done.ok) notify({ tone: "success", text: text("recovery.rehearsed") });
  }

  return (
    <Card
      title={text("recovery.rehearsal")}
      lead={text("recovery.rehearsalLead")}
      footer={
        sheets === undefined ? (
          <Button
            onPress={() => {
              setProblem(undefined);
              setSheets([]);
            }}
          >
            {text("recovery.rehearse")}
          </Button>
        ) : (
          <>
            <Button onPress={() => setSheets(undefined)} isDisabled={isBusy}>
              {text("common.cancel")}
            </Button>
            <Button tone="primary" onPress={() => void rehearse()} isBusy={isBusy} isDisabled={!isQuorum(sheets)}>
              {text("recovery.prove")}
            </Button>
          </>
        )
      }
    >
      {problem !== undefined && <Banner tone="error" title={problem} isLive />}
      {isDue && problem === undefined && (
        <Banner tone="warning" title={text("recovery.rehearsalDue", { months: rehearsalMonths })} />
      )}
      {sheets !== undefined && <SheetEntry sheets={sheets} onChange={setSheets} isDisabled={isBusy} />}
      {kit.rehearsals.length > 0 && (
        <ul className={css["rehearsals"]}>
          {kit.rehearsals.map(({ at, byName, outcome, sharesUsed }) => (
            <li key={at}>
              <DateText instantMs={at} /> {text(`recovery.outcome-${outcome}`, { shares: sharesUsed })} {byName}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
