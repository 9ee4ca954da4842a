import { LayoutList, Rows3 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Checkbox } from "../ui/Checkbox.tsx";
import { CheckboxGroup } from "../ui/CheckboxGroup.tsx";
import { ComboBox } from "../ui/ComboBox.tsx";
import { DateField } from "../ui/DateField.tsx";
import { FileDropZone } from "../ui/FileDropZone.tsx";
import { PassphraseField } from "../ui/PassphraseField.tsx";
import { SegmentedControl } from "../ui/SegmentedControl.tsx";
import { Select } from "../ui/Select.tsx";
import { Columns, Row, Section } from "./Section.tsx";
import type { Say } from "./samples.ts";

/** Fields that pick rather than type. */
export function PickersSection({ say }: { say: Say }): ReactNode {
  return (
    <>
      <Ticks say={say} />
      <Lists say={say} />
      <Others say={say} />
    </>
  );
}

type Source = "orcid" | "employer" | "gazette";

function Ticks({ say }: { say: Say }): ReactNode {
  const [sources, setSources] = useState<readonly Source[]>(["orcid"]);
  const [isAgreed, setAgreed] = useState(false);
  return (
    <Section id="ticks" title="CheckboxGroup, Checkbox, SegmentedControl">
      <Columns>
        <CheckboxGroup<Source>
          label={say("見た情報源（標準）", "Sources looked at (standard)")}
          help={say("この深度では二つ以上を見ます。", "At this depth, two or more.")}
          value={sources}
          onChange={setSources}
          options={[
            { value: "orcid", label: say("研究者の公開経歴", "Published career record") },
            {
              value: "employer",
              label: say("所属機関の公表資料", "Employer's own publications"),
              help: say("職員録、年次報告", "Staff list, annual report"),
            },
            { value: "gazette", label: say("官報・登記", "Gazette and register"), isDisabled: true },
          ]}
        />
        <CheckboxGroup<Source>
          label={say("通知する相手", "Whom to tell")}
          value={[]}
          onChange={setSources}
          error={say("一人以上選んでください。", "Choose at least one.")}
          options={[
            { value: "orcid", label: say("研究セキュリティ責任者", "Research security officer") },
            { value: "employer", label: say("受入部署の長", "Head of the host unit") },
          ]}
        />
        <div>
          <Checkbox isSelected={isAgreed} onChange={setAgreed}>
            {say("二人目として内容を確かめた", "I have checked this as the second person")}
          </Checkbox>
          <Checkbox isSelected={false} isIndeterminate onChange={setAgreed}>
            {say("すべての証拠", "All evidence")}
          </Checkbox>
          <Checkbox isSelected isDisabled onChange={setAgreed}>
            {say("決定済み", "Decided")}
          </Checkbox>
        </div>
      </Columns>
      <Views say={say} />
    </Section>
  );
}

function Views({ say }: { say: Say }): ReactNode {
  const [view, setView] = useState<"list" | "one">("list");
  return (
    <Row>
      <SegmentedControl
        label={say("表示", "View")}
        value={view}
        onChange={setView}
        segments={[
          { value: "list", label: say("一覧", "List"), icon: LayoutList },
          { value: "one", label: say("一問ずつ", "One at a time"), icon: Rows3 },
        ]}
      />
      <SegmentedControl
        label={say("墨消し", "Redaction")}
        value="r2"
        onChange={() => undefined}
        segments={[
          { value: "r1", label: "R1" },
          { value: "r2", label: "R2" },
          { value: "r3", label: "R3", isDisabled: true },
        ]}
      />
    </Row>
  );
}

function Lists({ say }: { say: Say }): ReactNode {
  const [kind, setKind] = useState<"person" | "body" | "company" | undefined>("person");
  const [body, setBody] = useState<string | undefined>(undefined);
  return (
    <Section id="pickers" title="Select, ComboBox, DateField">
      <Columns>
        <Select
          label={say("案件の種類", "Kind of case")}
          placeholder={say("選んでください", "Choose")}
          value={kind}
          onChange={setKind}
          options={[
            {
              value: "person",
              label: say("個人", "Person"),
              help: say("受入れ、雇用、共同研究者", "Hosting, hiring, collaborators"),
            },
            { value: "body", label: say("機関", "Institution") },
            { value: "company", label: say("企業", "Company") },
          ]}
        />
        <Select
          label={say("担当部署", "Unit")}
          placeholder={say("選んでください", "Choose")}
          necessity="required"
          error={say("担当部署を選んでください。", "Choose a unit.")}
          value={undefined}
          onChange={() => undefined}
          options={[{ value: "a", label: say("研究協力課", "Research cooperation") }]}
        />
        <ComboBox
          label={say("所属機関", "Institution")}
          help={say("名称の一部を入力してください。", "Type part of the name.")}
          placeholder={say("例：海洋", "e.g. Ocean")}
          value={body}
          onChange={setBody}
          options={[
            { value: "1", label: "架空先端物理研究機構" },
            { value: "2", label: "想像海洋技術センター", help: "Centre for Imagined Ocean Technology" },
            { value: "3", label: "Institut für erfundene Werkstoffe" },
          ]}
        />
        <Dates say={say} />
      </Columns>
    </Section>
  );
}

function Dates({ say }: { say: Say }): ReactNode {
  const [due, setDue] = useState<string | undefined>("2026-11-22");
  return (
    <>
      <DateField
        label={say("回答期限", "Reply due")}
        help={say("土日と祝日は避けてください。", "Avoid weekends and holidays.")}
        value={due}
        onChange={setDue}
      />
      <DateField
        label={say("開始日", "Start")}
        necessity="required"
        value={undefined}
        onChange={setDue}
        error={say("決定日より後の日付にしてください。", "Choose a date after the decision.")}
      />
      <DateField label={say("決定日", "Decided on")} value="2026-10-01" onChange={setDue} isDisabled />
    </>
  );
}

function Others({ say }: { say: Say }): ReactNode {
  const [passphrase, setPassphrase] = useState("");
  return (
    <Section id="others" title="PassphraseField, FileDropZone">
      <Columns>
        <PassphraseField
          label={say("合言葉", "Passphrase")}
          help={say("この PC では解錠に約 1.4 秒かかります。", "Unlocking takes about 1.4 s on this PC.")}
          value={passphrase}
          onChange={setPassphrase}
        />
        <PassphraseField
          label={say("合言葉", "Passphrase")}
          value="wrong horse"
          onChange={setPassphrase}
          error={say("合言葉が違います。あと 4 回試せます。", "That is not the passphrase. Four tries are left.")}
        />
      </Columns>
      <FileDropZone
        label={say("証拠を加える", "Add evidence")}
        help={say(
          "PDF、画像、CSV を 100 MB まで。ここへ落とすか、貼り付けることもできます。",
          "PDF, image or CSV up to 100 MB. Dropping and pasting work too.",
        )}
        shortcut="E"
        onChoose={() => undefined}
        onFiles={() => undefined}
      />
      <FileDropZone label={say("取り込んでいます", "Taking in")} isBusy onChoose={() => undefined} />
      <FileDropZone
        label={say("閉じた案件には加えられません", "A closed case takes no evidence")}
        isDisabled
        onChoose={() => undefined}
      />
    </Section>
  );
}
