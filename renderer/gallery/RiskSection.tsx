import { Clock, ShieldCheck } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Badge } from "../ui/Badge.tsx";
import { BandTag } from "../ui/BandTag.tsx";
import type { Band, BandStart } from "../ui/band.ts";
import { Card } from "../ui/Card.tsx";
import { Disclosure } from "../ui/Disclosure.tsx";
import { Meter } from "../ui/Meter.tsx";
import { RiskScale } from "../ui/RiskScale.tsx";
import { type Step, Stepper } from "../ui/Stepper.tsx";
import { Columns, Row, Section } from "./Section.tsx";
import type { Say } from "./samples.ts";

const bands: readonly Band[] = ["low", "moderate", "high", "critical"];

/** The bands as the usual policy sets them. */
const bandStarts: readonly BandStart[] = [
  { band: "low", from: 0 },
  { band: "moderate", from: 4 },
  { band: "high", from: 8 },
  { band: "critical", from: 12 },
];

/** Risk and progress. */
export function RiskSection({ say }: { say: Say }): ReactNode {
  return (
    <Section id="risk" title="Stepper, BandTag, Badge, RiskScale, Meter, Disclosure">
      <CaseSpine say={say} />
      <Row>
        {bands.map((band) => (
          <BandTag key={band} band={band} />
        ))}
        <BandTag band="high" size="large" />
        <BandTag band="critical" size="large" />
      </Row>
      <Row>
        <Badge>{say("標準", "Standard")}</Badge>
        <Badge tone="accent">{say("照会中", "In enquiry")}</Badge>
        <Badge tone="success" icon={ShieldCheck}>
          {say("検証済", "Verified")}
        </Badge>
        <Badge tone="warning" icon={Clock}>
          {say("期限超過 3 日", "3 days overdue")}
        </Badge>
        <Badge tone="danger">{say("署名が壊れている", "Broken signature")}</Badge>
        <Badge tone="solid">{say("秘密", "Confidential")}</Badge>
      </Row>
      <Scales say={say} />
      <div>
        <Disclosure
          title={say("点の内訳", "How the score comes about")}
          summary={say("発生可能性 3 × 影響 3", "Likelihood 3 × impact 3")}
          isOpenAtFirst
        >
          <p>
            {say(
              "兼職の契約が続いており、内容は開示されている（回答 P-C2「相当」、証拠 4）。非公表のデータを継続して用いる（A2）。",
              "The outside contract continues and is disclosed (answer P-C2, material; evidence 4). Unpublished data are in continuing use (A2).",
            )}
          </p>
        </Disclosure>
        <Disclosure title={say("この評価が変わる条件", "What would change this")} summary={say("3 件", "3")}>
          <p>{say("兼職の終了が書面で確認できたとき。", "Written proof that the post has ended.")}</p>
        </Disclosure>
        <Disclosure title={say("閉じた部分", "Not available yet")} isDisabled>
          <p />
        </Disclosure>
      </div>
    </Section>
  );
}

function Scales({ say }: { say: Say }): ReactNode {
  return (
    <Columns>
      <Card
        title={say("人材登用プログラム・責務相反", "Talent programmes and conflict of commitment")}
        actions={<BandTag band="high" />}
      >
        <RiskScale inherent={9} residual={6} bandStarts={bandStarts} />
      </Card>
      <Card title={say("軍事転用", "Military end use")} actions={<BandTag band="critical" />}>
        <RiskScale inherent={20} residual={12} bandStarts={bandStarts} />
      </Card>
      <Card title={say("情報セキュリティ", "Information security")} actions={<BandTag band="low" />}>
        <RiskScale inherent={0} bandStarts={bandStarts} />
      </Card>
      <Card title={say("表の中の尺度", "Scale in a row")}>
        <RiskScale inherent={7} residual={3} bandStarts={bandStarts} size="small" />
        <Meter
          label={say("調査充足度", "Coverage")}
          value={3}
          max={5}
          words={say("あと二つ：所属機関の公表資料、官報", "Two to go: employer's publications, the gazette")}
        />
        <Meter
          label={say("調査充足度", "Coverage")}
          value={5}
          max={5}
          words={say("この深度では足りています", "Enough at this depth")}
        />
      </Card>
    </Columns>
  );
}

function CaseSpine({ say }: { say: Say }): ReactNode {
  const steps: readonly Step<string>[] = [
    { id: "intake", label: say("受付", "Intake"), state: "done" },
    { id: "triage", label: say("切り分け", "Triage"), state: "done" },
    { id: "screening", label: say("照合", "Screening"), state: "done", count: "6/6" },
    { id: "checklist", label: say("確認", "Checklist"), state: "current", count: "18/31" },
    { id: "enquiry", label: say("照会", "Enquiry"), state: "waiting", count: "1/2" },
    { id: "assessment", label: say("評価", "Assessment"), state: "not-yet" },
    { id: "measures", label: say("措置", "Measures"), state: "not-yet" },
    { id: "paper", label: say("付議", "Paper"), state: "blocked" },
    { id: "decision", label: say("決定", "Decision"), state: "not-yet", isDisabled: true },
    { id: "review", label: say("見直し", "Review"), state: "not-yet", isDisabled: true },
  ];
  const [current, setCurrent] = useState("checklist");
  return (
    <Stepper label={say("案件の流れ", "The way of the case")} steps={steps} current={current} onSelect={setCurrent} />
  );
}
