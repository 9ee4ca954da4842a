import type { ReactNode } from "react";
import { useStore } from "zustand";
import { useContent } from "../../stores/content-store.ts";
import { useRights } from "../../stores/rights.ts";
import { sessionStore } from "../../stores/session-store.ts";
import { usePick, useText } from "../../stores/text.ts";
import { Card } from "../../ui/Card.tsx";
import { DescriptionList } from "../../ui/DescriptionList.tsx";
import { Page } from "../../ui/Page.tsx";
import { DisplayCard } from "./DisplayCard.tsx";
import { IdentityCard } from "./IdentityCard.tsx";
import { IssuersCard } from "./IssuersCard.tsx";
import { LicencesCard } from "./LicencesCard.tsx";
import { OwnKeyCard } from "./OwnKeyCard.tsx";
import { PassphraseCard } from "./PassphraseCard.tsx";
import { PeriodsCard } from "./PeriodsCard.tsx";
import { ReasonCard } from "./ReasonCard.tsx";
import { RecoveryCard } from "./RecoveryCard.tsx";
import { VaultCard } from "./VaultCard.tsx";

/** The few settings there are. */
export function SettingsView(): ReactNode {
  const text = useText();
  const { may } = useRights();
  return (
    <Page title={text("settings.title")} width="narrow">
      {may("sign-papers") && <IdentityCard />}
      <IssuersCard />
      <VaultCard />
      <ReasonCard />
      {may("manage-settings") && <PeriodsCard />}
      <PassphraseCard />
      <OwnKeyCard />
      <RecoveryCard />
      <DisplayCard />
      <AboutCard />
      <LicencesCard />
    </Page>
  );
}

function AboutCard(): ReactNode {
  const text = useText();
  const pick = usePick();
  const { about } = useContent();
  const version = useStore(sessionStore, (state) => state.version);
  return (
    <Card title={text("settings.about")}>
      <DescriptionList items={[{ id: "version", term: text("settings.version"), value: version }]} />
      <p>{pick(about.disclaimer)}</p>
    </Card>
  );
}
