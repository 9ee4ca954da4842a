import { type ReactNode, useState } from "react";
import { Banner } from "../ui/Banner.tsx";
import { Button } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { Table } from "../ui/Table.tsx";
import type { TableColumn } from "../ui/table-model.ts";
import { Columns, Section } from "./Section.tsx";
import { manyPeople, type Person, people, type Say } from "./samples.ts";

function columns(say: Say): readonly TableColumn<Person>[] {
  return [
    {
      id: "name",
      header: say("氏名", "Name"),
      cell: (row) => <bdi>{row.name}</bdi>,
      sortValue: (row) => row.reading,
      isRowHeader: true,
      width: "18rem",
    },
    {
      id: "body",
      header: say("所属", "Affiliation"),
      cell: (row) => <bdi>{row.body}</bdi>,
      sortValue: (row) => row.body,
    },
    {
      id: "score",
      header: say("点", "Score"),
      cell: (row) => row.score,
      sortValue: (row) => row.score,
      align: "end",
      width: "6rem",
    },
    { id: "due", header: say("期限", "Due"), cell: (row) => row.due, sortValue: (row) => row.due, width: "9rem" },
  ];
}

/** Tables: a few rows, none, ten thousand. */
export function TableSection({ say }: { say: Say }): ReactNode {
  const [opened, setOpened] = useState<string | undefined>("2");
  return (
    <Section id="table" title="Table">
      <Table
        label={say("案件", "Cases")}
        columns={columns(say)}
        rows={people}
        rowKey={(row) => row.id}
        selectedKey={opened}
        onRowAction={(row) => setOpened(row.id)}
        defaultSort={{ columnId: "due", direction: "ascending" }}
        empty=""
      />
      <Table
        label={say("空の表", "Empty table")}
        columns={columns(say)}
        rows={[]}
        rowKey={(row: Person) => row.id}
        empty={say(
          "照合の対象がまだありません。案件に氏名を登録してください。",
          "Nothing to screen yet. Add a name to a case.",
        )}
      />
      <div id="long-table">
        <Table
          label={say("長い表", "Long table")}
          columns={columns(say)}
          rows={manyPeople}
          rowKey={(row) => row.id}
          onRowAction={(row) => setOpened(row.id)}
          selectedKey={opened}
          maxHeight="20rem"
          empty=""
        />
      </div>
    </Section>
  );
}

/** Messages that belong to the page, and cards. */
export function MessageSection({ say }: { say: Say }): ReactNode {
  return (
    <Section id="banners" title="Banner, Card">
      <Banner title={say("この案件は付議の準備ができています", "This case is ready for the committee")} />
      <Banner tone="success" title={say("署名を検証しました", "The signature was verified")}>
        {say("文書は署名の時から変わっていません。", "The document has not changed since it was signed.")}
      </Banner>
      <Banner
        tone="warning"
        title={say("外国ユーザーリストが 96 日前のものです", "The end user list is 96 days old")}
        actions={<Button size="small">{say("新しい版を取り込む", "Import a newer edition")}</Button>}
      >
        {say(
          "照合の結果は残っています。新しい版を取り込むと、違いだけが示されます。",
          "Past results are kept. A newer edition will show only what differs.",
        )}
      </Banner>
      <Banner
        tone="error"
        title={say("証拠ファイルを保存できませんでした", "The evidence could not be saved")}
        onDismiss={() => undefined}
      >
        {say(
          "ほかの入力は保存されています。媒体の空き容量を確かめ、もう一度追加してください。",
          "Everything else is saved. Check the free space and add the file again.",
        )}
      </Banner>
      <Columns>
        <Card
          title={say("待っている仕事", "Waiting for me")}
          lead={say("期限の近い順に並んでいます。", "Soonest first.")}
          actions={<Button size="small">{say("すべて見る", "See all")}</Button>}
        >
          <p>{say("照会への回答が 2 件届いています。", "Two replies have come in.")}</p>
        </Card>
        <Card title={say("この項目の行き先", "What this feeds")} ground="sunken">
          <p>
            {say(
              "「人材登用プログラム・責務相反」の発生可能性に数えられます。",
              "Counts towards the likelihood of conflict of commitment.",
            )}
          </p>
        </Card>
      </Columns>
    </Section>
  );
}
