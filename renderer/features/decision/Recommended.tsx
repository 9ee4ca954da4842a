import type { ReactNode } from "react";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import type { Assessment } from "../../../shared/domain/risk/assessment.ts";
import { useContent } from "../../stores/content-store.ts";
import { navigate } from "../../stores/route-store.ts";
import { useSpeaker } from "../../stores/speaker.ts";
import { usePick, useText } from "../../stores/text.ts";
import { BandTag } from "../../ui/BandTag.tsx";
import { Card } from "../../ui/Card.tsx";
import { Link } from "../../ui/Link.tsx";
import css from "./Recommended.module.css";

interface RecommendedProps {
  readonly dossier: Dossier;
  readonly assessment: Assessment;
}

/** The recommendation, the ground for it in one sentence, and the bands it rests on. */
export function Recommended({ dossier, assessment }: RecommendedProps): ReactNode {
  const text = useText();
  const pick = usePick();
  const { nameOf } = useSpeaker();
  const { scoring, vocabulary } = useContent();
  const { advice } = assessment;
  const row = scoring.decisionTable.find((one) => one.id === advice.row);
  const isRoute = vocabulary.nonDecisions.some((one) => one.id === advice.recommendation);
  return (
    <Card ground="sunken">
      <div className={css["recommended"]}>
        <div className={css["words"]}>
          <h2 className={css["label"]}>{text("decision.recommended")}</h2>
          <p className={css["word"]}>{nameOf("recommendation", advice.recommendation)}</p>
        </div>
        <div className={css["ground"]}>
          <p>
            {pick(row?.text ?? scoring.decisionFallback.text)}
            {isRoute && ` ${text("decision.noConclusion")}`}
          </p>
          <p className={css["facts"]}>
            <Fact label={text("decision.inherent")}>
              <BandTag band={assessment.inherent.band} label={nameOf("band", assessment.inherent.band)} />
            </Fact>
            <Fact label={text("decision.residual")}>
              <BandTag band={assessment.planned.band} label={nameOf("band", assessment.planned.band)} />
            </Fact>
            <Fact label={text("decision.approver")}>
              <strong>{nameOf("role", advice.approver)}</strong>
            </Fact>
            <Link onPress={() => navigate({ view: "dossier", dossierId: dossier.id, page: "assessment" })}>
              {text("decision.toAssessment")}
            </Link>
          </p>
        </div>
      </div>
    </Card>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }): ReactNode {
  return (
    <span className={css["fact"]}>
      <span className={css["label"]}>{label}</span>
      {children}
    </span>
  );
}
