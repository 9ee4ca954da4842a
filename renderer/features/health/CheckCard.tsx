import { CircleAlert, CircleCheck, Eye } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useStore } from "zustand";
import type { Fault } from "../../../shared/contract/channel.ts";
import {
  type HealthFinding,
  type HealthLevel,
  type HealthReport,
  healthLevels,
} from "../../../shared/domain/health.ts";
import { isTextKey } from "../../../shared/strings/text.ts";
import { host } from "../../host.ts";
import { ReauthDialog } from "../../parts/reauth/ReauthDialog.tsx";
import { TaskProgress } from "../../parts/tasks/TaskProgress.tsx";
import { preferenceStore } from "../../stores/preferences.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { DescriptionList } from "../../ui/DescriptionList.tsx";
import { healthStore } from "./health-store.ts";

const taskId = "health-check";

/** One button, then every finding with what to do about it; what needs doing comes first. */
export function CheckCard(): ReactNode {
  const text = useText();
  const report = useStore(healthStore, (state) => state.report);
  const [isBusy, setBusy] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const [fault, setFault] = useState<Fault>();

  async function check(): Promise<void> {
    setBusy(true);
    setSaved(false);
    setFault(undefined);
    const checked = await host.health.check({ taskId });
    setBusy(false);
    if (checked.ok) healthStore.setState({ report: checked.value });
    else if (checked.error.code !== "cancelled") setFault(checked.error);
  }

  return (
    <Card title={text("health.title")} lead={text("health.lead")}>
      {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} isLive />}
      {isSaved && <Banner tone="success" title={text("health.saved")} isLive />}
      {report !== undefined && !isBusy && <Findings report={report} />}
      {report === undefined && !isBusy && <p>{text("health.none")}</p>}
      {isBusy ? (
        <TaskProgress taskId={taskId} label={text("health.running")} />
      ) : (
        <p>
          <Button tone="primary" onPress={() => void check()}>
            {text(report === undefined ? "health.run" : "health.runAgain")}
          </Button>{" "}
          {report !== undefined && <Button onPress={() => setSaving(true)}>{text("health.save")}</Button>}
        </p>
      )}
      {isSaving && (
        <SaveDialog
          onEnd={(saved) => {
            setSaving(false);
            setSaved(saved);
          }}
        />
      )}
    </Card>
  );
}

function SaveDialog({ onEnd }: { onEnd: (saved: boolean) => void }): ReactNode {
  const text = useText();
  const locale = useStore(preferenceStore, (state) => state.locale);
  return (
    <ReauthDialog
      title={text("health.save")}
      lead={text("health.saveLead")}
      confirmLabel={text("health.saveConfirm")}
      onConfirm={({ passphrase }) => host.health.saveReport({ locale, passphrase })}
      onDone={() => onEnd(true)}
      onClose={() => onEnd(false)}
    />
  );
}

const order: readonly HealthLevel[] = ["act", "look", "good"];
const looks = {
  good: { tone: "neutral", icon: CircleCheck },
  look: { tone: "accent", icon: Eye },
  act: { tone: "warning", icon: CircleAlert },
} as const;

function Findings({ report }: { report: HealthReport }): ReactNode {
  const text = useText();
  const count = (level: HealthLevel): number =>
    report.findings.filter(({ code }) => healthLevels[code] === level).length;
  const numbers = { act: count("act"), look: count("look") };
  const summary =
    numbers.act > 0 ? "health.summaryAct" : numbers.look > 0 ? "health.summaryLook" : "health.summaryGood";
  const sorted = report.findings.toSorted(
    (a, b) => order.indexOf(healthLevels[a.code]) - order.indexOf(healthLevels[b.code]),
  );
  return (
    <>
      <Banner tone={numbers.act > 0 ? "warning" : "success"} title={text(summary, numbers)} isLive>
        {text("health.madeAt")} <DateText instantMs={report.at} />
      </Banner>
      <DescriptionList
        items={sorted.map((finding) => ({
          id: finding.code,
          term: <Level code={finding.code} />,
          value: <Sentence {...finding} />,
        }))}
      />
    </>
  );
}

function Level({ code }: Pick<HealthFinding, "code">): ReactNode {
  const text = useText();
  const level = healthLevels[code];
  return (
    <Badge tone={looks[level].tone} icon={looks[level].icon}>
      {text(`health.level-${level}`)}
    </Badge>
  );
}

function Sentence({ code, numbers }: HealthFinding): ReactNode {
  const text = useText();
  const todo = `health.${code}-todo`;
  return (
    <>
      <div>{text(`health.${code}`, numbers)}</div>
      {isTextKey(todo) && <div>{text(todo, numbers)}</div>}
    </>
  );
}
