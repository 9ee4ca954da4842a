import { PenLine } from "lucide-react";
import type { ReactNode } from "react";
import type { Decision } from "../../../shared/domain/decision.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { useCaseRights } from "../../stores/rights.ts";
import { navigate } from "../../stores/route-store.ts";
import { useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { DecisionFacts } from "./DecisionFacts.tsx";

/** The decision in force, as it was frozen, and the way on to the paper. */
export function RecordedDecision({ dossier, decision }: { dossier: Dossier; decision: Decision }): ReactNode {
  const text = useText();
  const may = useCaseRights(dossier);
  const signs = may("sign-papers");
  const go = (page: "paper" | "review"): void => navigate({ view: "dossier", dossierId: dossier.id, page });
  return (
    <>
      <Banner
        tone="info"
        title={text("dossier.frozen")}
        actions={
          <>
            <Button
              tone={signs ? "primary" : "secondary"}
              icon={signs ? PenLine : undefined}
              onPress={() => go("paper")}
            >
              {text(signs ? "decision.toPaper" : "decision.seePaper")}
            </Button>
            <Button onPress={() => go("review")}>{text("decision.toReview")}</Button>
          </>
        }
      >
        {signs && `${text("decision.next")} `}
        {may("work-on-cases") && text("decision.reopenHint")}
      </Banner>
      <Card title={text("decision.recordedTitle", { version: decision.version })}>
        <DecisionFacts decision={decision} />
      </Card>
    </>
  );
}
