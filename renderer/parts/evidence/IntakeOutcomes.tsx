import type { ReactNode } from "react";
import type { IntakeOutcome, IntakeReport } from "../../../shared/domain/evidence-intake.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import css from "./evidence-form.module.css";

interface IntakeOutcomesProps {
  readonly report: IntakeReport;
  /** Whether a piece that is there already can be tied to the item at hand. */
  readonly mayLink: boolean;
  readonly onSettle: (outcome: IntakeOutcome, how: "link" | "keep" | "drop") => void;
}

/** What became of each file: taken in, there already, or left outside and why. */
export function IntakeOutcomes({ report, mayLink, onSettle }: IntakeOutcomesProps): ReactNode {
  const text = useText();
  const count = (kind: IntakeOutcome["result"]["kind"]): number =>
    report.outcomes.filter(({ result }) => result.kind === kind).length;
  return (
    <section className={css["outcomes"]} aria-live="polite" aria-label={text("evidenceform.outcomes")}>
      <p>
        {text("evidenceform.sum", { taken: count("taken"), same: count("duplicate"), refused: count("refused") })}
        {report.passedOver > 0 && ` ${text("evidenceform.passedOver", { count: report.passedOver })}`}
        {report.isStopped && ` ${text("evidenceform.stopped")}`}
      </p>
      <ul className={css["rows"]}>
        {report.outcomes.map((outcome, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and the rows keep their order
          <li key={index} className={css["row"]}>
            <bdi className={css["fileName"]}>{outcome.name}</bdi>
            <Words outcome={outcome} />
            {outcome.result.kind === "duplicate" && outcome.result.heldId !== null && (
              <span className={css["acts"]}>
                {mayLink && (
                  <Button size="small" tone="primary" onPress={() => onSettle(outcome, "link")}>
                    {text("evidenceform.linkThat", { number: outcome.result.of.number })}
                  </Button>
                )}
                <Button size="small" onPress={() => onSettle(outcome, "keep")}>
                  {text("evidenceform.keepBoth")}
                </Button>
                <Button size="small" onPress={() => onSettle(outcome, "drop")}>
                  {text("evidenceform.letGo")}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Words({ outcome: { result } }: { readonly outcome: IntakeOutcome }): ReactNode {
  const text = useText();
  if (result.kind === "refused") {
    return (
      <span className={css["said"]}>
        <Badge tone="warning">{text("evidenceform.refused")}</Badge> {faultText(text, { code: result.code })}
      </span>
    );
  }
  const piece = result.kind === "taken" ? result.evidence : result.of;
  const others = result.alsoIn.map(({ caseNumber, number }) => text("evidenceform.place", { caseNumber, number }));
  return (
    <span className={css["said"]}>
      <Badge tone={result.kind === "taken" ? "success" : "neutral"}>
        {text(result.kind === "taken" ? "evidenceform.taken" : "evidenceform.same", { number: piece.number })}
      </Badge>
      {others.length > 0 && ` ${text("evidenceform.alsoIn", { places: others.join(text("checklist.listMark")) })}`}
    </span>
  );
}
