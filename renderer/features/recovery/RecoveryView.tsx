import { type ReactNode, useEffect, useState } from "react";
import type { RecoveryStatus } from "../../../shared/domain/recovery.ts";
import { host } from "../../host.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Page } from "../../ui/Page.tsx";
import type { DrawnSheets } from "./drawn-sheets.ts";
import { KitCard } from "./KitCard.tsx";
import { RehearsalCard } from "./RehearsalCard.tsx";
import { SheetSteps } from "./SheetSteps.tsx";

/**
 * The printed way back into the vault: what it is, the kit in force, making one, rehearsing it. Sheets live in this
 * component alone and go with it, also when the vault locks.
 */
export function RecoveryView(): ReactNode {
  const text = useText();
  const [status, setStatus] = useState<RecoveryStatus>();
  const [problem, setProblem] = useState<string>();
  const [drawn, setDrawn] = useState<DrawnSheets>();

  useEffect(() => {
    void host.recovery.status({}).then((read) => {
      if (read.ok) setStatus(read.value);
      else setProblem(faultText(text, read.error));
    });
  }, [text]);
  // Whatever was drawn and not put in force is forgotten with the page.
  useEffect(() => () => void host.recovery.drop({}), []);

  if (drawn !== undefined) {
    const leave = (after?: RecoveryStatus): void => {
      if (after !== undefined) setStatus(after);
      setDrawn(undefined);
    };
    return <SheetSteps drawn={drawn} hasEarlier={status?.kit != null} onLeave={leave} />;
  }
  return (
    <Page title={text("recovery.title")} lead={text("recovery.lead")} width="narrow">
      {problem !== undefined && <Banner tone="error" title={problem} isLive />}
      <Banner tone="warning" title={text("recovery.noBackDoor")}>
        <p>{text("recovery.whatIsLost")}</p>
      </Banner>
      {status !== undefined && (
        <>
          <KitCard status={status} onDrawn={setDrawn} />
          {status.kit !== null && <RehearsalCard kit={status.kit} isDue={status.isRehearsalDue} onDone={setStatus} />}
        </>
      )}
    </Page>
  );
}
