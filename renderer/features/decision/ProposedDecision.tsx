import type { ReactNode } from "react";
import type { Decision } from "../../../shared/domain/decision.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { FrozenBanner } from "../../parts/standing/FrozenBanner.tsx";
import { useText } from "../../stores/text.ts";
import { Card } from "../../ui/Card.tsx";
import { AnswerCard } from "./AnswerCard.tsx";
import { DecisionFacts } from "./DecisionFacts.tsx";

/** A decision that waits for a second person: what was put forward, and the answer to it. */
export function ProposedDecision({ dossier, decision }: { dossier: Dossier; decision: Decision }): ReactNode {
  const text = useText();
  return (
    <>
      <FrozenBanner dossier={dossier} />
      <AnswerCard dossier={dossier} decision={decision} />
      <Card title={text("decision.proposedTitle", { version: decision.version })}>
        <DecisionFacts decision={decision} />
      </Card>
    </>
  );
}
