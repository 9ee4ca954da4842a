import { type ReactNode, useState } from "react";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { displayName, type Subject } from "../../../shared/domain/party.ts";
import { navigate } from "../../stores/route-store.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { Select } from "../../ui/Select.tsx";
import { Tabs } from "../../ui/Tabs.tsx";
import { ElsewhereTab } from "./ElsewhereTab.tsx";
import { GraphTab } from "./GraphTab.tsx";
import { ImportButton } from "./ImportButton.tsx";
import { loadProfile, type Profile, useProfile } from "./profile-store.ts";
import { RecordTab } from "./RecordTab.tsx";
import css from "./subjects.module.css";
import { TimelineTab } from "./TimelineTab.tsx";

/** What is known about the subjects of a case, how they are tied, when, and where else they stand. */
export function SubjectsView({ dossier }: { readonly dossier: Dossier }): ReactNode {
  const text = useText();
  const { profile, fault } = useProfile(dossier.id);
  return (
    <Page title={text("subjects.title")} lead={text("subjects.lead")} width="wide">
      {fault !== undefined && (
        <Banner
          tone="error"
          title={text("subjects.readFailed")}
          actions={<Button onPress={() => void loadProfile(dossier.id)}>{text("subjects.retry")}</Button>}
          isLive
        >
          {faultText(text, fault)}
        </Banner>
      )}
      {dossier.subjects.length === 0 && (
        <EmptyState
          title={text("subjects.none")}
          action={
            <Button onPress={() => navigate({ view: "dossier", dossierId: dossier.id, page: "intake" })}>
              {text("subjects.toIntake")}
            </Button>
          }
        >
          {text("subjects.noneText")}
        </EmptyState>
      )}
      {profile !== undefined && dossier.subjects.length > 0 && <Views dossier={dossier} profile={profile} />}
    </Page>
  );
}

type TabId = "record" | "graph" | "timeline" | "elsewhere";

function Views({ dossier, profile }: { readonly dossier: Dossier; readonly profile: Profile }): ReactNode {
  const text = useText();
  const [tab, setTab] = useState<TabId>("record");
  const [chosen, setChosen] = useState<Subject["id"]>();
  const subject = dossier.subjects.find((one) => one.id === chosen) ?? dossier.subjects[0];
  if (subject === undefined) return null;
  const choice = <SubjectChoice dossier={dossier} subject={subject} onChange={setChosen} />;
  return (
    <Tabs
      label={text("subjects.tabs")}
      selected={tab}
      onSelect={setTab}
      tabs={[
        {
          id: "record",
          label: text("subjects.tabRecord"),
          content: (
            <div className={css["tab"]}>
              {choice}
              <RecordTab
                dossier={dossier}
                profile={profile}
                subject={subject}
                actions={<ImportButton dossier={dossier} subject={subject} />}
              />
            </div>
          ),
        },
        {
          id: "graph",
          label: text("subjects.tabGraph"),
          count: profile.links.length,
          content: <GraphTab dossier={dossier} profile={profile} />,
        },
        {
          id: "timeline",
          label: text("subjects.tabTimeline"),
          content: (
            <div className={css["tab"]}>
              {choice}
              <TimelineTab dossier={dossier} profile={profile} subject={subject} />
            </div>
          ),
        },
        {
          id: "elsewhere",
          label: text("subjects.tabElsewhere"),
          content: (
            <div className={css["tab"]}>
              {choice}
              <ElsewhereTab dossier={dossier} subject={subject} />
            </div>
          ),
        },
      ]}
    />
  );
}

interface SubjectChoiceProps {
  readonly dossier: Dossier;
  readonly subject: Subject;
  readonly onChange: (id: Subject["id"]) => void;
}

function SubjectChoice({ dossier, subject, onChange }: SubjectChoiceProps): ReactNode {
  const text = useText();
  return (
    <div className={css["choice"]}>
      <Select
        label={text("subjects.subject")}
        placeholder={text("subjects.choose")}
        options={dossier.subjects.map((one) => ({ value: String(one.id), label: displayName(one) }))}
        value={String(subject.id)}
        onChange={(id) => {
          const found = dossier.subjects.find((one) => one.id === id);
          if (found !== undefined) onChange(found.id);
        }}
      />
    </div>
  );
}
