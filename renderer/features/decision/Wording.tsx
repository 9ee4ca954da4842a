import { TextQuote } from "lucide-react";
import type { ReactNode } from "react";
import { decisionLimits } from "../../../shared/domain/decision.ts";
import { listSeparator } from "../../../shared/strings/risk-sentences.ts";
import { useContent } from "../../stores/content-store.ts";
import { useSpeaker } from "../../stores/speaker.ts";
import { useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { formatDate } from "../../ui/date-format.ts";
import type { Recording } from "./use-recording.ts";
import css from "./Wording.module.css";
import { filledPhrase, isPhraseTrue, leadingFactors } from "./wording.ts";

/** The sample wording for the outcome chosen, with its blanks filled as far as the case tells. */
export function Wording({ recording }: { recording: Recording }): ReactNode {
  const text = useText();
  const { nameOf, locale } = useSpeaker();
  const { committeePaper } = useContent();
  const { draft, assessment } = recording;
  const phrase = committeePaper.phrases.find((one) => one.decision === draft.outcome);
  if (phrase === undefined) return null;
  const sample = filledPhrase(phrase.text, locale, {
    factors: leadingFactors(assessment)
      .map((factor) => nameOf("factor", factor))
      .join(listSeparator(locale)),
    reviewDay:
      draft.reviewDay === null ? "" : formatDate(draft.reviewDay, { locale, calendar: "gregorian", hasWeekday: false }),
  });
  const reason = draft.reason.trim() === "" ? sample : `${draft.reason}\n${sample}`;
  const isOver = reason.length > decisionLimits.reason;
  return (
    <Card
      title={text("decision.wording")}
      ground="sunken"
      footer={
        <Button size="small" icon={TextQuote} onPress={() => recording.change({ reason })}>
          {text("decision.wordingUse")}
        </Button>
      }
    >
      <p className={css["sample"]}>{sample}</p>
      {!isPhraseTrue(draft.outcome, assessment) && <p className={css["over"]}>{text("decision.wordingUnfit")}</p>}
      {isOver && <p className={css["over"]}>{text("decision.wordingOver")}</p>}
    </Card>
  );
}
