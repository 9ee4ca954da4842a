import { Inbox } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { DateText } from "../ui/DateText.tsx";
import { DescriptionList } from "../ui/DescriptionList.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { HashText } from "../ui/HashText.tsx";
import { HelpTip } from "../ui/HelpTip.tsx";
import { Link } from "../ui/Link.tsx";
import { NameText } from "../ui/NameText.tsx";
import { Progress } from "../ui/Progress.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { SplitView } from "../ui/SplitView.tsx";
import { Tabs } from "../ui/Tabs.tsx";
import css from "./gallery.module.css";
import { Columns, Row, Section } from "./Section.tsx";
import { people, type Say } from "./samples.ts";

const hash = "3f9a1c2e7b0d4458a6e1f20c9b7d53e8841c6a2f0be97d35c1a8462f7e90bd11";

/** Words, names, dates and places without anything. */
export function ContentSection({ say }: { say: Say }): ReactNode {
  return (
    <>
      <Facts say={say} />
      <Waiting say={say} />
      <Places say={say} />
    </>
  );
}

function Facts({ say }: { say: Say }): ReactNode {
  const [tab, setTab] = useState<"facts" | "names" | "none">("facts");
  return (
    <Section id="content" title="Tabs, DescriptionList, NameText, DateText, HashText, Link, HelpTip">
      <Tabs
        label={say("案件の内容", "About the case")}
        selected={tab}
        onSelect={setTab}
        tabs={[
          {
            id: "facts",
            label: say("概要", "Overview"),
            content: <FactList say={say} />,
          },
          {
            id: "names",
            label: say("氏名の例", "Names"),
            count: people.length,
            content: people.map((person) => (
              <p key={person.id}>
                <NameText name={person.name} reading={person.reading} /> — {person.body}
              </p>
            )),
          },
          { id: "none", label: say("経過", "Trail"), isDisabled: true, content: "" },
        ]}
      />
      <div id="names">
        {people.map((person) => (
          <p key={person.id}>
            <NameText name={person.name} reading={person.reading} />
            {say("さんの照合（一致 ", "'s screening (")}
            {person.score}
            {say(" 件）", " matches)")}
          </p>
        ))}
      </div>
    </Section>
  );
}

function FactList({ say }: { say: Say }): ReactNode {
  return (
    <DescriptionList
      items={[
        {
          id: "1",
          term: say("氏名", "Name"),
          value: <NameText name="𠮷野家 葛󠄀" reading="よしのや かずら" />,
        },
        { id: "2", term: say("受付日", "Received"), value: <DateText iso="2026-11-22" /> },
        { id: "3", term: say("最終更新", "Last change"), value: <DateText instantMs={1_795_323_900_000} /> },
        {
          id: "4",
          term: say("証拠のハッシュ", "Hash of the evidence"),
          value: <HashText value={hash} ends={8} onCopy={() => undefined} />,
        },
        {
          id: "5",
          term: say("次にすること", "Next"),
          value: (
            <>
              <Link onPress={() => undefined}>{say("照会文を書く", "Write the enquiry")}</Link>
              <HelpTip about={say("照会", "Enquiry")}>
                {say("本人又は相手方に、事実の確認を文書で求めることです。", "A written request to confirm facts.")}
              </HelpTip>
            </>
          ),
        },
      ]}
    />
  );
}

function Waiting({ say }: { say: Say }): ReactNode {
  return (
    <Section id="waiting" title="Progress, Skeleton, EmptyState">
      <Progress
        label={say("リストを取り込んでいます", "Importing the list")}
        done={3120}
        total={10500}
        onCancel={() => undefined}
      />
      <Progress label={say("文書に署名しています", "Signing the paper")} onCancel={() => undefined} />
      <Columns>
        <Card>
          <Skeleton lines={4} />
        </Card>
        <Card>
          <EmptyState
            icon={Inbox}
            title={say("待っている案件はありません", "No case is waiting")}
            action={<Button tone="primary">{say("案件を起こす", "Open a case")}</Button>}
          >
            {say(
              "はじめに、受け入れる人又は相手方の名前を登録してください。",
              "Start by entering the person or partner.",
            )}
          </EmptyState>
        </Card>
      </Columns>
    </Section>
  );
}

function Places({ say }: { say: Say }): ReactNode {
  return (
    <Section id="split" title="SplitView">
      <div className={css["frame"]}>
        <SplitView
          left={{
            label: say("項目の一覧", "Items"),
            content: <div className={css["pane"]}>{say("経歴 4/6", "Career 4/6")}</div>,
          }}
          right={{
            label: say("証拠", "Evidence"),
            content: <div className={css["pane"]}>{say("証拠はまだありません。", "No evidence yet.")}</div>,
          }}
        >
          <div className={css["pane"]}>
            <Row>
              <p>{say("まんなかの欄が、読み書きするところです。", "The centre is for reading and writing.")}</p>
            </Row>
          </div>
        </SplitView>
      </div>
    </Section>
  );
}
