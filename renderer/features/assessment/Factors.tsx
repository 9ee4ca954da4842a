import type { ReactNode } from "react";
import type { FactorId } from "../../../shared/domain/content/vocabulary.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import type { Assessment } from "../../../shared/domain/risk/assessment.ts";
import { stepSentence } from "../../../shared/strings/risk-sentences.ts";
import { useContent } from "../../stores/content-store.ts";
import { useSpeaker } from "../../stores/speaker.ts";
import { useText } from "../../stores/text.ts";
import { BandShape } from "../../ui/BandShape.tsx";
import { Card } from "../../ui/Card.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import type { Basis } from "./assessment-store.ts";
import { FactorRow } from "./FactorRow.tsx";
import css from "./Factors.module.css";
import { gravestFirst } from "./factor-rows.ts";
import { LinkedSentence } from "./LinkedSentence.tsx";

/** Highest score on the scale, in points; the widget that draws it has as many cells and one for zero. */
const topScore = 20;

interface FactorsProps {
  readonly dossier: Dossier;
  readonly assessment: Assessment;
  readonly basis: Basis | undefined;
  readonly openFactor: FactorId | undefined;
  readonly onOpenFactor: (factor: FactorId | undefined) => void;
}

/** Every factor on one scale, before and after measures; each opens to its arithmetic. */
export function Factors(props: FactorsProps): ReactNode {
  const { dossier, assessment, basis, openFactor, onOpenFactor } = props;
  const text = useText();
  const { factors } = assessment;
  if (factors.length === 0) {
    return (
      <Card title={text("assessment.factors")}>
        <EmptyState title={text("risk.noFactors")} level={3} />
      </Card>
    );
  }
  return (
    <Card title={text("assessment.factors")} lead={text("assessment.factorsLead")} isFlush>
      <div>
        <ScaleHead />
        <ul className={css["rows"]}>
          {gravestFirst(factors).map((rating) => (
            <FactorRow
              key={rating.factor}
              dossier={dossier}
              rating={rating}
              basis={basis}
              isOpen={rating.factor === openFactor}
              onToggle={(isOpen) => onOpenFactor(isOpen ? rating.factor : undefined)}
            />
          ))}
        </ul>
        <NotCounted dossier={dossier} assessment={assessment} />
      </div>
    </Card>
  );
}

/** The one scale that every row shares: where each band begins and ends, and what the two marks are. */
function ScaleHead(): ReactNode {
  const text = useText();
  const { nameOf } = useSpeaker();
  const { scoring } = useContent();
  return (
    <div className={css["head"]} aria-hidden="true">
      <span className={css["legend"]}>
        <span>{text("assessment.scaleInherent")}</span>
        <span>{text("assessment.scaleResidual")}</span>
      </span>
      <span className={css["bands"]}>
        {scoring.score.bands.map((band) => (
          <span
            key={band.id}
            className={css["band"]}
            style={{ flexGrow: Math.min(band.max, topScore) - band.min + 1, flexBasis: 0 }}
          >
            <span className={css["bandName"]}>
              <BandShape band={band.id} /> <span className={css["bandWord"]}>{nameOf("band", band.id)}</span>
            </span>
            <span>{`${band.min}–${Math.min(band.max, topScore)}`}</span>
          </span>
        ))}
      </span>
      <span className={css["column"]}>{text("assessment.inherentShort")}</span>
      <span className={css["column"]}>{text("assessment.plannedShort")}</span>
      <span className={css["column"]}>{text("assessment.actualShort")}</span>
    </div>
  );
}

function NotCounted({ dossier, assessment }: Pick<FactorsProps, "dossier" | "assessment">): ReactNode {
  const text = useText();
  const speaker = useSpeaker();
  const steps = assessment.measuresNotCounted;
  if (steps.length === 0) return null;
  return (
    <div className={css["notCounted"]}>
      <Disclosure title={text("assessment.measuresNotCountedTitle", { count: steps.length })}>
        {steps.map((step) => (
          <p key={step.measures.join()} className={css["sentence"]}>
            <LinkedSentence sentence={stepSentence(speaker, step)} step={step} dossierId={dossier.id} />
          </p>
        ))}
      </Disclosure>
    </div>
  );
}
