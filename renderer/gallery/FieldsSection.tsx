import { type ReactNode, useState } from "react";
import { ChoiceGroup } from "../ui/ChoiceGroup.tsx";
import { TextArea } from "../ui/TextArea.tsx";
import { TextField } from "../ui/TextField.tsx";
import { Columns, Section } from "./Section.tsx";
import type { Say } from "./samples.ts";

/** Text fields and choices in every state; the committed text is written out so that tests can read it. */
export function FieldsSection({ say }: { say: Say }): ReactNode {
  return (
    <>
      <TextFields say={say} />
      <TextAreas say={say} />
      <Choices say={say} />
    </>
  );
}

function TextFields({ say }: { say: Say }): ReactNode {
  const [name, setName] = useState("𠮷野家 葛󠄀");
  const [committed, setCommitted] = useState<readonly string[]>([]);
  const [enters, setEnters] = useState(0);
  return (
    <Section id="text-field" title="TextField">
      <Columns>
        <TextField
          label={say("氏名", "Name")}
          help={say("本人が用いる表記のまま記入してください。", "Write it as the person does.")}
          necessity="required"
          value={name}
          onChange={setName}
          onCommit={(value) => setCommitted([...committed, value])}
          onEnter={() => setEnters(enters + 1)}
          isName
        />
        <TextField
          label={say("所属", "Affiliation")}
          necessity="optional"
          value=""
          onChange={setName}
          placeholder={say("例：架空先端物理研究機構", "e.g. Institute of Invented Physics")}
        />
        <TextField
          label={say("研究者番号", "Researcher number")}
          value="1234"
          onChange={setName}
          width="short"
          error={say("8 桁の数字で記入してください。", "Write eight digits.")}
        />
        <TextField label={say("案件番号", "Case number")} value="R8-0042" onChange={setName} isReadOnly />
        <TextField label={say("担当", "Assigned to")} value={say("髙橋", "Takahashi")} onChange={setName} isDisabled />
        <output data-testid="text-field-commits">{JSON.stringify({ committed, enters })}</output>
      </Columns>
    </Section>
  );
}

function TextAreas({ say }: { say: Say }): ReactNode {
  const [fact, setFact] = useState(
    say(
      "2024年4月から2025年3月まで、想像海洋技術センターに客員研究員として在籍。給与の支給はない。",
      "Visiting researcher at the Centre for Imagined Ocean Technology from April 2024 to March 2025, unpaid.",
    ),
  );
  const [committed, setCommitted] = useState<readonly string[]>([]);
  return (
    <Section id="text-area" title="TextArea">
      <Columns>
        <TextArea
          label={say("事実", "Fact")}
          help={say("確かめたことだけを書きます。", "Only what has been confirmed.")}
          value={fact}
          onChange={setFact}
          onCommit={(value) => setCommitted([...committed, value])}
          commitIdleMs={400}
          saveState="saved"
          characterLimit={400}
        />
        <TextArea
          label={say("相手方の説明", "Their explanation")}
          value={say("任期は終了しており、義務も残っていない。", "The term is over and no duty remains.")}
          onChange={setFact}
          saveState="saving"
          characterLimit={20}
        />
        <TextArea
          label={say("評価", "Assessment")}
          value={say("書き掛けの文", "A sentence half written")}
          onChange={setFact}
          saveState="failed"
          error={say("根拠となる証拠を一つ以上選んでください。", "Choose at least one piece of evidence.")}
        />
        <TextArea label={say("決定後の欄", "After the decision")} value="" onChange={setFact} isDisabled rows={2} />
        <output data-testid="text-area-commits">{JSON.stringify({ committed })}</output>
      </Columns>
    </Section>
  );
}

type Answer = "yes" | "no" | "unknown" | "declined";

function Choices({ say }: { say: Say }): ReactNode {
  const [answer, setAnswer] = useState<Answer | undefined>(undefined);
  return (
    <Section id="choices" title="ChoiceGroup">
      <ChoiceGroup<Answer>
        label={say("外国の機関から研究資金を受けていますか", "Does a foreign body fund this person's research?")}
        help={say("奨学金、謝金、現物の提供を含みます。", "Including scholarships, fees and goods in kind.")}
        layout="row"
        value={answer}
        onChange={setAnswer}
        choices={[
          { value: "yes", label: say("はい", "Yes"), keyHint: "1" },
          { value: "no", label: say("いいえ", "No"), keyHint: "2" },
          { value: "unknown", label: say("確認できず", "Could not confirm"), keyHint: "3" },
          { value: "declined", label: say("該当せず", "Does not apply"), keyHint: "4", isDisabled: true },
        ]}
      />
      <Columns>
        <Levels say={say} />
        <ChoiceGroup<Answer>
          label={say("本人確認の確からしさ", "Certainty of identity")}
          necessity="required"
          value={undefined}
          onChange={setAnswer}
          error={say("一つ選んでください。", "Choose one.")}
          choices={[
            { value: "yes", label: say("確実", "Certain") },
            { value: "unknown", label: say("裏付け待ち", "Awaiting corroboration") },
          ]}
        />
      </Columns>
    </Section>
  );
}

function Levels({ say }: { say: Say }): ReactNode {
  const [level, setLevel] = useState<"1" | "2" | "3" | undefined>("2");
  return (
    <ChoiceGroup
      label={say("当てはまる文", "The sentence that fits")}
      value={level}
      onChange={setLevel}
      choices={[
        {
          value: "1",
          label: say("軽微", "Minor"),
          help: say("過去の参加が申告されており、義務は終了している。", "Past participation, declared, duties ended."),
        },
        {
          value: "2",
          label: say("相当", "Material"),
          help: say(
            "現在の兼職・契約があるが、内容が開示され調整可能である。",
            "Current post or contract, disclosed and adjustable.",
          ),
        },
        {
          value: "3",
          label: say("重大", "Serious"),
          help: say(
            "成果の帰属・秘匿等を求める条項がある、又は未申告である。",
            "Terms on assignment or concealment of results; or not declared.",
          ),
        },
      ]}
    />
  );
}
