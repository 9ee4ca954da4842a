import { type ReactNode, useEffect } from "react";
import { useStore } from "zustand";
import { sessionStore } from "../../stores/session-store.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Page } from "../../ui/Page.tsx";
import { BackupCard, RunsCard } from "./BackupCard.tsx";
import { CheckCard } from "./CheckCard.tsx";
import { followBackups, healthStore } from "./health-store.ts";

/** Whether the vault is safe: its last backup first, then the check of everything else. */
export function HealthView(): ReactNode {
  const text = useText();
  const backup = useStore(healthStore, (state) => state.backup);
  const fault = useStore(healthStore, (state) => state.fault);
  const rights = useStore(sessionStore, (state) => state.status?.rights) ?? [];
  useEffect(followBackups, []);
  return (
    <Page title={text("frame.health")} width="narrow">
      {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} />}
      {backup !== undefined && <BackupCard status={backup} canBackUp={rights.includes("back-up")} />}
      {rights.includes("check-vault") && <CheckCard />}
      <RunsCard />
    </Page>
  );
}
