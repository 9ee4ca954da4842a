import type { ReactNode } from "react";
import type { Assessment } from "../../../shared/domain/risk/assessment.ts";
import { useSpeaker } from "../../stores/speaker.ts";
import { useText } from "../../stores/text.ts";
import { BandSteps } from "../../ui/BandSteps.tsx";
import { Card } from "../../ui/Card.tsx";
import css from "./Residual.module.css";

/** The overall bands before measures, as planned and today, with what is recommended on that ground. */
export function Residual({ assessment }: { assessment: Assessment }): ReactNode {
  const text = useText();
  const { nameOf } = useSpeaker();
  const step = (id: "inherent" | "planned" | "actual", why?: string) => ({
    id,
    label: text(`risk.${id}`),
    band: assessment[id].band,
    bandLabel: nameOf("band", assessment[id].band),
    why,
  });
  return (
    <Card ground="sunken">
      <div className={css["residual"]}>
        <BandSteps
          steps={[step("inherent"), step("planned", text("risk.plannedHint")), step("actual", text("risk.actualHint"))]}
        />
        <p className={css["advice"]}>
          <span className={css["label"]}>{text("risk.recommendation")}</span>
          <strong className={css["word"]}>{nameOf("recommendation", assessment.advice.recommendation)}</strong>
        </p>
      </div>
    </Card>
  );
}
