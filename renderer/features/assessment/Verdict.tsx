import { Hourglass } from "lucide-react";
import type { ReactNode } from "react";
import { nameOf as vocabularyName } from "../../../shared/domain/content/vocabulary.ts";
import type { Assessment, Overall } from "../../../shared/domain/risk/assessment.ts";
import { stepSentence } from "../../../shared/strings/risk-sentences.ts";
import { useContent } from "../../stores/content-store.ts";
import { useSpeaker } from "../../stores/speaker.ts";
import { usePick, useText } from "../../stores/text.ts";
import { BandSteps } from "../../ui/BandSteps.tsx";
import { Card } from "../../ui/Card.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { DecisionTable } from "./DecisionTable.tsx";
import css from "./Verdict.module.css";

/** The recommendation in one word, who decides, the three overall bands, and the row of the table behind it. */
export function Verdict({ assessment }: { assessment: Assessment }): ReactNode {
  const text = useText();
  const pick = usePick();
  const { vocabulary } = useContent();
  const { advice } = assessment;
  const unchecked = assessment.open.requiredNotChecked.length;
  const words = [...vocabulary.decisions, ...vocabulary.nonDecisions];
  const recommended = words.find((one) => one.id === advice.recommendation);
  const role = (id: string): string => pick(vocabularyName(vocabulary, "roles", id));
  return (
    <Card>
      <div>
        <h2 className={css["label"]}>{text("assessment.verdict")}</h2>
        <p className={css["word"]}>{recommended === undefined ? advice.recommendation : pick(recommended.name)}</p>
        {recommended !== undefined && <p className={css["meaning"]}>{pick(recommended.meaning)}</p>}
      </div>
      <Bands assessment={assessment} />
      {unchecked > 0 && (
        <p className={css["unfinished"]}>
          <Icon shape={Hourglass} size="small" />
          {text("assessment.unfinished", { count: unchecked })}
        </p>
      )}
      <p className={css["approver"]}>
        {text("assessment.approverLine", {
          approver: role(advice.approver),
          departure: role(advice.approverOnDeparture),
        })}
      </p>
      <DecisionTable advice={advice} />
    </Card>
  );
}

function Bands({ assessment }: { assessment: Assessment }): ReactNode {
  const text = useText();
  const speaker = useSpeaker();
  const why = (overall: Overall): ReactNode =>
    overall.steps.map((step) => <div key={step.code + step.words["factor"]}>{stepSentence(speaker, step)}</div>);
  const step = (id: "inherent" | "planned" | "actual") => ({
    id,
    label: text(`risk.${id}`),
    band: assessment[id].band,
    bandLabel: speaker.nameOf("band", assessment[id].band),
    why: why(assessment[id]),
  });
  return <BandSteps steps={[step("inherent"), step("planned"), step("actual")]} />;
}
