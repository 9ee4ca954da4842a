import type { ReactNode } from "react";
import type { Decision } from "../../../shared/domain/decision.ts";
import { type Day, daysBetween } from "../../../shared/domain/time.ts";
import { useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Card } from "../../ui/Card.tsx";
import { DateText } from "../../ui/DateText.tsx";
import css from "./ReviewDay.module.css";
import { nearDays } from "./review-plan.ts";

interface ReviewDayProps {
  readonly decision: Decision | undefined;
  readonly today: Day;
}

/** When the case is looked at again, how long that is, and the conditions it was decided under. */
export function ReviewDay({ decision, today }: ReviewDayProps): ReactNode {
  const text = useText();
  const day = decision?.reviewDay ?? null;
  return (
    <Card title={text("review.reviewTitle")} ground="sunken">
      {day === null && (
        <p className={css["none"]}>{text(decision === undefined ? "review.reviewUndecided" : "review.reviewNone")}</p>
      )}
      {day !== null && (
        <p className={css["day"]}>
          <DateText iso={day} />
          <DaysLeft days={daysBetween(today, day)} />
        </p>
      )}
      {decision !== undefined && decision.conditions.trim() !== "" && (
        <div>
          <h3 className={css["title"]}>{text("review.conditionsTitle")}</h3>
          <p className={css["conditions"]}>{decision.conditions}</p>
        </div>
      )}
    </Card>
  );
}

function DaysLeft({ days }: { days: number }): ReactNode {
  const text = useText();
  const words =
    days < 0
      ? text("review.daysPast", { days: -days })
      : days === 0
        ? text("review.daysToday")
        : text("review.daysLeft", { days });
  return <Badge tone={days <= nearDays ? "warning" : "neutral"}>{words}</Badge>;
}
