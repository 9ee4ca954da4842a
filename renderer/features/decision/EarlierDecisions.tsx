import type { ReactNode } from "react";
import type { Decision } from "../../../shared/domain/decision.ts";
import { useSpeaker } from "../../stores/speaker.ts";
import { useText } from "../../stores/text.ts";
import { Card } from "../../ui/Card.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { DecisionFacts } from "./DecisionFacts.tsx";

/** Decisions that came before, each folded; none of them can be changed. */
export function EarlierDecisions({ decisions }: { decisions: readonly Decision[] }): ReactNode {
  const text = useText();
  const { nameOf } = useSpeaker();
  if (decisions.length === 0) return null;
  return (
    <Card title={text("decision.earlier", { count: decisions.length })}>
      <div>
        {decisions.map((decision) => (
          <Disclosure
            key={decision.id}
            title={`${text("decision.recordedTitle", { version: decision.version })} — ${nameOf("recommendation", decision.outcome)}`}
            summary={<DateText iso={decision.decidedDay} />}
          >
            <DecisionFacts decision={decision} />
          </Disclosure>
        ))}
      </div>
    </Card>
  );
}
